// The picture of one run by itself, as a page about it shows it: what was before is pale, every part explains itself.

import { add, draw } from "../elements.js";
import { History } from "../lab/history.js";
import { Store } from "../lab/store.js";
import { createScene } from "../scene/scene.js";

/** @import { Scenario } from "../run.js" */

/** @typedef {{ scenario: Scenario, before: Scenario | null }} Still */

const [WIDE_FROM, WIDE, TALL] = [700, 0.56, 1.25]; // CSS px; height for each of its width

/**
 * Create the picture in an element; returns what shows other runs in it.
 *
 * @param {HTMLElement} root
 */
export function createStill(root) {
  const lab = add(root, "div", { class: "lab still", "data-view": "page" });
  const store = new Store({}, new History());
  const scene = createScene(draw(lab, "svg", { class: "scene" }), {
    onPart: (key, element) => { import("../panels/index.js").then(({ showPart }) => showPart(key, element, lab, store)); },
  });
  const show = () => {
    const wide = lab.clientWidth >= WIDE_FROM;
    const height = Math.round(lab.clientWidth * (wide ? WIDE : TALL));
    lab.style.height = `${height}px`;
    lab.dataset.layout = wide ? "wide" : "tall";
    const { run, balanced, ghost, year } = store;
    scene.resize(wide ? "wide" : "tall", lab.clientWidth, height);
    scene.draw({ run, balanced, ghost, year, playing: false, gap: null });
    lab.dataset.ready = "yes";
  };
  new ResizeObserver(() => lab.clientWidth && show()).observe(lab);
  return (/** @type {Still} */ { scenario, before }) => {
    store.put({ scenario, pins: [], view: "page" }, { ghost: before });
    if (lab.clientWidth) show();
  };
}
