// Find a setting: sliders in multiples of the lesson's base; with a guess before each run, or followed while they move.

import { add } from "../../elements.js";
import { say } from "../../words/messages.js";
import { changed, holds, meets, NUTRIENTS, settingsOf } from "../conditions.js";
import { filled, heading, reply } from "../parts.js";
import { createResult, shows } from "../pictures/result.js";
import { createGuesses, hits } from "./guesses.js";
import { createSliders, settingsText } from "./sliders.js";
import { drawTried } from "./tried.js";

/** @import { CreateTask, FindTask, Kit } from "../kit.d.ts" */
/** @import { Settings, Tried } from "../conditions.js" */
/** @typedef {{settings: Settings, hits: number}} Row  of the table: what was run, and how many guesses were right */
/** @typedef {{runs: number, settings: Settings, found: boolean, table: Row[], guess?: (number | null)[]}} Search */

const SECONDS = 1.5; // that ten years take here

/** @type {CreateTask<FindTask, Search>} */
export function createFind(place, kit) {
  const { task } = kit;
  const her = tryOut(kit, settingsOf(kit.lesson, task.case));
  /** @type {() => Search} */
  const now = () => kit.answer ?? { runs: 0, settings: her.settings, found: false, table: [], guess: [] };
  const tried = () => tryOut(kit, now().settings);
  const last = () => {
    const row = now().table.at(-1);
    return row && tryOut(kit, row.settings);
  };
  const keep = (/** @type {Partial<Search>} */ change) => kit.set({ ...now(), ...change });

  if (!task.guesses) heading(place, task.ask);
  const sliders = createSliders(place, task.sliders, her.settings, {
    moved(settings) {
      keep({ settings, found: task.live && meets(task, tryOut(kit, settings), her) });
      show();
    },
    released() {
      if (task.live) keep({ runs: now().runs + 1 });
    },
    told: () => (task.live ? titleOf(tried()) : ""),
  });
  if (task.sliders.vitamin_k2) add(place, "p", { class: "small" }).textContent = say("blood-thinner");
  const guesses = createGuesses(place, task, (guess) => keep({ guess }));
  // Where picture and text stand below each other, what a setting does is shown where it is set.
  const here = kit.narrow() && shows(kit.step, task);
  if (here) kit.picture.replaceChildren();
  const picture = createResult(here ? add(place, "div", { class: "result" }) : kit.picture, kit, task, her);
  const said = add(place, "div", { class: "said", ...(!task.live && { role: "status" }) });
  const table = add(place, "div");

  const titleOf = (/** @type {Tried} */ one) => filled(replyTo(one).title, valuesOf(one)).replaceAll("*", "");
  const valuesOf = (/** @type {Tried} */ { run, settings }) =>
    ({ run, changed: settingsText(settings, changed(settings, her.settings)), multiples: settings });
  const replyTo = (/** @type {Tried} */ one) => {
    const fits = task.replies.find(({ when = "" }) => holds(when, task, one, her));
    const found = meets(task, one, her) && (kit.locked || !task.live);
    return found ? { ...task.found, good: true } : fits ?? { title: "", text: "" };
  };

  function show() {
    const { settings, guess = [] } = now();
    const shown = task.live ? tried() : last();
    sliders.show(settings, kit.locked);
    guesses.show(guess, kit.locked);
    picture.draw(shown ?? her);
    said.replaceChildren();
    if (shown) {
      const { title, text, good } = replyTo(shown);
      if (title || text) reply(said, { title: filled(title, valuesOf(shown)), text: filled(text, valuesOf(shown)), good });
    }
    if (task.table) drawTried(table, kit, her, now().table);
  }
  const record = () => {
    const one = tried();
    const { table: rows, guess = [], runs } = now();
    const found = meets(task, one, her);
    keep({ runs: runs + 1, found, table: [...rows, { settings: one.settings, hits: hits(task, guess, one, her) }], guess: [] });
    show();
    if (found) kit.lock();
    else said.scrollIntoView({ block: "nearest" });
  };
  const isNew = () => {
    const { settings } = now();
    return changed(settings, her.settings).length > 0 && changed(settings, last()?.settings ?? her.settings).length > 0;
  };
  show();
  return {
    ready: () => (task.live ? now().found : !picture.playing() && isNew() && guesses.complete(now().guess ?? [])),
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

/** @type {(kit: Kit<FindTask>, settings: Settings) => Tried} */
function tryOut(kit, settings) {
  const change = Object.fromEntries(NUTRIENTS.map((nutrient) => [nutrient, settings[nutrient]]));
  return { settings, run: kit.run(kit.task.case, { change }) };
}
