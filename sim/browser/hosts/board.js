// The board of a class and the teacher's view as a component of Streamlit: apart from the Lab's, so that what only
// teachers read is in no pupil's page.

import "../copying.js";
import { createBoard } from "../board/board.js";
import { createTeacher, pairedBy } from "../board/remote.js";
import { must } from "../elements.js";
import { SERVER } from "./server.js";
import { colour } from "./theme.js";

/** @import { Offer } from "../board/lobby.js" */

/** @typedef {{ parentElement: HTMLElement, data: [{ role: "board" | "teacher", offer: Offer }] }} Call */

/** The room with which the address pairs this device, read before the address is written anew. */
const paired = pairedBy(location.hash);
/** @type {Map<HTMLElement, () => void>} */
const shown = new Map();

const PLACES = /** @type {Record<string, string>} */ ({ teacher: "class?role=teacher", notes: "class?role=teacher", class: "class", lessons: "lessons" });

/** @type {(name: string) => void} notes stand in a window of their own: the other one is on the wall */
function go(name) {
  const address = new URL(PLACES[name], SERVER);
  if (name === "notes") open(address, "_blank", "noopener");
  else location.assign(address);
}

/** @type {() => Promise<string>} those of saved pictures, which lie beside this script, see lab.py */
const letters = async () => (await fetch(new URL("letters.css", import.meta.url))).text();

/** @param {Call} call */
export default function main({ parentElement, data: [{ role, offer }] }) {
  const root = must(/** @type {HTMLElement | null} */ (parentElement.querySelector(".host")));
  root.dataset.mode = role;
  if (!shown.has(root)) {
    const end = role === "board" ? createBoard(root, { server: SERVER, offer, go, letters }) : createTeacher(root, { server: SERVER, paired, go });
    shown.set(root, end);
  }
  colour(root);
  return () => {
    setTimeout(() => {
      if (root.isConnected) return;
      shown.get(root)?.();
      shown.delete(root);
    }, 1000); // Streamlit also says goodbye where two messages follow closely
  };
}
