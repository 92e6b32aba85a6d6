// A guess before each run: will it be better, the same or worse than now?

import { end } from "../../quantities.js";
import { QUANTITIES } from "../../tables.js";
import { say } from "../../words/messages.js";
import { told } from "../../words/numbers.js";
import { options } from "../options.js";
import { group, heading } from "../parts.js";

/** @import { FindTask } from "../kit.d.ts" */
/** @import { Tried } from "../conditions.js" */

/** @type {Record<string, string>} */
const ORGANS = { bone_change: "task-bones", arteries_times: "task-arteries" };
const WORDS = ["better", "same", "worse"];

/** @type {(goal: FindTask["goal"][number], tried: Tried, her: Tried) => number} which of them it was: better is nearer to the goal, the same is what reads the same */
function outcome({ quantity, at_least: least = -Infinity, at_most: most = Infinity }, tried, her) {
  const [now, before] = [tried, her].map(({ run }) => end(quantity, run));
  if (told(quantity, now) === told(quantity, before)) return 1;
  const missing = (/** @type {number} */ value) => Math.max(least - value, value - most, 0);
  return missing(now) < missing(before) ? 0 : 2;
}

/** @type {(quantity: string) => string} of what it is better or worse */
const nameOf = (quantity) =>
  (quantity in ORGANS ? say(ORGANS[quantity]) : /** @type {Record<string, {title: string}>} */ (QUANTITIES)[quantity].title);

/** @type {(task: FindTask, guess: (number | null)[], tried: Tried, her: Tried) => number} how many guesses were right */
export const hits = ({ goal }, guess, tried, her) => goal.filter((each, i) => guess[i] === outcome(each, tried, her)).length;

/** @type {(place: HTMLElement, task: FindTask, onGuess: (guess: (number | null)[]) => void) => {show: (guess: (number | null)[], hidden: boolean) => void, complete: (guess: (number | null)[]) => boolean}} */
export function createGuesses(place, { ask, goal, guesses }, onGuess) {
  if (!guesses) return { show: () => {}, complete: () => true };
  /** @type {(number | null)[]} */
  let current = [];
  const title = heading(place, ask);
  const rows = goal.map(({ quantity }, i) => {
    const set = group(place, nameOf(quantity));
    set.classList.add("guess");
    return { set, list: options(set, WORDS.map((word) => say(`task-${word}`)), (index) => {
      current = goal.map((_, k) => (k === i ? index : current[k] ?? null));
      onGuess(current);
    }, { chips: true }) };
  });
  return {
    show(guess, hidden) {
      current = guess;
      title.hidden = hidden;
      for (const [i, { set, list }] of rows.entries()) {
        set.hidden = hidden;
        list.show({ chosen: guess[i] ?? undefined, fixed: hidden });
      }
    },
    complete: (guess) => goal.every((_, i) => typeof guess[i] === "number"),
  };
}
