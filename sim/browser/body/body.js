// The whole body: every flow of calcium with its number, drawn as the scene draws its part of it.

import { set } from "../elements.js";
import { at, read } from "../quantities.js";
import { DOT, LENS, lookOf } from "../scene/look.js";
import { say } from "../words/messages.js";
import { plain } from "../words/numbers.js";
import { LAYOUTS } from "./layouts.js";
import { drawOrgans } from "./organs.js";
import { makeLabel } from "./parts.js";
import { drawDoors, drawWays } from "./ways.js";

/** @import { Run } from "../run.js" */
/** @import { Look } from "../scene/look.js" */
/** @typedef {(name: string) => number} Value  of a quantity in the year shown */
/** @typedef {{update: (value: Value, look: Look) => void, frame?: (phase: number) => void}} Part */

/**
 * Create the drawing.
 *
 * @param {SVGSVGElement} svg
 * @param {{onPart: (key: string, element: Element) => void}} reader  what a press on a part does
 */
export function createBody(svg, { onPart }) {
  /** @type {Part[]} */
  let parts = [];
  const press = (/** @type {Event} */ { target }) => {
    const node = target instanceof Element && target.closest("[data-part]");
    if (node) onPart(node.getAttribute("data-part") ?? "", node);
  };
  svg.addEventListener("click", press);
  svg.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    press(event);
  });
  set(svg, { role: "group", "aria-label": say("body-name"), class: "scene body-picture" });

  return {
    /**
     * Draw anew for a room of that shape and size; letters are so large there if they can. [px]
     *
     * @type {(name: keyof typeof LAYOUTS, room: {width: number, height: number}, letters: number) => void}
     */
    resize: (name, room, letters) => {
      const layout = LAYOUTS[name];
      const [width, height] = layout.size;
      const [least, most] = layout.scale.text;
      const shrunk = Math.min(room.width / width, room.height / height) || 1;
      const text = Math.min(Math.max(letters / shrunk, least), most);
      svg.replaceChildren();
      set(svg, { viewBox: `0 0 ${width} ${height}`, "data-layout": name });
      svg.style.setProperty("--text", `${text}px`);
      parts = [drawWays, drawOrgans, drawDoors].flatMap((drawParts) => drawParts(svg, layout, text));
      makeLabel(svg, layout.note, text * 0.9, "note")(
        say("body-dot", { mg: plain(DOT / layout.scale.dots) }), say("body-dot-arteries", { times: plain(LENS) }));
    },
    /** @type {(shown: {run: Run, year: number}) => void} */
    draw: ({ run, year }) => {
      const value = (/** @type {string} */ name) => at(read(name, run), year, run.scenario.years);
      const look = lookOf(run, year);
      for (const part of parts) part.update(value, look);
    },
    /** @type {(phase: number) => void} */
    frame: (phase) => {
      for (const part of parts) part.frame?.(phase);
    },
  };
}
