// Play and the year: how the run's years are passed.

import { add } from "../elements.js";
import { say } from "../words/messages.js";
import { write } from "./write.js";

/** @import { Store } from "./store.js" */

/**
 * Create Play, the year and its slider; returns what brings them to the store's state.
 *
 * @type {(parent: HTMLElement, store: Store) => () => void}
 */
export function createTime(parent, store) {
  const box = add(parent, "div", { class: "time", role: "group", "aria-label": say("lab-time") });
  const button = add(box, "button", { type: "button", class: "play" });
  const label = add(box, "span", { class: "year-text" });
  const slider = add(box, "input", { type: "range", class: "year", min: 0, step: 0.1, "aria-label": say("year-slider") });
  button.addEventListener("click", () => (store.playing ? store.pause() : store.play()));
  slider.addEventListener("input", () => store.setYear(slider.valueAsNumber));
  return () => {
    const { year, playing, session: { scenario: { years } } } = store;
    const shown = Math.round(year);
    button.dataset.on = String(playing);
    button.setAttribute("aria-label", say(playing ? "pause" : "play"));
    write(label, say("year-now", { year: String(shown) }));
    slider.max = String(years);
    slider.value = String(year);
    slider.setAttribute("aria-valuetext", say("year-of", { year: String(shown), years: String(years) }));
    box.style.setProperty("--v", String(year / years));
  };
}
