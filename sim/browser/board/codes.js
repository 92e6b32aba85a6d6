// Class codes, pasted from anything, as the board's last pictures: where there is no server, or a class has no phones.

import { add } from "../elements.js";
import { codesIn } from "../lesson/code.js";
import { say } from "../words/messages.js";
import { drawControls } from "./controls.js";
import { closings, NOTHING_SHOWN, taskOf, tasksOf, toldBy } from "./plan.js";
import { saveControls } from "./saving.js";
import { createStage, titleOf } from "./stage.js";
import { talliesOf } from "./tally.js";

/** @import { Lesson, Task } from "../lesson/kit.d.ts" */
/** @import { Read } from "../lesson/code.js" */
/** @import { Class } from "./types.d.ts" */
/** @import { Given } from "./tally.js" */

const MOST_NOTICES = 5;

/** @type {(lesson: Lesson, read: Read[]) => Class} codes as a class that has answered everything it could */
function classOf(lesson, read) {
  const of = read.filter((each) => each.lesson === lesson);
  const tasks = tasksOf(lesson);
  /** @type {Record<string, Given[]>} */
  const answers = Object.fromEntries(tasks.map(({ key }) =>
    [key, of.flatMap(({ answers: given }, seat) => (key in given ? [/** @type {Given} */ ([seat, given[key]])] : []))]));
  return {
    lesson, pupils: [], answers, revealed: tasks.map(toldBy).filter(Boolean),
    show: { ...NOTHING_SHOWN, closed: Object.fromEntries(tasks.map((task) => [task.key, closings(task)])) },
  };
}

/**
 * Create the page that reads codes, in an element.
 *
 * @param {HTMLElement} board
 * @param {{ lessons: Lesson[], back: () => void, letters: () => Promise<string> }} options
 */
export function createCodes(board, { lessons, back, letters }) {
  const page = add(board, "div", { class: "codes" });
  add(page, "h1", { tabindex: -1 }).textContent = say("board-read-codes");
  add(page, "p").textContent = say("board-codes-about");
  const label = add(page, "label", { class: "field" });
  add(label, "span").textContent = say("board-codes");
  const box = add(label, "textarea", { rows: 6, spellcheck: "false", placeholder: "ABCD-EFGH-JKLM-NPQR" });
  const said = add(page, "ul", { class: "notice", role: "status" });
  const choice = add(page, "div", { class: "controls" });
  const head = add(page, "h2");
  const stage = add(page, "div", { class: "middle" });
  const foot = add(page, "div", { class: "controls" });
  const show = createStage(stage, (patch) => { shown = { ...shown, ...patch }; update(); });
  let [shown, chosen] = [NOTHING_SHOWN, ""];
  const update = () => {
    const { read, refused, replaced } = codesIn(box.value, lessons);
    const notices = [...refused.slice(0, MOST_NOTICES), refused.length > MOST_NOTICES && say("board-codes-more", { count: refused.length - MOST_NOTICES }),
      replaced && say("board-codes-replaced", { count: replaced }), box.value.trim() && !read.length && !refused.length && say("board-codes-none")];
    said.replaceChildren(...notices.filter(Boolean).map((text) => Object.assign(document.createElement("li"), { textContent: text })));
    const answered = lessons.filter((lesson) => read.some((each) => each.lesson === lesson));
    const lesson = answered.find(({ key }) => key === chosen) ?? answered[0];
    [head.hidden, stage.hidden] = [!lesson, !lesson];
    if (!lesson) return void drawControls(foot, [{ name: "back", text: say("board-back-to-start"), run: back }]);
    const group = classOf(lesson, read);
    group.show = { ...group.show, ...shown, closed: group.show.closed };
    const tasks = tasksOf(lesson).filter((task) => talliesOf(group, task).length);
    const task = tasks.find(({ key }) => key === shown.task) ?? tasks[0];
    drawControls(choice, [
      ...answered.filter(() => answered.length > 1).map(({ key, title }) =>
        ({ name: `lesson-${key}`, text: title, pressed: key === lesson.key, run: () => { chosen = key; update(); } })),
      ...tasks.map((each) => ({ name: `task-${each.key}`, text: nameOf(group, each), pressed: each === task, run: () => { shown = { ...shown, task: each.key }; update(); } })),
    ]);
    head.textContent = titleOf(group, task);
    show(group, task);
    drawControls(foot, [...saveControls(board, group, task, letters), { name: "back", text: say("board-back-to-start"), run: back }]);
  };
  box.addEventListener("input", update);
  update();
}

/** @type {(group: Class, task: Task) => string} */
function nameOf({ lesson }, task) {
  const number = lesson.steps.findIndex(({ tasks }) => tasks.includes(/** @type {Task} */ (taskOf(lesson, task.key)))) + 1;
  return `${number} ${say("board-tab", { kind: task.kind, quantity: task.kind === "draw" ? task.quantity : "" })}`;
}
