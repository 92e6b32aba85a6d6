// The page's own sliders, listened to while they are dragged: Streamlit tells the server only on release.

/** @import { Settings } from "./types.d.ts" */

const NAMES = /** @type {const} */ (["calcium", "vitamin_d", "vitamin_k2"]);

/** @type {() => Settings | null} what the sliders show, or null while one of them is not on the page */
export function shownSettings() {
  const inputs = NAMES.map((name) => document.querySelector(`.st-key-${name} input[type=range]`));
  // The text has values between two steps as well, which the slider itself would round.
  const texts = inputs.map((input) => input?.getAttribute("aria-valuetext"));
  if (!texts.every((text) => typeof text === "string")) return null;
  const [calcium, vitamin_d, vitamin_k2] = texts.map(parseFloat);
  return { calcium, vitamin_d, vitamin_k2 };
}

/** @type {(settings: Settings, others: Settings) => boolean} whether the sliders stand at the same places */
export const same = (settings, others) => NAMES.every((name) => settings[name] === others[name]);

/**
 * Call back whenever a slider shows another value, dragged or not.
 *
 * @param {(settings: Settings) => void} onMove
 * @param {AbortSignal} end  stops listening
 */
export function watchSliders(onMove, end) {
  let last = shownSettings();
  const observer = new MutationObserver(() => {
    const settings = shownSettings();
    if (!settings || (last && same(settings, last))) return;
    last = settings;
    onMove(settings);
  });
  // Attributes change with every move; no event reaches the page during a drag. Streamlit may put other sliders in
  // the place of these; the page stays.
  observer.observe(document.body, { subtree: true, childList: true, attributeFilter: ["value", "aria-valuetext"] });
  end.addEventListener("abort", () => observer.disconnect());
}
