// Rodas5P for one scenario, in plain numbers: method, mesh, error check and halvings are those of model/solver.py.

import {
  A, ATOL, C, COMPARTMENTS, DENSE, GAMMA, MAX_HALVINGS, MESH, RTOL, SIZES, STAGES, factors, rates, solve,
} from "./model.js";

const N = COMPARTMENTS.length;
const AFTER = STAGES + 1;

// Room to work in; one run is solved at a time.
const shift = new Float64Array(1);
const factored = new Float64Array(SIZES.factors);
const inner = new Float64Array(N);
const right = new Float64Array(N);
// The state before a step, its stages (the last is the estimate of the error) and the state after it.
const stages = Array.from({ length: STAGES + 2 }, () => new Float64Array(N));

/**
 * Integrate one scenario.
 *
 * @param {Float64Array} known  what does not change during the run, as `statics` gives it
 * @param {ArrayLike<number>} start  state at time 0, shape (n_compartments) [mg]
 * @param {Float64Array} times  sample times from 0, rising [day]
 * @returns {{amounts: Float64Array[], halvings: number}}  each compartment at the sample times [mg], and how often
 *   every step had to be halved
 * @throws {RangeError} if the tolerance is not reached on the finest mesh
 */
export function integrate(known, start, times) {
  const amounts = COMPARTMENTS.map(() => new Float64Array(times.length));
  let boundaries = boundariesOf(times[times.length - 1]);
  for (let halvings = 0; ; halvings++) {
    const failedAt = sweep(known, start, times, boundaries, amounts);
    if (failedAt === null) return { amounts, halvings };
    if (halvings === MAX_HALVINGS - 1) {
      throw new RangeError(`No accurate solution after day ${failedAt}: even the shortest step, ${boundaries[1]}, is too long.`);
    }
    boundaries = boundaries.flatMap((time, i) => (i ? [(boundaries[i - 1] + time) / 2, time] : [time]));
  }
}

/** @type {(end: number) => number[]} the step boundaries from 0, as Mesh.boundaries in model/solver.py */
function boundariesOf(end) {
  const times = [0];
  let [time, step] = [0, MESH.first];
  while (time + step < end) {
    time += step;
    times.push(time);
    step *= time < MESH.settled ? MESH.growth : MESH.later_growth;
    if (step >= MESH.longest) {
      const count = Math.ceil((end - time) / MESH.longest);
      for (let i = 1; i < count; i++) times.push(time + i * ((end - time) / count));
      break;
    }
  }
  return [...times, end];
}

/**
 * Fill `amounts` over one mesh.
 *
 * @param {Float64Array} known
 * @param {ArrayLike<number>} start
 * @param {Float64Array} times
 * @param {number[]} boundaries
 * @param {Float64Array[]} amounts
 * @returns {number | null}  when the error first went too high; null: never
 */
function sweep(known, start, times, boundaries, amounts) {
  const last = boundaries.length - 1;
  let next = 0;
  stages[0].set(start);
  for (let i = 0; i < last; i++) {
    const [before, after] = [boundaries[i], boundaries[i + 1]];
    step(known, after - before);
    if (!isAccurate()) return before;
    for (; next < times.length && (times[next] <= after || i === last - 1); next++) {
      interpolate((times[next] - before) / (after - before), amounts, next);
    }
    stages[0].set(stages[AFTER]);
  }
  return null;
}

/** @type {(known: Float64Array, h: number) => void} takes a step of h [day] from `stages[0]`, filling all others */
function step(known, h) {
  shift[0] = 1 / (GAMMA * h);
  factors(stages[0], known, shift, factored);
  rates(stages[0], known, right);
  solve(factored, right, stages[1]);
  for (let i = 1; i < STAGES; i++) {
    inner.set(stages[0]);
    for (let j = 0; j < i; j++) addTo(inner, A[i][j], stages[j + 1]);
    rates(inner, known, right);
    for (let j = 0; j < i; j++) addTo(right, C[i][j] / h, stages[j + 1]);
    solve(factored, right, stages[i + 1]);
  }
  stages[AFTER].set(inner);
  addTo(stages[AFTER], 1, stages[STAGES]);
}

/** @type {(sum: Float64Array, weight: number, values: Float64Array) => void} */
function addTo(sum, weight, values) {
  for (let k = 0; k < N; k++) sum[k] += weight * values[k];
}

/** Tell whether the error of the step just taken is small enough in every compartment; a NaN is not. */
function isAccurate() {
  const [before, error, after] = [stages[0], stages[STAGES], stages[AFTER]];
  return error.every((value, k) => Math.abs(value) <= ATOL + RTOL * Math.max(Math.abs(before[k]), Math.abs(after[k])));
}

/** @type {(s: number, amounts: Float64Array[], at: number) => void} writes the state at a share s of the step just taken */
function interpolate(s, amounts, at) {
  const r = 1 - s;
  for (let k = 0; k < N; k++) {
    const [h0, h1, h2] = DENSE.map((row) => row.reduce((sum, weight, j) => sum + weight * stages[j + 1][k], 0));
    amounts[k][at] = r * stages[0][k] + s * (stages[AFTER][k] + r * (h0 + s * (h1 + s * h2)));
  }
}
