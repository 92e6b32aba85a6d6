// Numbers as the class reads them, and how wide a flow is drawn.

const MINUS = "\u2212";

/** Flows at the arteries are drawn as if they were this many times larger. */
export const ARTERY_SCALE = 5000;

// Fluxes drawn on this scale.
const ARTERY_FLUXES = ["arterial_deposition", "arterial_clearance"];

/**
 * Write a number with a comma between thousands, a true minus, and never a negative zero; rounded as Python does.
 *
 * @param {number} value
 * @param {number} decimals
 * @returns {string}
 */
export function plain(value, decimals = 0) {
  // The numbers come in single precision: 0.175 as 0.17499999.
  const text = rounded(Math.abs(Number(value.toPrecision(7))), decimals).toLocaleString("en-US", {
    minimumFractionDigits: decimals, maximumFractionDigits: decimals,
  });
  return value < 0 && !isZero(text) ? MINUS + text : text;
}

/**
 * Round what a number truly is in binary, and true halves to the even digit.
 *
 * toFixed does but for the halves, which it rounds up; toLocaleString looks at the shortest decimals, and browsers
 * before 2023 know no other way with halves.
 *
 * @param {number} number
 * @param {number} decimals
 */
function rounded(number, decimals) {
  const text = number.toFixed(decimals);
  const isHalf = /50{29}$/.test(number.toFixed(decimals + 30));
  const last = Number(text.slice(-1));
  return Number(isHalf && last % 2 ? text.slice(0, -1) + (last - 1) : text);
}

/**
 * Write a change with its sign.
 *
 * @param {number} value
 * @param {number} decimals
 * @returns {string}
 */
export function signed(value, decimals = 1) {
  const text = plain(value, decimals);
  return value > 0 && !isZero(text) ? `+${text}` : text;
}

const isZero = (/** @type {string} */ text) => !/[1-9]/.test(text);

/**
 * Write a flow with as many digits as its size needs, without the unit.
 *
 * @param {number} flux  mg/day
 * @returns {string}
 */
export function flowNumber(flux) {
  const size = Math.abs(flux);
  if (size === 0) return "0";
  if (size < 0.0005) return "<0.001";
  if (size < 1) return plain(flux, 3);
  if (size < 9.995) return plain(flux, 2);
  if (size < 99.95) return plain(flux, 1);
  return plain(flux, 0);
}

/**
 * Put a flow on the common scale of arrow widths and particles.
 *
 * @param {string} name
 * @param {number} flux  mg/day
 * @returns {number} 0 at no flow, 1 at 2500 mg/day; grows as the square root
 */
export function flowSize(name, flux) {
  const shown = ARTERY_FLUXES.includes(name) ? flux * ARTERY_SCALE : flux;
  return Math.sqrt(Math.min(Math.max(shown, 0), 2500) / 2500);
}

/**
 * Return the net flow into bone or arteries as text.
 *
 * @param {number} gain  mg/day
 * @param {number} loss  mg/day
 * @param {number} decimals
 * @returns {string}
 */
export function netText(gain, loss, decimals) {
  return `net ${signed(gain - loss, decimals)}`;
}

/**
 * Write a year as on the time slider.
 *
 * @param {number} year
 * @returns {string}
 */
export function yearText(year) {
  const tenth = Math.round(year * 10) / 10;
  return Number.isInteger(tenth) ? String(tenth) : tenth.toFixed(1);
}
