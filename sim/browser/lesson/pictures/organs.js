// A slice of bone and a ring of artery in which calcium can be counted: struts of bone, specks in the wall.

import { add, draw, set } from "../../elements.js";
import { at, read } from "../../quantities.js";
import { makeArtery } from "../../scene/artery.js";
import { SPECK } from "../../scene/look.js";
import { clamp } from "../../scene/nodes.js";
import { say } from "../../words/messages.js";
import { plain, told } from "../../words/numbers.js";
import { mark } from "../parts.js";
import { makeSlice, STRUTS } from "./slice.js";

/** @import { Run } from "../../run.js" */

const VIEW = "-108 -108 216 216";

/** @type {(run: Run) => number} how much calcium a strut stands for [mg] */
export const strutOf = (run) => run.amounts.bone[0] / STRUTS;

/** @type {(figure: HTMLElement, words: string, count: string) => void} */
function caption(figure, words, count) {
  mark(figure, words);
  add(figure, "span", { class: "small" }).textContent = count;
}

/** @type {(what: string, now: number, start: number) => string} how many there are more or fewer than at the start */
const counted = (what, now, start) =>
  say(`task-${what}-${now < start ? "gone" : now > start ? "more" : "all"}`, { count: now === start ? start : Math.abs(now - start) });

/**
 * @param {HTMLElement} place
 * @param {string} [name]  whose they are, where two stand side by side
 */
export function createOrgans(place, name = "") {
  const box = add(place, "div", { class: "organs" });
  if (name) add(box, "p", { class: "organs-name" }).textContent = name;
  const pair = add(box, "div", { class: "pair" });
  const [bone, artery] = ["bone_change", "arteries_times"].map((quantity) => {
    const figure = add(pair, "figure", { class: quantity });
    return { svg: draw(figure, "svg", { class: "scene organ", viewBox: VIEW, role: "img" }), words: add(figure, "figcaption") };
  });
  const slice = makeSlice(bone.svg);
  const ring = makeArtery(artery.svg, { x: 0, y: 0, r: 102 });
  draw(artery.svg, "text", { y: 6, "text-anchor": "middle", "font-size": 15, "aria-hidden": "true" }).textContent = say("task-blood");
  const scale = add(box, "p", { class: "small organs-scale" });
  return {
    box,
    /** @type {(run: Run, year: number) => void} */
    draw(run, year) {
      const of = (/** @type {string} */ quantity) => at(read(quantity, run), year, run.constants.years);
      const [strut, start] = [strutOf(run), run.amounts.arteries[0]];
      const count = STRUTS + Math.round((at(run.amounts.bone, year, run.constants.years) - run.amounts.bone[0]) / strut);
      const milligrams = of("arteries");
      slice(clamp(count, 0, Infinity));
      ring.draw(milligrams, start);
      for (const [i, speck] of artery.svg.querySelectorAll(".speck").entries()) speck.classList.toggle("new", i >= start / SPECK);
      const specks = [Math.round(milligrams / SPECK), Math.round(start / SPECK)];
      caption(bone.words, say("task-bone-now", { value: told("bone_change", of("bone_change")) }), counted("strut", count, STRUTS));
      caption(artery.words, say("task-artery-now", { value: told("arteries_times", of("arteries_times")) }), counted("speck", specks[0], specks[1]));
      set(bone.svg, { "aria-label": say("task-struts", { count, of: STRUTS }) });
      set(artery.svg, { "aria-label": say("task-specks", { count: specks[0], of: specks[1] }) });
      scale.textContent = say("task-scale", { strut: plain(strut / 1000), speck: SPECK, times: plain(strut / SPECK) });
    },
  };
}
