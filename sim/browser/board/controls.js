// What a teacher can press, on the laptop and on the phone: one press does one thing, for all pupils at once.

import { say } from "../words/messages.js";
import { closings, hasRun, isTold, nextStep, shownIn, taskOf } from "./plan.js";

/** @import { Step, Task } from "../lesson/kit.d.ts" */
/** @import { Room } from "./room.js" */

/** @typedef {{ name: string, text: string, main?: boolean, pressed?: boolean, run: () => void | Promise<void> }} Control */

/** @type {(task: Task) => string} what a task is called on a button: lines by what was drawn */
const shortOf = (task) => say("board-tab", { kind: task.kind, quantity: task.kind === "draw" ? task.quantity : "" });

/** @type {(room: Room) => Control[]} in order; one of them is the main one */
export function controlsOf(room) {
  const { lesson, state, show } = room;
  const task = taskOf(lesson, show.task);
  if (!task) return [startControl(room)];
  const step = lesson.steps[state.open];
  const shown = shownIn(lesson, step);
  const untold = hasRun(step) && !state.revealed.includes(step.key);
  const forward = untold ? revealControl(room, step) : nextControl(room);
  return [
    ...closeControls(room, task, untold),
    ...(forward ? [forward] : []),
    ...shown.filter(({ key }) => shown.length > 1 && key !== task.key)
      .map((other) => ({ name: `show-${other.key}`, text: shortOf(other), run: () => room.put({ task: other.key, pick: -1 }) })),
  ];
}

/** @type {(room: Room) => Control} */
function startControl(room) {
  const { lesson, state } = room;
  const step = lesson.steps[state.open];
  const again = state.version > 0 && state.open > 0;
  return { name: "start", main: true, text: say(again ? "board-back" : "board-start", { step: step.title }), run: () => goTo(room, state.open) };
}

/** @type {(room: Room, task: Task, untold: boolean) => Control[]} a vote is closed twice; what is told is closed */
function closeControls(room, task, untold) {
  const times = room.show.closed[task.key] ?? 0;
  const group = room.group;
  if (untold || times >= closings(task) || isTold(group, task)) return [];
  const run = () => room.put({ closed: { ...room.show.closed, [task.key]: times + 1 } });
  return [{ name: "close", text: say("board-close", { kind: task.kind, time: String(times + 1) }), run }];
}

/** @type {(room: Room, step: Step) => Control} */
function revealControl(room, step) {
  const run = async () => {
    await room.steer("reveal", { step: step.key });
    const [first] = shownIn(room.lesson, step);
    if (first) await room.put({ task: first.key, pick: -1 });
  };
  return { name: "reveal", main: true, text: step.tasks.find(({ kind }) => kind === "run")?.button ?? step.title, run };
}

/** @type {(room: Room) => Control | null} */
function nextControl(room) {
  const next = nextStep(room.lesson, room.state.open, room.show.short);
  if (next < 0) return null;
  return { name: "next", main: true, text: say("board-next", { step: room.lesson.steps[next].title }), run: () => goTo(room, next) };
}

/** @type {(room: Room, index: number) => Promise<void>} opens a step for all, and shows what is answered in it */
async function goTo(room, index) {
  const step = room.lesson.steps[index];
  await room.steer("open", { step: index });
  const [first] = shownIn(room.lesson, step);
  await room.put({ task: first?.key ?? room.show.task, pick: -1 });
}

/** @type {(room: Room) => Control[]} what is rarely needed */
export function settingsOf(room) {
  const { state, show } = room;
  return [
    { name: "lobby", text: say("board-show-code"), run: () => room.put({ task: "", pick: -1 }) },
    { name: "follow", text: say("board-follow"), pressed: state.follow, run: () => room.steer("follow", { follow: !state.follow }) },
    { name: "after", text: say("board-after"), pressed: show.after, run: () => room.put({ after: !show.after }) },
    { name: "short", text: say("board-short"), pressed: show.short, run: () => room.put({ short: !show.short }) },
  ];
}

/**
 * Draw controls, each a button; the one that had the focus keeps it. While one is at work, no other press counts.
 *
 * @type {(place: HTMLElement, controls: Control[]) => void}
 */
export function drawControls(place, controls) {
  const now = JSON.stringify(controls);
  const root = /** @type {ShadowRoot | Document} */ (place.getRootNode());
  const focused = root.activeElement instanceof HTMLElement && place.contains(root.activeElement) ? root.activeElement.dataset.do : undefined;
  if (place.dataset.now !== now) {
    place.dataset.now = now;
    const buttons = controls.map(({ name, text, main, pressed }) => {
      const button = document.createElement("button");
      button.type = "button";
      button.dataset.do = name;
      button.textContent = text;
      if (main) button.className = "main";
      if (pressed !== undefined) button.setAttribute("aria-pressed", String(pressed));
      return button;
    });
    place.replaceChildren(...buttons);
    if (focused) (/** @type {HTMLElement | null} */ (place.querySelector(`[data-do="${focused}"]`) ?? place.querySelector("button")))?.focus();
  }
  for (const { name, run } of controls) {
    const button = /** @type {HTMLButtonElement} */ (place.querySelector(`[data-do="${name}"]`));
    button.onclick = async () => {
      if (place.ariaBusy === "true") return;
      place.ariaBusy = "true";
      try {
        await run();
      } finally {
        place.ariaBusy = "false";
      }
    };
  }
}
