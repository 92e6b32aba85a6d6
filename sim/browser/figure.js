// One picture on the page: its paper, its ink, its reader and the words below it.

import { CURVES, curveOf, moveInk } from "./ink.js";
import { plain } from "./numbers.js";
import { layPaper, pointsOf } from "./paper.js";
import { createReader } from "./reading.js";

/**
 * Create an empty picture.
 *
 * @param {HTMLElement} host
 * @param {HTMLElement | null} captionHost  where its words go, if not below it
 * @param {string} name  of the picture
 * @param {object} words  titles and claims by name of the picture
 * @param {(year: number | null) => void} onYear  another year is read off this picture, or none any more
 */
export function createFigure(host, captionHost, name, words, onYear) {
  const figure = document.createElement("figure");
  figure.className = `picture picture-${name}`;
  figure.innerHTML = '<div class="board"><div class="place" role="img"></div></div>';
  const caption = document.createElement("figcaption");
  caption.innerHTML = '<p class="told"></p><p class="claim"><strong></strong><span></span></p>';
  host.append(figure);
  (captionHost ?? figure).append(caption);
  const place = figure.querySelector(".place");
  place.setAttribute("aria-label", words.titles[name]);
  writeClaim(caption, words.claims[name]);
  const state = { key: null, laid: null, run: null };
  const reader = createReaderOf(name, place, words, state, onYear);
  const draw = () => {
    if (!state.laid || !state.run) return;
    moveInk(name, state.laid, state.run);
    if (name in CURVES) state.curve = curveOf(name, state.run);
  };
  return {
    hide: (hidden) => {
      figure.hidden = hidden;
      caption.hidden = hidden;
    },
    lay: (key, paper) => {
      if (key === state.key) return;
      state.key = key;
      state.laid = layPaper(place, paper);
      draw();
      reader?.lay(state.laid);
    },
    show: (run) => {
      state.run = run;
      draw();
    },
    read: (year) => name in CURVES && reader.show(year),
    tell: (text) => {
      caption.querySelector(".told").textContent = text;
      place.setAttribute("aria-description", text);
    },
  };
}

function writeClaim(caption, claim) {
  const line = caption.querySelector(".claim");
  line.hidden = !claim;
  if (!claim) return;
  line.querySelector("strong").textContent = claim.grade;
  line.querySelector("span").textContent = `: ${claim.statement}`;
}

function createReaderOf(name, place, words, state, onYear) {
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

// What a picture over time says of a year: this run and the balanced one, each with its unit.
function tellYear(name, { laid, curve }, year) {
  if (!curve) return "";
  const { tell, unit = "" } = CURVES[name];
  const told = (y, start) => tell(y, start).join(" ") + unit;
  const own = told(valueAt(curve.xs, curve.ys, year), curve.ys[0]);
  laid.reference ??= pointsOf(laid.part("balanced"), laid.axes[0]);
  const [xs, ys] = [0, 1].map((column) => laid.reference.map((point) => point[column]));
  return `year ${plain(year, 1)}: ${own}, balanced ${told(valueAt(xs, ys, year), ys[0])}`;
}

function tellDose({ laid }, dose) {
  const percent = (protein) => {
    const points = (laid[protein] ??= pointsOf(laid.part(protein), laid.axes[0]));
    return plain(valueAt(points.map((p) => p[0]), points.map((p) => p[1]), dose));
  };
  return `${plain(dose)} µg/day: osteocalcin ${percent("osteocalcin")} %, MGP ${percent("mgp")} %`;
}

/** Return the value of a curve between its points, which rise along x. */
export function valueAt(xs, ys, x) {
  const last = xs.length - 1;
  let below = 0;
  while (below < last - 1 && xs[below + 1] <= x) below++;
  const share = (x - xs[below]) / (xs[below + 1] - xs[below]);
  return ys[below] + Math.min(Math.max(share, 0), 1) * (ys[below + 1] - ys[below]);
}
