// Messages from the server: one piece of bytes with a JSON header, light numbers and heavy parts.

/**
 * @typedef {object} Header  what messages.py says at the start of a message
 * @property {import("./run.js").Scenario} settings  of the run
 * @property {string} view
 * @property {boolean} balanced
 * @property {Record<string, string>} texts  text alternatives by name of the picture
 * @property {string} words  key of the words
 * @property {Record<string, string>} papers  keys of the papers by name of the picture
 * @property {Record<string, number>} ink  how many numbers each quantity has
 * @property {boolean} plain  whether heavy parts come as they are
 * @property {Record<string, number>} sent  size of each heavy part that comes with this message, by its key
 */

/** @type {Map<string, unknown>} */
const held = new Map();
const KEEP = 40;
// Browsers from before 2023 cannot unpack parts.
const INFLATES = "DecompressionStream" in window;
const PLAIN = "plain";
const TEXT = new TextDecoder();

/**
 * Take a message apart.
 *
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {{header: Header, body: Uint8Array<ArrayBuffer>}}
 */
export function unpack(bytes) {
  const length = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true);
  const text = TEXT.decode(bytes.subarray(4, 4 + length));
  return { header: JSON.parse(text), body: bytes.slice(4 + length) };
}

/**
 * Read the numbers of a run: by name, an array over the years, or of one number.
 *
 * @param {Header} header
 * @param {Uint8Array<ArrayBuffer>} body
 */
export function readInk(header, body) {
  /** @type {Record<string, Float32Array>} */
  const ink = {};
  let at = 0;
  for (const [name, count] of Object.entries(header.ink)) {
    ink[name] = new Float32Array(body.buffer, at, count);
    at += 4 * count;
  }
  return ink;
}

/**
 * Keep the heavy parts of a message, for every picture of this page and for as long as it is open.
 *
 * @param {Header} header
 * @param {Uint8Array<ArrayBuffer>} body
 */
export async function keepHeavy(header, body) {
  if (!header.plain && !INFLATES) return;
  let at = 4 * Object.values(header.ink).reduce((sum, count) => sum + count, 0);
  for (const [key, size] of Object.entries(header.sent)) {
    const part = body.slice(at, at + size);
    at += size;
    held.set(key, JSON.parse(header.plain ? TEXT.decode(part) : await inflate(part)));
  }
  for (const key of held.keys()) if (held.size > KEEP) held.delete(key);
}

/** Return the heavy part of that key, or undefined. */
export const heavy = (/** @type {string} */ key) => held.get(key);

/** Return the keys of all heavy parts, and the word that asks for parts as they are. */
export const heldKeys = () => (INFLATES ? [...held.keys()] : [...held.keys(), PLAIN]);

/** @param {Uint8Array<ArrayBuffer>} part */
async function inflate(part) {
  const stream = new Blob([part]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
}
