// What Streamlit calls: once for every message, with the element the picture lives in.

import { createStage } from "./stage.js";

const stages = new WeakMap();
const PATIENCE = 1000; // ms

export default function main({ parentElement, data, setStateValue }) {
  const root = parentElement.querySelector(".stage");
  if (!stages.has(root)) stages.set(root, createStage(root));
  const stage = stages.get(root);
  stage.receive(data, setStateValue);
  // Streamlit also says goodbye where two messages follow closely; the stage ends only if its element has gone.
  return () => setTimeout(() => !root.isConnected && stages.delete(root) && stage.destroy(), PATIENCE);
}
