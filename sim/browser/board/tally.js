// A class's answers as counts: what a board draws, its table says and the file for CODAP holds. No seat is in them.

import { CLASSES } from "../lesson/code.js";
import { LETTERS } from "../lesson/options.js";
import { valueAt } from "../lesson/pictures/axes.js";
import { say } from "../words/messages.js";
import { told as toldNumber } from "../words/numbers.js";
import { isTold } from "./plan.js";

/** @import { DragTask, DrawTask, Task } from "../lesson/kit.d.ts" */
/** @import { Class } from "./types.d.ts" */

/** Whose an answer is, the answer, and whether it came only after its result was told. @typedef {[seat: number, answer: any, after?: boolean]} Given */

/**
 * @typedef {{ text: string, counts: number[], right?: boolean | number }} Row  right: the row, or which of its counts
 * @typedef {{ part: string, columns: string[], rows: Row[] }} Tally
 */

/** So many bars stand beside drawn lines; codes tell ends less exactly. */
const BARS = 12;

/** @type {(group: Class, task: Task) => Given[]} the answers that count: not hidden, nor given only after the model had told its own */
export const counted = ({ answers, show }, task) =>
  (answers[task.key] ?? []).filter(([seat, , after]) => !after && !show.hidden.includes(seat));

/** @type {(answer: { line?: number[], end?: number }) => number} where a drawn line ends, as a share of the axis */
export const endOf = ({ line, end }) => (line ? line[line.length - 1] : Number(end));

/** @type {(given: Given[], read: (answer: any) => number, count: number) => number[]} */
function numbersOf(given, read, count) {
  const counts = Array(count).fill(0);
  for (const [, answer] of given) if (read(answer) >= 0) counts[read(answer)] += 1;
  return counts;
}

/** @type {(given: Given[]) => number} */
const barsFor = (given) => (given.some(([, { line }]) => line) ? BARS : CLASSES);

/** @type {(task: DrawTask | DragTask, shares: number[], bars: number) => Row[]} from the highest down */
function binned(task, shares, bars) {
  const place = (/** @type {number} */ share) => Math.min(bars - 1, Math.floor((share / 100) * bars));
  const name = (/** @type {number} */ value) => toldNumber(task.quantity, value);
  return Array.from({ length: bars }, (_, i) => bars - 1 - i).map((bar) => ({
    text: say("board-from-to", { low: name(valueAt(task, (100 * bar) / bars)), high: name(valueAt(task, (100 * (bar + 1)) / bars)) }),
    counts: [shares.filter((share) => place(share) === bar).length],
  }));
}

/** @type {Record<string, (task: any, given: Given[], told: boolean) => Tally[]>} */
const TALLIES = {
  choose: (task, given, told) => {
    const counts = numbersOf(given, (answer) => answer, task.choices.length);
    return [{ part: "", columns: [say("board-pupils")], rows: task.choices.map((/** @type {any} */ { text }, /** @type {number} */ i) =>
      ({ text, counts: [counts[i]], right: told && i === task.right })) }];
  },
  vote: (task, given, told) => {
    const rounds = [0, 1].map((round) => numbersOf(given, (answer) => answer[round] ?? -1, task.choices.length));
    return [{ part: "", columns: [say("board-alone"), say("board-after-talk")],
      rows: task.choices.map((/** @type {any} */ { text }, /** @type {number} */ i) =>
        ({ text: `${LETTERS[i]} ${text}`, counts: rounds.map((counts) => counts[i]), right: told && i === task.right })) }];
  },
  draw: (task, given) => {
    const because = numbersOf(given, (answer) => answer.because, task.because.choices.length);
    return [
      { part: say("board-year-10"), columns: [say("board-pupils")], rows: binned(task, given.map(([, answer]) => endOf(answer)), barsFor(given)) },
      { part: say("board-because"), columns: [say("board-pupils")],
        rows: task.because.choices.map((/** @type {string} */ text, /** @type {number} */ i) => ({ text, counts: [because[i]] })) },
    ];
  },
  find: (_, given) => {
    const found = given.filter(([, answer]) => answer.found).length;
    return [{ part: "", columns: [say("board-pupils")], rows: [
      { text: say("board-found"), counts: [found] }, { text: say("board-not-found"), counts: [given.length - found] }] }];
  },
  drag: (task, given) => task.dots.map((/** @type {any} */ { label }, /** @type {number} */ i) =>
    ({ part: label, columns: [say("board-pupils")], rows: binned(task, given.map(([, ends]) => ends[i]), CLASSES) })),
  sort: (task, given, told) => [{ part: "", columns: task.boxes.map((/** @type {any} */ { short }) => short),
    rows: task.cards.map((/** @type {any} */ { text, box }, /** @type {number} */ i) =>
      ({ text, counts: numbersOf(given, (answer) => answer[i], task.boxes.length), right: told && box })) }],
  tick: (task, given) => [{ part: "", columns: [say("board-pupils")],
    rows: task.items.map((/** @type {string} */ text, /** @type {number} */ i) => ({ text, counts: [given.filter(([, ticks]) => ticks[i]).length] })) }],
};

/** @type {(group: Class, task: Task) => Tally[]} */
export const talliesOf = (group, task) => TALLIES[task.kind]?.(task, counted(group, task), isTold(group, task)) ?? [];
