// The stage: diagram, transport and pictures together, all showing one run at one moment.

import { createDiagram } from "./diagram.js";
import { createFigure, valueAt } from "./figure.js";
import { add } from "./elements.js";
import { heavy, heldKeys, keepHeavy, readInk, unpack } from "./message.js";
import { same, shownSettings, watchSliders } from "./sliders.js";
import { applyTheme, PAPER } from "./theme.js";
import { createTransport } from "./transport.js";

/** @import { Header } from "./message.js" */
/** @import { exactInk } from "./run.js" */
/** @import { Moment, Paper, Settings, Shown, Tell, Words } from "./types.d.ts" */

/**
 * @typedef {object} Stage
 * @property {HTMLElement} root
 * @property {Record<"body" | "transport" | "curves" | "notes" | "cards", HTMLElement>} places
 * @property {Tell | null} tellServer  sets a state of the component
 * @property {Words | null} words
 * @property {ReturnType<typeof createDiagram> | null} diagram
 * @property {ReturnType<typeof createTransport> | null} transport
 * @property {Record<string, ReturnType<typeof createFigure>>} figures
 * @property {Shown | null} run  what is shown
 * @property {Shown | null} exact  the server's last answer
 * @property {boolean} ahead  whether the run shown is ahead of it
 * @property {number} years
 * @property {number | null} year  where the transport stands, if not at the end
 * @property {number | null} reading  the year that is read off a picture
 * @property {number} order  how many messages have come
 * @property {number} check  timer
 * @property {number} model  what waits for an idle moment to load the model
 * @property {typeof exactInk | null} exactInk
 */

const WIDE_FROM = 900; // CSS px
const CHECK = 300; // ms: whoever is ahead of the server looks again whether that is still so
const whenIdle = window.requestIdleCallback ?? ((/** @type {() => void} */ work) => setTimeout(work, CHECK));

/**
 * Create the stage in an element of the component.
 *
 * @param {HTMLElement} root
 */
export function createStage(root) {
  /** @type {Stage} */
  const stage = {
    root, places: placesIn(root), tellServer: null, words: null, diagram: null, transport: null, figures: {},
    run: null, exact: null, ahead: false, years: 0, year: null, reading: null, order: 0, check: 0, model: 0, exactInk: null,
  };
  const observer = new ResizeObserver(() => tellShape(stage));
  observer.observe(root);
  const unwatch = watchSliders((shown) => follow(stage, shown));
  const paper = matchMedia(PAPER);
  const print = () => colour(stage);
  paper.addEventListener("change", print);
  return {
    receive: (/** @type {Uint8Array<ArrayBuffer>} */ bytes, /** @type {Tell} */ tellServer) => {
      stage.tellServer = tellServer;
      tellShape(stage);
      receive(stage, bytes, tellServer);
    },
    destroy: () => {
      observer.disconnect();
      unwatch();
      paper.removeEventListener("change", print);
      clearTimeout(stage.check);
      stage.exact = null; // whoever still waits for its turn finds nothing to show
      stage.diagram?.destroy();
      stage.transport?.destroy();
    },
  };
}

/** @param {HTMLElement} root */
function placesIn(root) {
  root.replaceChildren();
  const scene = add(root, "div", { class: "scene" });
  return {
    body: add(scene, "div", { class: "body" }),
    transport: add(scene, "div", { class: "transport-place" }),
    curves: add(root, "div", { class: "curves" }),
    notes: add(root, "div", { class: "notes" }),
    cards: add(root, "div", { class: "cards" }),
  };
}

/**
 * @param {Stage} stage
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {Tell} tellServer
 */
async function receive(stage, bytes, tellServer) {
  const order = ++stage.order;
  const { header, body } = unpack(bytes);
  await keepHeavy(header, body);
  if (order !== stage.order) return; // a newer message has overtaken this one
  if (Object.keys(header.sent).length) tellServer("has", heldKeys());
  const words = /** @type {Words | undefined} */ (heavy(header.words));
  if (!words || !Object.values(header.papers).every(heavy)) return tellServer("has", heldKeys());
  stage.words = words;
  await styled(stage.root);
  if (order !== stage.order) return;
  if (!stage.diagram) build(stage, words, header.settings.years);
  stage.root.dataset.view = header.view;
  colour(stage);
  lay(stage, header, words);
  const { settings, balanced } = header;
  stage.exact = { settings, balanced, ink: readInk(header, body), exact: true };
  for (const [name, text] of Object.entries(header.texts)) stage.figures[name].tell(text);
  answer(stage, stage.exact);
  stage.model ||= whenIdle(() => fetchModel(stage));
}

/**
 * Load the model after the first picture, and solve a run before it is needed, because its first one is slow.
 *
 * @param {Stage} stage
 */
async function fetchModel(stage) {
  const { exactInk } = await import("./run.js");
  if (!stage.exact) return;
  const { settings, ink } = stage.exact;
  exactInk(settings, ink.bone_change.length);
  stage.exactInk = exactInk;
  follow(stage, shownSettings()); // a slider may have been dragged meanwhile
}

/** @param {Stage} stage */
function colour({ root, words }) {
  if (words) applyTheme(root, words.themes, root.dataset.view === "projector");
}

/**
 * Show the exact run, unless a slider that is being dragged is ahead of this answer.
 *
 * @param {Stage} stage
 * @param {Shown} exact
 */
function answer(stage, exact) {
  const now = shownSettings();
  const wasAhead = stage.ahead;
  stage.ahead = Boolean(wasAhead && now && !same(now, exact.settings));
  if (!stage.ahead) show(stage, exact);
  // An older answer moves the dragged slider back for an instant.
  if (wasAhead) requestAnimationFrame(() => follow(stage, shownSettings()));
}

/**
 * Wait for the style sheets.
 *
 * @param {HTMLElement} root
 */
async function styled(root) {
  while (!getComputedStyle(root).getPropertyValue("--diagram-styled")) {
    await new Promise((done) => setTimeout(done, 20));
  }
}

/**
 * @param {Stage} stage
 * @param {Words} words
 * @param {number} years
 */
function build(stage, words, years) {
  const diagram = createDiagram(stage.places.body, words);
  stage.diagram = diagram;
  stage.transport = createTransport(stage.places.transport, {
    years,
    onYear: (year) => seek(stage, year),
    onMoving: diagram.setMoving,
    moving: true,
  });
  diagram.setMoving(!matchMedia("(prefers-reduced-motion: reduce)").matches);
  stage.years = years;
}

/**
 * Put the papers of this message on the page, and only the pictures it has.
 *
 * @param {Stage} stage
 * @param {Header} header
 * @param {Words} words
 */
function lay(stage, header, words) {
  const { figures, places } = stage;
  for (const [name, key] of Object.entries(header.papers)) {
    // The two pictures beside the diagram have their words below all three, so that they are in sight together.
    const [host, notes] = ["bone", "arteries"].includes(name) ? [places.curves, places.notes] : [places.cards, null];
    figures[name] ??= createFigure(host, notes, name, words, (year) => readYear(stage, year));
    figures[name].lay(key, /** @type {Paper} */ (heavy(key)));
  }
  for (const [name, figure] of Object.entries(figures)) figure.hide(!(name in header.papers));
  const { years } = header.settings;
  if (stage.years === years) return;
  stage.years = years;
  stage.year = null;
  stage.transport?.setYears(years);
}

/**
 * Follow the sliders ahead of the server's answer, with a run of the browser's own.
 *
 * @param {Stage} stage
 * @param {Settings | null} shown
 */
function follow(stage, shown) {
  if (!stage.exact) return;
  const { settings, ink } = stage.exact;
  if (!shown || same(shown, settings)) {
    stage.ahead = false;
    return show(stage, stage.exact);
  }
  if (!stage.exactInk) return;
  stage.ahead = true;
  clearTimeout(stage.check);
  stage.check = setTimeout(() => stage.ahead && follow(stage, shownSettings()), CHECK);
  const moved = { ...settings, ...shown };
  const own = stage.exactInk(moved, ink.bone_change.length);
  if (own) show(stage, { settings: moved, balanced: false, ink: own, exact: false });
}

/**
 * @param {Stage} stage
 * @param {Shown} run
 */
function show(stage, run) {
  stage.run = run;
  stage.root.dataset.run = run.exact ? "exact" : "ahead";
  for (const figure of Object.values(stage.figures)) figure.show(run);
  showMoment(stage);
}

/**
 * The transport has moved.
 *
 * @param {Stage} stage
 * @param {number} year
 */
function seek(stage, year) {
  stage.year = year < stage.years ? year : null;
  showMoment(stage);
}

/**
 * A picture is read at a year; when it is read no more, the transport's year counts again.
 *
 * @param {Stage} stage
 * @param {number | null} year
 */
function readYear(stage, year) {
  stage.reading = year;
  showMoment(stage);
}

/** @param {Stage} stage */
function showMoment(stage) {
  const { run, words } = stage;
  if (!run || !words) return;
  const chosen = stage.reading ?? stage.year;
  for (const figure of Object.values(stage.figures)) figure.read(chosen);
  stage.diagram?.show(momentOf(run, Object.keys(words.fluxes), chosen ?? run.settings.years));
}

/**
 * @param {Shown} run
 * @param {string[]} fluxes
 * @param {number} year
 * @returns {Moment}
 */
function momentOf({ ink, settings }, fluxes, year) {
  const count = ink.bone_change.length;
  const xs = Array.from({ length: count }, (_, index) => (index * settings.years) / (count - 1));
  const at = (/** @type {string} */ name) => valueAt({ xs, ys: ink[name] }, year);
  return {
    year,
    fluxes: Object.fromEntries(fluxes.map((name) => [name, at(name)])),
    bone_change: at("bone_change"),
    arteries: at("arteries"),
    arteries_times: at("arteries") / ink.arteries[0],
    blood: at("blood_calcium"),
    gates: Object.fromEntries(GATES.map((name) => [name, ink[name][0]])),
  };
}

const GATES = ["vitamin_d", "osteocalcin", "formation", "mgp", "shield"];

/** @param {Stage} stage */
function tellShape(stage) {
  const width = stage.root.clientWidth;
  if (!width || !stage.tellServer) return;
  const shape = width >= WIDE_FROM ? "wide" : "narrow";
  if (stage.root.dataset.shape === shape) return;
  const first = stage.root.dataset.shape === undefined;
  stage.root.dataset.shape = shape;
  if (!first || shape !== "wide") stage.tellServer("shape", shape);
}
