// The sun of a day as a dial with three stops: radio buttons, and a hand that points at the chosen one.

import { add, draw, set } from "../elements.js";
import { SUN, SUN_ABOUT } from "../food_tables.js";
import { say } from "../words/messages.js";
import { rangeText } from "./sums.js";

const STOPS = Object.keys(SUN);
/** @type {Record<string, string>} what each sun is called */
export const SUN_NAMES = { none: say("plate-sun-none"), some: say("plate-sun-some"), summer: say("plate-sun-summer") };
const TURN = 60; // degrees from stop to stop

/** @type {(place: Element, choose: (sun: string) => void) => (sun: string) => void} returns what shows a sun */
export function createDial(place, choose) {
  const frame = add(place, "fieldset", { class: "plate-dial" });
  add(frame, "legend").textContent = say("plate-sun");
  const svg = draw(frame, "svg", { viewBox: "0 0 120 66", "aria-hidden": "true" });
  draw(svg, "path", { class: "arc", d: "M12 60a48 48 0 0 1 96 0" });
  const sun = draw(svg, "g", { class: "sun" });
  draw(sun, "circle", { cx: 60, cy: 60, r: 17 });
  const rays = draw(sun, "path", { class: "rays", d: "M60 38v-8M44.400 44.400l-5.600-5.600M75.600 44.400l5.600-5.600M38 60h-8M82 60h8" });
  const hand = draw(svg, "path", { class: "hand", d: "M60 60V14" });
  const row = add(frame, "div", { class: "stops" });
  const inputs = STOPS.map((name) => {
    const label = add(row, "label");
    const input = add(label, "input", { type: "radio", name: "plate-sun", value: name });
    label.append(SUN_NAMES[name]);
    input.addEventListener("change", () => choose(name));
    return input;
  });
  svg.addEventListener("click", (event) => {
    const { left, width } = svg.getBoundingClientRect();
    const stop = Math.floor((STOPS.length * (event.clientX - left)) / width);
    inputs[Math.min(Math.max(stop, 0), STOPS.length - 1)].click();
  });
  const told = add(frame, "p", { class: "note", title: SUN_ABOUT });
  return (name) => {
    const stop = STOPS.indexOf(name);
    inputs[stop].checked = true;
    set(hand, { transform: `rotate(${TURN * (stop - 1)} 60 60)` });
    set(rays, { opacity: stop / (STOPS.length - 1) });
    told.textContent = stop ? say("plate-sun-adds", { range: rangeText(SUN[name]) }) : "";
  };
}
