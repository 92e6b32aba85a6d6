// Ink: what moves on each picture's paper when the run changes.

import { must } from "./elements.js";
import { placeLabels } from "./labels.js";
import { plain, signed } from "./numbers.js";
import { moveLine, moveMarker, outline, writeLines } from "./paper.js";

/** @import { Laid, Scale, Shown } from "./types.d.ts" */

/**
 * The pictures over time: which quantity, what is added to it, and how its numbers are told, line by line.
 *
 * @type {Record<string, {quantity: string, offset: number, tell: (y: number, start: number) => string[], unit?: string}>}
 */
export const CURVES = {
  bone: { quantity: "bone_change", offset: 100, tell: (y) => [`${signed(y - 100)} %`] },
  arteries: { quantity: "arteries", offset: 0, tell: (y, start) => [`${plain(y)} mg`, `×${plain(y / start, 1)}`] },
  blood: { quantity: "blood_calcium", offset: 0, tell: (y) => [plain(y, 2)], unit: " mg/dL" },
};
/** @type {Record<string, (value: number) => string>} */
const DAY = {
  absorbed: plain, faeces: plain, urine: plain,
  bone: (value) => signed(value, 1), arteries: (value) => signed(value, 3),
};
const BARS = [["absorbed", "faeces", "urine"], ["bone"], ["arteries"]];

/**
 * Move the ink of a picture.
 *
 * @param {string} name  of the picture
 * @param {Laid} laid
 * @param {Shown} run
 */
export function moveInk(name, laid, run) {
  if (name in CURVES) moveCurve(name, laid, run);
  else if (name === "activation") moveActivation(laid, run);
  else moveBars(laid, run);
}

/**
 * Return a run's values in a picture over time, and the years they belong to.
 *
 * @param {string} name
 * @param {Shown} run
 * @returns {{xs: number[], ys: number[]}}
 */
export function curveOf(name, run) {
  const { quantity, offset } = CURVES[name];
  const ys = Array.from(run.ink[quantity], (value) => value + offset);
  return { xs: ys.map((_, index) => (index * run.settings.years) / (ys.length - 1)), ys };
}

/**
 * @param {string} name
 * @param {Laid} laid
 * @param {Shown} run
 */
function moveCurve(name, laid, run) {
  const [scale] = laid.axes;
  const { xs, ys } = curveOf(name, run);
  moveLine(laid.part("run"), scale, xs, ys);
  const end = ys[ys.length - 1];
  moveMarker(laid.part("end"), scale.right, scale.toY(end));
  const reference = laid.part("label-balanced");
  reference.style.display = run.balanced ? "none" : "";
  const lines = [run.balanced ? "balanced" : "this run", ...CURVES[name].tell(end, ys[0])];
  writeLines(laid.part("label-run"), lines);
  const names = run.balanced ? ["run"] : ["run", "balanced"];
  const { ys: balanced } = laid.line("balanced");
  const ends = run.balanced ? [end] : [end, balanced[balanced.length - 1]];
  putLabels(laid, scale, names, ends, lines.length);
}

/**
 * @param {Laid} laid
 * @param {Scale} scale
 * @param {string[]} names
 * @param {number[]} ends
 * @param {number} lines  of each label
 */
function putLabels(laid, scale, names, ends, lines) {
  const height = scale.bottom - scale.top;
  const half = (lines * laid.paper.lineHeight) / 2;
  const wanted = ends.map((end) => scale.bottom - scale.toY(end));
  placeLabels(wanted, names.map(() => half), height).forEach((place, index) => {
    const id = `label-${names[index]}`;
    const shift = scale.bottom - place - laid.paper.labels[id];
    laid.part(id).setAttribute("transform", `translate(0 ${shift.toFixed(2)})`);
  });
}

/**
 * @param {Laid} laid
 * @param {Shown} run
 */
function moveActivation(laid, run) {
  const [scale] = laid.axes;
  const x = scale.toX(run.settings.vitamin_k2);
  must(laid.part("dose").querySelector("path")).setAttribute("d", `M${x.toFixed(2)} ${scale.bottom}L${x.toFixed(2)} ${scale.top}`);
  for (const [protein, label] of [["osteocalcin", "osteocalcin"], ["mgp", "MGP"]]) {
    const percent = 100 * run.ink[protein][0];
    moveMarker(laid.part(`now-${protein}`), x, scale.toY(percent));
    writeLines(laid.part(`label-${protein}`), [label, `now ${plain(percent)} %`]);
  }
}

/**
 * @param {Laid} laid
 * @param {Shown} run
 */
function moveBars(laid, run) {
  writeLines(laid.part("eaten"), [`Where a day's ${plain(run.ink.day_eaten[0])} mg go`]);
  BARS.forEach((names, row) => {
    const scale = laid.axes[row];
    for (const name of names) {
      const value = run.ink[`day_${name}`][0];
      writeLines(laid.part(`value-${name}`), [`${DAY[name](value)} mg`]);
      stretch(laid.part(`bar-${name}`), scale.toX(0), scale.toX(value));
    }
  });
}

/**
 * Give a bar another end; its upper and lower edge stay.
 *
 * @param {SVGGElement} bar
 * @param {number} from
 * @param {number} to
 */
function stretch(bar, from, to) {
  const path = must(bar.querySelector("path"));
  path.dataset.edges ??= outline(bar).filter((_, index) => index % 2).join(" ");
  const edges = path.dataset.edges.split(" ").map(Number);
  const [low, high] = [Math.min(...edges), Math.max(...edges)];
  path.setAttribute("d", `M${from.toFixed(2)} ${low}H${to.toFixed(2)}V${high}H${from.toFixed(2)}Z`);
}
