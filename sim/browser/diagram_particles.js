// Calcium on the move: dots with a ring that glide along the arrows, more and faster where more flows.

import { shaftWidth } from "./diagram_arrows.js";
import { scatter } from "./diagram_svg.js";
import { draw } from "./elements.js";
import { flowSize } from "./numbers.js";

/** @import { Arrow, Moment } from "./types.d.ts" */
/** @typedef {ReturnType<typeof createStream>} Stream */

const FRAME = 30; // ms: slow dots need no more pictures a second, and a Chromebook has other work
const MOST = 60;
const CLOSEST = 9;
const SAMPLES = 48;
const SLOWEST = 26;
const FASTEST = 110;
const GOLDEN = 0.618034;
const DOT = 4;

/**
 * Create the particles on all arrows.
 *
 * @param {Element} parent
 * @param {Arrow[]} arrows
 */
export function createParticles(parent, arrows) {
  const layer = draw(parent, "g", { class: "diagram-particles", "aria-hidden": "true", visibility: "hidden" });
  const streams = arrows.map((arrow) => createStream(layer, arrow));
  let moving = false;
  let frame = 0;
  let last = 0;

  const tick = (/** @type {number} */ now) => {
    if (!layer.isConnected) return;
    frame = requestAnimationFrame(tick);
    if (now - last < FRAME) return;
    // A long pause must not make the dots jump.
    const seconds = Math.min((now - last) / 1000, 0.1);
    last = now;
    for (const stream of streams) moveStream(stream, seconds);
  };
  return {
    show: (/** @type {Moment} */ moment) => fillStreams(streams, moment),
    setMoving: (/** @type {boolean} */ next) => {
      if (next === moving) return;
      moving = next;
      layer.setAttribute("visibility", moving ? "visible" : "hidden");
      cancelAnimationFrame(frame);
      if (moving) frame = requestAnimationFrame(tick);
    },
  };
}

/**
 * @param {Element} layer
 * @param {Arrow} arrow
 */
function createStream(layer, { name, shaft, tip }) {
  const length = shaft.getTotalLength();
  const points = Array.from({ length: SAMPLES + 1 }, (_, i) => shaft.getPointAtLength((length * i) / SAMPLES));
  points.push(new DOMPoint(...tip));
  const dots = Array.from({ length: Math.ceil(length / CLOSEST) }, () =>
    draw(layer, "circle", { r: DOT, class: "diagram-particle", visibility: "hidden" }));
  return { name, length, points, dots, count: 0, speed: 0, lane: 0, travelled: scatter(length) };
}

/**
 * Give each stream what its flux asks for; the last streams give way if the sum would pass the cap.
 *
 * @type {(streams: Stream[], moment: Moment) => void}
 */
function fillStreams(streams, moment) {
  let left = MOST;
  for (const stream of streams) {
    const flux = moment[stream.name];
    const size = flowSize(stream.name, flux);
    const count = flux > 0 ? Math.min(Math.max(Math.round((stream.length / CLOSEST) * size), 1), left) : 0;
    left -= count;
    stream.speed = SLOWEST + (FASTEST - SLOWEST) * size;
    stream.lane = Math.max(shaftWidth(stream.name, flux) / 2 - DOT, 0);
    while (stream.count < count) stream.dots[stream.count++].setAttribute("visibility", "inherit");
    while (stream.count > count) stream.dots[--stream.count].setAttribute("visibility", "hidden");
  }
}

/** @type {(stream: Stream, seconds: number) => void} */
function moveStream(stream, seconds) {
  const { points, dots, count, lane, length } = stream;
  stream.travelled = (stream.travelled + (stream.speed * seconds) / length) % 1;
  for (let i = 0; i < count; i += 1) {
    // Golden-ratio spacing stays even when dots are added, so none of the others has to jump.
    const along = ((stream.travelled + i * GOLDEN) % 1) * (points.length - 1);
    const from = points[Math.floor(along)];
    const to = points[Math.min(Math.floor(along) + 1, points.length - 1)];
    const part = along % 1;
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const side = (lane * (2 * scatter(i, 12) - 1)) / (Math.hypot(dx, dy) || 1);
    const x = from.x + dx * part - dy * side;
    const y = from.y + dy * part + dx * side;
    dots[i].setAttribute("transform", `translate(${x.toFixed(1)} ${y.toFixed(1)})`);
  }
}
