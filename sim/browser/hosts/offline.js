// The Lab as one file: its settings stand after the "#" of the address, or in the file itself.

import { must } from "../elements.js";
import { createLab } from "../lab/lab.js";
import { queryOf } from "../lab/link.js";
import { read } from "../lab/read_link.js";
import { USUAL } from "../lab/rules.js";
import { fillCompare } from "../panels/compare.js";
import { fillMap } from "../panels/map.js";
import { savePanel } from "../panels/save.js";
import { shareWith } from "../panels/share.js";
import { fillWords } from "../panels/words.js";
import { saveHome } from "./home.js";
import { createNotes } from "./notes.js";

/** @import { Host } from "../lab/store.js" */

const asItCame = /** @type {HTMLElement} */ (document.documentElement.cloneNode(true));
const root = must(/** @type {HTMLElement | null} */ (document.querySelector(".host")));
document.querySelector(".waiting")?.remove();
const notes = createNotes(root);
/** @type {ReturnType<typeof read>["progress"]} how far a reader has come in a lesson of the class's page: links keep it */
let progress = {};

/** @type {Host} */
const host = {
  said: (session) => {
    notes.say("link", []);
    writeHash(queryOf(session, progress));
  },
  home: (session) => saveHome(`<!doctype html>\n${asItCame.outerHTML}`, queryOf(session)),
  panels: {
    compare: fillCompare,
    map: fillMap,
    words: fillWords,
    save: savePanel(() => lab.picture()),
    share: shareWith(() => progress, (query) => {
      open(query);
      writeHash(queryOf(lab.store.session, progress));
    }),
  },
};
const lab = createLab(root, host);
// What is drawn is measured, and WebKit measures some of it only once: with the letters that are there by then.
Promise.allSettled([...document.fonts].map((face) => face.load())).then(show);
addEventListener("hashchange", show);

/** Show what the address says, or by itself the file. */
function show() {
  open(location.hash.slice(1) || location.search.slice(1) || document.body.dataset.start);
}

/** @type {(query?: string) => void} shows what a link holds; without one, what a first visit sees */
function open(query) {
  if (!query) return lab.put({ scenario: USUAL, pins: [], view: "page" }, { first: true });
  const linked = read(query);
  progress = linked.progress;
  lab.put(linked.session);
  notes.say("link", linked.notices);
}

/** @type {(query: string) => void} */
function writeHash(query) {
  try {
    history.replaceState(history.state, "", `#${query}`);
  } catch {
    // A frame without an address of its own: its settings last as long as it does.
  }
}
