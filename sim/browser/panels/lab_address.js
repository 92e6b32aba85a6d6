// Where the class has the Lab: an address as it is copied from a browser, read as sim/session/lab_address.py reads it.

import { PATHS } from "../tables.js";
import { say } from "../words/messages.js";

const LONGEST_SHOWN = 300;
const ADDRESS = /^(https?):\/\/([^/?#]*)([^?#]*)/i;
const NETWORK = /^(?:.*@)?(\[[0-9a-f:.]+\]|[\p{L}\p{M}\p{N}_.-]+)(?::(\d*))?$/iu;
const FOUR_NUMBERS = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;

/**
 * Return where the Lab is served: an address without page and settings.
 *
 * @type {(text: string) => string}
 * @throws {RangeError} one sentence that says why it is none
 */
export function labAddress(text) {
  const refused = (/** @type {string} */ rule) =>
    new RangeError(say("address-refused", { what: "address", address: [...text].slice(0, LONGEST_SHOWN).join(""), rule }));
  const address = text.trim().replace(/^(?=\d+\.\d+\.\d+\.\d+(?:[:/?#]|$))/, "http://");
  const [, scheme, network, path] = ADDRESS.exec(address) ?? [];
  if (!scheme) throw refused("scheme");
  if (/[\s\\\p{C}]/u.test(address)) throw refused("signs");
  const host = hostOf(network);
  if (!host) throw refused("host");
  if (network.includes("@")) throw refused("login");
  const parts = path.split("/").filter(Boolean).map((part) => encodeURI(part).replaceAll("%25", "%"));
  return [`${scheme.toLowerCase()}://${host}`, ...(PATHS.includes(String(parts.at(-1))) ? parts.slice(0, -1) : parts)].join("/");
}

/** @type {(network: string) => string} host and port as they may stand in a link; empty if they cannot */
function hostOf(network) {
  const [, name, port = ""] = NETWORK.exec(network) ?? [];
  // What ends in a number is one, and whole: browsers read 192.168.1 as 192.168.0.1.
  if (!name || (/(^|\.)(\d+|0x[\da-f]*)\.?$/i.test(name) && !FOUR_NUMBERS.test(name))) return "";
  // A name has no empty part, and none of more than 63 letters.
  const { hostname } = URL.canParse(`http://${name}`) ? new URL(`http://${name}`) : { hostname: "" };
  if (!hostname.startsWith("[") && !hostname.replace(/\.$/, "").split(".").every((part) => part && part.length < 64)) return "";
  if (port && (Number(port) === 0 || Number(port) > 65535)) return "";
  return hostname + (port ? `:${Number(port)}` : "");
}
