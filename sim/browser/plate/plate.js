// Foods as a plate: drawings that are pressed or dragged, whole days, the sun, and what it all comes to in the Lab.

import { add, set } from "../elements.js";
import { FOODS, PLATES } from "../food_tables.js";
import { balancedOf } from "../lab/rules.js";
import { press, write } from "../lab/write.js";
import { simulate } from "../run.js";
import { say } from "../words/messages.js";
import { headline } from "../words/sentences.js";
import { createBars } from "./bars.js";
import { createDial } from "./dial.js";
import { drawFood } from "./drawings.js";
import { createNotes } from "./notes.js";
import { NO_SUN, onPlate, settings, toSliders, totals, withServings } from "./sums.js";

/** @import { Store } from "../lab/store.js" */
/** @import { Day } from "./types.d.ts" */

/** @type {Day} */
const EMPTY = { servings: {}, sun: NO_SUN };
const GROUPS = [...new Set(Object.values(FOODS).map(({ group }) => group))];
const ROOM = 214; // of the drawn plate [px]
const SAMPLES = 5;
/** What is on the plate: it outlasts a visit to another page. */
let day = EMPTY;
let group = GROUPS[0];

/**
 * Create the plate in an element.
 *
 * @param {HTMLElement} place
 * @param {{ store: () => Store | undefined, go: () => void, changed?: (day: Day) => void }} host
 *   `store`: what the sliders stand at; `go`: opens the Lab; `changed`: hears of each new plate
 */
export function createPlate(place, { store, go, changed = () => {} }) {
  const root = add(place, "div", { class: "plate" });
  const put = (/** @type {Day} */ next, told = "") => {
    day = next;
    write(said, told);
    show();
    changed(day);
  };
  const serve = (/** @type {string} */ key, change = 1) => {
    try {
      const next = withServings(day, key, change);
      put(next, say("plate-added", { food: FOODS[key].name, count: next.servings[key] }));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      write(said, error.message);
    }
  };
  const showDays = createDays(root, (next) => put({ servings: { ...next.servings }, sun: next.sun }));
  const showFoods = createFoods(add(root, "div", { class: "plate-foods" }), serve);
  const right = add(root, "div", { class: "plate-right" });
  const showPlate = createDish(add(right, "div", { class: "plate-table" }), serve);
  const said = add(right, "p", { class: "plate-said", role: "status" });
  const showSun = createDial(right, (sun) => put({ ...day, sun }));
  const sums = add(root, "div", { class: "plate-sums" });
  const head = add(sums, "div", { class: "plate-head" });
  add(head, "h2").textContent = say("plate-totals");
  const showBars = createBars(sums);
  const showLab = createLabLine(head, sums, store, go);
  const showNotes = createNotes(root, store);
  const show = () => {
    showDays();
    showFoods();
    showPlate();
    showSun(day.sun);
    showBars(totals(day));
    showLab();
    showNotes(day);
  };
  show();
  return {
    /** Show what depends on the sliders too. */
    settingsChanged() {
      showLab();
      showNotes(day);
    },
  };
}

/** @type {(root: Element, choose: (day: Day) => void) => () => void} whole days, each one press, and what the chosen one is */
function createDays(root, choose) {
  const row = add(root, "div", { class: "plate-days", role: "group", "aria-label": say("plate-days") });
  const days = PLATES.map((each) => ({ each, button: addPill(row, each.name, () => choose(each)) }));
  addPill(row, say("plate-clear"), () => choose(EMPTY)).dataset.do = "clear";
  const about = add(root, "p", { class: "plate-about" });
  return () => {
    const chosen = days.find(({ each }) => each.sun === day.sun && sameServings(each, day));
    for (const { each, button } of days) press(button, each === chosen?.each);
    write(about, chosen?.each.about ?? say("plate-hint"));
  };
}

/** @type {(one: Day, other: Day) => boolean} */
const sameServings = (one, other) => JSON.stringify(onPlate(one).map(([key, , count]) => [key, count]))
  === JSON.stringify(onPlate(other).map(([key, , count]) => [key, count]));

/** @type {(row: Element, text: string, run: () => void) => HTMLButtonElement} */
function addPill(row, text, run) {
  const button = add(row, "button", { type: "button", class: "pill" });
  button.textContent = text;
  button.addEventListener("click", run);
  return button;
}

/** @type {(place: Element, serve: (key: string) => void) => () => void} the foods of one kind, as drawings */
function createFoods(place, serve) {
  const kinds = add(place, "div", { class: "plate-groups", role: "group", "aria-label": say("plate-groups") });
  const tiles = add(place, "div", { class: "plate-tiles", role: "group", "aria-label": say("plate-put") });
  const buttons = GROUPS.map((name) => addPill(kinds, name, () => { group = name; show(); }));
  const drawn = Object.entries(FOODS).map(([key, food]) => ({ key, food, ...createTile(tiles, key, serve) }));
  const show = () => {
    for (const [i, button] of buttons.entries()) press(button, GROUPS[i] === group);
    for (const { key, food, tile, count } of drawn) {
      tile.hidden = food.group !== group;
      write(count, day.servings[key] ? `×${day.servings[key]}` : "");
    }
  };
  return show;
}

/** @type {(tiles: Element, key: string, serve: (key: string) => void) => { tile: HTMLElement, count: Element }} */
function createTile(tiles, key, serve) {
  const { name, serving } = FOODS[key];
  const tile = add(tiles, "button", { type: "button", draggable: "true", "data-food": key });
  drawFood(tile, key);
  add(tile, "span", { class: "name" }).textContent = name;
  add(tile, "span", { class: "serving" }).textContent = serving.replace(" g)", "\u00a0g)");
  tile.addEventListener("click", () => serve(key));
  tile.addEventListener("dragstart", (event) => event.dataTransfer?.setData("text/plain", key));
  return { tile, count: add(tile, "span", { class: "count" }) };
}

/** @type {(table: HTMLElement, serve: (key: string, change?: number) => void) => () => void} the drawn plate; a press takes a serving off */
function createDish(table, serve) {
  const dish = add(table, "div", { class: "dish", role: "group", "aria-label": say("plate-on"), tabindex: -1 });
  table.addEventListener("dragover", (event) => event.preventDefault());
  table.addEventListener("drop", (event) => {
    event.preventDefault();
    const key = event.dataTransfer?.getData("text/plain") ?? "";
    if (Object.hasOwn(FOODS, key)) serve(key);
  });
  return () => {
    const foods = onPlate(day);
    const focused = /** @type {Document | ShadowRoot} */ (dish.getRootNode()).activeElement;
    const held = focused && dish.contains(focused) ? /** @type {HTMLElement} */ (focused).dataset.on : undefined;
    dish.replaceChildren();
    set(dish, { style: `--size: ${Math.min(56, ROOM / (Math.ceil(Math.sqrt(foods.length)) + 1.8))}px` });
    for (const [key, { name }, count] of foods) {
      const button = add(dish, "button", { type: "button", "data-on": key, "aria-label": say("plate-off", { food: name, count }), title: name });
      drawFood(button, key);
      if (count > 1) add(button, "span", { class: "count" }).textContent = `×${count}`;
      button.addEventListener("click", () => serve(key, -1));
      if (key === held) button.focus();
    }
    if (!foods.length) add(dish, "p").textContent = say("plate-empty");
    // What was pressed has gone: the focus stays near it.
    if (held && !day.servings[held]) /** @type {HTMLElement} */ (dish.querySelector("button") ?? dish).focus();
  };
}

/** @type {(head: Element, place: Element, store: () => Store | undefined, go: () => void) => () => void} what the Lab shows at the plate, and the way there */
function createLabLine(head, place, store, go) {
  const told = add(place, "p", { class: "plate-lab", "aria-live": "polite" });
  const button = addPill(head, say("plate-show"), () => {
    const here = store();
    if (!here) return;
    here.change(toSliders(here.session.scenario, day));
    here.release();
    go();
  });
  button.dataset.do = "show";
  add(place, "p", { class: "note" }).textContent = `${say("notice")} ${say("plate-vary")} ${say("blood-thinner")}`;
  return () => {
    const here = store();
    button.disabled = !here || !Object.keys(settings(day)).length;
    write(told, button.disabled || !here ? "" : `${say("plate-lab")}: ${sentence(here)}`);
  };
}

/** @type {(store: Store) => string} */
function sentence({ session: { scenario } }) {
  try {
    const at = toSliders(scenario, day);
    return headline(simulate(at, SAMPLES), simulate(balancedOf(at), SAMPLES)).replaceAll("**", "");
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return error.message; // why it could not be solved
  }
}
