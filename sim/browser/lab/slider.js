// One slider of the bar: a native range on a track of its own, the number beside it, which can be typed, minus and plus.

import { add } from "../elements.js";
import { CONTROLS, K_FORMS } from "../tables.js";
import { say } from "../words/messages.js";
import { plain } from "../words/numbers.js";
import { typedNumber } from "./rules.js";
import { stepped, toPosition, toValue } from "./scale.js";
import { holdsFocus, write } from "./write.js";

/** @import { Gestures } from "./gestures.js" */
/** @import { Store } from "./store.js" */

/** @typedef {"calcium" | "vitamin_d" | "vitamin_k2"} Nutrient */

const PAGE = 5; // steps of PageUp and PageDown
/** @type {Record<string, number>} */
const STEPS = {
  ArrowUp: 1, ArrowRight: 1, PageUp: PAGE, End: Number.POSITIVE_INFINITY,
  ArrowDown: -1, ArrowLeft: -1, PageDown: -PAGE, Home: Number.NEGATIVE_INFINITY,
};

export class Slider {
  #row;
  #typing = false;

  /**
   * @param {HTMLElement} parent
   * @param {Nutrient} name
   * @param {Store} store
   * @param {Gestures} gestures
   */
  constructor(parent, name, store, gestures) {
    this.name = name;
    this.store = store;
    this.gestures = gestures;
    this.#row = CONTROLS[name];
    this.box = add(parent, "div", { class: "slider", role: "group", "data-key": name });
    this.label = add(this.box, "span", { class: "name" });
    this.minus = this.#addButton("minus", "\u2212", -1);
    this.number = add(this.box, "input", { class: "number", inputmode: "numeric", autocomplete: "off", "data-key": name });
    this.unit = add(this.box, "span", { class: "unit" });
    this.plus = this.#addButton("plus", "+", 1);
    this.track = add(this.box, "div", { class: "track" });
    this.range = add(this.track, "input", { type: "range", min: 0, max: 1, step: "any", "data-key": name });
    this.was = add(this.track, "i", { class: "was", hidden: "" });
    this.upper = this.#addMarks();
    write(add(this.unit, "span"), this.#row.unit.split("/")[0]);
    write(add(this.unit, "span", { class: "per" }), ` ${say("a-day")}`);
    this.#listenToRange();
    this.#listenToNumber();
  }

  get value() {
    return this.store.session.scenario[this.name];
  }

  /** Bring what is seen to the store's state. */
  sync() {
    const { value, store: { ghost, session: { scenario } } } = this;
    const label = this.name === "vitamin_k2" ? K_FORMS[scenario.k_form].nutrient : this.#row.short;
    const unit = this.#row.unit.split("/")[0];
    const above = this.upper !== undefined && value > this.upper.value;
    const told = say(above ? "slider-above-limit" : "slider-value", { value: plain(value), unit });
    const position = toPosition(this.#row, value);
    write(this.label, label);
    this.box.setAttribute("aria-label", label);
    this.range.setAttribute("aria-label", label);
    this.range.setAttribute("aria-valuetext", told);
    this.number.setAttribute("aria-label", say("slider-exact", { nutrient: label }));
    this.minus.setAttribute("aria-label", say("slider-less", { nutrient: label }));
    this.plus.setAttribute("aria-label", say("slider-more", { nutrient: label }));
    // While it is dragged, the thumb stays under the finger.
    if (!this.gestures.dragging || toValue(this.#row, this.range.valueAsNumber) !== value) this.range.value = String(position);
    this.box.style.setProperty("--v", String(position));
    this.#syncNumber();
    this.was.hidden = !ghost || ghost.scenario[this.name] === value;
    if (ghost) this.was.style.setProperty("--p", String(toPosition(this.#row, ghost.scenario[this.name])));
    if (this.upper) write(this.upper.mark, say(above ? "mark-above" : "mark-upper"));
    this.box.classList.toggle("above", above);
  }

  /** What is being typed, or was not taken, stays until it is done or the slider stands elsewhere. */
  #syncNumber() {
    const text = plain(this.value);
    if (this.number.dataset.value !== text || !(this.#typing || this.number.ariaInvalid === "true")) this.#writeNumber();
  }

  /** At once where it was typed, not with the next frame: by then more may be typed. */
  #writeNumber() {
    const text = plain(this.value);
    this.number.dataset.value = text;
    this.number.value = text;
    this.number.style.setProperty("--n", String(text.length));
    this.number.removeAttribute("aria-invalid");
  }

  /** @param {number} value */
  #set(value) {
    this.store.change({ [this.name]: value }, this.gestures.of(this.name));
  }

  #listenToRange() {
    const { range } = this;
    const release = () => { this.gestures.release(); this.store.release(); };
    range.addEventListener("pointerdown", () => this.gestures.press(this.name));
    range.addEventListener("input", () => this.#set(toValue(this.#row, range.valueAsNumber)));
    for (const end of ["change", "pointerup", "pointercancel"]) range.addEventListener(end, release);
    range.addEventListener("keydown", (event) => {
      const steps = STEPS[event.key];
      if (steps === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      this.#set(stepped(this.#row, this.value, steps));
    });
    // The burst of keys goes on; what is reached is told.
    range.addEventListener("keyup", () => this.store.release());
    range.addEventListener("blur", () => this.store.release());
  }

  #listenToNumber() {
    const { number } = this;
    number.addEventListener("focus", () => number.select());
    number.addEventListener("input", () => { this.#typing = true; });
    number.addEventListener("change", () => this.#take());
    number.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.#giveUp();
    });
  }

  #take() {
    this.#typing = false;
    try {
      this.number.removeAttribute("aria-invalid");
      this.#set(typedNumber({ ...this.#row, label: this.label.textContent ?? "" }, this.number.value));
      this.#writeNumber();
      this.store.release();
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.number.setAttribute("aria-invalid", "true");
      this.store.refuse(error.message);
    }
  }

  #giveUp() {
    this.#typing = false;
    this.#writeNumber();
    this.store.refuse("");
    if (holdsFocus(this.number)) this.number.select();
  }

  /** @type {(kind: string, sign: string, steps: number) => HTMLButtonElement} arrow keys do the same: no stop for Tab */
  #addButton(kind, sign, steps) {
    const button = add(this.box, "button", { type: "button", class: kind, "data-key": this.name, tabindex: -1 });
    write(button, sign);
    button.addEventListener("click", () => {
      this.#set(stepped(this.#row, this.value, steps));
      this.store.release();
    });
    return button;
  }

  /** Marks on the track; returns that of the upper limit, if there is one. */
  #addMarks() {
    const marks = add(this.box, "div", { class: "marks", "aria-hidden": "true" });
    let upper;
    for (const { value, kind } of this.#row.marks) {
      const place = value === this.#row.high ? "mark last" : "mark";
      const mark = add(marks, "span", { class: place, style: `--p: ${toPosition(this.#row, value)}` });
      write(mark, say(`mark-${kind}`));
      if (kind === "upper") upper = { mark, value };
    }
    if (!this.#row.limit) write(add(marks, "span", { class: "plain" }), say("mark-none"));
    return upper;
  }
}
