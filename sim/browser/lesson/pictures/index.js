// What stands in a step's picture while no task has drawn there, by the name that the step gives.

/** @import { CreatePicture } from "../kit.d.ts" */

/** @type {Record<string, CreatePicture>} */
export const PICTURES = {};
