// Every text by its name: the messages of sim/text/en.ftl with what is filled in, as sim/text/messages.py gives them.

import { EN } from "./en.js";
import { FluentBundle, FluentResource } from "./fluent/bundle.js";

/** @type {any} as types are not read from others' program */
const bundle = new FluentBundle("en", { useIsolating: false });
bundle.addResource(new FluentResource(EN));

/**
 * Return a message with its arguments filled in; numbers serve only to choose singular or plural.
 *
 * @param {string} message
 * @param {Record<string, string | number>} [values]
 * @throws {RangeError} if there is no such message, or it needs an argument that is not given
 */
export function say(message, values = {}) {
  const pattern = bundle.getMessage(message)?.value;
  if (!pattern) throw new RangeError(`Invalid message '${message}'. en.ftl has none of that name.`);
  /** @type {Error[]} */
  const errors = [];
  const text = bundle.formatPattern(pattern, values, errors);
  if (errors.length) throw new RangeError(`Invalid message '${message}'. ${errors[0].message}.`);
  return text;
}

/** @type {() => string[]} the names of all messages */
export const messageNames = () => [...bundle._messages.keys()];
