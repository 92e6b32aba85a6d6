// Ink: what moves on each picture's paper when the run changes.

import { must, set } from "./elements.js";
import { plain, signed } from "./numbers.js";
import { moveLine, moveMarker, outline, writeLines } from "./paper.js";

/** @import { Curve, Laid, Shown } from "./types.d.ts" */

/**
 * The pictures over time: which quantity, what is added to it, and how its numbers are told, line by line.
 *
 * @type {Record<string, {quantity: string, offset: number, tell: (y: number, start: number) => string[], unit?: string}>}
 */
export const CURVES = {
  bone: { quantity: "bone_change", offset: 0, tell: (y) => [`${signed(y)} %`] },
  arteries: { quantity: "arteries", offset: 0, tell: (y) => [`×${plain(y, 1)}`] },
  blood: { quantity: "blood_calcium", offset: 0, tell: (y) => [plain(y, 2)], unit: " mg/dL" },
};
/** @type {Record<string, (value: number) => string>[]} how the bars of each axes tell their numbers */
const BARS = [
  { absorbed: plain, faeces: plain, urine: plain },
  { bone: (value) => signed(value, 1) },
  { arteries: (value) => signed(value, 3) },
];

/** @type {(name: string, laid: Laid, run: Shown) => void} moves the ink of a picture */
export function moveInk(name, laid, run) {
  if (name in CURVES) moveCurve(name, laid, run);
  else if (name === "activation") moveActivation(laid, run);
  else moveBars(laid, run);
}

/** @type {(run: Shown) => number[]} the years that a run's numbers belong to */
export function timesOf({ ink, settings }) {
  const { length } = ink.bone_change;
  return Array.from({ length }, (_, index) => (index * settings.years) / (length - 1));
}

/** @type {(name: string, run: Shown) => Curve} a run's values in a picture over time */
export function curveOf(name, run) {
  const { quantity, offset } = CURVES[name];
  const one = name === "arteries" ? run.ink.arteries[0] : 1;
  return { xs: timesOf(run), ys: Array.from(run.ink[quantity], (value) => value / one + offset) };
}

/** @type {(name: string, laid: Laid, run: Shown) => void} */
function moveCurve(name, laid, run) {
  const [scale] = laid.axes;
  const curve = curveOf(name, run);
  moveLine(laid.part("run"), scale, curve);
  const last = (/** @type {Curve} */ { ys }) => ys[ys.length - 1];
  const end = last(curve);
  moveMarker(laid.part("end"), scale.right, scale.toY(end));
  const alone = JSON.stringify(run.settings) === JSON.stringify(run.balanced);
  const lines = [alone ? "balanced" : "this run", ...CURVES[name].tell(end, curve.ys[0])];
  writeLines(laid.part("label-run"), lines);
  laid.part("label-balanced").style.display = alone ? "none" : "";
  const ends = alone ? [end] : [end, last(laid.line("balanced"))];
  moveLabels(laid, ["label-run", "label-balanced"], ends, lines.length);
}

/** @type {(laid: Laid, ids: string[], ends: number[], lines: number) => void} moves labels beside the ends of lines */
function moveLabels(laid, ids, ends, lines) {
  const [scale] = laid.axes;
  const wanted = ends.map((y) => scale.bottom - scale.toY(y));
  const half = (lines * laid.paper.lineHeight) / 2;
  placeLabels(wanted, half, scale.bottom - scale.top).forEach((place, index) => {
    const shift = scale.bottom - place - laid.paper.labels[ids[index]];
    laid.part(ids[index]).setAttribute("transform", `translate(0 ${shift.toFixed(2)})`);
  });
}

/**
 * Return where the centres of one or two labels go so that none covers the other, as place_labels in figures/style.py.
 *
 * @param {number[]} wanted  where the lines end, from below
 * @param {number} half  half the height of each label
 * @param {number} height  of the axes
 */
function placeLabels(wanted, half, height) {
  const order = wanted[0] > wanted[1] ? [1, 0] : [0, 1];
  const lowest = wanted.map((_, index) => half * (1 + 2 * order[index]));
  let free = wanted.map((place, index) => place - lowest[index]);
  if (free[order[0]] > free[order[1]]) free = free.map(() => (free[0] + free[1]) / 2);
  const room = height - 2 * half * wanted.length;
  return free.map((place, index) => Math.max(0, Math.min(place, room)) + lowest[index]);
}

/** @type {(laid: Laid, run: Shown) => void} */
function moveActivation(laid, run) {
  const [scale] = laid.axes;
  const x = scale.toX(run.settings.vitamin_k2);
  must(laid.part("dose").querySelector("path")).setAttribute("d", `M${x.toFixed(2)} ${scale.bottom}L${x.toFixed(2)} ${scale.top}`);
  const ends = [];
  for (const [protein, label] of [["osteocalcin", "osteocalcin"], ["mgp", "MGP"]]) {
    const percent = 100 * run.ink[protein][0];
    const curve = doseCurve(protein, laid, run);
    moveLine(laid.part(protein), scale, curve);
    ends.push(curve.ys[curve.ys.length - 1]);
    moveMarker(laid.part(`now-${protein}`), x, scale.toY(percent));
    writeLines(laid.part(`label-${protein}`), [label, `now ${plain(percent)} %`]);
  }
  moveLabels(laid, ["label-osteocalcin", "label-mgp"], ends, 2);
}

/** @type {(protein: string, laid: Laid, run: Shown) => Curve} what each K2 intake on the axis activates [%] */
export function doseCurve(protein, laid, { ink }) {
  const [low, high] = laid.paper.axes[0].x;
  const ys = Array.from(ink[`dose_${protein}`], (share) => 100 * share);
  return { xs: ys.map((_, index) => low + (index * (high - low)) / (ys.length - 1)), ys };
}

/** @type {(laid: Laid, run: Shown) => void} */
function moveBars(laid, run) {
  writeLines(laid.part("eaten"), [`Where a day's ${plain(run.ink.day_eaten[0])} mg go`]);
  BARS.forEach((bars, row) => {
    const scale = laid.axes[row];
    for (const [name, tell] of Object.entries(bars)) {
      const value = run.ink[`day_${name}`][0];
      writeLines(laid.part(`value-${name}`), [`${tell(value)} mg`]);
      stretch(laid.part(`bar-${name}`), scale.toX(0), scale.toX(value));
    }
  });
}

/** @type {(bar: SVGGElement, from: number, to: number) => void} gives a bar other ends; upper and lower edge stay */
function stretch(bar, from, to) {
  const edges = outline(bar).ys;
  const [low, high] = [Math.min(...edges), Math.max(...edges)];
  const d = `M${from.toFixed(2)} ${low}L${to.toFixed(2)} ${low}L${to.toFixed(2)} ${high}L${from.toFixed(2)} ${high}Z`;
  set(must(bar.querySelector("path")), { d });
}
