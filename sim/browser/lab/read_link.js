// A stand-in.

import { USUAL } from "./rules.js";

/** @import { Session } from "./store.js" */

/** @type {(query: string) => {session: Session, progress: {lesson?: string, step?: number, answers?: string}, notices: string[]}} */
export function read(query) {
  const given = Object.fromEntries(new URLSearchParams(query));
  /** @type {any} */
  const scenario = structuredClone(USUAL);
  for (const name of ["calcium", "vitamin_d", "vitamin_k2", "years"]) if (given[name]) scenario[name] = Number(given[name]);
  for (const name of ["lens", "k_form"]) if (given[name]) scenario[name] = given[name];
  return { session: { scenario, pins: [], view: "page" }, progress: {}, notices: [] };
}
