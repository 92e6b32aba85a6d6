// The body diagram: calcium from food through gut and blood to bone, arteries, urine and faeces.

import { drawArrows } from "./diagram_arrows.js";
import { createCard } from "./diagram_explain.js";
import { drawGates } from "./diagram_gates.js";
import { layoutFor } from "./diagram_layout.js";
import { yearText } from "./numbers.js";
import { drawOrgans } from "./diagram_organs.js";
import { createParticles } from "./diagram_particles.js";
import { attribute, draw, write, writeWrapped } from "./diagram_svg.js";
import { add } from "./elements.js";

/** @import { Layout, Moment, Part, Words } from "./types.d.ts" */
/** @typedef {ReturnType<typeof createScene>} Scene */

const NAME = "Where calcium goes in the body. Every organ, gate and arrow can be opened for an explanation.";
const STILL = "(prefers-reduced-motion: reduce)";

/**
 * Create the diagram.
 *
 * @param {HTMLElement} host  an empty element, which decides the width
 * @param {Words} words
 */
export function createDiagram(host, words) {
  const frame = add(host, "div", { class: "diagram" });
  const still = matchMedia(STILL);
  const fitting = () => layoutFor(host.clientWidth || Infinity);
  const card = createCard(frame, (key) => state.scene.focus(key));
  const create = (/** @type {Layout} */ layout) => createScene(frame, layout, words, card.open);
  const state = {
    layout: fitting(), scene: create(fitting()), measured: host.clientWidth > 0, moving: false,
    moment: /** @type {Moment | null} */ (null),
  };
  const applyMoving = () => state.scene.particles.setMoving(state.moving && !still.matches);
  const arrange = () => {
    const layout = fitting();
    // A hidden host gives its texts no length, so the drawing is made again once it shows.
    if (layout === state.layout && (state.measured || !host.clientWidth)) return;
    Object.assign(state, { layout, measured: host.clientWidth > 0 });
    card.close();
    replaceScene(state, () => create(layout));
    applyMoving();
  };
  const stopWatching = watch(host, arrange, still, applyMoving);

  return {
    show: (/** @type {Moment} */ moment) => {
      state.moment = moment;
      state.scene.show(moment);
      const key = card.key();
      if (key) card.setNow(state.scene.now(key));
    },
    setMoving: (/** @type {boolean} */ moving) => {
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

/**
 * Put a new arrangement in the place of the old one; it shows the same moment and keeps the focus on the same part.
 *
 * @param {{scene: Scene, moment: Moment | null}} state
 * @param {() => Scene} create
 */
function replaceScene(state, create) {
  const focused = state.scene.focusedKey();
  state.scene.destroy();
  state.scene = create();
  if (state.moment) state.scene.show(state.moment);
  if (focused) state.scene.focus(focused);
}

/**
 * @param {HTMLElement} host
 * @param {() => void} onSize
 * @param {MediaQueryList} still
 * @param {() => void} onStill
 */
function watch(host, onSize, still, onStill) {
  const observer = new ResizeObserver(onSize);
  observer.observe(host);
  still.addEventListener("change", onStill);
  return () => {
    observer.disconnect();
    still.removeEventListener("change", onStill);
  };
}

/**
 * Create one arrangement of the diagram with everything that belongs to it.
 *
 * @param {HTMLElement} frame
 * @param {Layout} layout
 * @param {Words} words
 * @param {ReturnType<typeof createCard>["open"]} open  the explanation of a part
 */
function createScene(frame, layout, words, open) {
  const [width, height] = layout.size;
  const svg = draw(frame, "svg", {
    viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": NAME, class: `diagram-svg diagram-${layout.name}`,
  });
  frame.prepend(svg);
  const organs = drawOrgans(svg, layout, words);
  const arrows = drawArrows(svg, layout, words);
  const particles = createParticles(svg, arrows);
  const gates = drawGates(svg, layout, words);
  writeWrapped(svg, layout.note, "diagram-note", words.artery_scale);
  const year = write(svg, layout.year, "diagram-year", "");
  const parts = new Map([...organs, ...arrows, ...gates].map((part) => [
    part.key, { ...part, now: "", setName: attribute(part.node, "aria-label") },
  ]));
  listen(svg, parts, (part) => open(part.key, part.words, part.now, freeCorner(part, layout)));

  return {
    particles,
    show: (/** @type {Moment} */ moment) => {
      year(`year ${yearText(moment.year)}`);
      for (const part of parts.values()) {
        part.now = part.update(moment);
        part.setName(`${part.words.label}: ${part.now}`);
      }
      particles.show(moment);
    },
    now: (/** @type {string} */ key) => parts.get(key)?.now ?? "",
    focus: (/** @type {string} */ key) => parts.get(key)?.node.focus({ preventScroll: true }),
    focusedKey: () => {
      const root = /** @type {Document | ShadowRoot} */ (svg.getRootNode());
      return root.activeElement?.getAttribute("data-key");
    },
    destroy: () => {
      particles.destroy();
      svg.remove();
    },
  };
}

/**
 * Return the corner for the card: on the side where the explained part is not.
 *
 * @param {Part} part
 * @param {Layout} layout
 */
function freeCorner({ node }, { size: [width, height] }) {
  const box = node.getBBox();
  const across = box.x + box.width / 2 > width / 2 ? "left" : "right";
  const down = box.y + box.height / 2 > height / 2 ? "top" : "bottom";
  return `${down} ${across}`;
}

/**
 * @template {Part} Shown
 * @param {SVGSVGElement} svg
 * @param {Map<string, Shown>} parts
 * @param {(part: Shown) => void} open
 */
function listen(svg, parts, open) {
  const ring = draw(svg, "rect", { class: "diagram-ring", rx: 8, visibility: "hidden" });
  const partOf = (/** @type {Event} */ { target }) => {
    const node = target instanceof Element && target.closest("[data-key]");
    return node ? parts.get(node.getAttribute("data-key") ?? "") : undefined;
  };
  const press = (/** @type {Event} */ event) => {
    const part = partOf(event);
    if (part) open(part);
  };
  const key = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    press(event);
  };
  const focus = (/** @type {Event} */ event) => {
    const part = partOf(event);
    if (part?.node.matches(":focus-visible")) placeRing(ring, part.node);
  };
  const blur = () => ring.setAttribute("visibility", "hidden");
  svg.addEventListener("click", press);
  svg.addEventListener("keydown", key);
  svg.addEventListener("focusin", focus);
  svg.addEventListener("focusout", blur);
}

/**
 * @param {SVGElement} ring
 * @param {SVGGElement} node
 */
function placeRing(ring, node) {
  const box = node.getBBox();
  const place = { x: box.x - 4, y: box.y - 4, width: box.width + 8, height: box.height + 8, visibility: "visible" };
  for (const [name, value] of Object.entries(place)) ring.setAttribute(name, String(value));
}
