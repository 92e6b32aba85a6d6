// The body diagram: calcium from food through gut and blood to bone, arteries, urine and faeces.

import { drawArrows } from "./diagram_arrows.js";
import { createCard } from "./diagram_explain.js";
import { drawGates } from "./diagram_gates.js";
import { layoutFor } from "./diagram_layout.js";
import { drawOrgans } from "./diagram_organs.js";
import { createParticles } from "./diagram_particles.js";
import { attribute, write, writeWrapped } from "./diagram_svg.js";
import { add, draw, set } from "./elements.js";
import { yearText } from "./numbers.js";

/** @import { Layout, Moment, Part, Words } from "./types.d.ts" */

const NAME = "Where calcium goes in the body. Every organ, gate and arrow can be opened for an explanation.";

/**
 * Create the diagram.
 *
 * @param {HTMLElement} host  an empty element, which decides the width
 * @param {Words} words
 */
export function createDiagram(host, words) {
  const frame = add(host, "div", { class: "diagram" });
  const card = createCard(frame, (key) => scene.focus(key));
  const fitting = () => layoutFor(host.clientWidth || Infinity);
  let layout = fitting();
  let measured = host.clientWidth > 0;
  let scene = createScene(frame, layout, words, card.open);
  let moving = false;
  /** @type {Moment | null} */
  let moment = null;

  const arrange = () => {
    const next = fitting();
    // A hidden host gives its texts no length, so the drawing is made again once it shows.
    if (next === layout && (measured || !host.clientWidth)) return;
    layout = next;
    measured = host.clientWidth > 0;
    card.close();
    const focused = scene.focusedKey();
    scene.svg.remove();
    scene = createScene(frame, layout, words, card.open);
    scene.setMoving(moving);
    if (moment) scene.show(moment);
    if (focused) scene.focus(focused);
  };
  new ResizeObserver(arrange).observe(host);

  return {
    show: (/** @type {Moment} */ now) => {
      moment = now;
      scene.show(now);
      const key = card.key();
      if (key) card.setNow(scene.now(key));
    },
    setMoving: (/** @type {boolean} */ now) => {
      moving = now;
      scene.setMoving(now);
    },
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
    svg,
    setMoving: particles.setMoving,
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
  };
}

/** @type {(part: Part, layout: Layout) => string} the corner for the card: where the explained part is not */
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
  svg.addEventListener("click", press);
  svg.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    press(event);
  });
  svg.addEventListener("focusin", (event) => {
    const part = partOf(event);
    if (!part?.node.matches(":focus-visible")) return;
    const { x, y, width, height } = part.node.getBBox();
    set(ring, { x: x - 4, y: y - 4, width: width + 8, height: height + 8, visibility: "visible" });
  });
  svg.addEventListener("focusout", () => set(ring, { visibility: "hidden" }));
}
