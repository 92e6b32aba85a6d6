// A long bone filled with a mesh of struts, which thin out and vanish as bone is lost.

import { attribute, scatter, write } from "./diagram_svg.js";
import { draw } from "./elements.js";
import { signed } from "./numbers.js";

/** @import { Box, Layout, Update } from "./types.d.ts" */

// The three kinds of strut: width at the start, and the loss at which the kind is gone. [%]
const STRUTS = [
  { width: 3.6, gone: -26 },
  { width: 3.2, gone: -17 },
  { width: 2.8, gone: -10 },
];
const THICKENING = 0.07;
const MESH = 15;

/**
 * Draw the bone.
 *
 * @type {(node: Element, place: Layout["organs"]["bone"], label: string) => Update}
 */
export function drawBone(node, place, label) {
  const outline = boneOutline(place);
  const clip = `diagram-bone-${place.width}`;
  draw(draw(node, "clipPath", { id: clip }), "path", { d: outline });
  draw(node, "path", { d: outline, class: "diagram-body" });
  const mesh = draw(node, "g", { "clip-path": `url(#${clip})` });
  const paths = meshPaths(place);
  const kinds = STRUTS.map((kind, i) => ({
    ...kind, set: attribute(draw(mesh, "path", { d: paths[i], class: "diagram-strut" }), "stroke-width"),
  }));
  const shell = attribute(draw(node, "path", { d: outline, class: "diagram-shell" }), "stroke-width");
  write(node, place.title, "diagram-title", label);
  const value = write(node, place.value, "diagram-value", "");
  const net = write(node, place.net, "diagram-net", "", "mg/day");

  return (moment) => {
    const change = moment.bone_change;
    for (const kind of kinds) kind.set(strutWidth(kind, change));
    shell((4.5 + 0.12 * Math.max(change, -20)).toFixed(1));
    const changeText = `${signed(change, 1)} %`;
    const netNow = `net ${signed(moment.bone_formation - moment.bone_resorption, 1)}`;
    value(changeText);
    net(netNow);
    return `${changeText} (since the start), ${netNow} mg/day`;
  };
}

/** @type {(kind: {width: number, gone: number}, change: number) => string} change in % */
function strutWidth({ width, gone }, change) {
  const share = change < 0 ? 1 - change / gone : 1 + THICKENING * change;
  return (width * Math.max(share, 0)).toFixed(1);
}

/** @type {(place: Box) => string} four knobs and a shaft, to be recognised from the back row */
function boneOutline({ x, y, width, height }) {
  const r = height * 0.27;
  const [left, right, top, bottom, middle] = [x, x + width, y, y + height, y + height / 2];
  // Two knobs of one end meet this far inside the end.
  const notch = r - Math.sqrt(r * r - (height / 2 - r) ** 2);
  const neck = 1.9 * r;
  const waist = r - Math.sqrt(r * r - (neck - r) ** 2);
  const arc = (/** @type {number} */ toX, /** @type {number} */ toY) => `A${r} ${r} 0 1 1 ${toX.toFixed(1)} ${toY.toFixed(1)}`;
  return (
    `M${left + neck} ${top + 2 * r - waist}H${right - neck}${arc(right - notch, middle)}` +
    `${arc(right - neck, bottom - 2 * r + waist)}H${left + neck}${arc(left + notch, middle)}` +
    `${arc(left + neck, top + 2 * r - waist)}Z`
  );
}

/** @type {(place: Box) => string[]} shaken points, joined to the right and downwards; one path for each kind of strut */
function meshPaths({ x, y, width, height }) {
  const point = (/** @type {number} */ column, /** @type {number} */ row) => {
    const i = row * 40 + column;
    return [
      (x + (column + (row % 2) / 2 + 0.55 * (scatter(i, 6) - 0.5)) * MESH).toFixed(1),
      (y + (row + 0.55 * (scatter(i, 7) - 0.5)) * MESH).toFixed(1),
    ].join(" ");
  };
  const paths = STRUTS.map(() => "");
  const join = (/** @type {string} */ from, /** @type {string} */ to, /** @type {number} */ i) => {
    paths[Math.floor(scatter(i, 8) * STRUTS.length)] += `M${from}L${to}`;
  };
  for (let row = 0; row <= height / MESH; row += 1) {
    for (let column = -1; column <= width / MESH; column += 1) {
      const i = row * 80 + column * 2;
      join(point(column, row), point(column + 1, row), i);
      join(point(column, row), point(column + (row % 2), row + 1), i + 1);
    }
  }
  return paths;
}
