// Shapes of a live room as its board sees it. For tools and readers: no browser loads this file.

import type { Lesson } from "../lesson/kit.d.ts";
import type { Given } from "./tally.js";

/**
 * What the board shows; it lies on the server as it is (POST rooms/HTRM/steer {key, do: "show", show}, given back by
 * GET rooms/HTRM/board as `show`), so that the teacher's phone and the laptop show and change the same.
 */
export interface Show {
  /** The task on the board by its key; empty: the lobby. */
  task: string;
  /** How often answers to a task were closed, by its key: bars and lines are seen from then on; a vote closes twice. */
  closed: Record<string, number>;
  /** Whether lines stay away until drawing is closed: those who draw late are not pulled by them. */
  after: boolean;
  /** Whether steps that a class of 20 minutes has no time for are left out. */
  short: boolean;
  /** The seat whose answer is shown alone, or -1. */
  pick: number;
  /** Seats whose answers are hidden. */
  hidden: number[];
}

export interface Seat {
  colour: string;
  animal: string;
  number?: number;
}

/** A pupil: where, and whether it came late, has lost its line. */
export interface Pupil {
  seat: Seat;
  at: number;
  late: boolean;
  lost: boolean;
}

/** What pupils' pages are told, too. */
export interface RoomState {
  lesson: string;
  open: number;
  follow: boolean;
  revealed: string[];
  closed: boolean;
  version: number;
}

/** A class as it is drawn: of a live room, or of codes that were pasted. */
export interface Class {
  lesson: Lesson;
  pupils: Pupil[];
  answers: Record<string, Given[]>;
  revealed: string[];
  show: Show;
}
