// The body diagram: calcium from food through gut and blood to bone, arteries, urine and faeces.

import { drawArrows } from "./diagram_arrows.js";
import { createCard } from "./diagram_explain.js";
import { drawGates } from "./diagram_gates.js";
import { layoutFor } from "./diagram_layout.js";
import { yearText } from "./numbers.js";
import { drawOrgans } from "./diagram_organs.js";
import { createParticles } from "./diagram_particles.js";
import { attribute, draw, write, writeWrapped } from "./diagram_svg.js";

const NAME = "Where calcium goes in the body. Every organ, gate and arrow can be opened for an explanation.";
const STILL = "(prefers-reduced-motion: reduce)";

/**
 * Create the diagram.
 *
 * @param {HTMLElement} host  an empty element, which decides the width
 * @param {object} words  names and explanations of organs, gates and fluxes, and of the artery scale
 * @returns {{show: (moment: object) => void, setMoving: (moving: boolean) => void, destroy: () => void}}
 */
export function createDiagram(host, words) {
  const frame = document.createElement("div");
  frame.className = "diagram";
  host.append(frame);
  const still = matchMedia(STILL);
  const state = { scene: null, layout: null, measured: false, moment: null, moving: false };
  const card = createCard(frame, (key) => state.scene.focus(key));
  const open = (part) => card.open(part.key, part.words, part.now, state.scene.freeCorner(part));
  const applyMoving = () => state.scene.particles.setMoving(state.moving && !still.matches);
  const arrange = () => {
    const layout = layoutFor(host.clientWidth || Infinity);
    // A hidden host gives its texts no length, so the drawing is made again once it shows.
    if (layout === state.layout && (state.measured || !host.clientWidth)) return;
    Object.assign(state, { layout, measured: host.clientWidth > 0 });
    card.close();
    replaceScene(state, () => createScene(frame, layout, words, open));
    applyMoving();
  };
  arrange();
  const stopWatching = watch(host, arrange, still, applyMoving);

  return {
    show: (moment) => {
      state.moment = moment;
      state.scene.show(moment);
      if (card.key()) card.setNow(state.scene.now(card.key()));
    },
    setMoving: (moving) => {
      state.moving = moving;
      applyMoving();
    },
    destroy: () => {
      stopWatching();
      card.destroy();
      state.scene.destroy();
      frame.remove();
    },
  };
}

// The new arrangement shows the same moment and keeps the focus on the same part.
function replaceScene(state, create) {
  const focused = state.scene?.focusedKey();
  state.scene?.destroy();
  state.scene = create();
  if (state.moment) state.scene.show(state.moment);
  if (focused) state.scene.focus(focused);
}

function watch(host, onSize, still, onStill) {
  const observer = new ResizeObserver(onSize);
  observer.observe(host);
  still.addEventListener("change", onStill);
  return () => {
    observer.disconnect();
    still.removeEventListener("change", onStill);
  };
}

// One arrangement of the diagram with everything that belongs to it.
function createScene(frame, layout, words, open) {
  const [width, height] = layout.size;
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  for (const [name, value] of Object.entries({
    viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": NAME, class: `diagram-svg diagram-${layout.name}`,
  })) svg.setAttribute(name, value);
  frame.prepend(svg);
  const organs = drawOrgans(svg, layout, words);
  const arrows = drawArrows(svg, layout, words);
  const particles = createParticles(svg, arrows);
  const gates = drawGates(svg, layout, words);
  writeWrapped(svg, layout.note, "diagram-note", words.artery_scale);
  const year = write(svg, layout.year, "diagram-year", "");
  const parts = new Map([...organs, ...arrows, ...gates].map((part) => [part.key, { ...part, now: "" }]));
  for (const part of parts.values()) part.setName = attribute(part.node, "aria-label");
  const release = listen(svg, parts, open);

  return {
    particles,
    show: (moment) => {
      year(`year ${yearText(moment.year)}`);
      for (const part of parts.values()) {
        part.now = part.update(moment);
        part.setName(`${part.words.label}: ${part.now}`);
      }
      particles.show(moment);
    },
    now: (key) => parts.get(key).now,
    focus: (key) => parts.get(key)?.node.focus({ preventScroll: true }),
    focusedKey: () => svg.getRootNode().activeElement?.dataset?.key,
    freeCorner: (part) => freeCorner(part, width, height),
    destroy: () => {
      release();
      particles.destroy();
      svg.remove();
    },
  };
}

// The card goes to the side where the explained part is not.
function freeCorner({ node }, width, height) {
  const box = node.getBBox();
  const across = box.x + box.width / 2 > width / 2 ? "left" : "right";
  const down = box.y + box.height / 2 > height / 2 ? "top" : "bottom";
  return `${down} ${across}`;
}

function listen(svg, parts, open) {
  const ring = draw(svg, "rect", { class: "diagram-ring", rx: 8, visibility: "hidden" });
  const partOf = (event) => parts.get(event.target.closest("[data-key]")?.dataset.key);
  const press = (event) => {
    const part = partOf(event);
    if (part) open(part);
  };
  const key = (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    press(event);
  };
  const focus = (event) => {
    const part = partOf(event);
    if (part?.node.matches(":focus-visible")) placeRing(ring, part.node);
  };
  const blur = () => ring.setAttribute("visibility", "hidden");
  const events = { click: press, keydown: key, focusin: focus, focusout: blur };
  for (const [name, handler] of Object.entries(events)) svg.addEventListener(name, handler);
  return () => {
    for (const [name, handler] of Object.entries(events)) svg.removeEventListener(name, handler);
  };
}

function placeRing(ring, node) {
  const box = node.getBBox();
  const place = { x: box.x - 4, y: box.y - 4, width: box.width + 8, height: box.height + 8, visibility: "visible" };
  for (const [name, value] of Object.entries(place)) ring.setAttribute(name, value);
}
