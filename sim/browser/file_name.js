// The name of a file tells the settings, as sim/export names its own: other runs have another name.

import { numberText } from "./lab/link.js";

/** @import { Scenario } from "./run.js" */

/** @type {(scenario: Scenario, what: string, format: string) => string} */
export function fileName({ calcium, vitamin_d, vitamin_k2, years, lens, k_form, parameters }, what, format) {
  const [ca, d, k, y] = [calcium, vitamin_d, vitamin_k2, years].map(numberText);
  const parts = [what, `ca${ca}`, `d${d}`, `k${k}`, `${y}y`];
  if (lens !== "story") parts.push(lens);
  if (k_form !== "mk7") parts.push(k_form);
  const changed = Object.entries(parameters).map(([name, value]) => `${name} ${numberText(value)}`);
  if (changed.length) parts.push(`changed-${crc32(changed.join("\n")).toString(16).padStart(8, "0")}`);
  return `${parts.join("_")}.${format}`;
}

/** @type {(text: string) => number} the check sum of ZIP and PNG */
function crc32(text) {
  let sum = -1;
  for (const byte of new TextEncoder().encode(text)) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}
