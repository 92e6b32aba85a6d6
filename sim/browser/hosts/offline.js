// The Lab as one file: its settings stand after the "#" of the address, or in the file itself.

import { createCodes } from "../board/codes.js";
import { add, must } from "../elements.js";
import { createLab } from "../lab/lab.js";
import { queryOf } from "../lab/link.js";
import { read } from "../lab/read_link.js";
import { USUAL } from "../lab/rules.js";
import { fillCompare } from "../panels/compare.js";
import { fillMap } from "../panels/map.js";
import { fontsOfPage, savePanel } from "../panels/save.js";
import { shareWith } from "../panels/share.js";
import { fillWords } from "../panels/words.js";
import { ALL, createLessons } from "../lesson/lessons.js";
import { LESSONS } from "../lesson_tables.js";
import { saveHome } from "./home.js";
import { say } from "../words/messages.js";
import { createNotes } from "./notes.js";

/** @import { Host, Session } from "../lab/store.js" */

const asItCame = /** @type {HTMLElement} */ (document.documentElement.cloneNode(true));
const root = must(/** @type {HTMLElement | null} */ (document.querySelector(".host")));
document.querySelector(".waiting")?.remove();
const notes = createNotes(root);
/** @type {ReturnType<typeof read>} what a first visit sees */
const FIRST = { session: { scenario: USUAL, pins: [], view: "page" }, lesson: "", notices: [] };
/** @type {ReturnType<typeof createLab> | null} there is one, or the lessons in its place */
let lab = null;
/** @type {ReturnType<typeof createLessons> | null} */
let lessons = null;
/** @type {HTMLElement | null} where a teacher reads class codes */
let codes = null;

/** @type {Host} */
const host = {
  said: (session) => {
    notes.say("link", []);
    writeHash(queryOf(session));
  },
  home: (session) => saveHome(`<!doctype html>\n${asItCame.outerHTML}`, queryOf(session)),
  panels: {
    compare: fillCompare,
    map: fillMap,
    words: fillWords,
    save: savePanel(() => lab?.picture() ?? ""),
    share: shareWith((query) => {
      open(query);
      if (lab) writeHash(queryOf(lab.store.session));
    }),
  },
  lessons: () => {
    if (lab) goTo(queryOf(lab.store.session, ALL));
  },
};
// What is drawn is measured, and WebKit measures some of it only once: with the letters that are there by then.
Promise.allSettled([...document.fonts].map((face) => face.load())).then(show);
addEventListener("hashchange", show);

/** Show what the address says, or by itself the file. */
function show() {
  open(location.hash.slice(1) || location.search.slice(1) || document.body.dataset.start);
}

/** @type {(query?: string) => void} shows what a link holds; without one, what a first visit sees */
function open(query) {
  const { session, lesson, notices } = query ? read(query) : FIRST;
  if (lesson) openLessons(session, lesson);
  else {
    codes?.remove();
    lessons?.end();
    lessons = null;
    lab ??= createLab(root, host);
    lab.put(session, { first: !query });
  }
  notes.say("link", notices);
}

/** @type {(session: Session, lesson: string) => void} shows a lesson, or their list, in the Lab's place */
function openLessons(session, lesson) {
  lab?.end();
  lab = null;
  codes?.remove();
  lessons ??= createLessons(root, {
    opened: (key) => goTo(queryOf(session, key), { show: false }),
    close: () => goTo(queryOf(session)),
    teachers: { text: say("board-read-codes"), open: () => openCodes(session) },
  });
  lessons.show(lesson);
}

/** @type {(session: Session) => void} reads class codes, in the place of the list of lessons */
function openCodes(session) {
  lessons?.end();
  lessons = null;
  codes = add(root, "div", { class: "lab board" });
  createCodes(codes, { lessons: Object.values(LESSONS), back: () => openLessons(session, ALL), letters: async () => fontsOfPage() });
}

/** @type {(query: string, how?: {show?: boolean}) => void} goes where the browser's Back comes back from */
function goTo(query, { show = true } = {}) {
  try {
    history.pushState(null, "", `#${query}`);
  } catch {
    // A frame without an address of its own.
  }
  if (show) open(query);
}

/** @type {(query: string) => void} */
function writeHash(query) {
  try {
    history.replaceState(history.state, "", `#${query}`);
  } catch {
    // A frame without an address of its own: its settings last as long as it does.
  }
}
