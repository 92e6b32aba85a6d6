// The address of the window: for a reload, a bookmark, a link that is passed on.

import { PAGES } from "../tables.js";

const STREAMLITS_OWN = /^embed/; // such as embed=true: the page without its frame

/** Return what the address holds of ours. */
export function ownQuery() {
  const query = new URLSearchParams(location.search);
  for (const key of [...query.keys()]) if (STREAMLITS_OWN.test(key)) query.delete(key);
  return query.toString();
}

/** The page whose address the window shows. */
const pageHere = () => PAGES.find(({ path }) => location.pathname.endsWith(`/${path}`))?.path ?? PAGES[0].path;

/** Whether the reader went back or forward and the page there has not come yet. */
let goingBack = false;
addEventListener("popstate", () => { goingBack = true; });
for (const gesture of ["pointerdown", "keydown"]) addEventListener(gesture, () => { goingBack = false; }, { capture: true });

// Where Back is pressed twice, Streamlit would write the address of the page between as a new step: all that can be
// gone forward to would be lost.
const push = history.pushState;
history.pushState = (...step) => { if (!goingBack) push.apply(history, step); };

/** @type {(page: string) => void} takes which page has come */
export const arrived = (page) => { if (page === pageHere()) goingBack = false; };

/**
 * Write a query into a page's address, unless the reader has already gone to another; another lesson can be gone
 * back from.
 *
 * @type {(page: string, query: string) => void}
 */
export function writeAddress(page, query) {
  if (pageHere() !== page && PAGES.some(({ path }) => path === page)) return;
  const before = new URLSearchParams(location.search);
  const after = new URLSearchParams(query);
  const kept = [...before].filter(([key]) => STREAMLITS_OWN.test(key));
  const frame = new URLSearchParams(kept).toString();
  const search = `?${[frame, query].filter(Boolean).join("&")}`;
  if (search === location.search) return;
  if (before.get("lesson") !== after.get("lesson") && before.has("link")) history.pushState({}, "", search);
  else history.replaceState(history.state, "", search); // which says how far a lesson is
}
