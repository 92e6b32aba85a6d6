// The paradox map: a crosshair follows pointer and arrow keys; a click, a tap or Enter moves the setting there.

import { plain, signed } from "./numbers.js";

const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
const HINT = "Click or tap the map, or use the arrow keys and Enter, to move there.";
const BRACE = 123; // what JSON begins with, and what is packed does not
const EDGE = 12; // how far beside the axes a finger may land
const maps = new WeakMap();

export default async function main({ parentElement, data, setStateValue, setTriggerValue }) {
  const root = parentElement.querySelector(".map");
  const map = maps.get(root) ?? { root, told: parentElement.querySelector(".told"), message: 0 };
  maps.set(root, map);
  const message = ++map.message;
  if (data[0] !== BRACE && !("DecompressionStream" in window)) return setStateValue("plain", true);
  const stream = new Blob([data]).stream();
  const json = data[0] === BRACE ? stream : stream.pipeThrough(new DecompressionStream("gzip"));
  const content = await new Response(json).json();
  if (message === map.message) show(map, content, setTriggerValue); // else a later one has overtaken it
}

// Put the picture on the page, the ring on the current setting, and listen.
function show(map, content, setTriggerValue) {
  const { root } = map;
  if (map.svg !== content.svg) root.innerHTML = content.svg;
  if (String(map.now) !== String(content.now) || map.svg !== content.svg) map.at = content.now.map((place, axis) => nearest(content.places[axis], place));
  Object.assign(map, { content, svg: content.svg, now: content.now });
  root.style.setProperty("--ink", content.ink);
  root.style.setProperty("--paper", content.paper);
  root.setAttribute("aria-label", `${content.label}. ${HINT}`);
  root.setAttribute("aria-description", content.words);
  root.querySelector("svg").setAttribute("aria-hidden", "true");
  map.told.textContent ||= HINT;
  mark(map);
  const pick = (at) => setTriggerValue("picked", { [content.names[0]]: content.nodes[0][at[0]], [content.names[1]]: content.nodes[1][at[1]] });
  root.onpointermove = (event) => move(map, under(map, event));
  root.onpointerleave = () => root.matches(":focus-visible") || root.classList.remove("aiming");
  root.onfocus = () => root.matches(":focus-visible") && move(map, map.at);
  root.onblur = () => root.classList.remove("aiming");
  root.onclick = (event) => { const at = under(map, event); if (at) { move(map, at); pick(at); } };
  root.onkeydown = (event) => {
    const step = STEPS[event.key];
    if (step) move(map, map.at.map((index, axis) => Math.min(Math.max(index + step[axis], 0), content.nodes[axis].length - 1)));
    else if (event.key === "Enter" || event.key === " ") pick(map.at);
    else return;
    event.preventDefault();
  };
}

const nearest = (places, at) => places.reduce((best, place, index) => (Math.abs(place - at) < Math.abs(places[best] - at) ? index : best), 0);

// Return the node under the pointer, or null beside the map.
function under({ root, content }, event) {
  const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(root.querySelector("svg").getScreenCTM().inverse());
  const inside = [x, y].every((at, axis) => at > Math.min(...content.places[axis]) - EDGE && at < Math.max(...content.places[axis]) + EDGE);
  return inside ? [x, y].map((at, axis) => nearest(content.places[axis], at)) : null;
}

// Put the crosshair on a node and tell its numbers.
function move(map, at) {
  const { root, content: { places, nodes, labels, units, bone, arteries, paradox } } = map;
  root.classList.toggle("aiming", Boolean(at));
  if (!at) return;
  map.at = at;
  const [x, y] = at.map((index, axis) => places[axis][index]);
  const [left, right] = [places[0][0], places[0].at(-1)], [low, high] = [places[1][0], places[1].at(-1)];
  root.querySelector(".crosshair").setAttribute("d", `M${left} ${y}H${right}M${x} ${low}V${high}`);
  const cell = at[1] * nodes[0].length + at[0];
  const setting = at.map((index, axis) => `${labels[axis]} ${plain(nodes[axis][index])} ${units[axis]}`).join(", ");
  map.told.textContent = `${setting}: bone ${signed(bone[cell])} %, arteries ×${plain(arteries[cell], 1)}${paradox[cell] ? ", calcium paradox" : ""}`;
}

// Draw the ring of the current setting, and the crosshair while there is one.
function mark({ root, content: { now: [x, y], places } }) {
  root.querySelector(".marks")?.remove();
  root.querySelector("svg").insertAdjacentHTML("beforeend", `<g class="marks"><path class="crosshair"/>
    <circle class="under" cx="${x}" cy="${y}" r="6.5"/><circle class="now" cx="${x}" cy="${y}" r="6.5"/>
    <text>this run</text></g>`);
  name(root, [x, y], places);
}

// Name the ring beside it, towards the middle of the map or where else no words of the picture stand.
function name(root, [x, y], places) {
  const text = root.querySelector(".marks text");
  const words = [...root.querySelectorAll("[id^=region], [id^=times]")].map((word) => word.getBBox());
  const [left, right, top, bottom] = [places[0][0], places[0].at(-1), places[1].at(-1), places[1][0]];
  const inwards = x > (left + right) / 2 ? -12 : 12;
  const sides = [inwards, -inwards].flatMap((across) => [-9, 18, -27, 36, -45, 54].map((up) => [across, up]));
  const put = ([across, up]) => {
    const at = { x: x + across, y: Math.max(y + up, top + 17), "text-anchor": across < 0 ? "end" : "start" };
    for (const [key, value] of Object.entries(at)) text.setAttribute(key, value);
  };
  const free = (side) => {
    put(side);
    const box = text.getBBox();
    return box.x >= left && box.x + box.width <= right && box.y + box.height <= bottom && !words.some((word) => meet(box, word));
  };
  put(sides.find(free) ?? sides[0]);
}

const meet = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
