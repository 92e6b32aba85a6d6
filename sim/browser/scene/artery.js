// Artery: a ring cut open, with specks of calcium inside its wall. Stiff waves and pulse are illustration only.

import { draw } from "../elements.js";
import { SPECK } from "./look.js";
import { clamp, put, scatter, short, show } from "./nodes.js";

const CHANNEL = 0.56; // of the ring's radius
const FIBRES = [0.18, 0.4, 0.62, 0.84]; // depth in the wall
const START = 300; // mg at which the wall is as springy as it gets
export const SHAPES = ["M-6-2L-1-6L5-4L6 2L1 6L-5 4Z", "M-6 1L-3-5L3-6L6-1L3 5L-2 5Z", "M-5-4L2-5L6 0L3 5L-4 5L-6 0Z"];

/** @typedef {{angle: number, depth: number, size: number, turn: number, kind: number}} Place */

/** @type {Place[]} places found so far, and how many were tried for them */
const places = [];
let tried = 0;

/** @type {(index: number) => Place} the place of a speck: more often than not beside an older one */
function placeOf(index) {
  while (places.length <= index) {
    const i = tried++;
    let [angle, depth] = [scatter(i, 11) * 2 * Math.PI, 0.14 + 0.72 * scatter(i, 12)];
    if (places.length > 26 && scatter(i, 13) < 0.8) {
      const older = places[Math.floor(scatter(i, 14) * places.length)];
      angle = older.angle + (scatter(i, 15) - 0.5) * 0.32;
      depth = clamp(older.depth + (scatter(i, 16) - 0.5) * 0.5, 0.12, 0.88);
    }
    // They come closer as they grow in number: a full wall has no free place.
    const least = places.length < 26 ? 0.7 : places.length < 90 ? 0.36 : 0.2 * Math.exp(-Math.max(0, places.length - 160) / 90);
    if (places.some((other) => distance(other, angle, depth) < least)) continue;
    places.push({
      angle, depth, size: 0.75 + 0.5 * scatter(i, 17), turn: scatter(i, 18) * 360, kind: Math.floor(scatter(i, 19) * 3),
    });
  }
  return places[index];
}

/** @type {(place: Place, angle: number, depth: number) => number} */
function distance(place, angle, depth) {
  const turn = ((((angle - place.angle + Math.PI) % (2 * Math.PI)) + 2 * Math.PI) % (2 * Math.PI)) - Math.PI;
  return Math.hypot(turn * 4.2, (depth - place.depth) * 1.6);
}

/** @type {(radius: number, height: number) => string} a circle with 24 waves */
function wavy(radius, height) {
  const points = Array.from({ length: 144 }, (_, k) => {
    const angle = (k / 144) * 2 * Math.PI;
    const r = radius + height * Math.sin(angle * 24);
    return `${short(r * Math.cos(angle))} ${short(r * Math.sin(angle))}`;
  });
  return `M${points.join("L")}Z`;
}

/**
 * Draw the artery; specks that only the ghost has are dashed.
 *
 * @param {SVGElement} parent
 * @param {{x: number, y: number, r: number}} place
 */
export function makeArtery(parent, { x, y, r }) {
  const group = draw(parent, "g", { transform: `translate(${short(x)} ${short(y)})` });
  const ring = draw(group, "g");
  const [channel, wall] = [r * CHANNEL, r * (1 - CHANNEL)];
  draw(ring, "circle", { r: short(r), class: "wall" });
  const fibres = FIBRES.map(() => draw(ring, "path", { class: "fibre" }));
  draw(ring, "circle", { r: short(channel), class: "channel" });
  const lining = draw(ring, "path", { class: "lining" });
  draw(ring, "circle", { r: short(r), class: "coat" });
  const shelf = draw(ring, "g");
  /** @type {{node: SVGPathElement, grown: number}[]} `grown`: to 1; below 0 where only the ghost has it */
  const specks = [];
  let [stretch, waves] = [0, ""];

  const setSpeck = (/** @type {number} */ index, /** @type {number} */ grown) => {
    const { angle, depth, size, turn, kind } = placeOf(index);
    specks[index] ??= { node: draw(shelf, "path", { d: SHAPES[kind] }), grown: Number.NaN };
    if (specks[index].grown === grown) return;
    specks[index].grown = grown;
    const { node } = specks[index];
    show(node, grown !== 0);
    put(node, "class", grown > 0 ? "speck" : "speck gone");
    const at = channel + depth * wall;
    const scale = size * (r / 125) * (grown > 0 ? Math.max(0.25, Math.sqrt(grown)) : 1);
    put(node, "transform", `translate(${short(at * Math.cos(angle))} ${short(at * Math.sin(angle))}) ` +
      `rotate(${turn.toFixed(0)}) scale(${scale.toFixed(2)})`);
  };
  return {
    /** @type {(milligrams: number, before: number | undefined) => void} */
    draw(milligrams, before) {
      const [now, then] = [milligrams / SPECK, (before ?? 0) / SPECK];
      const count = Math.ceil(Math.max(now, then, specks.length));
      for (let i = 0; i < count; i++) setSpeck(i, clamp(now - i, 0, 1) || (i < Math.round(then) ? -1 : 0));
      const soft = clamp((START / milligrams - 0.35) / 0.65, 0, 1);
      stretch = 0.03 * (START / milligrams) ** 1.5;
      const height = short(3.4 * (r / 140) * soft);
      if (height === waves) return;
      waves = height;
      fibres.forEach((node, i) => { put(node, "d", wavy(channel + FIBRES[i] * wall, Number(height))); });
      put(lining, "d", wavy(channel, Number(height)));
    },
    /** @type {(beat: number) => void} 0 to 1, how far the pulse has widened it */
    beat(beat) {
      put(ring, "transform", `scale(${(1 + stretch * beat).toFixed(4)})`);
    },
  };
}
