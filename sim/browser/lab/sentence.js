// The live sentence, in the frame of the change; and the same with its numbers for those who listen, when it is still.

import { add } from "../elements.js";
import { at, read } from "../quantities.js";
import { plain, signed } from "../words/numbers.js";
import { say } from "../words/messages.js";
import { liveSentence } from "../words/live_sentence.js";
import { write } from "./write.js";

/** @import { Store } from "./store.js" */

const QUIET = 700; // ms after the last change

/**
 * Create sentence and spoken line; returns what brings them to the store's state.
 *
 * @type {(parent: HTMLElement, store: Store, seen: boolean, end: AbortSignal) => () => void}
 */
export function createSentence(parent, store, seen, end) {
  const line = add(parent, "p", { class: "sentence" });
  const [lead, rest] = [add(line, "b", { class: "lead" }), add(line, "span", { class: "rest" })];
  lead.after(" ");
  line.hidden = !seen;
  const spoken = add(parent, "p", { class: "spoken unseen", role: "status" });
  let last = "";
  let timer = 0;
  end.addEventListener("abort", () => clearTimeout(timer));
  return () => {
    const { run, balanced, year, playing } = store;
    const told = liveSentence(run, balanced, year);
    write(lead, told.lead);
    write(rest, told.rest);
    if (playing) return;
    const text = spokenLine(store, told);
    if (text === last) return;
    const first = last === "";
    last = text;
    clearTimeout(timer);
    if (!first) timer = window.setTimeout(() => write(spoken, text), QUIET); // what opens is read as it stands
  };
}

/** @type {(store: Store, told: {lead: string, rest: string}) => string} */
function spokenLine({ run, year, session: { scenario: { years } } }, told) {
  const [bone, arteries] = ["bone_change", "arteries_times"].map(
    (name) => at(/** @type {Float64Array} */ (read(name, run)), year, years));
  const passed = Math.round(year);
  const words = { bone: signed(bone, 1), arteries: plain(arteries, 1), years: say("years", { count: passed, years: String(passed) }) };
  return say("spoken", { ...told, ...words });
}
