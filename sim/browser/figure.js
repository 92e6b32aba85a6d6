// One picture on the page: its paper, its ink, its reader and the words below it.

import { add } from "./elements.js";
import { CURVES, curveOf, doseCurve, moveInk } from "./ink.js";
import { plain } from "./numbers.js";
import { layPaper } from "./paper.js";
import { createReader } from "./reading.js";

/** @import { Curve, Laid, Paper, Shown, Words } from "./types.d.ts" */

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
  const claim = words.claims[name];
  if (claim) {
    const line = add(caption, "p", { class: "claim" });
    add(line, "strong").textContent = claim.grade;
    add(line, "span").textContent = `: ${claim.statement}`;
  }
  const overTime = name in CURVES;
  let key = "";
  /** @type {Laid | null} */
  let laid = null;
  /** @type {Shown | null} */
  let run = null;
  /** @type {Curve | null} */
  let curve = null;
  const draw = () => {
    if (!laid || !run) return;
    moveInk(name, laid, run);
    if (overTime) curve = curveOf(name, run);
  };
  const tell = (/** @type {number} */ x) => {
    if (!laid || !run) return "";
    if (!overTime) return tellDose(laid, run, x);
    return curve ? tellYear(name, curve, laid.line("balanced"), x) : "";
  };
  const reader = overTime || name === "activation"
    ? createReader(board, `Read values: ${name}`, tell, (x) => (overTime ? onYear(x) : reader?.show(x)))
    : null;
  return {
    hide: (/** @type {boolean} */ hidden) => {
      figure.hidden = hidden;
      caption.hidden = hidden;
    },
    /** @type {(key: string, paper: Paper, text: string) => void} takes other paper, and the text alternative */
    lay: (nextKey, paper, text) => {
      told.textContent = text;
      place.setAttribute("aria-description", text);
      if (nextKey === key) return;
      key = nextKey;
      laid = layPaper(place, paper);
      draw();
      reader?.lay(laid);
    },
    show: (/** @type {Shown} */ shown) => {
      run = shown;
      draw();
    },
    read: (/** @type {number | null} */ year) => {
      if (overTime) reader?.show(year);
    },
  };
}

/** @type {(name: string, run: Curve, balanced: Curve, year: number) => string} this run and the balanced one, with units */
function tellYear(name, run, balanced, year) {
  const { tell, unit = "" } = CURVES[name];
  const told = (/** @type {Curve} */ line) => tell(valueAt(line, year), line.ys[0]).join(" ") + unit;
  return `year ${plain(year, 1)}: ${told(run)}, balanced ${told(balanced)}`;
}

/** @type {(laid: Laid, run: Shown, dose: number) => string} dose in ug/day */
function tellDose(laid, run, dose) {
  const percent = (/** @type {string} */ protein) => plain(valueAt(doseCurve(protein, laid, run), dose));
  return `${plain(dose)} µg/day: osteocalcin ${percent("osteocalcin")} %, MGP ${percent("mgp")} %`;
}

/** @type {(curve: Curve, x: number) => number} the value of a curve between its points */
export function valueAt({ xs, ys }, x) {
  const last = xs.length - 1;
  let below = 0;
  while (below < last - 1 && xs[below + 1] <= x) below++;
  const share = (x - xs[below]) / (xs[below + 1] - xs[below]);
  return ys[below] + Math.min(Math.max(share, 0), 1) * (ys[below + 1] - ys[below]);
}
