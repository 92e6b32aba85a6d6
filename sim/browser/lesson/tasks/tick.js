// A list to tick: what the own answer has.

import { add } from "../../elements.js";
import { group, mark } from "../parts.js";

/** @import { CreateTask, TickTask } from "../kit.d.ts" */

/** @type {CreateTask<TickTask, boolean[]>} */
export function createTick(place, kit) {
  const { items, ask } = kit.task;
  const ticked = () => kit.answer ?? items.map(() => false);
  const set = group(place, ask);
  const boxes = items.map((item, i) => {
    const label = add(set, "label", { class: "tick" });
    const box = add(label, "input", { type: "checkbox" });
    mark(add(label, "span"), item);
    box.addEventListener("change", () => kit.set(ticked().map((was, j) => (i === j ? box.checked : was))));
    return box;
  });
  const refresh = () => {
    boxes.forEach((box, i) => {
      box.checked = ticked()[i];
      box.disabled = kit.locked;
    });
  };
  refresh();
  const press = () => {
    kit.set(ticked()); // nothing ticked is an answer as well
    return true;
  };
  return { ready: () => true, press, refresh };
}
