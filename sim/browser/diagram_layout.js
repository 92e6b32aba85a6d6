// Where everything stands: one arrangement for wide hosts, one for phones. Units are those of the viewBox.

/** @import { Layout, Point, TextPlace } from "./types.d.ts" */

/** Length of every arrowhead. */
export const HEAD_LENGTH = 16;

const NARROW_BELOW = 480; // CSS px: such hosts get the portrait arrangement

/**
 * Return a straight or bent arrow.
 *
 * @param {string} d  its shaft, which ends one head length before the tip
 * @param {Point} tip
 * @param {number} degrees
 * @param {TextPlace} name
 * @param {TextPlace} number
 */
function arrow(d, tip, degrees, name, number) {
  return { d, tip, degrees, name, number };
}

/**
 * Return the places of two lines of text; the first is condensed to a width.
 *
 * @param {number} x
 * @param {number} y
 * @param {number} step  from line to line
 * @param {string} anchor
 * @param {number} width
 * @returns {[TextPlace, TextPlace]}
 */
function lines(x, y, step, anchor, width) {
  return [{ x, y, anchor, width }, { x, y: y + step, anchor }];
}

/** @type {Layout} */
const WIDE = {
  name: "wide",
  size: [640, 460],
  year: { x: 302, y: 30 },
  note: { x: 632, y: 424, anchor: "end", width: 248, line: 17 },
  organs: {
    diet: { x: 10, y: 8, width: 104, height: 42 },
    gut: { x: 10, y: 104, width: 116, height: 202, wall: "right", title: { x: 64, y: 212 } },
    faeces: { x: 10, y: 366, width: 116, height: 46 },
    urine: { x: 284, y: 410, width: 84, height: 42 },
    blood: {
      x: 262, y: 46, width: 80, height: 288,
      title: { x: 302, y: 176 }, value: { x: 302, y: 204 }, unit: { x: 302, y: 223 },
    },
    bone: {
      x: 478, y: 46, width: 158, height: 114, title: { x: 486, y: 25, anchor: "start", width: 66 },
      value: { x: 630, y: 25, anchor: "end" }, net: { x: 558, y: 186 },
    },
    arteries: {
      x: 566, y: 286, radius: 64, title: { x: 566, y: 214, width: 130 },
      value: { x: 566, y: 376 }, net: { x: 566, y: 396 },
    },
  },
  arrows: {
    intake: arrow("M40 54V86", [40, 102], 90, ...lines(66, 72, 19, "start", 110)),
    absorption: arrow("M112 204H242", [258, 204], 0, ...lines(206, 236, 19, "middle", 116)),
    unabsorbed_loss: arrow("M40 308V346", [40, 362], 90, ...lines(66, 330, 19, "start", 100)),
    endogenous_faecal_loss: arrow("M282 336V378Q282 392 268 392H146", [130, 392], 180, ...lines(270, 354, 19, "end", 104)),
    urinary_excretion: arrow("M320 336V390", [320, 406], 90, ...lines(338, 383, 19, "start", 110)),
    bone_formation: arrow("M346 70H463", [479, 70], 0, ...lines(390, 99, 19, "middle", 84)),
    bone_resorption: arrow("M480 138H362", [346, 138], 180, ...lines(408, 166, 19, "middle", 122)),
    arterial_deposition: arrow("M346 256H491", [507, 256], 0, ...lines(412, 281, 19, "middle", 124)),
    arterial_clearance: arrow("M507 316H362", [346, 316], 180, ...lines(412, 340, 19, "middle", 124)),
  },
  gates: {
    vitamin_d: { x: 126, y: 204, wall: "vertical", span: 66, swing: 1, lines: lines(202, 142, 18, "middle", 116) },
    osteocalcin: { x: 462, y: 70, wall: "vertical", span: 50, swing: -1, lines: lines(392, 22, 18, "middle", 88) },
    mgp: { x: 566, y: 286, radius: 74, degrees: 208, half: 28, lines: lines(412, 217, 18, "middle", 116) },
  },
};

/** @type {Layout} */
const NARROW = {
  name: "narrow",
  size: [360, 592],
  year: { x: 180, y: 18 },
  note: { x: 8, y: 566, anchor: "start", width: 344, line: 17 },
  organs: {
    diet: { x: 6, y: 30, width: 66, height: 46 },
    gut: { x: 126, y: 28, width: 108, height: 50, wall: "bottom", title: { x: 180, y: 54 } },
    faeces: { x: 288, y: 30, width: 66, height: 46 },
    urine: { x: 6, y: 126, width: 76, height: 34 },
    blood: {
      x: 6, y: 210, width: 348, height: 46,
      title: { x: 170, y: 239, anchor: "end" }, value: { x: 182, y: 240, anchor: "start" }, unit: null,
    },
    bone: {
      x: 8, y: 382, width: 166, height: 112, title: { x: 10, y: 518, anchor: "start", width: 70 },
      value: { x: 168, y: 518, anchor: "end" }, net: { x: 168, y: 539, anchor: "end" },
    },
    arteries: {
      x: 272, y: 442, radius: 54, title: { x: 184, y: 518, anchor: "start", width: 62 },
      value: { x: 354, y: 518, anchor: "end" }, net: { x: 354, y: 539, anchor: "end" },
    },
  },
  arrows: {
    intake: arrow("M76 52H108", [124, 52], 0, ...lines(64, 96, 18, "middle", 112)),
    absorption: arrow("M176 68V190", [176, 206], 90, ...lines(193, 134, 18, "start", 104)),
    unabsorbed_loss: arrow("M238 52H270", [286, 52], 0, ...lines(324, 96, 18, "end", 106)),
    endogenous_faecal_loss: arrow("M340 208V96", [340, 80], -90, ...lines(324, 178, 18, "end", 140)),
    urinary_excretion: arrow("M38 208V180", [38, 164], -90, ...lines(56, 180, 18, "start", 92)),
    bone_formation: arrow("M30 258V364", [30, 380], 90, ...lines(48, 277, 18, "start", 100)),
    bone_resorption: arrow("M158 382V275", [158, 259], -90, ...lines(144, 318, 18, "end", 102)),
    arterial_deposition: arrow("M200 258V376Q200 391 215 402", [228, 411], 35, ...lines(216, 277, 18, "start", 108)),
    arterial_clearance: arrow("M316 411Q343 396 343 376V275", [343, 259], -90, ...lines(328, 318, 18, "end", 110)),
  },
  gates: {
    vitamin_d: { x: 176, y: 78, wall: "horizontal", span: 60, swing: 1, lines: lines(158, 134, 18, "end", 70) },
    osteocalcin: { x: 30, y: 364, wall: "horizontal", span: 44, swing: -1, lines: lines(60, 355, 17, "start", 84) },
    mgp: { x: 272, y: 442, radius: 64, degrees: 215, half: 28, lines: lines(270, 357, 17, "middle", 108) },
  },
};

/**
 * Choose the arrangement for a host.
 *
 * @param {number} width  CSS px
 */
export function layoutFor(width) {
  return width < NARROW_BELOW ? NARROW : WIDE;
}
