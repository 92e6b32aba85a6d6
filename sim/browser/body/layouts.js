// Where everything of the whole body stands, in units of the drawing: gut above, blood between bone and artery.

/** @typedef {[x: number, y: number]} Point */
/**
 * @typedef {object} Label  two lines, name and number
 * @property {Point} at
 * @property {"above" | "below"} side  of that place
 * @property {"start" | "middle" | "end"} anchor
 * @property {number} [width]  they are condensed to
 * @property {boolean} [joined]  on one line
 */
/** @typedef {{points: Point[], label: Label}} Way */
/** @typedef {{x: number, y: number, length: number, flat: boolean, size: number, label: Label}} DoorPlace */
/** @typedef {{x: number, y: number, width: number, height: number}} Box */
/**
 * @typedef {object} Layout
 * @property {[width: number, height: number]} size
 * @property {{text: [least: number, most: number], way: number, dot: number, dots: number}} scale
 *   text: between which sizes; dots: how many for one of the scene's
 * @property {Record<"diet" | "gut" | "blood" | "urine" | "faeces", Box>} boxes
 * @property {{x: number, y: number, scale: number, label: Label}} bone
 * @property {{x: number, y: number, r: number, label: Label}} arteries
 * @property {Label} note
 * @property {Record<string, Way>} ways  by flux
 * @property {Record<string, DoorPlace>} doors
 */

/** @type {(x: number, y: number, anchor?: Label["anchor"], more?: Partial<Label>) => Label} */
const below = (x, y, anchor = "middle", more = {}) => ({ at: [x, y], side: "below", anchor, ...more });
/** @type {typeof below} */
const above = (x, y, anchor, more) => below(x, y, anchor, { side: "above", ...more });
const JOINED = { joined: true };

/** @type {Layout} */
const WIDE = {
  size: [1200, 572],
  scale: { text: [18, 27], way: 38, dot: 4.2, dots: 1 },
  boxes: {
    diet: { x: 20, y: 14, width: 120, height: 52 }, gut: { x: 400, y: 14, width: 400, height: 52 },
    faeces: { x: 1060, y: 14, width: 120, height: 52 }, blood: { x: 530, y: 150, width: 140, height: 330 },
    urine: { x: 540, y: 524, width: 120, height: 42 },
  },
  bone: { x: 24, y: 196, scale: 0.86, label: below(20, 116, "start") },
  arteries: { x: 1030, y: 396, r: 98, label: below(1180, 212, "end") },
  note: above(20, 572, "start"),
  ways: {
    intake: { points: [[142, 40], [396, 40]], label: below(306, 64) },
    absorption: { points: [[600, 66], [600, 148]], label: below(630, 78, "start") },
    unabsorbed_loss: { points: [[804, 40], [1056, 40]], label: below(930, 64) },
    endogenous_faecal_loss: { points: [[672, 188], [1120, 188], [1120, 70]], label: above(768, 166, "start", JOINED) },
    urinary_excretion: { points: [[600, 482], [600, 520]], label: above(676, 560, "start", JOINED) },
    bone_formation: { points: [[528, 270], [278, 270]], label: above(400, 248) },
    bone_resorption: { points: [[158, 416], [526, 416]], label: below(370, 438) },
    arterial_deposition: { points: [[672, 330], [954, 330]], label: above(776, 308) },
    arterial_clearance: { points: [[964, 444], [674, 444]], label: below(800, 466) },
  },
  doors: {
    vitamin_d: { x: 600, y: 66, length: 74, flat: true, size: 1, label: below(566, 78, "end") },
    osteocalcin: { x: 530, y: 270, length: 74, flat: false, size: 1, label: below(400, 292) },
    mgp: { x: 912, y: 330, length: 74, flat: false, size: 1, label: below(776, 352) },
  },
};

/** @type {Layout} */
const TALL = {
  size: [360, 588],
  scale: { text: [16, 16], way: 18, dot: 2.6, dots: 0.5 },
  boxes: {
    diet: { x: 4, y: 6, width: 70, height: 38 }, gut: { x: 112, y: 6, width: 136, height: 38 },
    faeces: { x: 286, y: 6, width: 70, height: 38 }, blood: { x: 4, y: 176, width: 352, height: 38 },
    urine: { x: 4, y: 104, width: 58, height: 32 },
  },
  bone: { x: 0, y: 350, scale: 0.53, label: below(4, 522, "start") },
  arteries: { x: 272, y: 444, r: 66, label: below(356, 522, "end") },
  note: above(356, 588, "end", JOINED),
  ways: {
    intake: { points: [[76, 25], [108, 25]], label: below(4, 48, "start") },
    absorption: { points: [[180, 44], [180, 174]], label: below(196, 90, "start") },
    unabsorbed_loss: { points: [[252, 25], [282, 25]], label: below(330, 48, "end") },
    endogenous_faecal_loss: { points: [[344, 174], [344, 48]], label: below(330, 132, "end") },
    urinary_excretion: { points: [[33, 174], [33, 140]], label: below(48, 132, "start", { width: 116 }) },
    bone_formation: { points: [[24, 216], [24, 404]], label: below(40, 220, "start", { width: 108 }) },
    bone_resorption: { points: [[148, 400], [160, 400], [160, 218]], label: below(146, 266, "end", { width: 108 }) },
    arterial_deposition: { points: [[194, 216], [194, 444], [206, 444]], label: below(208, 220, "start", { width: 126 }) },
    arterial_clearance: { points: [[338, 444], [348, 444], [348, 218]], label: below(334, 266, "end", { width: 126 }) },
  },
  doors: {
    vitamin_d: { x: 180, y: 44, length: 48, flat: true, size: 0.62, label: below(166, 90, "end", { width: 102 }) },
    osteocalcin: { x: 24, y: 366, length: 36, flat: true, size: 0.62, label: below(96, 312, "middle", { width: 108 }) },
    mgp: { x: 194, y: 408, length: 36, flat: true, size: 0.62, label: below(272, 312, "middle", { width: 118 }) },
  },
};

/** The arrangements, by the shape of the room they fill. */
export const LAYOUTS = { wide: WIDE, tall: TALL };
