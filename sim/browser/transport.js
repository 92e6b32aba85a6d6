// The bar that moves through the years: play or pause, one year back or forth, a slider, and the dots' switch.

import { add, draw, must, set } from "./elements.js";
import { yearText } from "./numbers.js";

/** @typedef {{years: number, year: number, moving: boolean}} State */

const WHOLE_RUN = 8; // s
const SECONDS_PER_STEP = 0.8;
const ICONS = {
  play: "M7 4.5V19.5L19.5 12Z",
  pause: "M6 4.5H10V19.5H6ZM14 4.5H18V19.5H14Z",
  back: "M17 5V19L8 12ZM5 5H7.5V19H5Z",
  forward: "M7 5V19L16 12ZM16.5 5H19V19H16.5Z",
};

/**
 * Create the transport bar. It starts at the end of the run; calcium moves unless readers asked for less motion.
 *
 * @param {HTMLElement} host
 * @param {{years: number, onYear: (year: number) => void, onMoving: (moving: boolean) => void, end?: AbortSignal}} options
 */
export function createTransport(host, { years, onYear, onMoving, end }) {
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const view = createView(host);
  const state = { years, year: years, moving: false };
  const refresh = () => refreshView(view, state, player.playing(), still.matches);
  const move = (/** @type {number} */ year) => {
    const next = Math.min(Math.max(year, 0), state.years);
    if (next === state.year) return;
    state.year = next;
    refresh();
    onYear(next);
  };
  const player = createPlayer(state, move, refresh, still);
  const jump = (/** @type {number} */ year) => {
    player.stop();
    move(year);
  };
  const setMoving = (/** @type {boolean} */ moving) => {
    state.moving = moving;
    refresh();
    onMoving(moving);
  };
  view.play.addEventListener("click", () => (player.playing() ? player.stop() : player.start()));
  view.back.addEventListener("click", () => jump(state.year - 1));
  view.forward.addEventListener("click", () => jump(state.year + 1));
  view.slider.addEventListener("input", () => jump(view.slider.valueAsNumber));
  view.dots.addEventListener("click", () => !still.matches && setMoving(!state.moving));
  still.addEventListener("change", () => {
    player.stop();
    setMoving(state.moving && !still.matches);
  }, { signal: end });
  setMoving(!still.matches);
  return {
    setYears: (/** @type {number} */ next) => {
      player.stop();
      state.years = state.year = next;
      refresh();
    },
  };
}

/**
 * Create what glides through the years, or goes in whole years for readers who asked for less motion.
 *
 * @param {State} state
 * @param {(year: number) => void} move
 * @param {() => void} onChange
 * @param {MediaQueryList} still
 */
function createPlayer(state, move, onChange, still) {
  let frame = 0;
  let last = 0;
  const stop = () => {
    if (!frame) return;
    cancelAnimationFrame(frame);
    frame = 0;
    onChange();
  };
  const tick = (/** @type {number} */ now) => {
    const seconds = (now - last) / 1000;
    frame = requestAnimationFrame(tick);
    if (still.matches && seconds < SECONDS_PER_STEP) return;
    last = now;
    move(state.year + (still.matches ? 1 : (Math.min(seconds, 0.1) * state.years) / WHOLE_RUN));
    if (state.year >= state.years) stop();
  };
  const start = () => {
    if (state.year >= state.years) move(0);
    last = performance.now();
    frame = requestAnimationFrame(tick);
    onChange();
  };
  return { start, stop, playing: () => frame !== 0 };
}

/** @param {HTMLElement} host */
function createView(host) {
  const bar = add(host, "div", { class: "transport", role: "group", "aria-label": "Time" });
  const play = addButton(bar, "play", "Play");
  const back = addButton(bar, "back", "One year back");
  const forward = addButton(bar, "forward", "One year forward");
  const dots = add(bar, "button", { type: "button", class: "transport-dots" });
  add(dots, "span", { class: "transport-mark", "aria-hidden": "true" });
  const dotsText = add(dots, "span");
  const time = add(bar, "label", { class: "transport-time" });
  // The slider says the same by itself, as its value text.
  const label = add(time, "span", { class: "transport-label", "aria-hidden": "true" });
  const slider = add(time, "input", { type: "range", min: 0, step: 0.1, "aria-label": "Time shown" });
  return { play, back, forward, label, slider, dots, dotsText };
}

/** @type {(view: ReturnType<typeof createView>, state: State, playing: boolean, still: boolean) => void} */
function refreshView(view, { years, year, moving }, playing, still) {
  const text = `year ${yearText(year)} of ${yearText(years)}`;
  view.slider.max = String(years);
  view.slider.value = String(year);
  view.slider.setAttribute("aria-valuetext", text);
  view.label.textContent = text;
  setIcon(view.play, playing ? "pause" : "play", playing ? "Pause" : "Play");
  view.back.setAttribute("aria-disabled", String(year <= 0));
  view.forward.setAttribute("aria-disabled", String(year >= years));
  set(view.dots, { "aria-pressed": String(moving), "aria-disabled": String(still) });
  view.dotsText.textContent = still ? "Moving calcium: off (reduced motion)" : "Moving calcium";
}

/** @type {(bar: HTMLElement, icon: keyof typeof ICONS, name: string) => HTMLElement} */
function addButton(bar, icon, name) {
  const button = add(bar, "button", { type: "button", class: `transport-${icon}` });
  draw(draw(button, "svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }), "path");
  setIcon(button, icon, name);
  return button;
}

/** @type {(button: HTMLElement, icon: keyof typeof ICONS, name: string) => void} */
function setIcon(button, icon, name) {
  must(button.querySelector("path")).setAttribute("d", ICONS[icon]);
  button.setAttribute("aria-label", name);
}
