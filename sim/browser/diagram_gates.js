// What vitamins do: doors that swing open at the gut wall and at bone, a shield that shuts at the artery wall.

import { attribute, target, write } from "./diagram_svg.js";
import { draw } from "./elements.js";
import { plain } from "./numbers.js";

/** @import { Door, Layout, Moment, Part, Shield, Words } from "./types.d.ts" */

const GAP = 6;
const REACH = 30;
const POST = 5.5;

/**
 * Draw the three gates.
 *
 * @type {(parent: Element, layout: Layout, words: Words) => Part[]}
 */
export function drawGates(parent, layout, words) {
  return Object.entries(layout.gates).map(([name, place]) => {
    const key = `gate:${name}`;
    const node = target(parent, key, "diagram-gate");
    const open = "radius" in place ? drawShield(node, place) : drawDoor(node, place);
    write(node, place.lines[0], "diagram-gate-name", words.gates[name].label);
    const state = write(node, place.lines[1], "diagram-gate-state", "");
    const update = (/** @type {Moment} */ moment) => {
      const opening = moment[EFFECTS[name] ?? name];
      open(Math.min(Math.max(opening, 0), 1));
      const text = stateText(name, percentOf(opening));
      state(text);
      return name in EFFECTS ? `${text} (${words.gates[name].label} ${percentOf(moment[name])} active)` : text;
    };
    return { key, node, words: words.gates[name], update };
  });
}

// K2 activates both proteins; how much of bone formation and of the artery wall's shield that makes are assumptions.
/** @type {Record<string, string>} */
const EFFECTS = { osteocalcin: "formation", mgp: "shield" };

const percentOf = (/** @type {number} */ share) => `${plain(100 * share)} %`;

/** @type {(name: string, percent: string) => string} */
function stateText(name, percent) {
  if (name === "mgp") return `shield ${percent} shut`;
  if (name === "vitamin_d") return `${percent} open`;
  return `formation ${percent}`;
}

/** @type {(node: Element, place: Door) => (opening: number) => void} two leaves swing on their posts beside the flow */
function drawDoor(node, { x, y, wall, span, swing }) {
  const turn = wall === "vertical" ? 0 : 90;
  const door = draw(node, "g", { transform: `translate(${x} ${y}) rotate(${turn})` });
  draw(door, "rect", { x: -REACH / 2, y: -span / 2, width: REACH, height: span, class: "diagram-hit" });
  const sides = [-1, 1];
  const length = (span - GAP) / 2;
  const leaves = sides.map(() => attribute(draw(door, "path", { class: "diagram-leaf" }), "d"));
  for (const side of sides) draw(door, "circle", { cy: (side * span) / 2, r: POST, class: "diagram-post" });
  return (opening) => {
    const angle = (opening * Math.PI) / 2;
    const outwards = (swing * length * Math.sin(angle)).toFixed(1);
    const across = span / 2 - length * Math.cos(angle);
    leaves.forEach((leaf, i) => {
      leaf(`M0 ${(sides[i] * span) / 2}L${outwards} ${(sides[i] * across).toFixed(1)}`);
    });
  };
}

/** @type {(node: Element, place: Shield) => (shut: number) => void} two halves glide along the artery until they meet */
function drawShield(node, { x, y, radius, degrees, half }) {
  const at = (/** @type {number} */ angle) => {
    const radians = (angle * Math.PI) / 180;
    return `${(x + radius * Math.cos(radians)).toFixed(1)} ${(y + radius * Math.sin(radians)).toFixed(1)}`;
  };
  const [from, to] = [degrees - half, degrees + half];
  const arc = (/** @type {number} */ start, /** @type {number} */ end) => `M${at(start)}A${radius} ${radius} 0 0 1 ${at(end)}`;
  for (const style of ["reach", "track"]) draw(node, "path", { d: arc(from, to), class: `diagram-${style}` });
  const halves = [0, 1].map(() => attribute(draw(node, "path", { class: "diagram-leaf" }), "d"));
  for (const end of [from, to]) {
    const [cx, cy] = at(end).split(" ");
    draw(node, "circle", { cx, cy, r: POST, class: "diagram-post" });
  }
  return (shut) => {
    // A little of each half always looks out of its post.
    const reach = half * (0.12 + 0.88 * shut);
    halves[0](arc(from, from + reach));
    halves[1](arc(to - reach, to));
  };
}
