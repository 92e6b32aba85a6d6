// The stage: diagram, transport and pictures together, all showing one run at one moment.

import { createDiagram } from "./diagram.js";
import { createFigure, valueAt } from "./figure.js";
import { heavy, heldKeys, keepHeavy, readInk, unpack } from "./message.js";
import { shownSettings, watchSliders } from "./sliders.js";
import { applyTheme, PAPER } from "./theme.js";
import { createTransport } from "./transport.js";

const WIDE_FROM = 900; // CSS px
const CHECK = 300; // ms: whoever is ahead of the server looks again whether that is still so
const SAME = (shown, settings) => Object.keys(shown).every((name) => shown[name] === settings[name]);
const whenIdle = window.requestIdleCallback ?? ((work) => setTimeout(work, CHECK));

/**
 * Create the stage in an element of the component.
 *
 * @param {HTMLElement} root
 * @returns {{receive: (bytes: Uint8Array, tellServer: (name: string, value: any) => void) => void, destroy: () => void}}
 *   `tellServer` sets a state of the component
 */
export function createStage(root) {
  const stage = { root, tellServer: null, figures: {}, run: null, exact: null, year: null, order: 0 };
  root.innerHTML = `<div class="scene"><div class="body"></div><div class="transport-place"></div></div>
    <div class="curves"></div><div class="notes"></div><div class="cards"></div>`;
  const observer = new ResizeObserver(() => tellShape(stage));
  observer.observe(root);
  const unwatch = watchSliders((shown) => follow(stage, shown));
  const paper = matchMedia(PAPER);
  const print = () => colour(stage);
  paper.addEventListener("change", print);
  return {
    receive: (bytes, tellServer) => {
      stage.tellServer = tellServer;
      tellShape(stage);
      receive(stage, bytes);
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

async function receive(stage, bytes) {
  const order = ++stage.order;
  const { header, body } = unpack(bytes);
  await keepHeavy(header, body);
  if (order !== stage.order) return; // a newer message has overtaken this one
  if (Object.keys(header.sent).length) stage.tellServer("has", heldKeys());
  stage.header = header;
  const words = heavy(header.words);
  if (!words || !Object.values(header.papers).every(heavy)) return stage.tellServer("has", heldKeys());
  await styled(stage.root);
  if (order !== stage.order) return;
  if (!stage.diagram) build(stage, words, header);
  stage.root.dataset.view = header.view;
  colour(stage);
  lay(stage, header, words);
  const { settings, balanced } = header;
  stage.exact = { settings, years: settings.years, balanced, ink: readInk(header, body), exact: true };
  for (const [name, text] of Object.entries(header.texts)) stage.figures[name].tell(text);
  answer(stage);
  stage.model ??= whenIdle(() => fetchModel(stage));
}

// The model comes after the first picture, and solves a run before it is needed, because its first one is slow.
async function fetchModel(stage) {
  const { exactInk } = await import("./run.js");
  if (!stage.exact) return;
  const { settings, ink } = stage.exact;
  exactInk(settings, ink.bone_change.length);
  stage.exactInk = exactInk;
  follow(stage, shownSettings()); // a slider may have been dragged meanwhile
}

function colour({ root, header }) {
  if (header) applyTheme(root, heavy(header.words).themes, header.view === "projector");
}

// Show the exact run, unless a slider that is being dragged is ahead of this answer.
function answer(stage) {
  const { settings } = stage.exact;
  const now = shownSettings();
  const wasAhead = stage.ahead;
  stage.ahead = Boolean(wasAhead && now && !SAME(now, settings));
  if (!stage.ahead) show(stage, stage.exact);
  // An older answer moves the dragged slider back for an instant.
  if (wasAhead) requestAnimationFrame(() => follow(stage, shownSettings()));
}

// Wait for the style sheets.
async function styled(root) {
  while (!getComputedStyle(root).getPropertyValue("--diagram-styled")) {
    await new Promise((done) => setTimeout(done, 20));
  }
}

function build(stage, words, header) {
  const { root } = stage;
  stage.diagram = createDiagram(root.querySelector(".body"), words);
  stage.transport = createTransport(root.querySelector(".transport-place"), {
    years: header.settings.years,
    onYear: (year) => seek(stage, year),
    onMoving: (moving) => stage.diagram.setMoving(moving),
    moving: true,
  });
  stage.diagram.setMoving(!matchMedia("(prefers-reduced-motion: reduce)").matches);
  stage.years = header.settings.years;
  stage.fluxes = Object.keys(words.fluxes);
}

// Put the papers of this message on the page, and only the pictures it has.
function lay(stage, header, words) {
  const { root, figures } = stage;
  for (const [name, key] of Object.entries(header.papers)) {
    figures[name] ??= createFigure(...hosts(root, name), name, words, (year) => readYear(stage, year));
    figures[name].lay(key, heavy(key));
  }
  for (const [name, figure] of Object.entries(figures)) figure.hide(!(name in header.papers));
  const { years } = header.settings;
  if (stage.years === years) return;
  stage.years = years;
  stage.year = null;
  stage.transport.setYears(years);
}

// The two pictures beside the diagram have their words below all three, so that they are in sight together.
function hosts(root, name) {
  const beside = ["bone", "arteries"].includes(name);
  return beside ? [root.querySelector(".curves"), root.querySelector(".notes")] : [root.querySelector(".cards"), null];
}

// Follow the sliders ahead of the server's answer, with a run of the browser's own.
function follow(stage, shown) {
  if (!stage.exact) return;
  const { settings, years, ink } = stage.exact;
  if (!shown || SAME(shown, settings)) {
    stage.ahead = false;
    return show(stage, stage.exact);
  }
  if (!stage.exactInk) return;
  stage.ahead = true;
  clearTimeout(stage.check);
  stage.check = setTimeout(() => stage.ahead && follow(stage, shownSettings()), CHECK);
  const moved = { ...settings, ...shown };
  const own = stage.exactInk(moved, ink.bone_change.length);
  if (own) show(stage, { settings: moved, years, balanced: false, ink: own });
}

function show(stage, run) {
  stage.run = run;
  stage.root.dataset.run = run.exact ? "exact" : "ahead";
  for (const figure of Object.values(stage.figures)) figure.show(run);
  showMoment(stage);
}

// The transport has moved.
function seek(stage, year) {
  stage.year = year < stage.years ? year : null;
  showMoment(stage);
}

// A picture is read at a year; when it is read no more, the transport's year counts again.
function readYear(stage, year) {
  stage.reading = year;
  showMoment(stage);
}

function showMoment(stage) {
  const { run } = stage;
  if (!run) return;
  const chosen = stage.reading ?? stage.year;
  for (const figure of Object.values(stage.figures)) figure.read(chosen);
  stage.diagram.show(momentOf(run, stage.fluxes, chosen ?? run.years));
}

function momentOf(run, fluxes, year) {
  const count = run.ink.bone_change.length;
  const xs = Array.from({ length: count }, (_, index) => (index * run.years) / (count - 1));
  const at = (name) => valueAt({ xs, ys: run.ink[name] }, year);
  return {
    year,
    fluxes: Object.fromEntries(fluxes.map((name) => [name, at(name)])),
    bone_change: at("bone_change"),
    arteries: at("arteries"),
    arteries_times: at("arteries") / run.ink.arteries[0],
    blood: at("blood_calcium"),
    gates: Object.fromEntries(GATES.map((name) => [name, run.ink[name][0]])),
  };
}

const GATES = ["vitamin_d", "osteocalcin", "formation", "mgp", "shield"];

function tellShape(stage) {
  const width = stage.root.clientWidth;
  if (!width || !stage.tellServer) return;
  const shape = width >= WIDE_FROM ? "wide" : "narrow";
  if (stage.root.dataset.shape === shape) return;
  const first = stage.root.dataset.shape === undefined;
  stage.root.dataset.shape = shape;
  if (!first || shape !== "wide") stage.tellServer("shape", shape);
}
