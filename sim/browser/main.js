// What Streamlit calls: once for every message, with the element the picture lives in.

import { must } from "./elements.js";
import { Stage } from "./stage.js";

/** @import { Call } from "./types.d.ts" */

/** @type {WeakMap<Element, Stage>} */
const stages = new WeakMap();
const PATIENCE = 1000; // ms

/** @param {Call} call */
export default function main({ parentElement, data, setStateValue }) {
  const root = must(/** @type {HTMLElement | null} */ (parentElement.querySelector(".stage")));
  const stage = stages.get(root) ?? new Stage(root);
  stages.set(root, stage);
  stage.receive(data, setStateValue);
  // Streamlit also says goodbye where two messages follow closely; the stage ends only if its element has gone.
  return () => setTimeout(() => !root.isConnected && stages.delete(root) && stage.end.abort(), PATIENCE);
}
