// A line of ten years, drawn by finger, mouse or keys before the model says what it has; and why.

import { add, set } from "../../elements.js";
import { valueIn } from "../../scene/axis.js";
import { say } from "../../words/messages.js";
import { told } from "../../words/numbers.js";
import { options } from "../options.js";
import { group, heading } from "../parts.js";
import { createAxes, heightFor, POINTS, scaleOf, shareOf, valueAt } from "../pictures/axes.js";
import { besideLine, modelLine, nameOf } from "../pictures/lines.js";
import { createPen } from "../pictures/pen.js";

/** @import { CreateTask, DrawTask } from "../kit.d.ts" */
/** @typedef {{line: number[], because?: number}} Drawing  `line`: shares of the axis, as far as it is drawn; only a whole one is locked */

/** @type {CreateTask<DrawTask, Drawing>} */
export function createDraw(place, kit) {
  const { task } = kit;
  const scale = { ...scaleOf(kit.lesson, task.quantity), low: task.low, high: task.high, ticks: task.ticks };
  const start = valueIn(task.quantity, kit.run(task.beside), 0);
  const line = () => kit.answer?.line ?? [shareOf(scale, start)];
  const values = () => [start, ...line().slice(1).map((share) => valueAt(scale, share))];
  const told10 = () => kit.locked && task.reveal !== undefined && kit.revealed(task.reveal);

  kit.picture.replaceChildren();
  const names = [say("task-you"), say("task-model"), nameOf(kit, task.beside)];
  const axes = createAxes(kit.picture, scale, { tall: heightFor(kit), labels: names });
  const again = add(kit.picture, "button", { type: "button", class: "quiet again" });
  again.textContent = say("task-again");
  heading(place, task.ask);
  const because = options(group(place, say("task-because")), task.because.choices, (index) => {
    kit.set({ line: line(), because: index });
    show();
  }, { chips: true });

  const keep = (/** @type {number[]} */ next) => {
    kit.set({ ...kit.answer, line: next });
    show();
  };
  const pen = createPen(axes.svg, {
    count: POINTS,
    line, keep,
    at: (event) => {
      const { along, value } = axes.at(event);
      return { index: Math.round(along * (POINTS - 1)), share: shareOf(scale, value) };
    },
    tell: (index) => say("task-drawn", {
      year: (index * scale.years) / (POINTS - 1), value: told(task.quantity, valueAt(scale, line()[index])),
    }),
    moved: () => show(),
  });
  again.addEventListener("click", () => {
    keep([shareOf(scale, start)]);
    pen.toStart();
    axes.svg.focus();
  });

  function show() {
    const drawn = values();
    const own = { values: drawn, of: POINTS, style: "own", label: say("task-you") };
    const others = [besideLine(kit, task.beside, task.quantity), ...(told10() ? [modelLine(kit, task.case, task.quantity)] : [])];
    const tip = drawn.length - 1;
    const marks = kit.locked ? [] : [{ along: tip / (POINTS - 1), value: drawn[tip], style: "own" }];
    const at = pen.index();
    if (!kit.locked && at !== undefined) marks.push({ along: at / (POINTS - 1), value: drawn[at] ?? drawn[tip], style: "at" });
    axes.show([...others, own], { marks, hint: tip === 0 ? say("task-pull") : "" });
    because.show({ chosen: kit.answer?.because, fixed: kit.locked });
    again.hidden = kit.locked || tip === 0;
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
