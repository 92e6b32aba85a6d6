// One sentence that a teacher reads off a class's answers.

import { LETTERS } from "../lesson/options.js";
import { valueAt } from "../lesson/pictures/axes.js";
import { say } from "../words/messages.js";
import { lineOf } from "./lines.js";
import { isTold } from "./plan.js";
import { counted, endOf } from "./tally.js";

/** @import { DrawTask, Task, VoteTask } from "../lesson/kit.d.ts" */
/** @import { Class } from "./types.d.ts" */

const ALIKE = 1 / 24; // of the axis: lines that end so near to the neighbour's are said to end like it

/** @type {(group: Class, task: Task) => string} with its **bold** counts */
export function sentenceOf(group, task) {
  const given = counted(group, task);
  if (!given.length) return "";
  if (task.kind === "draw") return ofLines(group, task);
  if (task.kind === "vote") return ofVotes(group, task);
  if (task.kind === "find") {
    return say("board-say-found", { found: String(given.filter(([, { found }]) => found).length), all: String(given.length) });
  }
  if (task.kind === "choose" && isTold(group, task) && task.right !== undefined) {
    const right = given.filter(([, answer]) => answer === task.right).length;
    return say("board-say-right", { right: String(right), all: String(given.length), choice: task.choices[task.right].text });
  }
  if (task.kind === "sort") {
    const all = given.filter(([, boxes]) => task.cards.every(({ box }, i) => boxes[i] === box)).length;
    return isTold(group, task) ? say("board-say-sorted", { all: String(all) }) : "";
  }
  return "";
}

/** @type {(group: Class, task: DrawTask) => string} */
function ofLines(group, task) {
  const beside = lineOf(group, task.beside, task);
  const usual = beside[beside.length - 1];
  const ends = counted(group, task).map(([, answer]) => valueAt(task, endOf(answer)) - usual);
  const alike = ALIKE * (task.high - task.low);
  const more = ends.filter((gap) => gap > alike).length;
  const less = ends.filter((gap) => gap < -alike).length;
  return say("board-say-lines", { more: String(more), less: String(less), same: String(ends.length - more - less), quantity: task.quantity });
}

/** @type {(group: Class, task: VoteTask) => string} the change that most made between their votes */
function ofVotes(group, task) {
  if ((group.show.closed[task.key] ?? 0) < 2) {
    return say("board-say-votes", { all: String(counted(group, task).length) });
  }
  /** @type {Map<string, number>} */
  const moves = new Map();
  for (const [, [first, second]] of counted(group, task)) {
    if (second === undefined || first === second) continue;
    const move = `${LETTERS[first]} ${LETTERS[second]}`;
    moves.set(move, (moves.get(move) ?? 0) + 1);
  }
  const [most] = [...moves].sort(([, a], [, b]) => b - a);
  if (!most) return say("board-say-no-moves");
  const [from, to] = most[0].split(" ");
  return say("board-say-moves", { count: String(most[1]), from, to });
}
