// Ends of lines at the last year, dragged to where another account would put them; then that account is shown.

import { add, draw, set } from "../../elements.js";
import { clamp, put, short } from "../../scene/nodes.js";
import { say } from "../../words/messages.js";
import { told } from "../../words/numbers.js";
import { heading, reply } from "../parts.js";
import { createAxes, heightFor, scaleFor, shareOf, valueAt } from "../pictures/axes.js";
import { valuesOf } from "../pictures/lines.js";

/** @import { CreateTask, DragTask, Multiples } from "../kit.d.ts" */
/** @import { Scenario } from "../../run.js" */
/** @import { Line, Scale } from "../pictures/axes.js" */
/** @typedef {(number | null)[]} Ends  shares of the axis; null where a dot has not been touched yet */

const LOOKS = ["first", "second"];
/** @type {Record<string, number>} */
const STEPS = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1, PageUp: 10, PageDown: -10, Home: -100, End: 100 };

const SLIDER = ["tabindex", "aria-orientation", "aria-valuemin", "aria-valuemax", "aria-valuenow", "aria-valuetext"];

/** @type {CreateTask<DragTask, Ends>} */
export function createDrag(place, kit) {
  const { task } = kit;
  const scale = scaleFor(kit.lesson, task);
  const valuesAt = (/** @type {{case: string, change?: Multiples}} */ { case: name, change }, /** @type {Scenario["lens"] | undefined} */ lens = undefined) =>
    valuesOf(kit, name, task.quantity, { change, lens });
  const known = task.dotted.map((dot, i) => ({ values: valuesAt(dot), style: `dotted ${LOOKS[i]}` }));
  /** @type {() => Ends} */
  const ends = () => kit.answer ?? task.dots.map(() => null);
  // Before it is touched, a dot stands where nothing is meant.
  const shareAt = (/** @type {number} */ i) => ends()[i] ?? Math.round((100 * (task.dots.length - i)) / (task.dots.length + 1));

  heading(place, task.ask);
  const said = add(place, "div");
  kit.picture.replaceChildren();
  const axes = createAxes(kit.picture, scale, { tall: heightFor(kit), labels: task.dots.map(({ label }) => label) });
  set(axes.svg, { role: "group" }); // it holds what can be moved
  const key = add(kit.picture, "p", { class: "small" });
  const dots = task.dots.map(({ label }, i) => createDot(axes, scale, { label, look: LOOKS[i], quantity: task.quantity }, (share) => {
    kit.set(task.dots.map((_, k) => (k === i ? share : ends()[k])));
    show();
  }));
  axes.onMoved(() => show());

  function show() {
    /** @type {Line[]} */
    const trials = kit.locked ? task.dots.map((dot, i) => ({ values: valuesAt(dot, task.reveal.lens), style: `trials ${LOOKS[i]}`, label: dot.label })) : [];
    axes.show([...known, ...trials]);
    key.textContent = say(kit.locked ? "task-drag-told" : "task-drag-key");
    const above = shareAt(0) >= shareAt(1) ? 0 : 1; // its words stand over it, the other's under
    dots.forEach((dot, i) => { dot.show(shareAt(i), { touched: ends()[i] !== null, fixed: kit.locked, above: i === above }); });
  }
  function refresh() {
    set(axes.svg, { class: `scene ${kit.locked ? "" : "dots"}` });
    show();
    said.replaceChildren();
    if (kit.locked) reply(said, { title: task.title, text: task.text });
  }
  refresh();
  return { ready: () => ends().every((share) => share !== null), refresh, end: axes.end };
}

/**
 * @param {ReturnType<typeof createAxes>} axes
 * @param {Scale} scale
 * @param {{label: string, look: string, quantity: string}} dot
 * @param {(share: number) => void} onMove
 */
function createDot(axes, scale, { label, look, quantity }, onMove) {
  const group = draw(axes.front, "g", { class: `dot ${look}`, "aria-label": label });
  draw(group, "circle", { r: 24, class: "hit" });
  draw(group, "circle", { r: 15, class: "ball" });
  draw(group, "path", { d: "M-5 -3L0 -8L5 -3M-5 3L0 8L5 3", class: "way" });
  const text = draw(group, "text", { x: -22, "text-anchor": "end", "font-size": 15, "aria-hidden": "true", class: "halo" });
  let [share, fixed] = [0, false];
  group.addEventListener("pointerdown", (event) => {
    if (fixed || event.button !== 0) return;
    group.setPointerCapture(event.pointerId);
    onMove(share);
  });
  group.addEventListener("pointermove", (event) => {
    if (!fixed && group.hasPointerCapture(event.pointerId)) onMove(shareOf(scale, axes.at(event).value));
  });
  group.addEventListener("keydown", (event) => {
    if (fixed || event.ctrlKey || event.metaKey || event.altKey) return;
    const touches = event.key === "Enter" || event.key === " ";
    if (!touches && !(event.key in STEPS)) return;
    event.preventDefault();
    onMove(touches ? share : clamp(share + STEPS[event.key], 0, 100));
  });
  return {
    /** @type {(now: number, how: {touched: boolean, fixed: boolean, above: boolean}) => void} */
    show(now, { touched, fixed: isFixed, above }) {
      [share, fixed] = [now, isFixed];
      const value = told(quantity, valueAt(scale, share));
      put(group, "transform", `translate(${short(axes.x(1))} ${short(axes.y(valueAt(scale, share)))})`);
      put(group, "class", `dot ${look} ${touched ? "touched" : ""} ${fixed ? "fixed" : ""}`);
      put(text, "y", above ? -12 : 24);
      const words = touched ? value : say("task-dot-open");
      text.textContent = fixed ? "" : say("task-dot", { label, value: words });
      if (fixed) {
        for (const name of SLIDER) group.removeAttribute(name);
        set(group, { role: "img", "aria-label": say("task-dot-you", { label, value }) });
        return;
      }
      set(group, { role: "slider", tabindex: 0, "aria-orientation": "vertical", "aria-valuemin": 0, "aria-valuemax": 100, "aria-valuenow": share, "aria-valuetext": words });
    },
  };
}
