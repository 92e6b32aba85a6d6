// Own words: they stay on the device, in every case.

import { add } from "../../elements.js";
import { say } from "../../words/messages.js";
import { heading, paragraphs, reply } from "../parts.js";

/** @import { CreateTask, WriteTask } from "../kit.d.ts" */

/** @type {CreateTask<WriteTask, string | string[]>} */
export function createWrite(place, kit) {
  const { task } = kit;
  const starters = task.several?.starters ?? [task.starter ?? ""];
  const written = () => [kit.answer ?? starters.map(() => "")].flat();
  recall(place, kit.answerOf(task.recall ?? ""));
  heading(place, task.ask);
  const fields = starters.map((starter, i) => {
    const label = add(place, "label", { class: "written" });
    if (task.several) add(label, "span").textContent = starter;
    const field = add(label, "textarea", { rows: 3, maxlength: 2000 });
    if (!task.several) field.placeholder = starter;
    if (!task.several) field.setAttribute("aria-label", task.ask);
    field.addEventListener("input", () => {
      const texts = written();
      texts[i] = field.value;
      kit.set(task.several ? texts : texts[0]);
    });
    return field;
  });
  paragraphs(place, task.kept || say("lesson-kept"), { class: "small" });
  const said = add(place, "div");
  const refresh = () => {
    for (const [i, field] of fields.entries()) {
      if (field.value !== written()[i]) field.value = written()[i];
      field.readOnly = kit.locked;
    }
    said.replaceChildren();
    if (kit.locked && task.several) reply(said, { title: say("lesson-model-answer"), text: task.several.model }).classList.add("me");
  };
  refresh();
  return { ready: () => fields.every(({ value }) => value.trim().length >= task.least), refresh };
}

/** @type {(place: HTMLElement, idea: unknown) => void} what was written before, to be compared with */
function recall(place, idea) {
  if (typeof idea !== "string" || !idea) return;
  const box = reply(place, { title: say("lesson-first-idea"), text: idea });
  box.classList.add("me");
  delete box.dataset.reply; // it is not what the answer brings: the player goes to the good answer
}
