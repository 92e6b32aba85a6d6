// What Streamlit calls: once for every message, with the element the picture lives in.

import { createStage } from "./stage.js";

const stages = new WeakMap();

export default function main({ parentElement, data, setStateValue }) {
  const root = parentElement.querySelector(".stage");
  if (!stages.has(root)) stages.set(root, createStage(root, setStateValue));
  const stage = stages.get(root);
  stage.receive(data);
  return () => {
    stages.delete(root);
    stage.destroy();
  };
}
