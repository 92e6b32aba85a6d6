// How a lesson keeps pace with its class in a live room; who is alone goes as they like.

import { add } from "../elements.js";
import { say } from "../words/messages.js";

/** @import { createFrame } from "./frame.js" */
/** @import { Channel, LessonRecord, Step } from "./kit.d.ts" */

const SEARCHING = 600; // ms until a room hears of settings that are being tried

export class Pace {
  /** The last step that the class was heard to be at. */
  #open;
  /** What the reader was told of it, and the room of the reader. */
  #said = "";
  #told = "";
  #later = 0;

  /**
   * @param {Channel | undefined} channel
   * @param {() => LessonRecord} record  what there is to tell the room
   */
  constructor(channel, record) {
    this.channel = channel;
    this.record = record;
    this.#open = channel?.state.open ?? 0;
  }

  /** Where the class is, as long as it goes together. */
  get together() {
    const room = this.channel?.state;
    return room?.follow && !room.closed ? room : undefined;
  }

  /** Whether ten years, which pass for all at once, have still to pass. @type {(step: Step) => boolean} */
  waits(step) { return this.together !== undefined && !this.together.revealed.includes(step.key); }

  /** Whether the class has gone on since this was asked last. */
  hasGoneOn() {
    const before = this.#open;
    this.#open = this.together?.open ?? 0;
    return this.#open > before;
  }

  /** Tell the room what is new for it. */
  tell() {
    clearTimeout(this.#later);
    const record = this.record();
    if (this.#told === JSON.stringify(record)) return;
    this.#told = JSON.stringify(record);
    this.channel?.send(record);
  }

  tellLater() {
    clearTimeout(this.#later);
    if (this.channel) this.#later = setTimeout(() => this.tell(), SEARCHING);
  }

  end() { clearTimeout(this.#later); }

  /**
   * Say where the class is to somebody who is not there: who came late, or has gone back.
   *
   * @param {ReturnType<typeof createFrame>} frame
   * @param {{at: number, furthest: number, isDone: boolean, go: () => void}} reader  `go`: to the furthest step
   */
  note(frame, { at, furthest, isDone, go }) {
    const open = this.together?.open ?? at;
    const away = open > at && (furthest !== at + 1 || !isDone);
    const words = away ? say(furthest < open ? "room-late" : "room-class-at", { step: open + 1 }) : "";
    if (words === this.#said) return;
    this.#said = words;
    frame.note("class", "");
    const note = frame.note("class", `${words} `.trimStart());
    if (furthest < open || !note) return;
    const there = add(note, "button", { type: "button", class: "quiet" });
    there.textContent = say("room-go-there");
    there.addEventListener("click", go);
  }
}
