// Messages from the server: one piece of bytes with a JSON header, light numbers and heavy parts.

/** @import { Header, Ink } from "./types.d.ts" */

/** @type {Map<string, unknown>} */
const held = new Map();
const KEEP = 40;
const PLAIN = "plain";
const TEXT = new TextDecoder();

/** Whether the browser can unpack parts; those from before 2023 cannot. */
export const INFLATES = "DecompressionStream" in window;

/** @type {(bytes: Uint8Array<ArrayBuffer>) => {header: Header, body: Uint8Array<ArrayBuffer>}} takes a message apart */
export function unpack(bytes) {
  const length = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true);
  const text = TEXT.decode(bytes.subarray(4, 4 + length));
  return { header: JSON.parse(text), body: bytes.slice(4 + length) };
}

/** @type {(header: Header, body: Uint8Array<ArrayBuffer>) => Ink} reads the numbers of a run */
export function readInk(header, body) {
  /** @type {Ink} */
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

/** Return the text in gzipped bytes. */
export const inflate = (/** @type {Uint8Array<ArrayBuffer>} */ bytes) =>
  new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
