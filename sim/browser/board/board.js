// The teacher's board, for a projector: opens a room, shows where pupils go, then what the class answers. It never
// shows notes or expected answers: those are in the teacher's view, in another window or on the teacher's phone.

import { add } from "../elements.js";
import { LESSONS } from "../lesson_tables.js";
import { say } from "../words/messages.js";
import { createCodes } from "./codes.js";
import { controlsOf, drawControls, settingsOf } from "./controls.js";
import { baseOf, createLobby } from "./lobby.js";
import { pairing } from "./pairing.js";
import { taskOf } from "./plan.js";
import { keptRoom, openRoom, Room } from "./room.js";
import { saveControls } from "./saving.js";
import { createStage, titleOf } from "./stage.js";

/** @import { Lesson } from "../lesson/kit.d.ts" */
/** @import { Opened } from "./room.js" */
/** @import { Offer } from "./lobby.js" */

const lessons = /** @type {Record<string, Lesson>} */ (/** @type {unknown} */ (LESSONS));

/**
 * @typedef {object} Options
 * @property {string} server  where rooms are; empty where there is none
 * @property {Offer} offer
 * @property {(path: string) => void} go  to another page of the Lab
 * @property {() => Promise<string>} letters  the fonts of saved pictures
 */

/**
 * Create the board in an element; returns what ends it.
 *
 * @param {HTMLElement} root
 * @param {Options} options
 */
export function createBoard(root, options) {
  const board = add(root, "div", { class: "lab board" });
  /** @type {Room | null} */
  let room = null;
  const leave = () => {
    room?.end();
    room = null;
  };
  const first = () => {
    leave();
    board.replaceChildren();
    startPage(board, options, open, codes);
  };
  const codes = () => {
    board.replaceChildren();
    createCodes(board, { lessons: Object.values(lessons), back: first, letters: options.letters });
  };
  const open = (/** @type {Opened} */ opened) => {
    leave();
    room = new Room(options.server, opened, lessons[opened.lesson]);
    board.replaceChildren();
    createRoomBoard(board, room, options, first);
  };
  const kept = options.server ? keptRoom() : null;
  if (kept && lessons[kept.lesson]) open(kept);
  else first();
  return () => {
    leave();
    board.remove();
  };
}

/** @type {(board: HTMLElement, options: Options, open: (opened: Opened) => void, codes: () => void) => void} */
function startPage(board, { server, go }, open, codes) {
  const page = add(board, "div", { class: "first" });
  add(page, "h1").textContent = say("board-title");
  if (server) {
    add(page, "p").textContent = say("board-about");
    const list = add(page, "ul", { class: "lessons" });
    const refusal = add(page, "p", { class: "notice", role: "status" });
    for (const lesson of Object.values(lessons)) {
      const button = add(add(list, "li"), "button", { type: "button", class: "lesson", "data-lesson": lesson.key });
      add(button, "b").textContent = lesson.title;
      add(button, "span").textContent = say("board-open", { minutes: String(lesson.minutes) });
      button.addEventListener("click", async () => {
        try {
          open(await openRoom(server, lesson.key));
        } catch (error) {
          refusal.textContent = error instanceof TypeError ? say("board-lost") : /** @type {Error} */ (error).message;
        }
      });
    }
    add(page, "p", { class: "small" }).textContent = say("board-keeps");
  }
  const others = add(page, "p", { class: "others" });
  button(others, say("board-read-codes"), codes);
  button(others, say("board-view-teacher"), () => go("teacher"));
  button(others, say("board-leave"), () => go("lessons"));
  add(page, "p", { class: "small" }).textContent = say("notice");
}

/** @type {(place: HTMLElement, text: string, run: () => void) => HTMLButtonElement} */
export function button(place, text, run) {
  const made = add(place, "button", { type: "button" });
  made.textContent = text;
  made.addEventListener("click", run);
  return made;
}

/** @type {(board: HTMLElement, room: Room, options: Options, first: () => void) => void} */
function createRoomBoard(board, room, options, first) {
  const head = add(board, "div", { class: "top" });
  const title = add(head, "h1", { tabindex: -1 });
  const code = add(head, "p", { class: "code" });
  const line = add(board, "p", { class: "line", role: "status" });
  const lobby = add(board, "div", { class: "lobby" });
  const stage = add(board, "div", { class: "middle" });
  const foot = add(board, "div", { class: "foot" });
  const main = add(foot, "div", { class: "controls" });
  const more = add(foot, "details", { class: "more" });
  add(more, "summary").textContent = say("board-more");
  const settings = add(more, "div", { class: "controls" });
  const dialogs = add(more, "div", { class: "dialogs" });
  add(foot, "p", { class: "small" }).textContent = say("notice");
  const showLobby = createLobby(lobby, room, options.offer);
  const showStage = createStage(stage, (patch) => room.put(patch));
  const end = () => {
    if (confirm(say("board-end-sure"))) room.steer("end");
  };
  const update = () => {
    const task = taskOf(room.lesson, room.show.task);
    const group = room.group;
    board.dataset.showing = task ? "task" : "lobby";
    [lobby.hidden, stage.hidden] = [Boolean(task), !task];
    title.textContent = task ? titleOf(group, task) : room.lesson.title;
    title.classList.toggle("long", title.textContent.length > 60);
    code.textContent = `${baseOf(options.offer).replace(/^https?:\/\//, "")} ${room.opened.letters}`;
    code.hidden = !task;
    line.textContent = room.lost ? say("board-lost") : room.state.closed ? say("board-closed") : "";
    line.hidden = !line.textContent;
    if (task) showStage(group, task);
    else showLobby();
    drawControls(main, room.state.closed ? [{ name: "again", text: say("board-again"), main: true, run: first }] : controlsOf(room));
    const saving = saveControls(board, group, task, options.letters);
    drawControls(settings, room.state.closed ? saving : [
      ...settingsOf(room),
      ...saving,
      { name: "pair", text: say("board-pair"), run: () => pairing(dialogs, room, options.offer) },
      { name: "notes", text: say("board-notes-window"), run: () => options.go("notes") },
      { name: "end", text: say("board-end"), run: end },
    ]);
  };
  room.on(update);
  update();
}
