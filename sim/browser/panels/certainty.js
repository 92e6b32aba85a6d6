// How sure the model is: how often the paradox survives, where plausible models lie, and which number matters most.

import { add } from "../elements.js";
import { CURVES, Ensemble, plausibleRanges, swingOf, widestFirst } from "../ensemble.js";
import { inSlices } from "../in_slices.js";
import { write } from "../lab/write.js";
import { end as endOf, read } from "../quantities.js";
import { ENSEMBLE, QUANTITIES } from "../tables.js";
import { describe } from "../words/descriptions.js";
import { say } from "../words/messages.js";
import { number, told } from "../words/numbers.js";
import { certainty } from "../words/sentences.js";
import { last } from "../words/verdict.js";
import { createSketch, yearsAxis } from "./sketches.js";
import { createTable } from "./table.js";
import { createTornado, describeTornado, tornadoTable } from "./tornado.js";

/** @import { Curve, Swing } from "../ensemble.js" */
/** @import { Run } from "../run.js" */
/** @import { Fill } from "./types.d.ts" */

const TALL = 190;

/** @type {Fill} runs its models some at a time, and anew where the settings change */
export function fillCertainty(room, store) {
  const sentence = add(room, "p", { class: "certainty", role: "status" });
  const done = add(room, "progress", { max: ENSEMBLE.members, "aria-hidden": "true" });
  const pictures = add(room, "div", { class: "pictures" });
  const shows = CURVES.map((name) => createBands(pictures, name));
  const showTornado = createTornadoPart(room);
  /** @type {Run | null} */
  let shown = null;
  let going = new AbortController();

  const run = async (/** @type {AbortSignal} */ end) => {
    const { run: now, balanced } = store;
    const { scenario } = now;
    const ranges = plausibleRanges(scenario);
    /** @type {Swing[]} */
    const swings = [];
    if (!await inSlices(ranges.length, (i) => { swings.push(swingOf(scenario, ranges[i])); }, end)) return;
    showTornado(widestFirst(swings), now);
    const models = new Ensemble(scenario);
    if (!await inSlices(ENSEMBLE.members, (i) => { models.add(i); done.value = i + 1; }, end)) return;
    write(sentence, certainty(ENSEMBLE.members, models.paradoxShare));
    for (const show of shows) show(now, balanced, models);
  };
  return {
    update: () => {
      if (store.run === shown) return; // the year shown changes nothing here
      shown = store.run;
      going.abort();
      going = new AbortController();
      const { signal } = going;
      room.dataset.working = "yes";
      done.value = 0;
      write(sentence, say("certainty-working", { members: number(ENSEMBLE.members) }));
      for (const show of shows) show(store.run, store.balanced, null);
      showTornado(null, store.run);
      run(signal).catch((error) => {
        if (!(error instanceof RangeError)) throw error;
        write(sentence, say("certainty-none"));
      }).finally(() => { if (!signal.aborted) room.dataset.working = "no"; });
    },
    end: () => going.abort(),
  };
}

/** @type {(host: HTMLElement, name: Curve) => (run: Run, balanced: Run, models: Ensemble | null) => void} */
function createBands(host, name) {
  const { title, axis, colour, range } = QUANTITIES[name];
  const section = add(host, "section", { "data-picture": name });
  add(section, "h3").textContent = `${title}, ${axis}`;
  const show = createSketch(section, colour, TALL);
  const words = add(section, "p");
  return (run, balanced, models) => {
    const bands = models ? ENSEMBLE.bands.map((share) => models.band(name, share)) : [];
    const [now, reference] = [run, balanced].map((of) => /** @type {Float64Array} */ (read(name, of)));
    const all = [...range, ...now, ...reference, ...bands.flat(2)];
    const ends = [run, balanced].map((of) => told(name, endOf(name, of)));
    show([
      { values: now, style: "now", end: say("panel-now", { value: ends[0] }) },
      { values: reference, style: "before", end: say("panel-balanced", { value: ends[1] }) },
    ], [Math.min(...all), Math.max(...all)], bands.map(([low, high]) => ({ low, high, style: "band" })), yearsAxis(run), now[0]);
    const text = describe[name === "bone_change" ? "bone" : "arteries"](run, balanced);
    write(words, models ? `${text} ${bandsInWords(name, bands)}` : text);
  };
}

/** @type {(name: Curve, bands: [low: number[], high: number[]][]) => string} */
function bandsInWords(name, bands) {
  const [[wide, wideLow, wideHigh], [narrow, narrowLow, narrowHigh]] = bands.map((ends, i) =>
    [number(100 * ENSEMBLE.bands[i]), ...ends.map((values) => told(name, last(values)))]);
  return say("certainty-bands", {
    wide, wide_low: wideLow, wide_high: wideHigh, narrow, narrow_low: narrowLow, narrow_high: narrowHigh,
  });
}

/** @type {(host: HTMLElement) => (swings: Swing[] | null, run: Run) => void} */
function createTornadoPart(host) {
  const section = add(host, "section", { "data-table": "tornado" });
  add(section, "h3").textContent = say("table-tornado");
  const draw = createTornado(section);
  add(section, "p", { class: "note", "aria-hidden": "true" }).textContent = say("certainty-ends");
  const words = add(section, "p");
  add(section, "p", { class: "note" }).textContent = say("certainty-one-by-one");
  const details = add(section, "details");
  add(details, "summary").textContent = say("panel-show-numbers");
  const show = createTable(details, say("table-tornado"));
  return (swings, run) => {
    section.hidden = !swings;
    if (!swings) return;
    draw(swings, run);
    write(words, describeTornado(swings));
    show(tornadoTable(swings));
  };
}
