// The paradox map: it solves itself for the world that a store shows, and moves the store's settings.

import { add, draw, set } from "../elements.js";
import { write } from "../lab/write.js";
import { MAP } from "../tables.js";
import { say } from "../words/messages.js";
import { SIZE } from "./frame.js";
import { solveGrid } from "./grid.js";
import { drawPicture } from "./picture.js";
import { Pointing } from "./pointing.js";
import { describeMap } from "./words.js";

/** @import { Store } from "../lab/store.js" */
/** @import { Grid, Nutrient } from "./grid.js" */

/**
 * Create the map in an element, with what is told of it below; `show` brings it to what a store holds.
 *
 * @param {Element} room
 * @param {{ open?: boolean, solved?: (grid: Grid) => void }} [how]
 *   `open`: the words that stand for the picture are not folded away; `solved`: hears of each new map
 */
export function createMap(room, { open = false, solved = () => {} } = {}) {
  const root = add(room, "div", { class: "map", tabindex: 0, role: "application", "aria-label": `${say("table-map")}. ${say("map-hint")}` });
  const svg = draw(root, "svg", { viewBox: `0 0 ${SIZE.width} ${SIZE.height}`, "aria-hidden": "true" });
  const hatch = draw(draw(svg, "defs"), "pattern", { id: "map-hatch", width: 9, height: 9, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" });
  draw(hatch, "path", { class: "hatch", d: "M4.5 0V9" });
  const picture = draw(svg, "g");
  const told = add(room, "p", { class: "map-told", "aria-live": "polite" });
  const folded = add(room, "details", { class: "map-words", ...(open && { open: "" }) });
  add(folded, "summary").textContent = say("map-in-words");
  const words = add(folded, "p");
  const pointing = new Pointing(root, svg, told);
  let [asked, solving] = ["", new AbortController()];
  /** @type {Grid | null} */
  let grid = null;

  const isShown = () => grid !== null && worldOf(grid.world, grid.names[1]) === asked;
  /** @type {(store: Store) => void} puts what changes with the settings on the map */
  const mark = (store) => {
    set(root, { "aria-busy": String(!isShown()) });
    if (!grid) return;
    pointing.show(grid, store);
    if (!isShown()) return; // what is told is told of the map in sight
    write(words, describeMap(grid, store.run, store.balanced));
    set(root, { "aria-description": words.textContent ?? "" });
  };
  /** @type {(store: Store, up: Nutrient) => Promise<void>} */
  const solve = async (store, up) => {
    const found = await solveGrid(store.session.scenario, up, solving.signal);
    if (!found) return;
    grid = found;
    drawPicture(picture, grid);
    solved(grid);
    mark(store);
  };
  const refuse = (/** @type {unknown} */ error) => {
    if (!(error instanceof RangeError)) throw error;
    set(root, { "aria-busy": "false" });
    write(words, say("map-unsolvable"));
  };
  return {
    /** @type {(store: Store, up: Nutrient) => void} */
    show(store, up) {
      const world = worldOf(store.session.scenario, up);
      if (world !== asked) {
        solving.abort();
        [asked, solving] = [world, new AbortController()];
        if (!isShown()) solve(store, up).catch(refuse);
        if (!grid) write(words, say("map-working"));
      }
      mark(store);
    },
    end: () => solving.abort(),
  };
}

/** @type {(scenario: import("../run.js").Scenario, up: Nutrient) => string} all but where on the map the settings lie */
const worldOf = (scenario, up) => JSON.stringify({ ...scenario, [MAP.across]: 0, [up]: 0, up });
