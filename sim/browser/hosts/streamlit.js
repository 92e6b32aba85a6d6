// The Lab as a component of Streamlit: the only file that knows how a component speaks with its server.

import "../copying.js";
import "../translation.js";
import { must } from "../elements.js";
import { queryOf } from "../lab/link.js";
import { oncePerFrame } from "../panels/frames.js";
import { PRESETS } from "../tables.js";
import { say } from "../words/messages.js";
import { arrived, ownQuery, writeAddress } from "./address.js";
import { FILE, saveHome } from "./home.js";
import { createLine } from "./line.js";
import { createNotes } from "./notes.js";
import { insteadOfStreamlit, SERVER, serverAnswers } from "./server.js";
import { colour } from "./theme.js";

/** @import { createLab } from "../lab/lab.js" */
/** @import { Nutrient } from "../map/grid.js" */
/** @import { Changed, Session, Store } from "../lab/store.js" */
/** @import { Said } from "./line.js" */
/** @import { createLessons } from "../lesson/lessons.js" */
/** @import { createPictures } from "./pages.js" */
/** @import { Still } from "./still.js" */

/**
 * What lab.py tells with every run: of this window's own words, and what the session holds.
 *
 * @typedef {{ page: string, server: string, life: string, heard: number, round: string, also: Record<string, string> }} Heard
 * @typedef {Heard & { mode: "lab" | "bar", session: Session, notices: string[] }} Shown
 * @typedef {Heard & { mode: "page", address: string } | Heard & { mode: "lesson", address: string }} Elsewhere
 * @typedef {Shown | Elsewhere | { mode: "saving" } | { mode: "map", up: Nutrient } | { mode: "scene" } & Still | { mode: "plate" }} Told
 * @typedef {{ parentElement: HTMLElement, data: [Told], setStateValue: (key: string, value: unknown) => void }} Call
 *
 * @typedef {ReturnType<typeof createPictures>} Pictures
 * @typedef {{ lab: ReturnType<typeof createLab> | null, lessons?: ReturnType<typeof createLessons>, notes: ReturnType<typeof createNotes>, first: boolean }} Part
 */

const PATIENCE = 1000; // ms

/** @type {(said: Said) => void} */
let send = () => {};
/** @type {Session | null} what was last told or heard; it outlives a change of pages */
let known = null;
let [page, server, round] = ["", "", ""];
/** @type {Record<string, string>} */
let also = {};
let gone = false;
/** @type {Map<HTMLElement, Part>} */
const parts = new Map();
/** @type {WeakMap<HTMLElement, (still: Still) => void>} */
const stills = new WeakMap();
/** @type {Pictures | null} what draws maps and plates, once there is one */
let pictures = null;

const line = createLine((said) => send(said), async () => {
  if (!(await serverAnswers())) serverGone();
  return !gone;
});

insteadOfStreamlit(serverGone);

const host = {
  /** @type {(session: Session, changed: Changed) => void} tells settings that the reader has changed */
  said: (session, changed) => {
    known = session;
    writeAddress(page, queryOf(session, also.lesson));
    for (const { notes } of parts.values()) notes.say("link", []);
    line.say(changed);
  },
  /** @type {(path: string) => void} */
  go: (path) => line.ask("go", path),
  /** @type {(name: string) => void} */
  open: (name) => line.ask("open", name),
  canOpen: () => !gone,
  /** @type {(session: Session) => Promise<void>} saves the file that lies beside this script */
  home: async (session) => {
    const answer = await fetch(new URL(FILE, import.meta.url)).catch(() => null);
    for (const { notes } of parts.values()) notes.say("home", answer?.ok ? [] : [say("home-failed")]);
    if (answer?.ok) saveHome(await answer.text(), queryOf(session));
  },
};

/** @param {Call} call */
export default function main({ parentElement, data: [data], setStateValue }) {
  const root = must(/** @type {HTMLElement | null} */ (parentElement.querySelector(".host")));
  root.dataset.mode = data.mode;
  if (data.mode === "saving") return void offerPicture(root);
  if (data.mode === "scene") return void showStill(root, data);
  if (data.mode === "map") return void putPicture(root, (by) => by.map(root, data.up));
  if (data.mode === "plate") return void putPicture(root, (by) => by.plate(root, (day) => setStateValue("day", day)));
  send = (said) => setStateValue("said", said);
  const here = parts.get(root);
  const part = here ?? { lab: null, notes: createNotes(root), first: false };
  parts.set(root, part);
  colour(root);
  hear(data);
  if (!here) line.repeat();
  if (data.mode === "lesson") putLesson(root, part, data.address);
  else if (data.mode === "page") writeAddress(data.page, data.address);
  else {
    show(part, data);
    if (!here) start(root, part, data.mode);
  }
  // Streamlit also says goodbye where two messages follow closely; a part ends only if its element has gone.
  return () => {
    if (root.isConnected) setTimeout(() => root.isConnected || end(root), PATIENCE);
    else end(root);
  };
}

/** @type {(data: Heard) => void} takes what the server has heard of this window */
function hear(data) {
  line.hear(data.heard, data.life);
  [page, also] = [data.page, data.also];
  arrived(page);
  const forgotten = server && server !== data.server;
  server = data.server;
  if (forgotten) line.remind(ownQuery());
}

/** Say that the server has gone, until it is back; then tell it everything again. */
async function serverGone() {
  if (gone) return;
  setGone(true);
  while (!(await serverAnswers())) await pause(PATIENCE);
  setGone(false);
  line.remind(ownQuery());
}

/** @type {(now: boolean) => void} */
function setGone(now) {
  gone = now;
  for (const { notes } of parts.values()) notes.say("server", gone ? [say("server-gone")] : []);
}

/** @type {(time: number) => Promise<void>} waits [ms] */
const pause = (time) => new Promise((done) => setTimeout(done, time));

/** @type {(part: Part, told: Shown) => void} shows what the server has put itself, and writes the address */
function show(part, { mode, session, notices, round: put }) {
  if (!known && mode === "lab" && !ownQuery()) {
    part.first = true;
    line.note(PRESETS["calcium paradox"]);
  }
  if (!known || (put && put !== round)) {
    known = withChanges(session, /** @type {Changed} */ (line.unheard()));
    part.lab?.put(known);
  }
  round = put || round;
  writeAddress(page, queryOf(known, also.lesson));
  part.notes.say("link", notices);
}

/** @type {(root: HTMLElement, part: Part, mode: "lab" | "bar") => Promise<void>} */
async function start(root, part, mode) {
  const [{ createLab }] = await Promise.all([import("../lab/lab.js"), styled(root)]);
  if (parts.get(root) !== part) return;
  part.lab = createLab(root, host, { mode });
  part.lab.put(must(known), { first: part.first });
  part.lab.store.on(oncePerFrame(() => pictures?.settingsChanged()));
  pictures?.settingsChanged();
  colour(root);
}

/** @type {(root: HTMLElement, part: Part, address: string) => Promise<void>} shows the lesson that the address names, or their list */
async function putLesson(root, part, address) {
  const at = (/** @type {string} */ lesson) => {
    const query = new URLSearchParams(address);
    query.set("lesson", lesson);
    writeAddress(page, String(query));
  };
  const [{ ALL, lessonsIn }] = await Promise.all([import("./pages.js"), styled(root)]);
  if (parts.get(root) !== part) return;
  part.lessons ??= lessonsIn(root, (key) => {
    at(key);
    line.say({ lesson: key });
  }, new URL("class?role=teacher", SERVER));
  const { lesson = also.lesson ?? ALL } = /** @type {{lesson?: string}} */ (line.unheard());
  part.lessons.show(lesson);
  at(lesson);
  colour(root);
}

/** @type {(root: HTMLElement, still: Still) => Promise<void>} */
async function showStill(root, still) {
  const [{ createStill }] = await Promise.all([import("./still.js"), styled(root)]);
  const show = stills.get(root) ?? createStill(root);
  stills.set(root, show);
  show(still);
  colour(root);
}

/** @type {(root: HTMLElement, draw: (by: Pictures) => void) => Promise<void>} draws a map or a plate */
async function putPicture(root, draw) {
  const [{ createPictures }] = await Promise.all([import("./pages.js"), styled(root)]);
  pictures ??= createPictures(barStore, host.go);
  draw(pictures);
  colour(root);
}

/** @type {() => Store | undefined} the settings of the page's bar */
const barStore = () => [...parts.values()].filter(({ lab }) => lab).at(-1)?.lab?.store;

/** @type {(root: HTMLElement) => Promise<void>} draws what saves the Lab's picture, in a panel over it */
async function offerPicture(root) {
  const { pictureButtons } = await import("../saving.js");
  if (root.childElementCount) return;
  const lab = () => must([...parts.values()].find(({ lab }) => lab)?.lab);
  pictureButtons(root, () => lab().store.session.scenario, () => lab().picture(), letters);
}

/** @type {() => Promise<string>} those of saved pictures, which lie beside this script, see lab.py */
const letters = async () => (await fetch(new URL("letters.css", import.meta.url))).text();

/** @type {(root: HTMLElement) => Promise<void>} waits for the style sheet beside it: what is drawn is measured */
async function styled(root) {
  const link = must(/** @type {ShadowRoot} */ (root.getRootNode()).querySelector("link"));
  if (!link.sheet) await new Promise((done) => link.addEventListener("load", done));
}

/** @type {(root: HTMLElement) => void} */
function end(root) {
  parts.get(root)?.lab?.end();
  parts.get(root)?.lessons?.end();
  parts.delete(root);
}

/** @type {(session: Session, changes: Changed) => Session} */
function withChanges({ scenario, pins, view }, changes) {
  const { pins: newPins = pins, view: newView = view, ...settings } = changes;
  return { scenario: { ...scenario, ...settings }, pins: newPins, view: newView };
}
