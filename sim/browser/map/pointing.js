// What a hand does on the map: a crosshair follows pointer and arrow keys; a click, a tap, a drag or Enter moves there.

import { must } from "../elements.js";
import { write } from "../lab/write.js";
import { say } from "../words/messages.js";
import { placeOf } from "./frame.js";
import { createRing } from "./ring.js";
import { tellNode } from "./words.js";

/** @import { Store } from "../lab/store.js" */
/** @import { Point } from "../types.d.ts" */
/** @import { Grid } from "./grid.js" */

/** @type {Record<string, Point>} */
const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
const EDGE = 12; // how far beside the axes a finger may land

export class Pointing {
  /** @type {{ grid: Grid, store: Store, places: [number[], number[]] } | null} `places`: of the nodes, in the picture */
  #shown = null;
  /** @type {Point} the node under the crosshair: how many nodes across and up */
  #at = [0, 0];
  #now = "";
  #gesture = ""; // of the drag, while there is one
  #dragged = false; // and the click that follows has been told

  /** @param {HTMLElement} root @param {SVGSVGElement} svg @param {HTMLElement} told  where the numbers of a node are told */
  constructor(root, svg, told) {
    this.root = root;
    this.svg = svg;
    this.told = told;
    this.ring = createRing(svg);
    root.onpointerleave = () => root.matches(":focus-visible") || this.#aim(null);
    root.onfocus = () => root.matches(":focus-visible") && this.#aim(this.#at);
    root.onblur = () => this.#aim(null);
    root.onclick = (event) => {
      const at = this.#under(event);
      if (!at || this.#dragged) return;
      this.#aim(at);
      this.#pick();
    };
    root.onkeydown = (event) => {
      const step = STEPS[event.key];
      if (step) this.#aim(both((axis) => Math.min(Math.max(this.#at[axis] + step[axis], 0), (this.#shown?.places[axis].length ?? 1) - 1)));
      else if (event.key === "Enter" || event.key === " ") this.#pick();
      else return;
      event.preventDefault();
    };
    this.#listenToDrag();
  }

  /** @type {(grid: Grid, store: Store) => void} puts the ring where the store's settings are */
  show(grid, store) {
    const { names, nodes } = grid;
    const now = placeOf(names, both((axis) => store.session.scenario[names[axis]]));
    if (grid !== this.#shown?.grid || String(now) !== this.#now) {
      const places = both((axis) => nodes[axis].map((node) => placeOf(names, [node, node])[axis]));
      this.#at = both((axis) => nearest(places[axis], now[axis]));
      this.#shown = { grid, store, places };
    }
    [this.#shown.store, this.#now] = [store, String(now)];
    this.ring.put(now);
    if (this.root.classList.contains("aiming")) this.#aim(this.#at);
    else write(this.told, say("map-hint"));
  }

  #listenToDrag() {
    const { root } = this;
    root.onpointermove = (event) => {
      const at = this.#under(event);
      this.#aim(at);
      if (this.#gesture && at) this.#move();
    };
    // A finger on the ring drags it; beside the ring it scrolls the page or taps.
    root.ontouchstart = (event) => {
      if (onRing(event)) event.preventDefault();
    };
    root.onpointerdown = (event) => {
      const at = this.#under(event);
      const holds = event.button === 0 && at && (event.pointerType === "mouse" || onRing(event));
      [this.#gesture, this.#dragged] = [holds ? `map ${event.timeStamp}` : "", false];
      if (!holds) return;
      this.#aim(at);
      root.setPointerCapture(event.pointerId);
    };
    root.onpointerup = () => {
      if (this.#gesture) this.#pick();
      [this.#dragged, this.#gesture] = [this.#gesture !== "", ""];
    };
    root.onpointercancel = () => {
      if (this.#gesture) this.#shown?.store.release();
      this.#gesture = "";
    };
  }

  /** @type {(event: MouseEvent) => Point | null} the node there; null beside the map */
  #under(event) {
    if (!this.#shown) return null;
    const { places } = this.#shown;
    const toPage = must(this.svg.getScreenCTM());
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(toPage.inverse());
    const inside = [x, y].every((at, axis) => at > Math.min(...places[axis]) - EDGE && at < Math.max(...places[axis]) + EDGE);
    return inside ? both((axis) => nearest(places[axis], [x, y][axis])) : null;
  }

  /** @type {(at: Point | null) => void} puts the crosshair on a node and tells its numbers, or takes it away */
  #aim(at) {
    this.root.classList.toggle("aiming", Boolean(at && this.#shown));
    if (!at || !this.#shown) return;
    const { grid, places } = this.#shown;
    this.#at = at;
    this.ring.aim(both((axis) => places[axis][at[axis]]));
    write(this.told, tellNode(grid, ...at));
  }

  /** Give the store the setting under the crosshair; all of a drag is one gesture. */
  #move() {
    if (!this.#shown) return;
    const { grid: { names, nodes }, store } = this.#shown;
    store.change(Object.fromEntries(names.map((name, axis) => [name, nodes[axis][this.#at[axis]]])), this.#gesture);
  }

  #pick() {
    this.#move();
    this.#shown?.store.release();
  }
}

/** @type {(event: Event) => boolean} */
const onRing = ({ target }) => target instanceof Element && Boolean(target.closest(".grip"));

/** @type {<Value>(value: (axis: 0 | 1) => Value) => [Value, Value]} */
const both = (value) => [value(0), value(1)];

/** @type {(places: number[], at: number) => number} */
const nearest = (places, at) => places.reduce((best, place, index) => (Math.abs(place - at) < Math.abs(places[best] - at) ? index : best), 0);
