// The page's own sliders, listened to while they are dragged: Streamlit tells the server only on release.

const NAMES = ["calcium", "vitamin_d", "vitamin_k2"];
const input = (name) => document.querySelector(`.st-key-${name} input[type=range]`);

/** Return the settings that the sliders show, or null while one of them is not on the page. */
export function shownSettings() {
  const inputs = NAMES.map(input);
  if (!inputs.every(Boolean)) return null;
  // The text has values between two steps as well, which the slider itself would round.
  return Object.fromEntries(NAMES.map((name, i) => [name, parseFloat(inputs[i].getAttribute("aria-valuetext"))]));
}

/**
 * Call back whenever a slider shows another value, dragged or not.
 *
 * Its attributes change with every move; no event reaches the page during a drag.
 *
 * @param {(settings: Object<string, number>) => void} onMove
 * @returns {() => void}  stops listening
 */
export function watchSliders(onMove) {
  let last = JSON.stringify(shownSettings());
  const look = () => {
    const settings = shownSettings();
    const text = JSON.stringify(settings);
    if (!settings || text === last) return;
    last = text;
    onMove(settings);
  };
  const observer = new MutationObserver(look);
  // Streamlit may put other sliders in the place of these; the page stays.
  observer.observe(document.body, { subtree: true, childList: true, attributeFilter: ["value", "aria-valuetext"] });
  return () => observer.disconnect();
}
