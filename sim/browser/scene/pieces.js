// The parts of the drawing, made for one layout, in the order in which the keyboard meets them: gut, bone, artery.

import { draw } from "../elements.js";
import { makeArtery } from "./artery.js";
import { makeBone } from "./bone.js";
import { makeCurve } from "./curve.js";
import { makeDoor } from "./door.js";
import { makeGuards } from "./guards.js";
import { wordsFor } from "./labels.js";
import { makeLens } from "./lens.js";
import { makeNet } from "./net.js";
import { part, short } from "./nodes.js";
import { makeStream } from "./stream.js";
import { makeText } from "./texts.js";
import { drawWays, widthsOf } from "./ways.js";

/** @import { Layout } from "./layouts.js" */

/** How each label looks, and the quantity whose number it holds. @type {Record<string, {style: string, number?: string}>} */
const LABELS = {
  bone_name: { style: "title bone-ink" }, bone_change: { style: "title bone-ink", number: "bone_change" },
  bone_state: { style: "note" }, bone_scale: { style: "note" }, bone_lost: { style: "note" },
  artery_name: { style: "title art-ink" }, arteries_times: { style: "title art-ink", number: "arteries_times" },
  artery_state: { style: "note" }, artery_illustration: { style: "note" },
  gut: { style: "name gut-ink halo" }, food: { style: "note" }, not_taken_up: { style: "note" },
  gate: { style: "plain" }, gate_state: { style: "plain" }, gate_work: { style: "gut-ink" },
  blood: { style: "name blood-ink" }, urine: { style: "note" },
  openers: { style: "plain" }, openers_name: { style: "note" }, openers_state: { style: "plain" },
  closers: { style: "plain" }, closers_name: { style: "note" }, closers_awake: { style: "plain" },
  closers_state: { style: "plain" }, lens: { style: "note" }, lens_more: { style: "note" },
  resorption: { style: "note" }, day_bone: { style: "plain", number: "day_bone" }, a_day: { style: "plain" }, note: { style: "note" },
};

/** @typedef {ReturnType<typeof makePieces>} Pieces */

/**
 * @param {SVGSVGElement} svg
 * @param {Layout} layout
 */
export function makePieces(svg, layout) {
  /** @type {Record<string, ReturnType<typeof makeText>>} */
  const texts = {};
  const words = wordsFor(layout);
  /** @type {(parent: Element, names: string[]) => void} writes the labels that have a place */
  const label = (parent, names) => {
    for (const name of names) {
      if (!layout.texts[name]) continue;
      texts[name] = makeText(parent, layout.texts[name], { font: layout.font, ...LABELS[name] });
      if (words[name]) texts[name](words[name]);
    }
  };
  const hit = (/** @type {Element} */ parent, /** @type {number[]} */ [x, y, width, height]) =>
    draw(parent, "rect", { class: "hit", x: short(x), y: short(y), width: short(width), height: short(height) });
  drawWays(draw(svg, "g"), layout);
  const streams = makeStreams(draw(svg, "g"), layout);
  const above = makeGutSide(svg, layout, label, hit);
  const left = makeBoneSide(svg, layout, label, hit);
  const right = makeArterySide(svg, layout, label);
  label(draw(svg, "g"), ["note"]);
  return { texts, streams: [...streams, right.channel, right.lens.stream], ...above, ...left, ...right };
}

/** @type {(parent: SVGElement, layout: Layout) => ReturnType<typeof makeStream>[]} */
function makeStreams(parent, layout) {
  const { gut, gutDoor, blood, boneDoor, ways, artery, dot } = layout;
  const { pipe, out } = widthsOf(layout);
  const [middle, head] = [blood.x + blood.width / 2, blood.y + blood.height * 0.36];
  const make = (/** @type {string} */ name, /** @type {[number, number][]} */ points, /** @type {number} */ spread, speed = 1) =>
    makeStream(parent, name, points, { radius: dot, spread, speed });
  const eaten = gut.y + gut.height * 0.42;
  return [
    make("intake", [[gut.x + gut.height * 0.2, eaten], [gut.x + gut.width - gut.height * 0.2, eaten]], gut.height * 0.5, 0.5),
    make("absorption", [[gutDoor.x, gut.y + gut.height * 0.6], [gutDoor.x, head]], gutDoor.length * 0.16),
    make("bone_formation", [[middle, boneDoor.y], [ways.inX - dot, boneDoor.y]], boneDoor.length * 0.16),
    make("bone_resorption", [[ways.outX - dot, ways.outY], [middle, ways.outY]], out * 0.35),
    make("blood", [[middle, head], [middle, artery.y], [artery.x - artery.r * 0.7, artery.y]], pipe * 0.6, 0.7),
  ];
}

/** @typedef {(parent: Element, names: string[]) => void} Label */
/** @typedef {(parent: Element, box: number[]) => void} Hit */

/**
 * @param {SVGSVGElement} svg
 * @param {Layout} layout
 * @param {Label} label
 * @param {Hit} hit
 */
function makeGutSide(svg, { gut, gutDoor, blood }, label, hit) {
  const tube = part(svg, "gut");
  hit(tube, [gut.x, gut.y, gut.width, gut.height]);
  label(tube, ["gut", "food", "not_taken_up"]);
  const gate = part(svg, "vitamin_d");
  const door = makeDoor(gate, { ...gutDoor, flat: true });
  label(gate, ["gate", "gate_state", "gate_work"]);
  const vessel = part(svg, "blood");
  hit(vessel, [blood.x, blood.y, blood.width, blood.height]);
  label(vessel, ["blood"]);
  label(part(svg, "urine"), ["urine"]);
  return { gutDoor: door };
}

/**
 * @param {SVGSVGElement} svg
 * @param {Layout} layout
 * @param {Label} label
 * @param {Hit} hit
 */
function makeBoneSide(svg, layout, label, hit) {
  const { boneDoor, ways } = layout;
  const { out } = widthsOf(layout);
  label(part(svg, "bone_change", "number"), ["bone_name", "bone_change"]);
  const body = part(svg, "bone");
  const bone = makeBone(body, layout.bone);
  label(body, ["bone_state", "bone_scale", "bone_lost"]);
  const group = part(svg, "osteocalcin_activation");
  const openers = makeGuards(group, layout.openers, "openers");
  label(group, ["openers", "openers_name"]);
  hit(part(svg, "bone_formation"), [ways.inX, boneDoor.y - boneDoor.length * 0.4, boneDoor.x - ways.inX - 14, boneDoor.length * 0.8]);
  const gate = part(svg, "osteocalcin");
  const door = makeDoor(gate, boneDoor);
  label(gate, ["openers_state"]);
  const back = part(svg, "bone_resorption");
  hit(back, [ways.outX, ways.outY - out / 2, boneDoor.x - ways.outX, out]);
  label(back, ["resorption"]);
  const day = part(svg, "day_bone", "number");
  const net = makeNet(day, layout.net, { wide: 1, board: 0.8, tall: 0.62 }[layout.name]);
  label(day, ["day_bone", "a_day"]);
  const boneCurve = makeCurve(part(svg, "bone_change", "curve"), "bone_change", layout.curves.bone_change, layout);
  return { bone, openers, boneDoor: door, net, boneCurve };
}

/**
 * @param {SVGSVGElement} svg
 * @param {Layout} layout
 * @param {Label} label
 */
function makeArterySide(svg, layout, label) {
  const { x, y, r } = layout.artery;
  label(part(svg, "arteries_times", "number"), ["artery_name", "arteries_times"]);
  const body = part(svg, "arteries");
  const artery = makeArtery(body, layout.artery);
  const channel = makeStream(body, "channel", [[x - r * 0.48, y], [x + r * 0.44, y + r * 0.12]],
    { radius: layout.dot, spread: r * 0.46, speed: 0.8 });
  label(body, ["artery_state"]);
  if (layout.texts.artery_illustration) label(part(svg, "stiffness"), ["artery_illustration"]);
  const group = part(svg, "mgp_activation");
  const closers = makeGuards(group, layout.closers, "closers");
  label(group, ["closers", "closers_name"]);
  const gate = part(svg, "mgp");
  const lens = makeLens(gate, layout.lens, layout.dot);
  label(gate, ["closers_awake", "closers_state", "lens", "lens_more"]);
  const arteryCurve = makeCurve(part(svg, "arteries_times", "curve art"), "arteries_times", layout.curves.arteries_times, layout);
  return { artery, channel, closers, lens, arteryCurve };
}
