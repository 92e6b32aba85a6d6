// Where this device sits in a live room, kept on the device: a page that is loaded anew has the same seat.

/** @import { Seat } from "../board/types.d.ts" */

const NAME = "calcium-lab.seat";

/** What pupils are told of a room. @typedef {{lesson: string, open: number, follow: boolean, revealed: string[], closed: boolean}} Told */
/** @typedef {{letters: string, ticket: string, place: number, seat: Seat, told: Told}} Sitting */

/** @type {(letters: string) => Sitting | null} */
export function sitting(letters) {
  try {
    const found = JSON.parse(localStorage.getItem(NAME) ?? "null");
    return found?.letters === letters && found.seat && found.told ? found : null;
  } catch {
    return null; // nothing of ours, or nothing is kept here
  }
}

/** @type {(sitting: Sitting | null) => void} */
export function sit(now) {
  try {
    if (now) localStorage.setItem(NAME, JSON.stringify(now));
    else localStorage.removeItem(NAME);
  } catch {
    // A browser that keeps nothing: the seat lasts as long as the page.
  }
}
