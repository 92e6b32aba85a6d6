// Shapes that modules hand to each other. For tools and readers: no browser loads this file.

declare global {
  interface Window {
    copiesAnywhere?: boolean;
    textsComeBack?: boolean;
  }
}

/** What Streamlit gives a component with every message. */
export interface Call {
  parentElement: ParentNode;
  data: Uint8Array<ArrayBuffer>;
  setStateValue: Tell;
  setTriggerValue: Tell;
}

/** Sets a state of the component, or pulls one of its triggers. */
export type Tell = (name: string, value: unknown) => void;

/** Words and colours that never change, as scene_words.py makes them. */
export interface Words {
  organs: Record<string, PartWords>;
  gates: Record<string, PartWords>;
  fluxes: Record<string, FluxWords>;
  artery_scale: string;
  titles: Record<string, string>;
  claims: Partial<Record<string, Claim>>;
  themes: Record<string, Record<string, string>>;
}

interface Claim {
  grade: string;
  statement: string;
}

/** What a part of the diagram says of itself; its claim is empty where it claims nothing. */
export interface PartWords extends Claim {
  label: string;
  about: string;
}

/** What an arrow says of itself, and the organ that gives it its colour. */
export interface FluxWords extends PartWords {
  organ: string;
}

/** What the diagram shows of one year of a run: the numbers of that year, the year itself, and arteries_times the start. */
export type Moment = Record<string, number>;

/** Sets the look for a moment and returns its numbers as text. */
export type Update = (moment: Moment) => string;

/** A part of the diagram that can be focused and asked about. */
export interface Part {
  key: string;
  node: SVGGElement;
  words: PartWords;
  update: Update;
}

export interface Arrow extends Part {
  name: string;
  shaft: SVGPathElement;
  tip: Point;
}

/** One arrangement of the diagram. */
export interface Layout {
  name: string;
  size: Point;
  year: TextPlace;
  note: TextPlace & { width: number; line: number };
  organs: Record<"diet" | "faeces" | "urine", Box> & {
    gut: Box & { wall: string; title: TextPlace };
    blood: Box & { title: TextPlace; value: TextPlace; unit: TextPlace | null };
    bone: Box & ValuePlaces;
    arteries: Circle & ValuePlaces;
  };
  arrows: Record<string, ArrowPlace>;
  gates: { vitamin_d: Door; osteocalcin: Door; mgp: Shield };
}

export type Point = [number, number];

interface Place {
  x: number;
  y: number;
}

export interface Box extends Place {
  width: number;
  height: number;
}

export interface Circle extends Place {
  radius: number;
}

/** What has a name and a number beside it. */
interface Named {
  lines: TextPlace[];
}

/** Where an arrow runs: its shaft, which ends one head length before the tip. */
export interface ArrowPlace extends Named {
  d: string;
  tip: Point;
  degrees: number;
}

export interface Door extends Place, Named {
  wall: string;
  span: number;
  swing: number;
}

export interface Shield extends Circle, Named {
  degrees: number;
  half: number;
}

export interface TextPlace extends Place {
  anchor?: string;
  width?: number;
}

interface ValuePlaces {
  title: TextPlace;
  value: TextPlace;
  net: TextPlace;
}
