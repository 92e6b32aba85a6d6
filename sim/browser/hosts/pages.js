// What the pages beside the Lab show: lessons, the map, the plate. A script of its own, which a first visit does without.

import { add } from "../elements.js";
import { ALL, createLessons } from "../lesson/lessons.js";
import { createMap } from "../map/map.js";
import { createPlate } from "../plate/plate.js";
import { PAGES } from "../tables.js";
import { say } from "../words/messages.js";

/** @import { Store } from "../lab/store.js" */
/** @import { Nutrient } from "../map/grid.js" */
/** @import { Day } from "../plate/types.d.ts" */

export { ALL };

const PATIENCE = 1000; // ms until a plate has come to rest

/** @type {(root: HTMLElement, opened: (lesson: string) => void, teachers: URL) => ReturnType<typeof createLessons>} `opened`: the reader goes to another */
export const lessonsIn = (root, opened, teachers) =>
  createLessons(root, { opened, teachers: { text: say("board-for-teachers"), open: () => location.assign(teachers) } });

/**
 * Create what maps and plates are drawn by; `settingsChanged` shows on them what the sliders of the page's bar are set to.
 *
 * @param {() => Store | undefined} store  of the bar
 * @param {(path: string) => void} go
 */
export function createPictures(store, go) {
  /** @type {Map<HTMLElement, { map: ReturnType<typeof createMap>, up: Nutrient }>} */
  const maps = new Map();
  /** @type {Map<HTMLElement, ReturnType<typeof createPlate>>} */
  const plates = new Map();
  const settingsChanged = () => {
    const settings = store();
    for (const [root, plate] of plates) {
      if (settings && root.isConnected) plate.settingsChanged();
      if (!root.isConnected) plates.delete(root);
    }
    for (const [root, { map, up }] of maps) {
      if (settings && root.isConnected) map.show(settings, up);
      if (root.isConnected) continue;
      map.end();
      maps.delete(root);
    }
  };
  return {
    settingsChanged,
    /** @type {(root: HTMLElement, up: Nutrient) => void} */
    map(root, up) {
      maps.set(root, { map: maps.get(root)?.map ?? createMap(add(root, "div", { class: "lab" })), up });
      settingsChanged();
    },
    /** @type {(root: HTMLElement, tell: (day: Day) => void) => void} the server hears of a plate when it has come to rest */
    plate(root, tell) {
      if (plates.has(root)) return;
      let waits = 0;
      const changed = (/** @type {Day} */ day) => {
        clearTimeout(waits);
        waits = setTimeout(() => root.isConnected && tell(day), PATIENCE);
      };
      plates.set(root, createPlate(add(root, "div", { class: "lab" }), { store, go: () => go(PAGES[0].path), changed }));
    },
  };
}
