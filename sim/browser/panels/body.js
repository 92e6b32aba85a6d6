// Whole body and all numbers: the drawing with every flow, the year it shows, and the settings.

import { createBody } from "../body/body.js";
import { add, draw } from "../elements.js";
import { createSliders } from "../lab/bar.js";
import { createTime } from "../lab/time.js";
import { showPart } from "./explain.js";

/** @import { Store } from "../lab/store.js" */
/** @import { Fill } from "./types.d.ts" */

const WIDEST_TALL = 1.1; // width by height, up to which the body stands upright
const SPEED = 0.11; // of the dots, in phases a second, as in the scene

/** @type {Fill} */
export function fillBody(room, store, root) {
  const svg = draw(add(room, "div", { class: "body-room" }), "svg");
  const foot = add(room, "div", { class: "body-foot" });
  const time = createTime(foot, store);
  const sliders = createSliders(foot, store);
  const body = createBody(svg, { onPart: (key, element) => showPart(key, element, root, store) });
  const moving = moves(svg, body.frame, store);
  const update = () => {
    time();
    for (const slider of sliders) slider.sync();
    body.draw(store);
    moving.show();
  };
  const stop = fitted(svg, (shape, room) => {
    body.resize(shape, room, root.dataset.view === "projector" ? 24 : 16);
    update();
  });
  return {
    update,
    end: () => {
      stop();
      moving.stop();
    },
  };
}

/**
 * Call back now and whenever the room for a drawing changes; returns how to stop that.
 *
 * @type {(svg: SVGSVGElement, arrange: (shape: "wide" | "tall", room: {width: number, height: number}) => void) => () => void}
 */
function fitted(svg, arrange) {
  const frame = /** @type {HTMLElement} */ (svg.parentElement);
  let last = "";
  const fit = () => {
    const { clientWidth: width, clientHeight: height } = frame;
    if (last === `${width} ${height}`) return;
    last = `${width} ${height}`;
    arrange(width < height * WIDEST_TALL ? "tall" : "wide", { width, height });
  };
  fit();
  const sizes = new ResizeObserver(fit);
  sizes.observe(frame);
  return () => sizes.disconnect();
}

/**
 * Move the dots while the Lab's move; `show` draws them where they are.
 *
 * @type {(svg: SVGSVGElement, frame: (phase: number) => void, store: Store) => {show: () => void, stop: () => void}}
 */
function moves(svg, frame, store) {
  let [phase, last, asked] = [0, 0, 0];
  const tick = (/** @type {number} */ now) => {
    phase += (Math.min(now - last, 50) / 1000) * SPEED;
    last = now;
    asked = 0;
    show();
  };
  const show = () => {
    frame(phase);
    if (store.moving && svg.isConnected && !asked) asked = requestAnimationFrame(tick);
  };
  return { show, stop: () => cancelAnimationFrame(asked) };
}
