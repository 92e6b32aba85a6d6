// Food, gut, blood, bone, arteries, urine and faeces; bone and artery are the scene's own.

import { draw } from "../elements.js";
import { makeArtery } from "../scene/artery.js";
import { makeBone } from "../scene/bone.js";
import { write } from "../scene/nodes.js";
import { say } from "../words/messages.js";
import { digits, flowNumber, signed, told as numberOf } from "../words/numbers.js";
import { call, makeLabel, target, told } from "./parts.js";

/** @import { Part, Value } from "./body.js" */
/** @import { Box, Layout } from "./layouts.js" */

const FOLD = 14; // how far apart the gut's folds stand

/** @type {(parent: Element, layout: Layout, text: number) => Part[]} */
export const drawOrgans = (parent, layout, text) => [
  drawEnd(parent, "diet", layout, text, (value) => say("now-eaten", { flow: flowNumber(value("intake")) })),
  drawGut(parent, layout, text),
  drawBlood(parent, layout, text),
  drawStore(parent, "bone", layout.bone.label, text, drawBone(layout)),
  drawStore(parent, "arteries", layout.arteries.label, text, drawArteries(layout)),
  drawEnd(parent, "urine", layout, text, (value) => say("now-lost", { flow: flowNumber(value("urinary_excretion")) })),
  drawEnd(parent, "faeces", layout, text, (value) =>
    say("now-lost", { flow: flowNumber(value("unabsorbed_loss") + value("endogenous_faecal_loss")) })),
];

/** @type {(node: Element, key: string, box: Box, down: number) => void} */
function drawTitle(node, key, { x, y, width, height }, down) {
  const text = draw(node, "text", { x: x + width / 2, y: y + height / 2 + down, class: "title", "text-anchor": "middle" });
  text.textContent = told(key).label;
  node.append(" ");
}

/** @type {(parent: Element, key: "diet" | "urine" | "faeces", layout: Layout, text: number, now: (value: Value) => string) => Part} */
function drawEnd(parent, key, { boxes }, text, now) {
  const node = target(parent, key, "end-of-body");
  draw(node, "rect", { ...boxes[key], rx: 12, class: "box" });
  drawTitle(node, key, boxes[key], text * 0.35);
  return { update: (value) => call(node, told(key).label, now(value)) };
}

/** @type {(parent: Element, layout: Layout, text: number) => Part} */
function drawGut(parent, { boxes: { gut }, doors: { vitamin_d: door } }, text) {
  const node = target(parent, "gut", "gut");
  const { x, y, width, height } = gut;
  draw(node, "rect", { ...gut, rx: height / 2.4, class: "gut-body" });
  const step = FOLD * door.size;
  const folds = [];
  for (let at = x + height / 2; at < x + width - height / 2; at += step) {
    if (Math.abs(at + step / 2 - door.x) > door.length / 2 + 4) folds.push(`M${at} ${y + height}q${step * 0.43} ${-step * 1.07} ${step * 0.86} 0`);
  }
  draw(node, "path", { d: folds.join(""), class: "villi" });
  drawTitle(node, "gut", gut, text * 0.15);
  return {
    update: (value) => call(node, told("gut").label, say("now-absorbed", {
      absorbed: flowNumber(value("absorption")), eaten: flowNumber(value("intake")),
    })),
  };
}

/** @type {(parent: Element, layout: Layout, text: number) => Part} */
function drawBlood(parent, { boxes: { blood } }, text) {
  const node = target(parent, "blood", "blood");
  const { x, y, width, height } = blood;
  const upright = height > width;
  draw(node, "rect", { ...blood, rx: Math.min(width, height) / 2.6, class: "blood-body" });
  drawTitle(node, "blood", upright ? { ...blood, height: height - text * 1.5 } : { ...blood, width: width - text * 7 }, text * 0.35);
  const amount = draw(node, "text", {
    x: x + width / 2 + (upright ? 0 : text * 1.8), y: y + height / 2 + (upright ? text * 0.85 : text * 0.35), class: "amount", "text-anchor": "middle",
  });
  return {
    update: (value) => {
      const now = numberOf("blood_calcium", value("blood_calcium"));
      write(amount, now);
      call(node, told("blood").label, now);
    },
  };
}

/** @typedef {(node: SVGGElement) => (value: Value) => [state: string, net: string]} Store */

/** @type {(parent: Element, key: string, place: import("./layouts.js").Label, text: number, drawing: Store) => Part} */
function drawStore(parent, key, place, text, drawing) {
  const node = target(parent, key, "store");
  const show = drawing(node);
  const tell = makeLabel(node, place, text * 1.25, "large");
  return {
    update: (value) => {
      const [state, change] = show(value);
      const net = say("body-net", { net: change });
      tell(`${told(key).label} ${state}`, net);
      call(node, told(key).label, `${state} ${net}`);
    },
  };
}

/** @type {(layout: Layout) => Store} */
const drawBone = ({ bone }) => (node) => {
  const show = makeBone(node, bone);
  return (value) => {
    const change = value("bone_change");
    show(change, Math.max(change, 0)); // hatched: lost since the start
    return [numberOf("bone_change", change), signed(value("bone_formation") - value("bone_resorption"), 1)];
  };
};

/** @type {(layout: Layout) => Store} */
const drawArteries = ({ arteries }) => (node) => {
  const { draw: show } = makeArtery(node, arteries);
  return (value) => {
    show(value("arteries"), undefined);
    const state = ["arteries", "arteries_times"].map((name) => numberOf(name, value(name))).join(", ");
    return [state, digits("day_arteries", value("arterial_deposition") - value("arterial_clearance"))];
  };
};
