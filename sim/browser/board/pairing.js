// The teacher's phone: paired once by a QR code that only the laptop shows. The key of the room stands behind the "#" of
// the address, which no browser sends.

import { add } from "../elements.js";
import { say } from "../words/messages.js";
import { baseOf, putQr, qrOf } from "./lobby.js";

/** @import { Room } from "./room.js" */
/** @import { Offer } from "./lobby.js" */

/** @type {(room: Room, base: string) => string} */
const remoteAddress = ({ opened: { lesson, letters, key } }, base) =>
  `${base}/class?role=teacher#${new URLSearchParams({ room: letters, key, lesson })}`;

/** @type {(place: HTMLElement, room: Room, offer: Offer) => Promise<void>} shows the code over the board */
export async function pairing(place, room, offer) {
  const dialog = add(place, "dialog", { class: "pairing" });
  add(dialog, "h2").textContent = say("board-pair");
  add(dialog, "p").textContent = say("board-pair-how");
  const base = baseOf(offer);
  const svg = base ? await qrOf(room.server, remoteAddress(room, base)) : "";
  if (svg) putQr(dialog, svg, say("board-pair-qr"));
  else add(dialog, "p", { class: "notice" }).textContent = say("board-how-unknown");
  const close = add(dialog, "button", { type: "button", class: "main" });
  close.textContent = say("board-hide-qr");
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  dialog.showModal();
}
