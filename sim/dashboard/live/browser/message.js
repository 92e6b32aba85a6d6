// Messages from the server: one piece of bytes with a JSON header, light numbers and heavy parts.

const held = new Map();
const KEEP = 40;
// Browsers from before 2023 cannot unpack parts.
const INFLATES = "DecompressionStream" in window;
const PLAIN = "plain";
const TEXT = new TextDecoder();

/**
 * Take a message apart.
 *
 * @param {Uint8Array} bytes
 * @returns {{header: object, body: Uint8Array}}
 */
export function unpack(bytes) {
  const length = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true);
  const text = TEXT.decode(bytes.subarray(4, 4 + length));
  return { header: JSON.parse(text), body: bytes.slice(4 + length) };
}

/**
 * Read the numbers of a run: by name, an array over the years, or of one number.
 *
 * @param {{ink: Object<string, number>}} header
 * @param {Uint8Array} body
 * @returns {Object<string, Float32Array>}
 */
export function readInk(header, body) {
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
 * @param {{ink: object, sent: Object<string, number>, plain: boolean}} header
 * @param {Uint8Array} body
 */
export async function keepHeavy(header, body) {
  let at = 4 * Object.values(header.ink).reduce((sum, count) => sum + count, 0);
  const parts = Object.entries(header.sent).map(([key, size]) => [key, body.slice(at, (at += size))]);
  if (!header.plain && !INFLATES) return;
  for (const [key, part] of parts) held.set(key, JSON.parse(header.plain ? TEXT.decode(part) : await inflate(part)));
  while (held.size > KEEP) held.delete(held.keys().next().value);
}

/** Return the heavy part of that key, or undefined. */
export const heavy = (key) => held.get(key);

/** Return the keys of all heavy parts, and the word that asks for parts as they are. */
export const heldKeys = () => (INFLATES ? [...held.keys()] : [...held.keys(), PLAIN]);

async function inflate(part) {
  const stream = new Blob([part]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
}
