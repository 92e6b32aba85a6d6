// Shapes of a lesson, of its tasks and of what the player hands to each. For tools and readers: no browser loads this file.

import type { Run, Scenario } from "../run.js";

type Nutrient = "calcium" | "vitamin_d" | "vitamin_k2";
/** Settings as multiples of the lesson's base case: {vitamin_k2: 0.1}; what is left out stays as the case has it. */
export type Multiples = Partial<Record<Nutrient, number>>;
export type Place = "bone" | "blood" | "artery" | "out";

/** Said once a task is locked: the first whose `when` fits; one without `when` always fits. */
export interface Reply {
  when?: string;
  title: string;
  text: string;
  good?: boolean;
}

export interface Choice {
  text: string;
  reason?: string;
  place?: Place;
}

/** What a run says to an earlier answer, in the unit of the quantity. */
export interface DrawnReply extends Omit<Reply, "when"> {
  task: string;
  /** The end of a drawn line lies above; or just that choice was made. Of each task the first that fits is said. */
  when: { above?: number; choice?: number };
}

interface Common {
  key: string;
  ask: string;
  button: string;
  after?: Reply[];
}

/** "now", or the key of the step whose run tells it. */
type Reveal = string;

export type ChooseTask = Common & { kind: "choose"; choices: Choice[]; right?: number; open?: boolean; reveal: Reveal };
export type DrawTask = Common & {
  kind: "draw"; quantity: "bone_change" | "arteries_times"; case: string; beside: string;
  low: number; high: number; ticks: number[]; because: { choices: string[] }; reveal: Reveal;
};
export type RunTask = Common & {
  kind: "run"; case: string; beside: string; seconds: number; replies: DrawnReply[]; ledger?: { title: string; text: string };
};
export type WriteTask = Common & {
  kind: "write"; least: number; kept: string; starter?: string; several?: { starters: string[]; model: string };
  /** The task whose text is shown beside, as it was written then. */
  recall?: string;
};
export type TickTask = Common & { kind: "tick"; items: string[] };
export type FindTask = Common & {
  kind: "find"; case: string; sliders: Partial<Record<Nutrient, { low: number; high: number; step: number }>>;
  /** Both ends are numbers, in the unit that readers see; near and within say where they come from. */
  goal: { quantity: string; at_least?: number; at_most?: number; near?: string; within?: number }[];
  one_change: boolean; guesses: boolean; live: boolean; replies: Reply[]; table: boolean; found: Reply;
};
export type VoteTask = Common & {
  kind: "vote"; choices: Choice[]; right: number; evidence: { columns: string[]; rows: string[][] }; talk: string;
};
export type DragTask = Common & {
  kind: "drag"; quantity: "bone_change" | "arteries_times"; low: number; high: number; ticks: number[];
  dots: { label: string; case: string; change?: Multiples }[];
  dotted: { label: string; case: string; change?: Multiples }[];
  reveal: { lens: Scenario["lens"] }; title: string; text: string;
};
export type SortTask = Common & {
  kind: "sort"; boxes: { text: string; short: string }[]; cards: { text: string; box: number; reason: string }[];
};
export type Task = ChooseTask | DrawTask | RunTask | WriteTask | TickTask | FindTask | VoteTask | DragTask | SortTask;

export interface Step {
  key: string;
  title: string;
  minutes: number;
  short: number;
  text: string;
  small?: string;
  picture: "body" | "axes" | "organs" | "ledger" | "proteins" | "none";
  tasks: Task[];
  next: string;
}

export interface Lesson {
  key: string;
  number: number;
  title: string;
  laterTitle?: string;
  laterFrom?: number;
  about: string;
  minutes: number;
  level: string;
  cases: Record<string, { label: string; scenario: Scenario }>;
  unit?: "multiples";
  base: string;
  steps: Step[];
  /** A task for those who go on, for the last page and for paper. */
  extension?: string;
}

/** What is the same for a task and for a picture: the lesson, its runs, and what has been answered so far. */
export interface Ground {
  lesson: Lesson;
  step: Step;
  /** The answer to a task of the lesson by its key, draft or locked; undefined where there is none. */
  answerOf(task: string): unknown;
  lockedAt(task: string): boolean;
  /** Whether the run of a step has been seen: by its key. */
  revealed(step: string): boolean;
  /** A case's settings with some of them changed. */
  scenario(name: string, how?: { change?: Multiples; lens?: Scenario["lens"] }): Scenario;
  /** The run of it: 121 samples, one a month over 10 years; kept, so that asking twice costs nothing. */
  run(name: string, how?: { change?: Multiples; lens?: Scenario["lens"] }): Run;
  /** Whether picture and text stand below each other. */
  narrow(): boolean;
  /** Whether the reader has asked for less motion. */
  still(): boolean;
}

/** What the player hands to a task. What can change is read anew at each use: nothing of it is to be kept aside. */
export interface Kit<T extends Task = Task, Answer = unknown> extends Ground {
  task: T;
  /** What is kept for this task, draft or locked; undefined before the first `set`. */
  readonly answer: Answer | undefined;
  /** Keep a draft: stored at once, and `ready` is asked again. Never calls `refresh`. */
  set(value: Answer): void;
  readonly locked: boolean;
  /** Whether a locked answer can no longer be changed, because its result has been told. */
  readonly fixed: boolean;
  /** The picture's place. A task that draws there empties it first (replaceChildren); the player does so with each step. */
  picture: HTMLElement;
  /** Lock the answer now, as the foot button would: for tasks whose `press` returned false and that have ended since. */
  lock(): void;
  /** Ask `ready` and `label` again without keeping anything. */
  touch(): void;
  /** Say one sentence to those who listen, politely. */
  say(text: string): void;
}

/** What a task gives back. */
export interface TaskView {
  /** Whether the foot button can be pressed. */
  ready(): boolean;
  /** Draw it anew from the kit: it has been locked, opened again, or a run was revealed. */
  refresh?(): void;
  /** The foot button was pressed: false leaves the task unlocked (a run that only now plays, a search not yet at its goal). */
  press?(): boolean;
  /** What the foot button says, where it is not the task's `button`. */
  label?(): string;
  /** Taken away: stop what moves. */
  end?(): void;
}

/** `place`: for text and controls; the task writes its own `ask` there (../parts.js: group, heading, reply). */
export type CreateTask<T extends Task, Answer> = (place: HTMLElement, kit: Kit<T, Answer>) => TaskView;
/** One of any kind, as tasks/index.js keeps them. */
export type AnyTask = { create(place: HTMLElement, kit: Kit): TaskView }["create"];

/** What stands while no task has drawn, by the name that a step gives (pictures/index.js: PICTURES). */
export type CreatePicture = (place: HTMLElement, ground: Ground) => { refresh?(): void; end?(): void };

/** The body with places to tap (pictures/places.js), for choices that have a `place`; `choose` shows which one is chosen. */
export type CreatePlaces = (place: HTMLElement, choices: Choice[], onTap: (index: number) => void) => {
  choose(index: number | undefined, how: { fixed: boolean; right?: number }): void;
};

/** What a device tells a live room: never what somebody has written. */
export interface LessonRecord {
  at: number;
  answers: Record<string, unknown>;
}

/** The line to a live room (room/channel.js). */
export interface Channel {
  send(record: LessonRecord): void;
  /** Calls `fn` whenever `state` has changed; returns what ends that. */
  on(fn: () => void): () => void;
  readonly state: {
    open: number;
    /** Whether the class goes together; if not, all is open at the pupil's pace. */
    follow: boolean;
    revealed: string[];
    closed: boolean;
    /** No line at present: answers wait. */
    lost?: boolean;
    seat?: { colour: string; animal: string; number?: number };
  };
}
