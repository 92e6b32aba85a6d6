// Names of gestures. What was on the screen before a gesture stays visible as "before", and undo takes it back at once.

const BURST = 1500; // ms between two keys of one burst

/** A drag lasts from press to release, a burst of keys until nothing was pressed for a while. */
export class Gestures {
  #count = 0;
  #dragging = "";
  #burst = { of: "", name: "", last: 0 };

  /** @type {(control: string) => void} a finger or mouse button goes down on a slider */
  press(control) {
    this.#dragging = this.#next(control);
  }

  release() {
    this.#dragging = "";
    this.#burst.of = "";
  }

  get dragging() {
    return this.#dragging !== "";
  }

  /** @type {(control: string) => string} the name of the gesture that a change of this control belongs to */
  of(control) {
    if (this.#dragging) return this.#dragging;
    const now = performance.now();
    const goesOn = this.#burst.of === control && now - this.#burst.last < BURST;
    this.#burst = { of: control, name: goesOn ? this.#burst.name : this.#next(control), last: now };
    return this.#burst.name;
  }

  /** @type {(control: string) => string} */
  #next(control) {
    this.#count += 1;
    return `${control} ${this.#count}`;
  }
}
