// What a host tells its server: one value that grows until the server has heard it, so that nothing can be lost.

/**
 * @typedef {[number, "go" | "open", string]} Asked  what the reader asked for, and its number
 * @typedef {{ life: string, n: number, changed: Record<string, unknown>, asked: Asked[], address?: string }} Said
 */

const PATIENCE = 3000; // ms until what was not heard is said again

/**
 * Create the line of one window to its server.
 *
 * @param {(said: Said) => void} send
 * @param {() => Promise<boolean>} reachable  asked where the server has been silent for long: whether it is there at all
 */
export function createLine(send, reachable) {
  const life = Math.random().toString(36).slice(2, 10);
  /** @type {Map<string, { n: number, value: unknown }>} what has been changed and not yet heard, by its key */
  const changed = new Map();
  /** @type {Asked[]} */
  let asked = [];
  let [n, spoken, heard, patience] = [0, 0, 0, 0];
  /** @type {string | undefined} */
  let address;

  const note = (/** @type {Record<string, unknown>} */ values) => {
    n++;
    for (const [key, value] of Object.entries(values)) changed.set(key, { n, value });
  };
  const unheard = () => Object.fromEntries([...changed].map(([key, { value }]) => [key, value]));
  const wait = () => {
    patience ||= setTimeout(async () => {
      const there = await reachable();
      patience = 0;
      if (heard === spoken) return;
      if (there) speak();
      else wait();
    }, PATIENCE);
  };
  const rest = () => {
    clearTimeout(patience);
    patience = 0;
  };
  const speak = () => {
    spoken = n;
    wait();
    send({ life, n, changed: unheard(), asked, ...(address !== undefined && { address }) });
  };
  return {
    /** @type {(values: Record<string, unknown>) => void} tells what the reader has changed */
    say: (values) => {
      note(values);
      speak();
    },
    note, // tells with the next words what else is not as the server has it
    /** @type {(what: "go" | "open", which: string) => void} asks for what only the server can do */
    ask: (what, which) => {
      asked = [...asked, [++n, what, which]];
      speak();
    },
    /** @type {(search: string) => void} tells a server that has forgotten everything what the address holds */
    remind: (search) => {
      n++;
      address = search;
      speak();
    },
    /** @type {(upTo: number, whose: string) => void} takes what the server says that it has heard, and of whom */
    hear: (upTo, whose) => {
      const now = whose === life ? upTo : 0;
      if (now !== heard) rest();
      heard = now;
      for (const [key, { n: said }] of changed) if (said <= heard) changed.delete(key);
      asked = asked.filter(([number]) => number > heard);
      if (heard < spoken) return wait();
      rest();
      address = undefined;
    },
    /** Say again what a page that has gone may not have passed on. */
    repeat: () => {
      if (heard < spoken) speak();
    },
    unheard,
  };
}
