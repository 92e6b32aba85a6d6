// Before a lesson begins: where pupils' phones go, four letters, a QR code, and who is here.

import { add } from "../elements.js";
import { mark } from "../lesson/parts.js";
import { labAddress } from "../panels/lab_address.js";
import { say } from "../words/messages.js";
import { drawFaces } from "./faces.js";

/** @import { Room } from "./room.js" */

const REMEMBERED = "calcium-lab-address";

/** What the server knows of its address. @typedef {{ address: string, reachable: boolean, notices: string[] }} Offer */

/** @type {(server: string, address: string) => Promise<string>} an address as a QR code, as text of SVG; empty if there is none */
export async function qrOf(server, address) {
  try {
    const answer = await fetch(new URL("rooms/qr", server), { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ address }) });
    return answer.ok ? await answer.text() : "";
  } catch {
    return "";
  }
}

/** @type {(offer: Offer) => string} where phones open the Lab: typed here, or as the server says; empty if nobody knows */
export function baseOf({ address, reachable }) {
  let typed = "";
  try {
    typed = localStorage.getItem(REMEMBERED) ?? "";
  } catch {
    // nothing is remembered
  }
  return reachable ? address : typed;
}

/** @type {(place: HTMLElement, svg: string, words: string) => void} our own server's drawing, as a picture */
export function putQr(place, svg, words) {
  const image = add(place, "img", { alt: words });
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/**
 * Create the lobby in an element; call what it returns whenever something has changed.
 *
 * @param {HTMLElement} place
 * @param {Room} room
 * @param {Offer} offer
 */
export function createLobby(place, room, offer) {
  const qr = add(place, "div", { class: "qr" });
  const text = add(place, "div");
  const where = add(text, "p", { class: "how" });
  add(text, "p", { class: "letters" }).textContent = room.opened.letters;
  const here = add(text, "p", { class: "how", role: "status" });
  const faces = add(text, "ul", { class: "faces" });
  for (const notice of offer.notices) add(text, "p", { class: "notice" }).textContent = notice;
  if (!offer.reachable) addressField(text, () => showAddress());
  add(text, "p", { class: "small" }).textContent = say("board-sent");
  const showAddress = async () => {
    const base = baseOf(offer);
    mark(where, base ? say("board-how", { address: base.replace(/^https?:\/\//, "") }) : say("board-how-unknown"));
    qr.replaceChildren();
    if (!base) return;
    const join = `${base}/join#room=${room.opened.letters}`;
    const svg = await qrOf(room.server, join);
    if (svg) putQr(qr, svg, say("board-qr", { address: join }));
  };
  showAddress();
  let before = "";
  return () => {
    const now = JSON.stringify([room.pupils, room.show.hidden]);
    if (now === before) return;
    before = now;
    mark(here, say("board-here", { count: room.pupils.length, number: String(room.pupils.length) }));
    drawFaces(faces, { lesson: room.lesson, pupils: room.pupils, answers: {}, revealed: [], show: room.show }, "", null);
  };
}

/** @type {(place: HTMLElement, taken: () => void) => void} asks for the address that phones use */
function addressField(place, taken) {
  const label = add(place, "label", { class: "field" });
  add(label, "span").textContent = say("board-address");
  const box = add(label, "input", { type: "text", inputmode: "url", placeholder: "http://192.168.1.20:8501", spellcheck: "false" });
  const refusal = add(place, "p", { class: "notice", role: "status" });
  box.addEventListener("change", () => {
    try {
      const address = box.value.trim() && labAddress(box.value);
      refusal.textContent = "";
      localStorage.setItem(REMEMBERED, address);
    } catch (error) {
      refusal.textContent = error instanceof RangeError ? error.message : "";
    }
    taken();
  });
}
