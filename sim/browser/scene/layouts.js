// Where everything stands, in the units of the drawing: one composition, three sizes of screen.

import { tall } from "./upright.js";

/**
 * @typedef {{x: number, y: number, anchor?: "start" | "middle" | "end", size?: number, width?: number}} TextPlace
 *
 * @typedef {object} Layout
 * @property {"wide" | "tall" | "board"} name
 * @property {number} width
 * @property {number} height
 * @property {number} font  size of a label
 * @property {number} dot  radius of a dot
 * @property {number} dotShare  how many of the dots are drawn
 * @property {boolean} brief  whether words are cut short
 * @property {boolean} [low]  whether there is room for one line of words below the guards
 * @property {{x: number, y: number, scale: number}} bone
 * @property {{x: number, y: number, width: number, height: number}} gut
 * @property {{x: number, y: number, length: number, size: number}} gutDoor
 * @property {{x: number, y: number, width: number, height: number}} blood
 * @property {{x: number, y: number, length: number, size: number}} boneDoor
 * @property {{inX: number, outX: number, outY: number}} ways  where they end at the bone
 * @property {{x: number, y: number, r: number}} artery
 * @property {{x: number, y: number, r: number}} lens
 * @property {{x: number, y: number, size: number, perRow: number, anchor?: "start" | "middle" | "end"}} openers
 * @property {{x: number, y: number, size: number, perRow: number, anchor?: "start" | "middle" | "end"}} closers
 * @property {{x: number, y: number}} net  middle of its arrow
 * @property {Record<"bone_change" | "arteries_times", {x: number, y: number, width: number, height: number}>} curves
 * @property {boolean} ticks  whether the curves say where they start and end
 * @property {Record<string, TextPlace>} texts  by what they say; what has no place is not written
 */

const LABEL = 14; // the smallest label on a screen [px]
const BOARD_LABEL = 24; // that the last row can read

/** @type {(name: "wide" | "tall" | "board", width: number, height: number) => Layout & {unit: number}} sizes in px */
export function layoutFor(name, width, height) {
  if (name === "tall") {
    const unit = Math.max(1, Math.min(width / 390, height / 440));
    return { ...tall(width / unit, height / unit, LABEL), unit };
  }
  const unit = Math.min(width / 1280, height / (name === "board" ? 420 : 440));
  const least = Math.ceil((10 * LABEL) / unit) / 10;
  const draw = name === "board" || least > 17 ? board : wide; // so little room that only the projector's few words fit
  const font = Math.max(name === "board" ? BOARD_LABEL : 15, least);
  return { ...draw(width / unit, height / unit, font), unit };
}

/** @type {(width: number, height: number, font: number) => Layout} at least 1280 x 440 */
function wide(width, height, font) {
  const e = Math.min(height - 440, 150);
  const scale = 0.9 + e / 390;
  const [r, arteryX, arteryY] = [119 + e * 0.28, width - 380, 192 + e * 0.42];
  const boneX = 40 - e * 0.3;
  const [bloodX, inY] = [width / 2 - 82, 190 + e * 0.32];
  const outY = inY + 88 + e * 0.16;
  const blood = { x: bloodX, y: 104 + e * 0.1, width: 108, height: 226 + e * 0.75 };
  const doorX = bloodX + 54;
  const lens = { x: arteryX + r * 1.14, y: arteryY + 36, r: 78 + e * 0.1 };
  const guardX = bloodX - 118 + e * 0.08;
  const guardSize = 1.02 + e / 900;
  const right = width - 24;
  const curveHeight = 78 + e * 0.2;
  const curveY = height - curveHeight - 30;
  const closersX = right - 78 * guardSize;
  const chord = arteryX - Math.sqrt(r ** 2 - (arteryY - 121) ** 2); // where the ring begins at the height of a label
  const netX = Math.max(bloodX - 90, 455);
  return {
    name: "wide", width, height, font, dot: 4.2, dotShare: 1, brief: false, ticks: true,
    bone: { x: boneX, y: 48, scale },
    gut: { x: doorX - 142, y: 18, width: 290, height: 46 },
    gutDoor: { x: doorX, y: 64, length: 92, size: 1 },
    blood,
    boneDoor: { x: bloodX, y: inY, length: 84, size: 1 },
    ways: { inX: boneX + 282 * scale, outX: boneX + 164 * scale, outY },
    artery: { x: arteryX, y: arteryY, r },
    lens,
    openers: { x: guardX, y: inY - 76, size: guardSize, perRow: 6 },
    closers: { x: closersX, y: arteryY - 76 - e * 0.2, size: guardSize, perRow: 6 },
    net: { x: netX, y: outY + 62 },
    curves: {
      bone_change: { x: 40, y: curveY, width: 250, height: curveHeight },
      arteries_times: { x: arteryX - 72, y: curveY, width: 300, height: curveHeight },
    },
    texts: {
      bone_change: { x: 24, y: 24, size: 25 },
      bone_state: { x: 280, y: 24, width: doorX - 142 - 290 },
      bone_scale: { x: 24, y: 46 },
      bone_lost: { x: 24, y: 66 },
      arteries_times: { x: right, y: 24, anchor: "end", size: 25 },
      artery_state: { x: right - 244, y: 24, anchor: "end" },
      artery_illustration: { x: right, y: 46, anchor: "end" },
      gut: { x: doorX - 122, y: 13 },
      food: { x: doorX - 150, y: 46, anchor: "end" },
      not_taken_up: { x: doorX + 156, y: 46 },
      gate: { x: doorX + 58, y: 88 },
      gate_state: { x: doorX + 58, y: 107 },
      gate_work: { x: doorX + 58, y: 126, width: chord - doorX - 70 },
      blood: { x: doorX, y: blood.y + blood.height - 34, anchor: "middle" },
      urine: { x: doorX, y: blood.y + blood.height + 18, anchor: "middle" },
      openers: { x: guardX, y: inY - 57, anchor: "middle" },
      openers_name: { x: guardX, y: inY - 41, anchor: "middle" },
      openers_state: { x: bloodX - 20, y: inY + 52, anchor: "end" },
      resorption: { x: bloodX - 20, y: outY + 42, anchor: "end" },
      day_bone: { x: netX, y: outY + 86, anchor: "middle" },
      closers: { x: closersX, y: arteryY - 57 - e * 0.2, anchor: "middle" },
      closers_name: { x: closersX, y: arteryY - 41 - e * 0.2, anchor: "middle" },
      closers_awake: { x: lens.x + lens.r + 12, y: lens.y - 6, width: right - lens.x - lens.r - 2 },
      closers_state: { x: lens.x + lens.r + 12, y: lens.y + 13, width: right - lens.x - lens.r - 2 },
      lens: { x: lens.x + lens.r + 12, y: lens.y + 47, width: right - lens.x - lens.r - 2 },
      lens_more: { x: lens.x + lens.r + 12, y: lens.y + 65, width: right - lens.x - lens.r - 2 },
    },
  };
}

/** @type {(width: number, height: number, font: number) => Layout} at least 1280 x 420: few words, and large */
function board(width, height, font) {
  const e = Math.min(height - 420, 150);
  const line = font * 1.18;
  const big = Math.round(font * 1.42);
  const scale = 0.84 + e / 340;
  const [r, arteryX, arteryY] = [116 + e * 0.3, width - 398, 190 + e * 0.4];
  const [bloodX, inY] = [width / 2 - 84, 190 + e * 0.32];
  const outY = inY + 98 + e * 0.12;
  const lens = { x: arteryX + r * 1.1, y: arteryY + 40, r: 80 + e * 0.1 };
  const doorX = bloodX + 56;
  const guardX = bloodX - 112;
  const right = width - 20;
  const closersX = right - 96;
  const netX = Math.max(20 + 164 * scale + 100, 172 + font * 9.2); // between curve and time
  const curveY = height - 70;
  return {
    name: "board", width, height, font, dot: 4.6, dotShare: 1, brief: true, ticks: false,
    bone: { x: 20, y: big + line - 3 - Math.min(e * 0.1, 10), scale },
    gut: { x: doorX - 142, y: 6, width: 290, height: 48 },
    gutDoor: { x: doorX, y: 54, length: 100, size: 1 },
    blood: { x: bloodX, y: 92, width: 112, height: 220 + e },
    boneDoor: { x: bloodX, y: inY, length: 88, size: 1.05 },
    ways: { inX: 20 + 282 * scale, outX: 20 + 164 * scale, outY },
    artery: { x: arteryX, y: arteryY, r },
    lens,
    openers: { x: guardX, y: inY - 46, size: 1.14, perRow: 6 },
    closers: { x: closersX, y: big + 12 + line + 66, size: 1.14, perRow: 6 },
    net: { x: netX, y: outY + 38 },
    curves: {
      bone_change: { x: 28, y: curveY, width: 124, height: 60 },
      arteries_times: { x: width - 420, y: curveY, width: 190, height: 60 },
    },
    texts: {
      bone_change: { x: 20, y: big, size: big },
      bone_scale: { x: 20, y: big + line },
      arteries_times: { x: right, y: big, anchor: "end", size: big },
      gut: { x: doorX - 154, y: 40, anchor: "end" },
      gate: { x: doorX + 66, y: 56 + line },
      gate_state: { x: doorX + 66, y: 56 + line * 2 },
      blood: { x: doorX, y: 92 + 220 + e - 22, anchor: "middle" },
      openers: { x: guardX, y: inY - 46 - 68, anchor: "middle" },
      openers_state: { x: bloodX - 18, y: inY + 40 + line, anchor: "end" },
      day_bone: { x: netX, y: outY + 40 + line * 0.92, anchor: "middle" },
      closers: { x: closersX, y: big + 8 + line, anchor: "middle" },
      closers_state: { x: lens.x + lens.r + 10, y: lens.y + 8, width: right - lens.x - lens.r },
      artery_illustration: { x: right, y: curveY - 11.5, anchor: "end" },
    },
  };
}
