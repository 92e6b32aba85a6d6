// The one hint of a first visit, at the thumb of vitamin K2: after the years have passed, until the first change.

import { add } from "../elements.js";
import { say } from "../words/messages.js";
import { write } from "./write.js";

/** @import { Store } from "./store.js" */

/**
 * Put the hint on a track; returns what shows or hides it.
 *
 * @type {(track: HTMLElement, store: Store) => () => void}
 */
export function createHint(track, store) {
  const hint = add(track, "span", { class: "hint", "aria-hidden": "true" });
  const first = store.session.scenario;
  write(hint, say("lab-hint"));
  const sync = () => {
    const over = store.session.scenario !== first;
    hint.hidden = store.playing;
    track.classList.toggle("nudged", !hint.hidden && !over);
    if (over) hint.remove();
  };
  return sync;
}
