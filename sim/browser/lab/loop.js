// The one clock of the Lab: everything that changed is drawn once a frame, and nothing runs while nothing moves.

/** @import { Store } from "./store.js" */

const TURNS = 0.11; // of the dots' way, a second
const LONGEST_FRAME = 0.25; // s: after a pause of the page the years go on where they were

/**
 * Draw in the next frame after each change of the store, and while dots or years move in every one.
 *
 * @type {(store: Store, draw: () => void, move: (phase: number) => void, end: AbortSignal) => void}
 */
export function startLoop(store, draw, move, end) {
  let [frame, last, phase, stale, rests] = [0, 0, 0, true, false];
  const wake = () => { if (!frame) frame = requestAnimationFrame(tick); };
  const tick = (/** @type {number} */ now) => {
    const seconds = Math.min((now - last) / 1000, LONGEST_FRAME);
    last = now;
    if (store.playing) store.advance(seconds);
    frame = 0;
    if (stale) draw();
    // While changes are drawn, dots move in every second frame: they are slow, and who drags has more pictures a second.
    rests = stale && !rests;
    stale = false;
    if (store.moving) phase += seconds * TURNS;
    if (store.moving && !rests) move(phase);
    if (store.moving || store.playing) wake();
  };
  const off = store.on(() => { stale = true; wake(); });
  end.addEventListener("abort", () => { off(); cancelAnimationFrame(frame); });
  wake();
}
