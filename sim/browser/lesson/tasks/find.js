// Find a setting: sliders in multiples of the lesson's base; with a guess before each run, or followed while they move.

import { add } from "../../elements.js";
import { say } from "../../words/messages.js";
import { changed, holds, meets, NUTRIENTS, settingsOf } from "../conditions.js";
import { filled, heading, reply } from "../parts.js";
import { createResult, shows } from "../pictures/result.js";
import { createGuesses, hits } from "./guesses.js";
import { createSliders, settingsText } from "./sliders.js";
import { drawTried } from "./tried.js";

/** @import { CreateTask, FindTask, Kit, Reply } from "../kit.d.ts" */
/** @import { Settings, Tried } from "../conditions.js" */
/** @typedef {{settings: Settings, hits: number}} Row  of the table: what was run, and how many guesses were right */
/** @typedef {{runs: number, settings: Settings, found: boolean, table: Row[], guess?: (number | null)[]}} Search */

const SECONDS = 1.5; // that ten years take here

/** @type {CreateTask<FindTask, Search>} */
export function createFind(place, kit) {
  const { task } = kit;
  const search = createSearch(kit);
  const { her, now, keep, tried } = search;
  if (!task.guesses) heading(place, task.ask);
  const sliders = createSliders(place, task.sliders, her.settings, {
    moved(settings) {
      keep({ settings, found: task.live && meets(task, tryOut(kit, settings), her) });
      show();
    },
    released: () => { if (task.live) keep({ runs: now().runs + 1 }); },
    told: () => (task.live ? replyTo(kit, her, tried()).title.replaceAll("*", "") : ""),
  });
  if (task.sliders.vitamin_k2) add(place, "p", { class: "small" }).textContent = say("blood-thinner");
  const guesses = createGuesses(place, task, (guess) => keep({ guess }));
  const picture = createResult(placeOf(place, kit), kit, task, her);
  const said = add(place, "div", { class: "said", ...(!task.live && { role: "status" }) });
  const table = add(place, "div");

  function show() {
    const { settings, guess = [], table: rows } = now();
    const shown = task.live ? tried() : search.last();
    sliders.show(settings, kit.locked);
    guesses.show(guess, kit.locked);
    picture.draw(shown ?? her);
    said.replaceChildren();
    const words = shown && replyTo(kit, her, shown);
    if (words?.title || words?.text) reply(said, words);
    if (task.table) drawTried(table, kit, her, rows);
  }
  const record = () => {
    search.record();
    show();
    if (now().found) kit.lock();
    else said.scrollIntoView({ block: "nearest" });
  };
  show();
  return {
    ready: () => (task.live ? now().found : !picture.playing() && search.isNew() && guesses.complete(now().guess ?? [])),
    press() {
      if (task.live) return true;
      said.previousElementSibling?.scrollIntoView({ block: "nearest" });
      picture.play(tried(), kit.still() ? 0 : SECONDS, record);
      kit.touch();
      return false;
    },
    refresh: show,
    end: () => picture.end(),
  };
}

/** @type {(kit: Kit<FindTask, Search>) => {her: Tried, now: () => Search, tried: () => Tried, last: () => Tried | undefined, keep: (change: Partial<Search>) => void, isNew: () => boolean, record: () => void}} what was set, guessed and run so far */
function createSearch(kit) {
  const { task } = kit;
  const her = tryOut(kit, settingsOf(kit.lesson, task.case));
  /** @type {() => Search} */
  const now = () => kit.answer ?? { runs: 0, settings: her.settings, found: false, table: [], guess: [] };
  const keep = (/** @type {Partial<Search>} */ change) => kit.set({ ...now(), ...change });
  const tried = () => tryOut(kit, now().settings);
  const last = () => {
    const row = now().table.at(-1);
    return row && tryOut(kit, row.settings);
  };
  return {
    her, now, keep, tried, last,
    isNew: () => [her, last() ?? her].every(({ settings }) => changed(now().settings, settings).length > 0),
    record() {
      const one = tried();
      const { table, guess = [], runs } = now();
      keep({ runs: runs + 1, found: meets(task, one, her), table: [...table, { settings: one.settings, hits: hits(task, guess, one, her) }], guess: [] });
    },
  };
}

/** @type {(kit: Kit<FindTask>, her: Tried, tried: Tried) => Reply} what is said to a setting */
function replyTo({ task, locked }, her, one) {
  const isFound = meets(task, one, her) && (locked || !task.live);
  const fits = isFound ? { ...task.found, good: true } : task.replies.find(({ when = "" }) => holds(when, task, one, her));
  const { title, text, good } = fits ?? { title: "", text: "", good: false };
  const values = { run: one.run, changed: settingsText(one.settings, changed(one.settings, her.settings)), multiples: one.settings };
  return { title: filled(title, values), text: filled(text, values), good };
}

/** @type {(place: HTMLElement, kit: Kit<FindTask>) => HTMLElement} where it is shown what a setting does: where picture and text stand below each other, there it is set */
function placeOf(place, { narrow, step, task, picture }) {
  if (!narrow() || !shows(step, task)) return picture;
  picture.replaceChildren();
  return add(place, "div", { class: "result" });
}

/** @type {(kit: Kit<FindTask>, settings: Settings) => Tried} */
function tryOut(kit, settings) {
  const change = Object.fromEntries(NUTRIENTS.map((nutrient) => [nutrient, settings[nutrient]]));
  return { settings, run: kit.run(kit.task.case, { change }) };
}
