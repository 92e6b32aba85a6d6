// One of several answers; where they are places of the body, they can be tapped there as well.

import { add } from "../../elements.js";
import { say } from "../../words/messages.js";
import { options } from "../options.js";
import { group, reply } from "../parts.js";
import { createPlaces } from "../pictures/places.js";

/** @import { ChooseTask, CreateTask } from "../kit.d.ts" */

/** @type {CreateTask<ChooseTask, number>} */
export function createChoose(place, kit) {
  const { task } = kit;
  const told = () => kit.locked && (task.reveal === "now" || kit.revealed(task.reveal));
  const set = group(place, task.ask);
  const onBody = task.choices.some((choice) => choice.place);
  const list = options(set, task.choices.map(({ text }) => text), choose, { chips: onBody });
  const body = onBody ? createPlaces(kit.picture, task.choices, (index) => { if (!kit.locked) choose(index); }) : null;
  const said = add(place, "div");

  function choose(/** @type {number} */ index) {
    kit.set(index);
    show();
  }
  function show() {
    const right = told() && !task.open ? task.right : undefined;
    list.show({ chosen: kit.answer, fixed: kit.locked, right });
    body?.choose(kit.answer, { fixed: kit.locked, right });
  }
  function refresh() {
    show();
    said.replaceChildren();
    if (!kit.locked) return;
    if (told()) tell(said, task, kit.answer ?? -1);
    // What is said at once is either the result, or that it comes later.
    const [after] = task.after ?? [];
    if (after && told() === (task.reveal === "now")) reply(said, after);
  }
  refresh();
  return { ready: () => kit.answer !== undefined, refresh };
}

/** @type {(place: HTMLElement, task: ChooseTask, answer: number) => void} why it is so */
function tell(place, { choices, right, open }, answer) {
  const mine = choices[answer]?.reason ?? "";
  if (open || right === undefined) {
    if (mine) reply(place, { title: "", text: mine });
    return;
  }
  const isRight = answer === right;
  if (isRight) reply(place, { title: say("lesson-right"), text: mine, good: true });
  else reply(place, { title: say("lesson-other", { answer: choices[right].text }), text: [mine, choices[right].reason].filter(Boolean).join("\n\n") });
}
