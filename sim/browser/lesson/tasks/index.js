// Which module draws which kind of task.

import { createChoose } from "./choose.js";
import { createDraw } from "./draw.js";
import { createSort } from "./sort.js";
import { createTick } from "./tick.js";
import { createVote } from "./vote.js";
import { createWrite } from "./write.js";

/** @import { AnyTask } from "../kit.d.ts" */

/** @type {Record<string, AnyTask>} */
export const TASKS = {
  choose: createChoose, draw: createDraw, sort: createSort, tick: createTick, vote: createVote, write: createWrite,
};
