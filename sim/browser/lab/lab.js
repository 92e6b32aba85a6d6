// The Lab: one question, three sliders, one picture. Mode "bar" is the sliders alone, for the other pages.

import { add } from "../elements.js";
import { createHint } from "./hint.js";
import { startLoop } from "./loop.js";
import { Store } from "./store.js";
import { tooOld } from "./support.js";
import { buildBar, buildLab } from "./view.js";

/** @import { Host, Session } from "./store.js" */
/** @typedef {"lab" | "bar"} Mode */

/**
 * Create the Lab in an element; `put` gives it what to show and can be called again, `end` takes it away.
 *
 * @param {HTMLElement} root
 * @param {Host} [host]
 * @param {{mode?: Mode}} [how]
 */
export function createLab(root, host = {}, { mode = "lab" } = {}) {
  const lab = add(root, "div", { class: "lab", "data-mode": mode });
  const store = new Store(host);
  const stop = new AbortController();
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const heed = () => {
    store.still = still.matches;
    store.setMoving(!still.matches);
  };
  heed();
  still.addEventListener("change", heed, { signal: stop.signal });
  /** @type {ReturnType<typeof start> | null} */
  let view = null;
  return {
    store,
    /** @type {Store["put"]} */
    put(session, options = {}) {
      if (tooOld(lab)) return;
      store.put(session, options);
      view ??= start(lab, store, host, mode, Boolean(options.first), stop.signal);
      if (options.first && !store.still) store.play();
    },
    /** @type {() => string} the picture as it stands, to be saved */
    picture: () => view?.picture() ?? "",
    end() {
      stop.abort();
      lab.remove();
    },
  };
}

/** @type {(lab: HTMLElement, store: Store, host: Host, mode: Mode, first: boolean, end: AbortSignal) => {picture: () => string}} */
function start(lab, store, host, mode, first, end) {
  const view = (mode === "lab" ? buildLab : buildBar)(lab, store, host, end);
  const hint = first && view.hinted ? createHint(view.hinted, store) : () => {};
  let resized = true; // sizes are asked for only then: to know them, the browser has to lay the page out
  const draw = () => {
    resized ||= lab.dataset.view !== store.session.view;
    if (resized) arrange(lab, store.session.view);
    for (const sync of view.syncs) sync();
    hint();
    view.draw?.(resized);
    resized = false;
    lab.dataset.ready = "yes";
  };
  startLoop(store, draw, (phase) => view.move?.(phase), end);
  const observer = new ResizeObserver(() => {
    resized = true;
    if (lab.clientWidth) store.touch(); // not where it has just been taken away
  });
  for (const element of [lab, ...view.sized]) observer.observe(element);
  end.addEventListener("abort", () => observer.disconnect());
  return { picture: () => view.picture?.() ?? "" };
}

/** @type {(lab: HTMLElement, view: Session["view"]) => void} */
function arrange(lab, view) {
  const { width, height } = lab.getBoundingClientRect();
  const upright = width < 700 || (lab.dataset.mode === "lab" && width < 1.1 * height);
  lab.dataset.view = view;
  lab.dataset.layout = view === "projector" ? "board" : upright ? "tall" : "wide";
}
