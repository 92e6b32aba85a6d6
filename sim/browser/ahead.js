// Which run is shown: the server's last answer, or one of the browser's own while a slider is dragged ahead of it.

import { same, shownSettings, watchSliders } from "./sliders.js";

/** @import { Settings, Shown } from "./types.d.ts" */

const CHECK = 300; // ms: whoever is ahead of the server looks again whether that is still so
const whenIdle = window.requestIdleCallback ?? ((/** @type {() => void} */ work) => setTimeout(work, CHECK));

/**
 * Follow the page's sliders; returns what takes an answer of the server.
 *
 * @param {(run: Shown) => void} show
 * @param {AbortSignal} end
 */
export function followSliders(show, end) {
  /** @type {Shown | null} */
  let exact = null;
  /** @type {typeof import("./run.js").exactInk | null} */
  let exactInk = null;
  let loading = false;
  let ahead = false;
  let check = 0;

  const follow = (/** @type {Settings | null} */ shown) => {
    if (!exact || end.aborted) return;
    const { settings, balanced, ink } = exact;
    if (!shown || same(shown, settings)) {
      ahead = false;
      return show(exact);
    }
    if (!exactInk) return;
    ahead = true;
    clearTimeout(check);
    check = setTimeout(() => ahead && follow(shownSettings()), CHECK);
    const moved = { ...settings, ...shown };
    const own = exactInk(moved, ink.bone_change.length);
    if (own) show({ settings: moved, balanced, ink: own, exact: false });
  };
  // Its first run is slow, so one is solved after the first picture and before it is needed.
  const loadModel = async () => {
    if (exactInk || loading) return;
    loading = true;
    const model = await import("./run.js").catch(() => null); // the line may be down: each answer tries again
    loading = false;
    if (!model || !exact || end.aborted) return;
    model.exactInk(exact.settings, exact.ink.bone_change.length);
    exactInk = model.exactInk;
    follow(shownSettings()); // a slider may have been dragged meanwhile
  };
  watchSliders(follow, end);
  return (/** @type {Shown} */ answer) => {
    exact = answer;
    whenIdle(loadModel);
    const now = shownSettings();
    const wasAhead = ahead;
    ahead = Boolean(wasAhead && now && !same(now, exact.settings));
    if (!ahead) show(exact);
    // An older answer moves the dragged slider back for an instant.
    if (wasAhead) requestAnimationFrame(() => follow(shownSettings()));
  };
}
