// What stands on the screen: the Lab's first screen, or the bar of the other pages.

import { add, draw } from "../elements.js";
import { Sound } from "../listening/tone.js";
import { createScene } from "../scene/scene.js";
import { say } from "../words/messages.js";
import { createNotice, createSliders, createUndo } from "./bar.js";
import { createAccounts, createPresets } from "./choices.js";
import { Keys } from "./keys.js";
import { Menu } from "./menu.js";
import { createSentence } from "./sentence.js";
import { createTime } from "./time.js";
import { write } from "./write.js";

/** @import { Host, Store } from "./store.js" */

/**
 * @typedef {object} View
 * @property {(() => void)[]} syncs  bring what is seen to the store's state
 * @property {HTMLElement} [hinted]  the track at which a first visit gets its hint
 * @property {Element[]} sized  elements whose sizes matter
 * @property {(resized: boolean) => void} [draw]
 * @property {(phase: number) => void} [move]
 * @property {() => string} [picture]
 */

/** @type {(lab: HTMLElement, store: Store, host: Host, end: AbortSignal) => View} */
export function buildLab(lab, store, host, end) {
  const skip = add(lab, "button", { type: "button", class: "skip" });
  const head = add(lab, "header", { class: "head" });
  write(skip, say("lab-to-sliders"));
  write(add(head, "h1"), say("lab-question"));
  const presets = createPresets(head, store, { pill: true });
  const accounts = createAccounts(head, store, { pill: true });
  const leave = add(head, "button", { type: "button", class: "leave pill", "data-do": "projector" });
  write(leave, say("leave-projector"));
  leave.addEventListener("click", () => store.setView("page"));
  const sound = new Sound(store, () => scene.toHear(), end);
  const menu = createMenu(lab, head, { store, host, end, sound });
  const sentence = createSentence(lab, store, true, end);
  const room = add(lab, "div", { class: "stage" });
  const svg = draw(room, "svg", { class: "scene" });
  const scene = createScene(svg, {
    /** @type {(key: string, element: Element) => void} */
    onPart: (key, element) => { import("../panels/index.js").then(({ showPart }) => showPart(key, element, lab, store)); },
    onStep: (curve) => sound.step(curve),
  });
  const time = createTime(room, store);
  const bar = add(lab, "div", { class: "bar" });
  const sliders = createSliders(bar, store);
  const notice = createNotice(bar, store, true);
  skip.addEventListener("click", () => sliders[0].range.focus());
  return {
    syncs: [presets, accounts, () => menu.sync(), sentence, time, ...sliders.map((slider) => () => slider.sync()), notice],
    hinted: sliders[2].track,
    ...scenery(scene, svg, lab, store),
  };
}

/** @type {(lab: HTMLElement, store: Store, host: Host, end: AbortSignal) => View} */
export function buildBar(lab, store, host, end) {
  const bar = add(lab, "div", { class: "bar" });
  const sliders = createSliders(bar, store);
  const row = add(bar, "div", { class: "row" });
  const presets = createPresets(row, store, { pill: true });
  const accounts = createAccounts(row, store, { pill: true });
  const undo = createUndo(row, store);
  const notice = createNotice(row, store, false);
  const menu = createMenu(lab, row, { store, host, end, sound: null });
  const sentence = createSentence(bar, store, false, end);
  return {
    syncs: [presets, accounts, undo, () => menu.sync(), sentence, ...sliders.map((slider) => () => slider.sync()), notice],
    sized: [],
  };
}

/**
 * @param {HTMLElement} lab
 * @param {HTMLElement} parent
 * @param {{store: Store, host: Host, end: AbortSignal, sound: Sound | null}} parts  `sound`: of the picture, in the Lab
 */
function createMenu(lab, parent, { store, host, end, sound }) {
  const actions = {
    /** @type {(name: string) => void} */
    panel: (name) => { import("../panels/index.js").then(({ openPanel }) => openPanel(name, lab, store, host.panels)); },
    fullScreen: () => { document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen(); },
  };
  const keys = new Keys(lab, store, end, sound);
  return new Menu(parent, { store, host, actions, mode: sound ? "lab" : "bar", end, keys });
}

/**
 * Put the picture on its stage; it is drawn in the size that the stage has.
 *
 * @param {ReturnType<typeof createScene>} scene
 * @param {SVGSVGElement} svg
 * @param {HTMLElement} lab
 * @param {Store} store
 * @returns {Pick<View, "sized" | "draw" | "move" | "picture">}
 */
function scenery(scene, svg, lab, store) {
  let drawn = "";
  const covered = () => lab.querySelector(".panel-body") !== null;
  const fit = () => {
    const { width, height } = svg.getBoundingClientRect(); // upright, time has the foot of the stage
    const layout = /** @type {Parameters<typeof scene.resize>[0]} */ (lab.dataset.layout);
    const size = `${layout} ${width} ${height}`;
    if (!width || !height || size === drawn) return; // hidden, as where a panel is printed
    scene.resize(layout, width, height);
    drawn = size;
  };
  return {
    sized: [svg],
    draw(resized) {
      if (resized) fit();
      if (!drawn || covered()) return;
      const { run, balanced, ghost, year, playing, shading } = store;
      scene.draw({ run, balanced, ghost, year, playing, gap: shading ? store.other : null });
    },
    move: (phase) => { if (!covered()) scene.frame(phase); },
    picture: () => scene.toSvg(),
  };
}
