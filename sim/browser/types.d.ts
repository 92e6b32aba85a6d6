// Shapes that modules hand to each other. For tools and readers: no browser loads this file.

declare global {
  interface Window {
    copiesAnywhere?: boolean;
    textsComeBack?: boolean;
  }
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

