// Numbers as readers see them, written as sim/text/values.py and `number` in parameters.py write them.

import { QUANTITIES } from "../tables.js";

const MINUS = "\u2212";

/** @type {Record<string, { decimals?: number, signed?: boolean, prefix?: string, unit: string }>} */
const ROWS = QUANTITIES;

/**
 * Round what a number truly is in binary, and true halves to the even digit; as text.
 *
 * toFixed does but for the halves, which it rounds up; toLocaleString looks at the shortest decimals, and browsers
 * before 2023 know no other way with halves.
 *
 * @type {(value: number, decimals?: number) => string}
 */
export function rounded(value, decimals = 0) {
  const text = value.toFixed(decimals);
  const isHalf = /50{29}$/.test(value.toFixed(decimals + 30));
  return isHalf && Number(text.slice(-1)) % 2 ? text.slice(0, -1) + (Number(text.slice(-1)) - 1) : text;
}

const isZero = (/** @type {string} */ text) => !/[1-9]/.test(text);

/** @type {(text: string) => string} with a comma between thousands */
const grouped = (text) => text.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ","));

/** @type {(value: number, decimals?: number) => string} with a true minus, and never a negative zero */
export function plain(value, decimals = 0) {
  const text = grouped(rounded(Math.abs(value), decimals));
  return value < 0 && !isZero(text) ? MINUS + text : text;
}

/** @type {(value: number, decimals?: number) => string} a change with its sign */
export function signed(value, decimals = 1) {
  const text = plain(value, decimals);
  return value > 0 && !isZero(text) ? `+${text}` : text;
}

/** @type {(value: number) => string} a setting or parameter: thousands grouped, no trailing zeros */
export function number(value) {
  const text = stripped(rounded(value, 10));
  return Number(text) === value ? grouped(text) : general(value);
}

const stripped = (/** @type {string} */ text) => (text.includes(".") ? text.replace(/\.?0+$/, "") : text);

/** @type {(value: number, count?: number) => string} so many digits, as Python's format "g" */
export function general(value, count = 6) {
  const [digits, exponent] = value.toExponential(count - 1).split("e");
  const power = Number(exponent);
  if (power >= -4 && power < count) return stripped(value.toFixed(count - 1 - power));
  return `${stripped(digits)}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
}

/** @type {(name: string, value: number, finer?: number) => string} a value of QUANTITIES without its unit */
export function digits(name, value, finer = 0) {
  const { decimals = 0, signed: withSign } = ROWS[name];
  return (withSign ? signed : plain)(value, decimals + finer);
}

/** @type {(name: string, value: number, finer?: number) => string} with its unit, or what stands before it instead */
export function told(name, value, finer = 0) {
  const { prefix, unit } = ROWS[name];
  return prefix ? prefix + digits(name, value, finer) : `${digits(name, value, finer)} ${unit}`;
}

/** @type {(flux: number) => string} a flow [mg/day] with as many digits as its size needs, without the unit */
export function flowNumber(flux) {
  if (flux === 0) return "0";
  if (flux < 0.0005) return "<0.001";
  return plain(flux, [1, 9.995, 99.95].filter((limit) => flux < limit).length);
}
