// The body with places to tap.

import { add } from "../../elements.js";

/** @import { CreatePlaces } from "../kit.d.ts" */

/** @type {CreatePlaces} */
export function createPlaces(place, choices, onTap) {
  place.replaceChildren();
  const buttons = choices.map(({ text }, index) => {
    const button = add(place, "button", { type: "button" });
    button.textContent = text;
    button.addEventListener("click", () => onTap(index));
    return button;
  });
  return {
    choose: (chosen) => {
      for (const [index, button] of buttons.entries()) button.setAttribute("aria-pressed", String(index === chosen));
    },
  };
}
