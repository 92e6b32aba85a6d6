// The address of the window: for a reload, a bookmark, a link that is passed on.

const STREAMLITS_OWN = /^embed/; // such as embed=true: the page without its frame

/** Return what the address holds of ours. */
export function ownQuery() {
  const query = new URLSearchParams(location.search);
  for (const key of [...query.keys()]) if (STREAMLITS_OWN.test(key)) query.delete(key);
  return query.toString();
}

/** @type {(query: string) => void} writes a query into the address; another step of a lesson can be gone back from */
export function writeAddress(query) {
  const before = new URLSearchParams(location.search);
  const after = new URLSearchParams(query);
  const kept = [...before].filter(([key]) => STREAMLITS_OWN.test(key));
  const frame = new URLSearchParams(kept).toString();
  // Python leaves ~ and writes *, the browser the other way round.
  const search = `?${[frame, query].filter(Boolean).join("&")}`.replaceAll("%7E", "~").replaceAll("*", "%2A");
  if (search === location.search) return;
  const steps = ["lesson", "step"].some((key) => before.get(key) !== after.get(key));
  if (steps && before.has("link")) history.pushState({}, "", search);
  else history.replaceState({}, "", search);
}
