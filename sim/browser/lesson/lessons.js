// The list of lessons and the lesson that is open, one in the place of the other.

import { LESSONS, OLD_KEYS } from "../lesson_tables.js";
import { createList } from "./list.js";
import { createLesson } from "./player.js";
import { sweep } from "./progress.js";

/** @import { Teachers } from "./list.js" */

/** What a link names where the list is open. */
export const ALL = "all";

/**
 * Create the place of the lessons; `show` shows one by its key, and the list for any other.
 *
 * @param {HTMLElement} root
 * @param {{opened: (key: string) => void, close?: () => void, teachers?: Teachers}} host  `opened`: the reader goes to another; `close`: leaves the lessons
 */
export function createLessons(root, { opened, close, teachers }) {
  const title = document.title;
  let shown = "";
  let end = () => {};
  sweep();
  const show = (/** @type {string} */ named) => {
    const now = Object.hasOwn(OLD_KEYS, named) ? OLD_KEYS[named] : named;
    const key = Object.hasOwn(LESSONS, now) ? now : ALL;
    if (key === shown) return;
    end();
    shown = key;
    document.title = title;
    if (key === ALL) end = createList(root, { open: go, close, teachers, refused: named === ALL ? "" : named });
    else ({ end } = createLesson(root, { key, host: { close: () => go(ALL), title: (words) => { document.title = `${words} · ${title}`; } } }));
  };
  const go = (/** @type {string} */ key) => {
    opened(key);
    show(key);
  };
  return {
    show,
    end: () => {
      end();
      document.title = title;
    },
  };
}
