// The page that a server gives to pupils of a live room: the way into the room that its address names behind "#", the
// lesson, and the lessons to do alone.

import { must } from "../elements.js";
import { ALL, createLessons } from "../lesson/lessons.js";
import { sweep } from "../lesson/progress.js";
import { createJoin, lettersIn } from "../room/join.js";

const root = must(/** @type {HTMLElement | null} */ (document.querySelector(".host")));
const name = document.title;
let end = () => {};
let shown = "";

document.querySelector(".waiting")?.remove();
sweep();
Promise.allSettled([...document.fonts].map((face) => face.load())).then(show);
addEventListener("hashchange", show);

/** Show what the address names: a room, a lesson on your own, or where the letters of a room are typed. */
function show() {
  const named = new URLSearchParams(location.hash.slice(1));
  const lesson = named.get("lesson");
  const wanted = lesson ? `lesson=${lesson}` : `room=${lettersIn(named.get("room") ?? "")}`;
  if (wanted === shown) return;
  end();
  document.title = name;
  shown = wanted;
  end = lesson ? alone(lesson) : inRoom(lettersIn(named.get("room") ?? ""));
}

/** @type {(letters: string) => () => void} */
const inRoom = (letters) => createJoin(root, letters, {
  alone: () => { location.hash = `lesson=${ALL}`; },
  entered: (room) => {
    shown = `room=${room}`;
    history.replaceState(history.state, "", `#${shown}`);
  },
  title: (words) => { document.title = `${words} · ${name}`; },
});

/** @type {(lesson: string) => () => void} */
function alone(lesson) {
  const lessons = createLessons(root, {
    opened: (key) => {
      shown = `lesson=${key}`;
      history.pushState(null, "", `#${shown}`);
    },
    close: () => { location.hash = ""; },
  });
  lessons.show(lesson);
  return lessons.end;
}
