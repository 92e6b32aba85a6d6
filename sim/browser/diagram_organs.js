// Food, gut, blood, urine and faeces. Bone and arteries change their look and have their own modules.

import { drawArteries } from "./diagram_artery.js";
import { drawBone } from "./diagram_bone.js";
import { scatter, target, write } from "./diagram_svg.js";
import { draw } from "./elements.js";
import { flowNumber, plain } from "./numbers.js";

/** @import { Box, Layout, Part, Update, Words } from "./types.d.ts" */

const PER_DAY = "mg/day";

/** @type {Record<string, string>} */
const ICONS = {
  diet: "M-7 -10H7L5 10H-5ZM-6.4 -4H6.4",
  urine: "M0 -11C5 -3 8 0 8 4.5A8 8 0 0 1 -8 4.5C-8 0 -5 -3 0 -11Z",
  faeces: "M-9 10A4.5 4.5 0 0 1 -6 2A4 4 0 0 1 -3 -4Q1 -5 1 -10Q7 -5 4 -3A4 4 0 0 1 6 2A4.5 4.5 0 0 1 9 10Z",
};

/** @type {Record<string, Update>} */
const NOW = {
  diet: (moment) => `${flowNumber(moment.intake)} ${PER_DAY} eaten`,
  gut: (moment) => `${flowNumber(moment.absorption)} of ${flowNumber(moment.intake)} ${PER_DAY} absorbed`,
  urine: (moment) => `${flowNumber(moment.urinary_excretion)} ${PER_DAY} lost`,
  faeces: (moment) => `${flowNumber(moment.unabsorbed_loss + moment.endogenous_faecal_loss)} ${PER_DAY} lost`,
};

/**
 * Draw all organs.
 *
 * @type {(parent: Element, layout: Layout, words: Words) => Part[]}
 */
export function drawOrgans(parent, { organs }, words) {
  /**
   * @template {keyof Layout["organs"]} Name
   * @param {Name} name
   * @param {(node: Element, place: Layout["organs"][Name], label: string, name: string) => Update} drawer
   */
  const organ = (name, drawer) => {
    const key = `organ:${name}`;
    const node = target(parent, key, `diagram-organ diagram-${name}`);
    return { key, node, words: words.organs[name], update: drawer(node, organs[name], words.organs[name].label, name) };
  };
  return [
    organ("diet", drawEnd),
    organ("gut", drawGut),
    organ("blood", drawBlood),
    organ("bone", drawBone),
    organ("arteries", drawArteries),
    organ("urine", drawEnd),
    organ("faeces", drawEnd),
  ];
}

/** @type {(node: Element, place: Box, label: string, name: string) => Update} */
function drawEnd(node, { x, y, width, height }, label, name) {
  draw(node, "rect", { x, y, width, height, rx: 12, class: "diagram-end" });
  const stacked = width < 76 && height > 40;
  const middle = y + height / 2;
  const icon = stacked ? [x + width / 2, y + 15] : [x + 17, middle];
  const text = stacked
    ? { x: x + width / 2, y: y + height - 5, width: width - 8 }
    : { x: x + 33, y: middle + 5.5, anchor: "start", width: width - 37 };
  draw(node, "path", { d: ICONS[name], transform: `translate(${icon})`, class: "diagram-icon" });
  write(node, text, "diagram-end-title", label);
  return NOW[name];
}

/** @type {(node: Element, place: Layout["organs"]["gut"], label: string) => Update} */
function drawGut(node, place, label) {
  draw(node, "path", { d: gutOutline(place), class: "diagram-body" });
  for (let i = 0; i < 14; i += 1) {
    const cx = place.x + 14 + scatter(i, 1) * (place.width - 40);
    const cy = place.y + 14 + scatter(i, 2) * (place.height - 32);
    // The middle is left clear for the name.
    if (Math.abs(cy - place.title.y + 6) > 18) draw(node, "circle", { cx, cy, r: 2 + 2 * scatter(i, 3), class: "diagram-crumb" });
  }
  write(node, place.title, "diagram-title", label);
  return NOW.gut;
}

/** @type {(place: Layout["organs"]["gut"]) => string} a tube whose absorbing wall is folded into villi */
function gutOutline({ x, y, width, height, wall }) {
  const round = 22;
  const long = (wall === "right" ? height : width) - 2 * round;
  const folds = Math.round(long / 13);
  const step = long / folds;
  const fold = wall === "right" ? `q-9 ${step / 2} 0 ${step}` : `q${-step / 2} -8 ${-step} 0`;
  const corner = (/** @type {number} */ dx, /** @type {number} */ dy) => `a${round} ${round} 0 0 1 ${dx} ${dy}`;
  const right = wall === "right" ? fold.repeat(folds) : `v${height - 2 * round}`;
  const bottom = wall === "right" ? `h${2 * round - width}` : fold.repeat(folds);
  return (
    `M${x + round} ${y}h${width - 2 * round}${corner(round, round)}${right}${corner(-round, round)}` +
    `${bottom}${corner(-round, -round)}V${y + round}${corner(round, -round)}Z`
  );
}

/** @type {(node: Element, place: Layout["organs"]["blood"], label: string) => Update} */
function drawBlood(node, place, label) {
  const { x, y, width, height } = place;
  draw(node, "rect", { x, y, width, height, rx: Math.min(width, height) / 2.4, class: "diagram-body" });
  const upright = height > width;
  for (let i = 0; i < 10; i += 1) {
    const along = (i + 0.5) / 10;
    if (Math.abs(along - 0.5) < (upright ? 0.16 : 0.24)) continue;
    const across = 0.32 + 0.36 * scatter(i, 4);
    const [cx, cy] = upright ? [x + across * width, y + along * height] : [x + along * width, y + across * height];
    draw(node, "ellipse", { cx, cy, rx: 9, ry: 6, transform: `rotate(${scatter(i, 5) * 120} ${cx} ${cy})`, class: "diagram-cell" });
  }
  write(node, place.title, "diagram-title", label);
  const value = write(node, place.value, "diagram-value", "", place.unit ? "" : "mg/dL");
  if (place.unit) write(node, place.unit, "diagram-name", "mg/dL");
  return (moment) => {
    const text = plain(moment.blood_calcium, 1);
    value(text);
    return `${text} mg/dL`;
  };
}
