// One picture on the page: its paper, its ink, its reader and the words below it.

import { CURVES, curveOf, moveInk } from "./ink.js";
import { add } from "./elements.js";
import { plain } from "./numbers.js";
import { layPaper } from "./paper.js";
import { createReader } from "./reading.js";

/** @import { Claim, Curve, Laid, Paper, Shown, Words } from "./types.d.ts" */
/** @typedef {{key: string, laid: Laid | null, run: Shown | null, curve: Curve | null}} State */

/**
 * Create an empty picture.
 *
 * @param {HTMLElement} host
 * @param {HTMLElement | null} captionHost  where its words go, if not below it
 * @param {string} name  of the picture
 * @param {Words} words
 * @param {(year: number | null) => void} onYear  another year is read off this picture, or none any more
 */
export function createFigure(host, captionHost, name, words, onYear) {
  const figure = add(host, "figure", { class: `picture picture-${name}` });
  const board = add(figure, "div", { class: "board" });
  const place = add(board, "div", { class: "place", role: "img", "aria-label": words.titles[name] });
  const caption = add(captionHost ?? figure, "figcaption");
  const told = add(caption, "p", { class: "told" });
  writeClaim(add(caption, "p", { class: "claim" }), words.claims[name]);
  /** @type {State} */
  const state = { key: "", laid: null, run: null, curve: null };
  const reader = createReaderOf(name, place, state, onYear);
  const draw = () => {
    if (!state.laid || !state.run) return;
    moveInk(name, state.laid, state.run);
    if (name in CURVES) state.curve = curveOf(name, state.run);
  };
  return {
    hide: (/** @type {boolean} */ hidden) => {
      figure.hidden = hidden;
      caption.hidden = hidden;
    },
    lay: (/** @type {string} */ key, /** @type {Paper} */ paper) => {
      if (key === state.key) return;
      state.key = key;
      state.laid = layPaper(place, paper);
      draw();
      reader?.lay(state.laid);
    },
    show: (/** @type {Shown} */ run) => {
      state.run = run;
      draw();
    },
    read: (/** @type {number | null} */ year) => {
      if (name in CURVES) reader?.show(year);
    },
    tell: (/** @type {string} */ text) => {
      told.textContent = text;
      place.setAttribute("aria-description", text);
    },
  };
}

/**
 * @param {HTMLElement} line
 * @param {Claim | undefined} claim
 */
function writeClaim(line, claim) {
  line.hidden = !claim;
  if (!claim) return;
  add(line, "strong").textContent = claim.grade;
  add(line, "span").textContent = `: ${claim.statement}`;
}

/**
 * @param {string} name
 * @param {HTMLElement} place
 * @param {State} state
 * @param {(year: number | null) => void} onYear
 */
function createReaderOf(name, place, state, onYear) {
  const label = `Read values: ${name}`;
  if (name in CURVES) {
    return createReader(place, label, { tell: (year) => tellYear(name, state, year), onRead: onYear });
  }
  if (name !== "activation") return null;
  const reader = createReader(place, label, {
    tell: (dose) => tellDose(state, dose),
    onRead: (dose) => reader.show(dose),
  });
  return reader;
}

/**
 * Return what a picture over time says of a year: this run and the balanced one, each with its unit.
 *
 * @param {string} name
 * @param {State} state
 * @param {number} year
 */
function tellYear(name, { laid, curve }, year) {
  if (!laid || !curve) return "";
  const { tell, unit = "" } = CURVES[name];
  const told = (/** @type {Curve} */ line) => tell(valueAt(line, year), line.ys[0]).join(" ") + unit;
  return `year ${plain(year, 1)}: ${told(curve)}, balanced ${told(laid.line("balanced"))}`;
}

/**
 * @param {State} state
 * @param {number} dose  ug/day
 */
function tellDose({ laid }, dose) {
  if (!laid) return "";
  const percent = (/** @type {string} */ protein) => plain(valueAt(laid.line(protein), dose));
  return `${plain(dose)} µg/day: osteocalcin ${percent("osteocalcin")} %, MGP ${percent("mgp")} %`;
}

/**
 * Return the value of a curve between its points.
 *
 * @param {Curve} curve
 * @param {number} x
 */
export function valueAt({ xs, ys }, x) {
  const last = xs.length - 1;
  let below = 0;
  while (below < last - 1 && xs[below + 1] <= x) below++;
  const share = (x - xs[below]) / (xs[below + 1] - xs[below]);
  return ys[below] + Math.min(Math.max(share, 0), 1) * (ys[below + 1] - ys[below]);
}
