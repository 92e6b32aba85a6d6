// A slice of bone and a ring of artery in which calcium can be counted: struts of bone, specks in the wall.

import { add, draw, set } from "../../elements.js";
import { at, read } from "../../quantities.js";
import { makeArtery } from "../../scene/artery.js";
import { SPECK } from "../../scene/look.js";
import { say } from "../../words/messages.js";
import { plain, told } from "../../words/numbers.js";
import { mark } from "../parts.js";
import { makeSlice, STRUTS } from "./slice.js";

/** @import { Run } from "../../run.js" */
/** @import { Drawn } from "./axes.js" */

const VIEW = "-108 -108 216 216";

/** @type {(run: Run) => number} how much calcium a strut stands for [mg] */
export const strutOf = (run) => run.amounts.bone[0] / STRUTS;

/** How many there are now, and how many there were. @typedef {[now: number, start: number]} Count */
/** @typedef {{words: Record<"now" | "count" | "gone" | "more" | "all" | "scale", string>, make: (svg: SVGSVGElement) => (run: Run, year: number) => Count}} Organ */

/** @type {Organ} */
const BONE = {
  words: {
    now: "task-bone-now", count: "task-struts", gone: "task-strut-gone", more: "task-strut-more", all: "task-strut-all", scale: "task-scale-strut",
  },
  make(svg) {
    const slice = makeSlice(svg);
    return ({ amounts: { bone }, constants: { years } }, year) => {
      const count = Math.max(0, Math.round((STRUTS * at(bone, year, years)) / bone[0]));
      slice(count);
      return [count, STRUTS];
    };
  },
};

/** @type {Organ} */
const ARTERY = {
  words: {
    now: "task-artery-now", count: "task-specks", gone: "task-speck-gone", more: "task-speck-more", all: "task-speck-all", scale: "task-scale-speck",
  },
  make(svg) {
    const ring = makeArtery(svg, { x: 0, y: 0, r: 102 });
    draw(svg, "text", { y: 6, "text-anchor": "middle", "font-size": 15, "aria-hidden": "true" }).textContent = say("task-blood");
    return ({ amounts: { arteries }, constants: { years } }, year) => {
      const [now, start] = [at(arteries, year, years), arteries[0]];
      ring.draw(now, start);
      for (const [i, speck] of svg.querySelectorAll(".speck").entries()) speck.classList.toggle("new", i >= start / SPECK);
      return [Math.round(now / SPECK), Math.round(start / SPECK)];
    };
  },
};

/** @type {Record<Drawn, Organ>} */
const ORGANS = { bone_change: BONE, arteries_times: ARTERY };

/** @type {(words: Organ["words"], count: Count) => string} how many there are more or fewer than at the start */
function counted({ gone, more, all }, [now, start]) {
  if (now === start) return say(all, { count: now });
  return say(now < start ? gone : more, { count: Math.abs(now - start) });
}

/**
 * @param {HTMLElement} place
 * @param {Drawn[]} quantities  whose organs are drawn
 * @param {string} [name]  whose they are
 * @returns {(run: Run, year: number) => void}
 */
export function createOrgans(place, quantities, name = "") {
  const box = add(place, "div", { class: "organs" });
  if (name) add(box, "p", { class: "organs-name" }).textContent = name;
  const pair = add(box, "div", { class: quantities.length > 1 ? "pair" : "" });
  const figures = quantities.map((quantity) => {
    const figure = add(pair, "figure", { class: quantity });
    const svg = draw(figure, "svg", { class: "scene organ", viewBox: VIEW, role: "img" });
    const { words, make } = ORGANS[quantity];
    return { quantity, words, svg, caption: add(figure, "figcaption"), show: make(svg) };
  });
  const scale = add(box, "p", { class: "small organs-scale" });
  return (run, year) => {
    for (const { quantity, words, svg, caption, show } of figures) {
      const count = show(run, year);
      set(svg, { "aria-label": say(words.count, { count: count[0], of: count[1] }) });
      mark(caption, say(words.now, { value: told(quantity, at(read(quantity, run), year, run.constants.years)) }));
      add(caption, "span", { class: "small" }).textContent = counted(words, count);
    }
    const strut = strutOf(run);
    scale.textContent = say(quantities.length > 1 ? "task-scale" : figures[0].words.scale, { strut: plain(strut / 1000), speck: SPECK, times: plain(strut / SPECK) });
  };
}
