// Where a value stands on its slider's track, from 0 to 1. Low ends of vitamin D and K2 are stretched, as on the map.

/** @typedef {{low: number, high: number, step: number, power: number}} Scale */

const FINE_BELOW = 6; // steps: there a stretched track has room for fifths of a step

/** @type {(scale: Scale, value: number) => number} */
export const toPosition = ({ low, high, power }, value) => ((value - low) / (high - low)) ** (1 / power);

/** @type {(scale: Scale, position: number) => number} the nearest value that a drag stops at */
export function toValue({ low, high, step, power }, position) {
  const value = low + (high - low) * position ** power;
  const grid = power > 1 && value < FINE_BELOW * step ? step / 5 : step;
  return clamp(Math.round(value / grid) * grid, low, high);
}

/** @type {(scale: Scale, value: number, steps: number) => number} */
export const stepped = ({ low, high, step }, value, steps) => clamp(value + steps * step, low, high);

/** @type {(value: number, low: number, high: number) => number} */
const clamp = (value, low, high) => Math.min(Math.max(value, low), high);
