// Shapes that modules hand to each other. For tools and readers: no browser loads this file.

import type { Scenario } from "./run.js";

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

/** What messages.py says at the start of a message; pictures and quantities by name. */
export interface Header {
  settings: Scenario;
  view: string;
  balanced: Scenario; // settings of the balanced run beside it
  texts: Record<string, string>; // alternatives of the pictures
  words: string; // key of the words
  papers: Record<string, string>; // keys
  ink: Record<string, number>; // how many numbers each quantity has
  plain: boolean; // whether heavy parts come as they are
  sent: Record<string, number>; // size of each heavy part that comes with this message, by its key
}

/** The numbers of a run: by name, over the years, or one. */
export type Ink = Record<string, Float32Array>;

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

/** What the sliders set. */
export type Settings = Pick<Scenario, "calcium" | "vitamin_d" | "vitamin_k2">;

/** What the diagram shows of one year of a run: the ink of that year, the year itself, and arteries_times the start. */
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

/** A picture as blank_paper.py makes it: its SVG and where axes and labels lie in it. */
export interface Paper {
  svg: string;
  width: number;
  height: number;
  axes: Axes[];
  labels: Record<string, number>;
  lineHeight: number;
}

export interface Axes {
  box: [left: number, top: number, right: number, bottom: number];
  x: Point;
  y: Point;
}

/** Turns data into places on one axes, and back. */
export interface Scale {
  left: number;
  top: number;
  right: number;
  bottom: number;
  toX: (x: number) => number;
  toY: (y: number) => number;
  fromX: (place: number) => number;
  fromY: (place: number) => number;
}

/** A paper that lies on the page, with handles on the ink that moves. */
export interface Laid {
  svg: SVGSVGElement;
  paper: Paper;
  part: (id: string) => SVGGElement;
  axes: Scale[];
  line: (id: string) => Curve; // a line of the paper, in data
}

/** Points of a line, which rise along x. */
export interface Curve {
  xs: ArrayLike<number>;
  ys: ArrayLike<number>;
}

/** A run as the pictures show it; exact is what the server sent. */
export interface Shown {
  settings: Scenario;
  balanced: Scenario;
  ink: Ink;
  exact: boolean;
}
