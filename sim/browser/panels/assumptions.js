// What a class may assume: whose account, how strong K2 is, which form of vitamin K, how long, exact values.

import { add } from "../elements.js";
import { Gestures } from "../lab/gestures.js";
import { typedNumber } from "../lab/rules.js";
import { write } from "../lab/write.js";
import { ASSUMPTIONS, CONTROLS, K_FORMS, LENSES, NUTRIENTS } from "../tables.js";
import { say } from "../words/messages.js";
import { number } from "../words/numbers.js";
import { changedLine, label, yearsText } from "../words/sentences.js";
import { fillExperiments } from "./experiments.js";
import { fillIntakes } from "./intakes.js";

/** @import { Store } from "../lab/store.js" */
/** @import { Scenario } from "../run.js" */
/** @import { Fill } from "./types.d.ts" */
/** @typedef {() => void} Update */

const STRENGTH = "mgp_strength";

/** @type {Fill} */
export function fillAssumptions(room, store) {
  const [left, right] = ["settings", "background"].map((name) => add(room, "div", { class: `panel-column panel-${name}` }));
  const updates = [
    choice(section(left, "account"), "lens", LENSES, (name) => store.chooseLens(/** @type {Scenario["lens"]} */ (name)),
      ({ about }) => about, store),
    strength(section(left, "strength"), store),
    choice(section(left, "form"), "k_form", K_FORMS, (name) => store.setForm(/** @type {Scenario["k_form"]} */ (name)),
      ({ reason, source }) => `${reason} ${say("panel-source", { source })}`, store),
    years(section(left, "years"), store),
    exact(section(left, "exact"), store),
    changed(section(left, "changed"), store),
    fillExperiments(section(right, "experiments"), store),
  ];
  fillIntakes(section(right, "intakes"));
  return { update: () => { for (const update of updates) update(); } };
}

/** @type {(host: Element, name: string) => HTMLElement} */
function section(host, name) {
  const made = add(host, "section", { class: `part-${name}`, "data-section": name });
  add(made, "h3", { id: `panel-${name}` }).textContent = say(`panel-${name}`);
  return made;
}

/**
 * One of several, each with what it means.
 *
 * @template {{label: string}} Row
 * @param {Element} host
 * @param {"lens" | "k_form"} name  of a setting
 * @param {Record<string, Row>} rows
 * @param {(key: string) => void} choose
 * @param {(row: Row) => string} meaning
 * @param {Store} store
 * @returns {Update}
 */
function choice(host, name, rows, choose, meaning, store) {
  const group = add(host, "div", { role: "radiogroup", class: "choice", "aria-labelledby": host.querySelector("h3")?.id ?? "" });
  const inputs = Object.entries(rows).map(([key, row]) => {
    const label = add(group, "label");
    const input = add(label, "input", { type: "radio", name, value: key });
    add(label, "b").textContent = row.label;
    add(label, "span").textContent = meaning(row);
    input.addEventListener("change", () => choose(key));
    return input;
  });
  return () => {
    for (const input of inputs) input.checked = input.value === store.session.scenario[name];
  };
}

/**
 * A slider with its value beside it.
 *
 * @param {HTMLElement} host
 * @param {string} name  of what it sets
 * @param {{low: number, high: number, step: number, label: string}} row
 * @param {(value: number, gesture: string) => void} take  while it moves
 * @param {Store} store
 * @returns {(value: number, text: string) => void}
 */
function slider(host, name, { low, high, step, label }, take, store) {
  const line = add(host, "div", { class: "slider-line" });
  const input = add(line, "input", { type: "range", min: low, max: high, step, "aria-label": label, "data-assumption": name });
  const output = add(line, "output");
  const gestures = new Gestures();
  input.addEventListener("pointerdown", () => gestures.press(name));
  input.addEventListener("input", () => take(input.valueAsNumber, gestures.of(name)));
  for (const end of ["pointerup", "pointercancel"]) input.addEventListener(end, () => gestures.release());
  input.addEventListener("change", () => store.release());
  return (value, text) => {
    input.value = String(value);
    input.style.setProperty("--v", String((value - low) / (high - low))); // how far its track is filled
    input.setAttribute("aria-valuetext", text);
    write(output, text);
  };
}

/** @type {(host: HTMLElement, store: Store) => Update} */
function strength(host, store) {
  const { low, high, trials } = ASSUMPTIONS[STRENGTH];
  const row = { low, high, step: 0.05, label: say("panel-strength") };
  const show = slider(host, STRENGTH, row, (value, gesture) => store.setParameter(STRENGTH, value, gesture), store);
  // On the track, between the middles of the thumb at both ends: what trials leave room for.
  const mark = add(add(host, "div", { class: "trials-room", "aria-hidden": "true" }), "i");
  mark.style.cssText = `left: ${(100 * trials[0]) / high}%; width: ${(100 * (trials[1] - trials[0])) / high}%`;
  add(host, "p", { class: "note" }).textContent = say("panel-strength-note", { low: number(trials[0]), high: number(trials[1]) });
  return () => {
    const value = store.run.constants[STRENGTH];
    show(value, number(value));
  };
}

/** @type {(host: HTMLElement, store: Store) => Update} */
function years(host, store) {
  const show = slider(host, "years", CONTROLS.years, (value, gesture) => store.change({ years: value }, gesture), store);
  return () => {
    const { years: value } = store.session.scenario;
    show(value, yearsText(value));
  };
}

/** @type {(host: HTMLElement, store: Store) => Update} */
function exact(host, store) {
  const line = add(host, "div", { class: "exact" });
  const told = add(host, "p", { class: "told", role: "alert" });
  const shows = /** @type {("calcium" | "vitamin_d" | "vitamin_k2")[]} */ (NUTRIENTS).map((name) => {
    const row = CONTROLS[name];
    const frame = add(line, "label");
    const text = add(frame, "span");
    const box = add(frame, "input", { class: "exact-number", inputmode: "numeric", autocomplete: "off", "data-exact": name });
    const show = () => {
      const { scenario } = store.session;
      write(text, `${label(name, scenario)} [${row.unit}]`);
      if (!box.matches(":focus")) box.value = number(scenario[name]);
    };
    box.addEventListener("change", () => {
      told.textContent = "";
      try {
        if (!store.change({ [name]: typedNumber(row, box.value) })) throw new RangeError(store.refusal);
        store.release();
        box.value = number(store.session.scenario[name]);
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        told.textContent = error.message; // what was typed stays, to be mended
      }
      box.setAttribute("aria-invalid", String(told.textContent !== ""));
    });
    return show;
  });
  return () => {
    for (const show of shows) show();
  };
}

/** @type {(host: HTMLElement, store: Store) => Update} what differs from the account's own numbers */
function changed(host, store) {
  const line = add(host, "p");
  return () => write(line, changedLine(store.session.scenario) || say("panel-changed-none"));
}
