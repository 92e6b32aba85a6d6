// A line of ten years, drawn by finger, mouse or keys before the model says what it has; and why.

import { add, set } from "../../elements.js";
import { say } from "../../words/messages.js";
import { told } from "../../words/numbers.js";
import { options } from "../options.js";
import { group, heading } from "../parts.js";
import { createAxes, heightFor, POINTS, scaleFor, shareOf, valueAt } from "../pictures/axes.js";
import { besideLine, drawnValues, modelLine, nameOf, startOf } from "../pictures/lines.js";
import { createPen } from "../pictures/pen.js";

/** @import { CreateTask, DrawTask, Kit } from "../kit.d.ts" */
/** @import { Mark } from "../pictures/axes.js" */
/** @typedef {{line: number[], because?: number}} Drawing  `line`: shares of the axis, as far as it is drawn; only a whole one is locked */

/** @type {CreateTask<DrawTask, Drawing>} */
export function createDraw(place, kit) {
  const { task } = kit;
  const line = () => lineOf(kit);
  const keep = (/** @type {Partial<Drawing>} */ change) => {
    kit.set({ ...kit.answer, line: line(), ...change });
    show();
  };
  const { axes, pen, again } = createPaper(kit, (next) => keep({ line: next }), () => show());
  heading(place, task.ask);
  const because = options(group(place, say("task-because")), task.because.choices, (index) => keep({ because: index }), { chips: true });

  function show() {
    const drawn = drawnValues(kit, task, line());
    const told = kit.locked && kit.revealed(task.reveal) ? [modelLine(kit, task.case, task.quantity)] : [];
    const own = { values: drawn, of: POINTS, style: "own", label: say("task-you") };
    const isEmpty = drawn.length === 1;
    axes.show([besideLine(kit, task.beside, task.quantity), ...told, own], {
      marks: kit.locked ? [] : marksOf(drawn, pen.index()), hint: isEmpty ? say("task-pull") : "",
    });
    because.show({ chosen: kit.answer?.because, fixed: kit.locked });
    again.hidden = kit.locked || isEmpty;
  }
  function refresh() {
    if (!kit.locked && !axes.svg.isConnected) kit.picture.replaceChildren(axes.box, again);
    pen.use(!kit.locked);
    set(axes.svg, { class: `scene ${kit.locked ? "" : "pen"}` });
    show();
  }
  refresh();
  return {
    ready: () => line().length === POINTS && kit.answer?.because !== undefined,
    refresh,
    end: axes.end,
  };
}

/** @type {(kit: Kit<DrawTask, Drawing>) => number[]} the line as far as it is drawn: at first only its start */
const lineOf = (kit) => kit.answer?.line ?? [shareOf(scaleFor(kit.lesson, kit.task), startOf(kit, kit.task))];

/** @type {(kit: Kit<DrawTask, Drawing>, keep: (line: number[]) => void, show: () => void) => {axes: ReturnType<typeof createAxes>, pen: ReturnType<typeof createPen>, again: HTMLElement}} axes to draw on */
function createPaper(kit, keep, show) {
  const { task } = kit;
  const scale = scaleFor(kit.lesson, task);
  kit.picture.replaceChildren();
  const names = [say("task-you"), say("task-model"), nameOf(kit, task.beside)];
  const axes = createAxes(kit.picture, scale, { tall: heightFor(kit), labels: names });
  const pen = createPen(axes.svg, {
    count: POINTS,
    line: () => lineOf(kit),
    keep,
    at: (event) => {
      const { along, value } = axes.at(event);
      return { index: Math.round(along * (POINTS - 1)), share: shareOf(scale, value) };
    },
    tell: (index) => say("task-drawn", {
      year: (index * scale.years) / (POINTS - 1), value: told(task.quantity, valueAt(scale, lineOf(kit)[index])),
    }),
    moved: show,
  });
  const again = add(kit.picture, "button", { type: "button", class: "quiet again" });
  again.textContent = say("task-again");
  again.addEventListener("click", () => {
    keep([shareOf(scale, startOf(kit, task))]);
    pen.toStart();
    axes.svg.focus();
  });
  return { axes, pen, again };
}

/** @type {(drawn: number[], at: number | undefined) => Mark[]} the line's tip, and where the keys are */
function marksOf(drawn, at) {
  const tip = drawn.length - 1;
  const mark = (/** @type {number} */ index, /** @type {string} */ style) => ({ along: index / (POINTS - 1), value: drawn[index] ?? drawn[tip], style });
  return [mark(tip, "own"), ...(at === undefined ? [] : [mark(at, "at")])];
}
