// The nine flows and the three doors in their way.

import { draw } from "../elements.js";
import { makeDoor } from "../scene/door.js";
import { DOT, LENS } from "../scene/look.js";
import { makeStream } from "../scene/stream.js";
import { say } from "../words/messages.js";
import { flowNumber, plain } from "../words/numbers.js";
import { call, makeLabel, target, told } from "./parts.js";

/** @import { Part, Value } from "./body.js" */
/** @import { Layout, Point, Way } from "./layouts.js" */
/** @import { Look } from "../scene/look.js" */

const ARTERIES = ["arterial_deposition", "arterial_clearance"]; // drawn through the scene's lens
const MOST = 64;
const SPEED = 100; // of the dots [units of the drawing a phase]

/** @type {(parent: Element, layout: Layout, text: number) => Part[]} */
export const drawWays = (parent, layout, text) =>
  Object.entries(layout.ways).map(([name, way]) => drawWay(parent, name, way, layout, text));

/** @type {(parent: Element, name: string, way: Way, layout: Layout, text: number) => Part} */
function drawWay(parent, name, { points, label }, { scale }, text) {
  const node = target(parent, name, "way");
  const d = `M${points.map((point) => point.join(" ")).join("L")}`;
  draw(node, "path", { d, class: "band", "stroke-width": scale.way });
  draw(node, "path", { d: headOf(points, scale.way), class: "head" });
  const length = points.slice(1).reduce((sum, [x, y], i) => sum + Math.hypot(x - points[i][0], y - points[i][1]), 0);
  const stream = makeStream(node, name, points, { radius: scale.dot, spread: scale.way * 0.5, speed: SPEED / length });
  const write = makeLabel(node, label, text);
  const magnified = (ARTERIES.includes(name) ? LENS : 1) * (scale.dots / DOT);
  return {
    update: (value) => {
      const flux = value(name);
      stream.draw(Math.min(Math.round(flux * magnified), MOST));
      const number = say("now-flow", { flow: flowNumber(flux) });
      write(told(name).label, number);
      call(node, told(name).label, number);
    },
    frame: stream.frame,
  };
}

/** @type {(points: Point[], width: number) => string} an arrow head at the end of a way, so that it is read without motion */
function headOf(points, width) {
  const [[fromX, fromY], [x, y]] = points.slice(-2);
  const length = Math.hypot(x - fromX, y - fromY);
  const [dx, dy] = [(x - fromX) / length, (y - fromY) / length];
  const half = width / 2;
  const corner = (/** @type {number} */ side) => `${x - dx * half - dy * half * side} ${y - dy * half + dx * half * side}`;
  return `M${corner(1)}L${x} ${y}L${corner(-1)}`;
}

const percent = (/** @type {number} */ share) => `${plain(100 * share)}\u00a0%`;

/** @type {Record<string, (value: Value) => string>} what each door does, in numbers */
const SAID = {
  vitamin_d: (value) => say("now-open", { share: percent(value("vitamin_d_gate")) }),
  osteocalcin: (value) => say("body-formation", { share: percent(value("formation")) }),
  mgp: (value) => say("body-shield", { share: percent(value("shield")) }),
};

/** @type {(parent: Element, layout: Layout, text: number) => Part[]} the doors stand as far open as in the scene */
export function drawDoors(parent, { doors }, text) {
  return Object.entries(doors).map(([name, place]) => {
    const node = target(parent, name, "gate");
    const open = makeDoor(node, place);
    const write = makeLabel(node, place.label, text);
    return {
      update: (value, look) => {
        open(look.doors[/** @type {keyof Look["doors"]} */ (name)], undefined);
        write(told(name).label, SAID[name](value));
        call(node, told(name).label, SAID[name](value));
      },
    };
  });
}
