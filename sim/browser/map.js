// The paradox map: a crosshair follows pointer and arrow keys; a click, a tap, a drag or Enter moves the setting there.

import { must, set } from "./elements.js";
import { plain, told } from "./words/numbers.js";

/** @import { Box, Call, Point, Tell } from "./types.d.ts" */

/**
 * What map_chart.py tells; two entries are across and up.
 *
 * @typedef {object} MapContent
 * @property {string} svg
 * @property {string} label
 * @property {string} words
 * @property {[string, string]} names
 * @property {[string, string]} labels
 * @property {[string, string]} units
 * @property {[number[], number[]]} nodes
 * @property {[number[], number[]]} places  of the nodes, in the SVG
 * @property {Point} now
 * @property {number[]} bone  for every node, row by row [%]
 * @property {number[]} arteries  as many times the start
 * @property {number[]} paradox
 * @property {string} ink
 * @property {string} paper
 */

/** @type {Record<string, Point>} */
const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
const HINT = "Drag the ring, tap the map, or use the arrow keys and Enter, to move there.";
const PICKED = "calcium-picked"; // what a page's bar listens to, so that its sliders follow a drag
const EDGE = 12; // how far beside the axes a finger may land
/** @type {WeakMap<Element, PageMap>} */
const maps = new WeakMap();

/** @param {Call} call */
export default async function main({ parentElement, data, setTriggerValue }) {
  const root = must(/** @type {HTMLElement | null} */ (parentElement.querySelector(".map")));
  const map = maps.get(root) ?? new PageMap(root, must(parentElement.querySelector(".told")));
  maps.set(root, map);
  const message = ++map.messages;
  const content = JSON.parse(await inflate(data));
  if (message === map.messages) map.show(content, setTriggerValue); // else a later one has overtaken it
}

/** Return the text in gzipped bytes. */
const inflate = (/** @type {Uint8Array<ArrayBuffer>} */ bytes) =>
  new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();

class PageMap {
  messages = 0;
  svg = "";
  now = "";
  /** @type {Point} the node under the crosshair: how many nodes across and up */
  at = [0, 0];
  drag = false;
  dragged = false; // and the click that follows has been told

  /** @param {HTMLElement} root @param {Element} told  where the numbers of a node are told */
  constructor(root, told) {
    this.root = root;
    this.told = told;
  }

  /** @type {(content: MapContent, pull: Tell) => void} puts picture and ring on the page, and listens */
  show(content, pull) {
    const { root } = this;
    const { svg, places, now } = content;
    if (svg !== this.svg) root.innerHTML = svg;
    if (svg !== this.svg || String(now) !== this.now) this.at = both((axis) => nearest(places[axis], now[axis]));
    [this.svg, this.now] = [svg, String(now)];
    root.style.setProperty("--ink", content.ink);
    root.style.setProperty("--paper", content.paper);
    set(root, { "aria-label": `${content.label}. ${HINT}`, "aria-description": content.words });
    must(root.querySelector("svg")).setAttribute("aria-hidden", "true");
    mark(root, content);
    if (root.classList.contains("aiming")) this.move(content, this.at);
    else this.told.textContent = HINT;
    this.listen(content, () => pull("picked", this.picked(content)));
  }

  /** @type {(content: MapContent) => Record<string, number>} the setting under the crosshair */
  picked({ names, nodes }) {
    return Object.fromEntries(names.map((name, axis) => [name, nodes[axis][this.at[axis]]]));
  }

  /** @type {(content: MapContent, pick: () => void) => void} */
  listen(content, pick) {
    const { root } = this;
    const { nodes, places } = content;
    this.listenToDrag(content, pick);
    const aimless = () => root.classList.remove("aiming");
    root.onpointerleave = () => root.matches(":focus-visible") || aimless();
    root.onfocus = () => root.matches(":focus-visible") && this.move(content, this.at);
    root.onblur = aimless;
    root.onclick = (event) => {
      const at = under(root, places, event);
      if (!at || this.dragged) return;
      this.move(content, at);
      pick();
    };
    root.onkeydown = (event) => {
      const step = STEPS[event.key];
      if (step) this.move(content, both((axis) => Math.min(Math.max(this.at[axis] + step[axis], 0), nodes[axis].length - 1)));
      else if (event.key === "Enter" || event.key === " ") pick();
      else return;
      event.preventDefault();
    };
  }

  /** @type {(content: MapContent, pick: () => void) => void} */
  listenToDrag(content, pick) {
    const { root } = this;
    const { places } = content;
    root.onpointermove = (event) => {
      const at = under(root, places, event);
      this.move(content, at);
      if (!this.drag || !at) return;
      ring(root, both((axis) => places[axis][at[axis]]), places);
      window.dispatchEvent(new CustomEvent(PICKED, { detail: this.picked(content) }));
    };
    // A finger on the ring drags it; beside the ring it scrolls the page or taps.
    root.ontouchstart = (event) => {
      if (onRing(event)) event.preventDefault();
    };
    root.onpointerdown = (event) => {
      const at = under(root, places, event);
      this.drag = event.button === 0 && Boolean(at && (event.pointerType === "mouse" || onRing(event)));
      this.dragged = false;
      if (!this.drag) return;
      this.move(content, at);
      root.setPointerCapture(event.pointerId);
    };
    root.onpointerup = () => {
      if (this.drag) pick();
      [this.dragged, this.drag] = [this.drag, false];
    };
    root.onpointercancel = () => {
      this.drag = false;
      mark(root, content);
    };
  }

  /** @type {(content: MapContent, at: Point | null) => void} puts the crosshair on a node and tells its numbers */
  move({ places, nodes, labels, units, bone, arteries, paradox }, at) {
    const { root } = this;
    root.classList.toggle("aiming", Boolean(at));
    if (!at) return;
    this.at = at;
    const [x, y] = both((axis) => places[axis][at[axis]]);
    const [left, right, bottom, top] = edges(places);
    must(root.querySelector(".crosshair")).setAttribute("d", `M${left} ${y}H${right}M${x} ${bottom}V${top}`);
    const cell = at[1] * nodes[0].length + at[0];
    const setting = at.map((index, axis) => `${labels[axis]} ${plain(nodes[axis][index])} ${units[axis]}`).join(", ");
    const end = paradox[cell] ? ", calcium paradox" : "";
    const found = `bone ${told("bone_change", bone[cell])}, arteries ${told("arteries_times", arteries[cell])}`;
    this.told.textContent = `${setting}: ${found}${end}`;
  }
}

/** @type {(event: Event) => boolean} */
const onRing = ({ target }) => target instanceof Element && Boolean(target.closest(".grip"));

/** @type {(value: (axis: 0 | 1) => number) => Point} */
const both = (value) => [value(0), value(1)];

/** @type {(places: number[], at: number) => number} */
const nearest = (places, at) => places.reduce((best, place, index) => (Math.abs(place - at) < Math.abs(places[best] - at) ? index : best), 0);

/** @type {(root: HTMLElement, places: MapContent["places"], event: MouseEvent) => Point | null} null beside the map */
function under(root, places, event) {
  const toPage = must(must(root.querySelector("svg")).getScreenCTM());
  const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(toPage.inverse());
  const inside = [x, y].every((at, axis) => at > Math.min(...places[axis]) - EDGE && at < Math.max(...places[axis]) + EDGE);
  return inside ? both((axis) => nearest(places[axis], [x, y][axis])) : null;
}

/** @type {(places: MapContent["places"]) => number[]} left, right, bottom, top */
const edges = (places) => places.flatMap((along) => [along[0], along[along.length - 1]]);

/** @type {(root: HTMLElement, content: MapContent) => void} draws the ring of the current setting, and the crosshair */
function mark(root, { now, places }) {
  root.querySelector(".marks")?.remove();
  must(root.querySelector("svg")).insertAdjacentHTML("beforeend", `<g class="marks"><path class="crosshair"/>
    <circle class="under" r="6.5"/><circle class="now" r="6.5"/><circle class="grip" r="24"/><text>this run</text></g>`);
  ring(root, now, places);
}

/** @type {(root: HTMLElement, at: Point, places: MapContent["places"]) => void} puts the ring on a point of the map */
function ring(root, at, places) {
  for (const circle of boxed(root, ".marks circle")) set(circle, { cx: at[0], cy: at[1] });
  name(root, at, places);
}

/**
 * Name the ring beside it, towards the middle of the map or where else no words of the picture stand.
 *
 * @type {(root: HTMLElement, ring: Point, places: MapContent["places"]) => void}
 */
function name(root, [x, y], places) {
  const [text] = boxed(root, ".marks text");
  text.style.display = "";
  const words = boxed(root, "[id^=region], [id^=times]").map((word) => word.getBBox());
  const [left, right, bottom, top] = edges(places);
  const inwards = x > (left + right) / 2 ? -12 : 12;
  const sides = [inwards, -inwards].flatMap((across) => [-9, 18, -27, 36, -45, 54].map((up) => ({ across, up })));
  const put = ({ across, up } = sides[0]) => {
    const at = { x: x + across, y: Math.max(y + up, top + 17), "text-anchor": across < 0 ? "end" : "start" };
    set(text, at);
  };
  const free = sides.find((side) => {
    put(side);
    const box = text.getBBox();
    return box.x >= left && box.x + box.width <= right && box.y + box.height <= bottom && !words.some((word) => meet(box, word));
  });
  text.style.display = free ? "" : "none"; // rather no words than words over words
  put(free);
}

/** @type {(root: Element, selector: string) => SVGGraphicsElement[]} what is drawn and has a box */
const boxed = (root, selector) => [...root.querySelectorAll(selector)].filter((node) => node instanceof SVGGraphicsElement);

/** @type {(a: Box, b: Box) => boolean} */
const meet = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
