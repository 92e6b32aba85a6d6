// What stands in a step's picture while no task has drawn there, by the name that the step gives.

import { drawPerson } from "./places.js";

/** @import { CreatePicture } from "../kit.d.ts" */

/** @type {Record<string, CreatePicture>} */
export const PICTURES = {
  body: (place) => {
    drawPerson(place);
    return {};
  },
};
