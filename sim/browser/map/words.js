// What the map says in words, as sim/text/descriptions.py and sim/figures/map_figure.py say it.

import { CONTROLS, LENSES, MAP } from "../tables.js";
import { say } from "../words/messages.js";
import { digits, number, rounded, told } from "../words/numbers.js";
import { ends, endsOf, label, lasting, withUnit } from "../words/sentences.js";
import { showsParadox } from "../words/verdict.js";
import { spanOf } from "./grid.js";

/** @import { Run, Scenario } from "../run.js" */
/** @import { Grid, Nutrient } from "./grid.js" */

/** @type {(values: Float64Array) => [number, number]} */
const reach = (values) => [Math.min(...values), Math.max(...values)];

/** @type {(grid: Grid, run: Run, balanced: Run) => string} the text alternative of the map, on which the run is a place */
export function describeMap(grid, run, balanced) {
  const { scenario } = run;
  const [bone, times] = [reach(grid.bone), reach(grid.times)];
  const [across, up] = grid.names;
  const text = say("describe-map", {
    across: named(across, scenario), up: named(up, scenario),
    now_across: setTo(across, scenario), now_up: setTo(up, scenario),
    bone_low: digits("bone_change", bone[0]), bone_high: told("bone_change", bone[1]),
    arteries_low: told("arteries_times", times[0]), arteries_high: told("arteries_times", times[1]),
    region: region(grid, scenario),
    place: hasRegion(grid) ? (showsParadox(run, balanced) ? "inside" : "outside") : "none",
    ...ends(run), ...lasting(scenario.years),
  });
  return times[0] < 1 ? `${text} ${say("rats-only")}` : text;
}

/** @type {(grid: Grid) => boolean} */
export const hasRegion = ({ margin }) => margin.some((value) => value >= 0);

/** @type {(grid: Grid, scenario: Scenario) => string} how large the region is, and where it lies at the current height */
function region(grid, scenario) {
  if (!hasRegion(grid)) return say("map-without-region", { opening: LENSES[scenario.lens].opening });
  const [across, up] = grid.names;
  const [percent, span] = [100 * grid.share, spanOf(grid, scenario[up])];
  return say("map-region", {
    share: percent < 1 ? "least" : "some",
    percent: rounded(percent),
    now_up: setTo(up, scenario),
    reach: span ? "some" : "none",
    across: named(across, scenario),
    span: `${[...new Set(span)].map(number).join(" to ")} ${CONTROLS[across].unit}`,
  });
}

/** @type {(name: Nutrient, scenario: Scenario) => string} what a nutrient is called inside a sentence */
function named(name, scenario) {
  const text = label(name, scenario);
  return text[0].toLowerCase() + text.slice(1);
}

/** @type {(name: Nutrient, scenario: Scenario) => string} */
const setTo = (name, scenario) => `${named(name, scenario)} ${withUnit(name, scenario)}`;

/** @type {(grid: Grid) => boolean} whether artery calcium is so much the same everywhere that lines would show nothing */
export function isFlat({ times }) {
  const [low, high] = reach(times);
  return high - low < MAP.flat * (high - 1);
}

/** @type {(grid: Grid) => string} what the lines are, or that there are none and why */
export function linesText(grid) {
  const [low, high] = reach(grid.times).map((value) => told("arteries_times", value));
  return isFlat(grid) ? say("map-flat", { times: low === high ? low : say("map-flat-between", { low, high }) }) : say("map-lines");
}

/** @type {(grid: Grid, column: number, row: number) => string} the numbers of a node */
export function tellNode({ world, names, nodes, bone, times, margin }, column, row) {
  const node = row * nodes[0].length + column;
  const there = { ...world, [names[0]]: nodes[0][column], [names[1]]: nodes[1][row] };
  const [across, up] = names.map((name) => `${label(name, there)} ${withUnit(name, there)}`);
  return say("map-told", {
    across, up, ...endsOf(bone[node], times[node]), paradox: margin[node] >= 0 ? "yes" : "no",
  });
}
