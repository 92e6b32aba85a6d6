// What somebody takes home of a lesson: what was asked, what was answered and what came out, as far as it was done.

import { end } from "../quantities.js";
import { CONTROLS } from "../tables.js";
import { say } from "../words/messages.js";
import { told } from "../words/numbers.js";
import { LETTERS } from "./options.js";
import { times } from "./parts.js";
import { valueAt } from "./pictures/axes.js";
import { titleOf } from "./steps.js";

/** @import { DragTask, DrawTask, FindTask, Ground, Lesson, Multiples, Nutrient, Step, Task, WriteTask } from "./kit.d.ts" */

/** @typedef {{title: string, parts: {heading: string, lines: string[]}[]}} Page  lines as texts of lessons, with **bold** words */

/** @type {(lesson: Lesson, groundOf: (step: Step) => Ground) => Page} */
export function pageOf(lesson, groundOf) {
  const parts = lesson.steps.map((step, i) => {
    const ground = groundOf(step);
    const lines = step.tasks.filter(({ key }) => ground.lockedAt(key)).flatMap((task) => {
      const asked = ["run", "draw", "find"].includes(task.kind) ? [] : [`**${task.ask}**`];
      const after = task.kind === "choose" ? [] : (task.after ?? []).slice(0, 1);
      return [...asked, ...linesOf(task, ground.answerOf(task.key), ground), ...after.flatMap(saidOf)];
    });
    return { heading: say("lesson-page-step", { step: i + 1, title: step.title }), lines };
  });
  return { title: titleOf(lesson, groundOf(lesson.steps[0]).lockedAt), parts: parts.filter(({ lines }) => lines.length) };
}

/** @type {(page: Page, code: string) => string} as the text of a file */
export function asText({ title, parts }, code) {
  const told = parts.map(({ heading, lines }) => [heading, "-".repeat([...heading].length), "", ...lines.flatMap((line) => [line, ""])].join("\r\n"));
  const head = [title, "=".repeat([...title].length), "", say("notice"), ...(code ? [say("lesson-code-line", { code })] : []), ""];
  return [...head, ...told].join("\r\n").replace(/\*+/g, "");
}

/** @type {(task: Task, answer: any, ground: Ground) => string[]} */
function linesOf(task, answer, ground) {
  switch (task.kind) {
    case "choose": return [mine(task.choices[answer]?.text), ...resultOf(task, answer, ground)];
    case "draw": return [mine(drawnOf(task, answer)), ...modelOf(task, ground)];
    case "run": return task.ledger ? saidOf(task.ledger) : [];
    case "write": return writtenOf(task, answer);
    case "tick": return task.items.map((item, i) => `${answer?.[i] ? "[x]" : "[ ]"} ${item}`);
    case "find": return [say("lesson-page-runs", { runs: answer?.runs ?? 0 }), ...settingsOf(task, answer?.settings)];
    case "vote": return [
      mine(answer.map((/** @type {number} */ vote) => LETTERS[vote]).join(", ")),
      `**${LETTERS[task.right]}** ${task.choices[task.right].text} ${task.choices[task.right].reason ?? ""}`,
    ];
    case "drag": return [mine(draggedOf(task, answer)), ...saidOf(task)];
    case "sort": return task.cards.map(({ text, box, reason }) => `${text} ${task.boxes[box].text}. ${reason}`);
    default: return [];
  }
}

/** @type {(text: string) => string} */
const mine = (text = "") => say("lesson-page-mine", { text });

/** @type {(reply: {title: string, text: string}) => string[]} */
const saidOf = ({ title, text }) => [title && `**${title}**`, ...text.split(/\n\s*\n/)].filter(Boolean);

/** @type {(task: Extract<Task, {kind: "choose"}>, answer: number, ground: Ground) => string[]} nothing that is told later */
function resultOf({ choices, right, reveal, after = [] }, answer, ground) {
  if (reveal !== "now" && !ground.revealed(reveal)) return [];
  const why = [choices[answer]?.reason ?? ""];
  if (right !== undefined && right !== answer) why.push(`**${choices[right].text}** ${choices[right].reason ?? ""}`);
  return [...why.filter(Boolean), ...(reveal === "now" ? after.slice(0, 1).flatMap(saidOf) : [])];
}

/** @type {(task: {low: number, high: number, quantity: string}, share: number) => string} */
const toldAt = (task, share) => told(task.quantity, valueAt(task, share));

/** @type {(task: DrawTask, answer: {line: number[], because: number}) => string} */
const drawnOf = (task, { line, because }) =>
  say("lesson-page-drawn", { value: toldAt(task, line[line.length - 1]), because: task.because.choices[because] });

/** @type {(task: DrawTask, ground: Ground) => string[]} */
function modelOf({ reveal, quantity, case: name }, ground) {
  if (reveal !== "now" && !ground.revealed(reveal)) return [];
  return [say("lesson-page-model", { value: told(quantity, end(quantity, ground.run(name))) })];
}

/** @type {(task: WriteTask, answer: string | string[]) => string[]} */
function writtenOf({ several }, answer) {
  const texts = [answer ?? ""].flat();
  if (!several) return texts.map(mine);
  return [...texts.flatMap((text, i) => [several.starters[i], mine(text)]), `**${say("lesson-model-answer")}** ${several.model}`];
}

/** @type {(task: FindTask, settings?: Multiples) => string[]} what could be set, and how it was */
const settingsOf = ({ sliders }, settings = {}) => {
  const texts = Object.entries(settings).filter(([name]) => name in sliders).map(([name, value]) => `${CONTROLS[/** @type {Nutrient} */ (name)].short} ${times(value)}`);
  return texts.length ? [say("lesson-page-setting", { settings: texts.join(", ") })] : [];
};

/** @type {(task: DragTask, answer: number[]) => string} */
const draggedOf = (task, answer) => task.dots.map(({ label }, i) => `${label} ${toldAt(task, answer[i])}`).join(", ");
