// The curves of several runs over each other: each with a dash and a sign of its own beside its colour.

import { draw, set } from "../elements.js";
import { axisOf, across, down, pathOf, pointsOf, spread, valueIn } from "../scene/axis.js";
import { LOOKS } from "../tables.js";
import { describeOverlay } from "../words/comparison.js";
import { say } from "../words/messages.js";
import { told } from "../words/numbers.js";
import { yearsText } from "../words/sentences.js";

/** @import { Named } from "../lab/compared.js" */

const [WIDTH, HEIGHT] = [400, 200];
const ROOM = { left: 4, right: 118, top: 12, bottom: 22 };
const LINE = 16; // from one label to the next
const BALANCED = { dash: [4, 2.5], sign: "", colour: "faint" };

/** @type {(look: {dash: number[]}, width: number) => {"stroke-width": number, "stroke-dasharray": string}} dashes are told in widths of the line */
export const stroke = ({ dash }, width) => ({ "stroke-width": width, "stroke-dasharray": dash.map((part) => part * width).join(" ") || "none" });

/**
 * Create a picture of a quantity over the years; returns what draws runs into it.
 *
 * @param {HTMLElement} host
 * @param {"bone_change" | "arteries_times"} name
 */
export function createOverlay(host, name) {
  const figure = draw(host, "svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "overlay", role: "img", "data-overlay": name });
  const [width, height] = [WIDTH - ROOM.left - ROOM.right, HEIGHT - ROOM.top - ROOM.bottom];
  /** @type {(runs: Named[]) => void} */
  return (runs) => {
    figure.replaceChildren();
    set(figure, { "aria-label": describeOverlay(name, runs) });
    const group = draw(figure, "g", { transform: `translate(${ROOM.left} ${ROOM.top})` });
    const lines = [
      { run: runs[0].balanced, look: BALANCED, width: 1.6, called: (/** @type {string} */ value) => say("panel-balanced", { value }) },
      // This run last: it lies over the others.
      ...runs.map(({ run, look }) => (
        { run, look: LOOKS[look], width: look ? 2.4 : 3.4, called: (/** @type {string} */ value) => `${LOOKS[look].sign} ${value}` })).reverse(),
    ];
    const axis = axisOf(name, [runs[0].run, ...lines.map(({ run }) => run)], width, height);
    draw(group, "path", { class: "axis", d: `M0 ${height}H${width}` });
    draw(group, "path", { class: "start", d: `M0 ${down(axis, valueIn(name, runs[0].run, 0))}H${width}` });
    const { years } = axis;
    const ends = lines.map(({ run, look, width: thick, called }) => {
      const d = pathOf(pointsOf(axis, name, run, 0, years));
      draw(group, "path", { class: `line own-${look.colour}`, d, ...stroke(look, thick) });
      const value = valueIn(name, run, years);
      return { y: down(axis, value), look, text: called(told(name, value)) };
    });
    spread(ends, LINE, 0, height);
    for (const { y, look, text } of ends) draw(group, "text", { class: `own-${look.colour}`, x: width + 8, y: y + 5 }).textContent = text;
    for (const [x, anchor, text] of /** @type {const} */ ([[0, "start", say("start")], [across(axis, years), "end", yearsText(years)]])) {
      draw(group, "text", { class: "tick", x, y: height + 17, "text-anchor": anchor }).textContent = text;
    }
  };
}
