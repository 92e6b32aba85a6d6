// Which module draws which kind of task.

import { createChoose } from "./choose.js";
import { createDrag } from "./drag.js";
import { createDraw } from "./draw.js";
import { createFind } from "./find.js";
import { createRun } from "./run.js";
import { createSort } from "./sort.js";
import { createTick } from "./tick.js";
import { createVote } from "./vote.js";
import { createWrite } from "./write.js";

/** @import { AnyTask } from "../kit.d.ts" */

/** @type {Record<string, AnyTask>} */
export const TASKS = {
  choose: createChoose, drag: createDrag, draw: createDraw, find: createFind, run: createRun,
  sort: createSort, tick: createTick, vote: createVote, write: createWrite,
};
