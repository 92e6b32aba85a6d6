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
  setTriggerValue: Tell;
}

/** Pulls a trigger of the component. */
export type Tell = (name: string, value: unknown) => void;

export type Point = [number, number];

interface Place {
  x: number;
  y: number;
}

export interface Box extends Place {
  width: number;
  height: number;
}

