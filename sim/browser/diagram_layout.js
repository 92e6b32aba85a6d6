// Where everything stands: one arrangement for wide hosts, one for phones. Units are those of the viewBox.

/** @import { Layout, TextPlace } from "./types.d.ts" */

/** Length of every arrowhead. */
export const HEAD_LENGTH = 16;

const NARROW_BELOW = 480; // CSS px: such hosts get the portrait arrangement

/**
 * Return the places of two lines of text, `step` apart; the first is condensed to a width.
 *
 * @type {(x: number, y: number, step: number, anchor: string, width: number) => TextPlace[]}
 */
const lines = (x, y, step, anchor, width) => [{ x, y, anchor, width }, { x, y: y + step, anchor }];

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
    intake: { d: "M40 54V86", tip: [40, 102], degrees: 90, lines: lines(66, 72, 19, "start", 110) },
    absorption: { d: "M112 204H242", tip: [258, 204], degrees: 0, lines: lines(206, 236, 19, "middle", 116) },
    unabsorbed_loss: { d: "M40 308V346", tip: [40, 362], degrees: 90, lines: lines(66, 330, 19, "start", 100) },
    endogenous_faecal_loss: {
      d: "M282 336V378Q282 392 268 392H146", tip: [130, 392], degrees: 180, lines: lines(270, 354, 19, "end", 104),
    },
    urinary_excretion: { d: "M320 336V390", tip: [320, 406], degrees: 90, lines: lines(338, 383, 19, "start", 110) },
    bone_formation: { d: "M346 70H463", tip: [479, 70], degrees: 0, lines: lines(390, 99, 19, "middle", 84) },
    bone_resorption: { d: "M480 138H362", tip: [346, 138], degrees: 180, lines: lines(408, 166, 19, "middle", 122) },
    arterial_deposition: { d: "M346 256H491", tip: [507, 256], degrees: 0, lines: lines(412, 281, 19, "middle", 124) },
    arterial_clearance: { d: "M507 316H362", tip: [346, 316], degrees: 180, lines: lines(412, 340, 19, "middle", 124) },
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
    intake: { d: "M76 52H108", tip: [124, 52], degrees: 0, lines: lines(64, 96, 18, "middle", 112) },
    absorption: { d: "M176 68V190", tip: [176, 206], degrees: 90, lines: lines(193, 134, 18, "start", 104) },
    unabsorbed_loss: { d: "M238 52H270", tip: [286, 52], degrees: 0, lines: lines(324, 96, 18, "end", 106) },
    endogenous_faecal_loss: { d: "M340 208V96", tip: [340, 80], degrees: -90, lines: lines(324, 178, 18, "end", 140) },
    urinary_excretion: { d: "M38 208V180", tip: [38, 164], degrees: -90, lines: lines(56, 180, 18, "start", 92) },
    bone_formation: { d: "M30 258V364", tip: [30, 380], degrees: 90, lines: lines(48, 277, 18, "start", 100) },
    bone_resorption: { d: "M158 382V275", tip: [158, 259], degrees: -90, lines: lines(144, 318, 18, "end", 102) },
    arterial_deposition: {
      d: "M200 258V376Q200 391 215 402", tip: [228, 411], degrees: 35, lines: lines(216, 277, 18, "start", 108),
    },
    arterial_clearance: {
      d: "M316 411Q343 396 343 376V275", tip: [343, 259], degrees: -90, lines: lines(328, 318, 18, "end", 110),
    },
  },
  gates: {
    vitamin_d: { x: 176, y: 78, wall: "horizontal", span: 60, swing: 1, lines: lines(158, 134, 18, "end", 70) },
    osteocalcin: { x: 30, y: 364, wall: "horizontal", span: 44, swing: -1, lines: lines(60, 355, 17, "start", 84) },
    mgp: { x: 272, y: 442, radius: 64, degrees: 215, half: 28, lines: lines(270, 357, 17, "middle", 108) },
  },
};

/** @type {(width: number) => Layout} the arrangement for a host so wide [CSS px] */
export const layoutFor = (width) => (width < NARROW_BELOW ? NARROW : WIDE);
