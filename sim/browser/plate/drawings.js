// Our own drawings of foods, each a few shapes on a square of 48: a colour and a path.

import { draw } from "../elements.js";

/** @typedef {[string, string]} Shape */

/** @type {(x: number, y: number, a: number, b: number, fill: string) => Shape} */
const oval = (x, y, a, b, fill) => [fill, `M${x - a} ${y}a${a} ${b} 0 1 0 ${2 * a} 0a${a} ${b} 0 1 0 ${-2 * a} 0z`];
/** @type {(x: number, y: number, r: number, fill: string) => Shape} */
const disc = (x, y, r, fill) => oval(x, y, r, r, fill);
/** @type {(x: number, y: number, w: number, h: number, fill: string, r?: number) => Shape} a box with round corners */
const box = (x, y, w, h, fill, r = 2) => [
  fill,
  `M${x + r} ${y}h${w - 2 * r}q${r} 0 ${r} ${r}v${h - 2 * r}q0 ${r} ${-r} ${r}h${2 * r - w}q${-r} 0 ${-r} ${-r}v${2 * r - h}q0 ${-r} ${r} ${-r}z`,
];
/** @type {(places: [number, number][], r: number, fill: string) => Shape[]} */
const dots = (places, r, fill) => places.map(([x, y]) => disc(x, y, r, fill));

/** @type {(fill: string, label?: Shape[]) => Shape[]} */
const glass = (fill, label = []) => [["#e8f1f7", "M13 6h22l-3 37H16z"], [fill, "M14 15h20l-2.300 26H16.300z"], ...label];
/** @type {(fill: string, more?: Shape[]) => Shape[]} a bowl and what is heaped in it */
const bowl = (fill, more = []) => [[fill, "M7 24q3-11 17-11t17 11z"], ...more, ["#7f9bb8", "M4 24h40q-2 16-13 17H17Q6 40 4 24z"]];
/** @type {(side: string, top: string, more?: Shape[]) => Shape[]} a wedge of cheese */
const wedge = (side, top, more = []) => [[top, "M5 25L30 10q9 3 13 12L5 25z"], [side, "M5 25l38-3v15L5 40z"], ...more];
/** @type {(back: string, belly: string, more?: Shape[]) => Shape[]} */
const fish = (back, belly, more = []) => [
  [back, "M4 25Q14 9 32 21l11-8-3 12 3 12-11-8Q14 41 4 25z"], [belly, "M5 26Q16 34 31 28 16 40 5 26z"], ...more, disc(12, 22, 1.6, "#16202a"),
];
/** @type {(fill: string, inner: string) => Shape[]} a cut of fish or meat */
const cut = (fill, inner) => [
  [fill, "M6 30Q6 14 24 11q18 0 18 13 0 14-18 14Q8 39 6 30z"], [inner, "M13 29q1-9 12-11 10 0 10 6 0 7-11 7-9 2-11-2z"],
];
/** @type {(fill: string, inside: Shape[]) => Shape[]} an open tin */
const tin = (fill, inside) => [["#9fb0bd", "M5 22v12q0 7 19 7t19-7V22z"], oval(24, 22, 19, 9, "#d7e0e6"), oval(24, 22, 16, 7, fill), ...inside];
/** @type {(leaf: string, stalk: string) => Shape[]} */
const leaves = (leaf, stalk) => [
  [leaf, "M22 30Q3 32 6 17 8 7 17 9q5-8 12-2 10-1 12 8 3 16-15 16z"], [stalk, "M22 44q0-12-5-24l3-1 4 12 5-14 3 1q-6 13-5 26z"],
];
/** @type {(left: string, right: string) => Shape[]} */
const capsule = (left, right) => [[left, "M24 15h-9a9 9 0 0 0 0 18h9z"], [right, "M24 15h9a9 9 0 0 1 0 18h-9z"]];
/** @type {(fill: string) => Shape[]} */
const tablet = (fill) => [["#a9b4bd", "M7 24v5q0 10 17 10t17-10v-5z"], oval(24, 24, 17, 10, fill), ["#8a96a0", "M12 23.400h24v1.200H12z"]];
/** @type {(top: string) => Shape[]} a slice of bread with something on it */
const slice = (top) => [
  ["#b9793a", "M9 19q-5-2-3-8 5-6 18-6t18 6q2 6-3 8v22H9z"], ["#efd3a0", "M12 18q-5-3-3-6 5-4 15-4t15 4q2 3-3 6v20H12z"], [top, "M14 20q-3-4-1-6 5-3 11-3t11 3q2 2-1 6v14q-10 3-20 0z"],
];

/** @type {[number, number][]} */
const HEAP = [[13, 20], [19, 17], [25, 19], [31, 17], [36, 21], [16, 23], [22, 22.5], [29, 23]];

/** @type {Record<string, Shape[]>} */
export const DRAWINGS = {
  natto: bowl("#c99a55", [...dots(HEAP, 3.4, "#b07c35"), ["#efe3c4", "M14 15q9-9 20 0-10-5-20 0z"]]),
  tofu: [["#fdfaf0", "M6 18l18-8 18 8-18 8z"], ["#ece5d2", "M6 18l18 8v16L6 33z"], ["#d9d0b8", "M42 18l-18 8v16l18-9z"]],
  white_beans: bowl("#e6dcc3", HEAP.map(([x, y]) => oval(x, y, 4, 2.7, "#f8f2e0"))),
  kale: leaves("#3d7a3f", "#a5c98c"),
  bok_choy: [["#3f8f4a", "M24 22Q6 24 8 11q6-9 14-3 3-5 8-2 10 0 10 9-1 8-16 7z"], ["#eef5e2", "M17 20q7 4 14 0 6 14 1 22-8 4-16 0-5-8 1-22z"]],
  mustard_greens: leaves("#7fae3b", "#dbe8b0"),
  broccoli: [["#a9c878", "M19 26h10l3 17H16z"], ...dots([[14, 20], [24, 14], [34, 20], [19, 25], [29, 25], [24, 21]], 7, "#3e8a45")],
  spinach: [["#2f7d46", "M24 36Q6 30 10 15 14 6 24 4q10 2 14 11 4 15-14 21z"], ["#b4d6a0", "M23 44V14h2v30z"]],
  sauerkraut: bowl("#e9e4ae", [["#c9c47e", "M9 22q6-8 14-3 6-8 15 2l-1 1q-8-7-14-1-7-5-13 2z"], ["#c9c47e", "M15 17q9-6 18 0l-1 1q-8-4-16 0z"]]),
  bread: slice("#f6e3bb"),
  cereal: bowl("#fbf7ea", dots(HEAP, 3.2, "#d99a3d")),
  almonds: [["#a8683a", "M6 30Q8 14 22 10q6 14-4 24-7 4-12-4z"], ["#c07f49", "M22 36q2-15 16-20 8 12-1 22-8 6-15-2z"], ["#8a5229", "M11 29q4-8 8-13l.800.600Q15 22 12 30z"]],
  figs: [["#6b4468", "M24 6q-2 6-9 12-9 8-6 17 5 8 15 8t15-8q3-9-6-17-7-6-9-12z"], ["#c9737f", "M24 20q-10 5-8 13 8 7 16 0 2-8-8-13z"], ...dots([[21, 29], [27, 29], [24, 33], [24, 26]], 1.1, "#f3e2b5")],
  plant_drink: [["#f2efe2", "M12 14l6-9h12l6 9v29H12z"], ["#6fa05a", "M12 24h24v12H12z"], ["#f2efe2", "M24 26q8 1 4 8-8 1-4-8z"]],
  orange_juice: glass("#f39a21", [disc(34, 9, 7, "#f6a93a"), disc(34, 9, 4.5, "#fdd48c")]),
  hard_cheese: wedge("#f0b93c", "#f7d172"),
  soft_cheese: wedge("#fbf1cf", "#ffffff"),
  blue_cheese: wedge("#f3edd6", "#fbf8ea", dots([[13, 32], [21, 28], [27, 34], [34, 28], [38, 33]], 1.9, "#4f7698")),
  swiss_cheese: wedge("#f4d56b", "#fae49a", [disc(15, 32, 3.4, "#c9a43b"), disc(28, 29, 2.5, "#c9a43b"), disc(36, 33, 3, "#c9a43b")]),
  cottage_cheese: bowl("#f1ece0", dots(HEAP, 3.3, "#ffffff")),
  quark: bowl("#ffffff", [["#dfe4e8", "M14 20q9-9 19-2l-1 1q-9-5-17 2z"]]),
  milk: glass("#ffffff"),
  fortified_milk: glass("#ffffff", [disc(24, 29, 6.5, "#f3c53a"), ["#3b3210", "M21.500 25.500h2.500q4.500 0 4.500 3.500t-4.500 3.500h-2.500zM23 27v4h1q3 0 3-2t-3-2z"]]),
  yoghurt: [["#ffffff", "M9 15h30l-4 28H13z"], ["#d8638a", "M10.500 23h27l-1.700 11H12.200z"], box(7, 10, 34, 6, "#c9d3db")],
  greek_yoghurt: [["#ffffff", "M10 18h28l-3 24H13z"], ["#3f7fb5", "M11 25h26l-1.200 9H12.200z"], box(8, 13, 32, 6, "#3f7fb5")],
  butter: slice("#f8d95c"),
  egg_yolk: [["#ffffff", "M6 27Q4 15 15 11q9-6 18 0 13 5 9 17-5 13-19 12Q7 39 6 27z"], disc(24, 25, 8.5, "#f6b21b")],
  chicken: [["#f2ead8", "M32 30l9 9 3-1 0 4-4 1-10-9z"], ["#c9813b", "M8 20Q8 8 21 8q15 2 15 18 0 8-6 8Q9 36 8 20z"], ["#e2a55f", "M13 19q1-7 9-7 6 1 8 6-8-4-17 1z"]],
  chicken_liver: [["#8d3f34", "M5 25q2-13 16-10 6-6 14-1 10 5 7 15-5 9-14 6-6 5-12 1Q4 36 5 25z"], ["#b0584a", "M10 25q3-8 11-6-6 2-11 6z"]],
  beef_liver: [["#6d2a2a", "M4 22q8-14 26-11 14 3 14 14-2 12-16 11Q6 38 4 22z"], ["#8f4141", "M10 21q8-8 20-5-10 0-20 5z"]],
  goose_liver: slice("#c58b78"),
  ground_beef: bowl("#9c5040", dots(HEAP, 3.2, "#b4634f")),
  ham: [["#e58f94", "M6 26Q6 9 25 9q17 2 17 16 0 14-18 14T6 26z"], ["#f6c6c4", "M10 26q0-13 15-13-11 3-11 13 0 7 6 10-10-1-10-10z"], disc(29, 24, 4, "#f3e7d8")],
  salmon: [["#f08a63", "M6 32Q8 12 30 10q12 2 12 12-6 18-26 17Q6 38 6 32z"], ["#f9c0a6", "M14 33q2-14 18-18l.700 1.500Q18 21 16 34zM24 34q3-9 13-12l.700 1.500Q29 26 26 34z"]],
  canned_salmon: tin("#f0936f", [["#f9c9b2", "M14 22q10-5 20 0l-1 1q-9-4-18 0z"]]),
  trout: fish("#7d9a6d", "#e8c8b4", dots([[18, 19], [23, 18], [27, 22], [21, 23]], 1.2, "#b3473c")),
  mackerel: fish("#2f6b86", "#e3ecef", [["#123544", "M15 16l2 7 1.500-.500-1.500-7zM21 16l1.500 7 1.500-.500-1.500-7zM27 19l1 5 1.500-.500-1-5z"]]),
  herring: fish("#7d93a8", "#eef2f5"),
  sardines: tin("#e7d8a0", [["#6f8ba0", "M10 20q14-5 28 0-14 5-28 0zM11 25q13-4 26 0-13 4-26 0z"]]),
  tuna: cut("#b3394a", "#c95a68"),
  cod_liver_oil: [box(18, 4, 12, 7, "#555f69"), ["#9a6a1e", "M17 11h14v5q6 3 6 9v18H11V25q0-6 6-9z"], box(13, 27, 22, 10, "#f7edd2", 1), ["#5f7f97", "M16 32q5-4 9 0l4-2.500v5L25 32q-4 4-9 0z"]],
  shiitake: [["#e9dcc4", "M19 24h10l2 17q-7 4-14 0z"], ["#7a4f32", "M5 26Q6 9 24 8q18 1 19 18-19 5-38 0z"], ["#c7a27e", "M15 17l4-2 2 4zM26 14l5 1-2 4zM33 21l4 0-2 3z"]],
  calcium_tablet: tablet("#ffffff"),
  vitamin_d_tablet: tablet("#f9d95e"),
  mk7_capsule: capsule("#4f9b6a", "#f3efe0"),
  mk4_capsule: capsule("#8a6fb3", "#f3efe0"),
  d3_k2_capsule: capsule("#f3c53a", "#4f9b6a"),
};

/** @type {(parent: Element, key: string) => SVGSVGElement} draws a food; its name stands beside it */
export function drawFood(parent, key) {
  const svg = draw(parent, "svg", { viewBox: "0 0 48 48", "aria-hidden": "true", class: "food" });
  for (const [fill, d] of DRAWINGS[key]) draw(svg, "path", { fill, d });
  return svg;
}
