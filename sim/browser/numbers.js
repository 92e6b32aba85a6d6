// Numbers as the class reads them, and how wide a flow is drawn.

const MINUS = "\u2212";

/** Flows at the arteries are drawn as if they were this many times larger. */
export const ARTERY_SCALE = 5000;

// Fluxes drawn on this scale.
const ARTERY_FLUXES = ["arterial_deposition", "arterial_clearance"];

/**
 * Write a number with a comma between thousands, a true minus, and never a negative zero; rounded as Python does.
 *
 * @type {(value: number, decimals?: number) => string}
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
 * @type {(number: number, decimals: number) => number}
 */
function rounded(number, decimals) {
  const text = number.toFixed(decimals);
  const isHalf = /50{29}$/.test(number.toFixed(decimals + 30));
  const last = Number(text.slice(-1));
  return Number(isHalf && last % 2 ? text.slice(0, -1) + (last - 1) : text);
}

/** @type {(value: number, decimals?: number) => string} writes a change with its sign */
export function signed(value, decimals = 1) {
  const text = plain(value, decimals);
  return value > 0 && !isZero(text) ? `+${text}` : text;
}

const isZero = (/** @type {string} */ text) => !/[1-9]/.test(text);

/** @type {(flux: number) => string} writes a flow [mg/day] with as many digits as its size needs, without the unit */
export function flowNumber(flux) {
  if (flux === 0) return "0";
  if (flux < 0.0005) return "<0.001";
  return plain(flux, [1, 9.995, 99.95].filter((limit) => flux < limit).length);
}

/**
 * Put a flow [mg/day] on the common scale of arrow widths and particles: the square root, 1 at 2500 mg/day.
 *
 * @type {(name: string, flux: number) => number}
 */
export function flowSize(name, flux) {
  const shown = ARTERY_FLUXES.includes(name) ? flux * ARTERY_SCALE : flux;
  return Math.sqrt(Math.min(Math.max(shown, 0), 2500) / 2500);
}

/** @type {(year: number) => string} a year as on the time slider */
export const yearText = (year) => String(Math.round(year * 10) / 10);
