// "This picture as I see it": the scene as a file, made in the browser, with settings and notice written into it.

import { add } from "../elements.js";
import { say } from "../words/messages.js";

/** @import { Session } from "../lab/store.js" */

const SHARPNESS = 2; // pixels of a PNG for each of the screen
const FOOT = 26; // CSS px, for the line below the picture
const SVG = "http://www.w3.org/2000/svg";

/**
 * Draw the buttons that save it.
 *
 * @param {HTMLElement} root
 * @param {() => { picture: string, session: Session }} shown
 */
export function createSaving(root, shown) {
  for (const format of ["png", "svg"]) {
    const button = add(root, "button", { type: "button", class: "host-save", "data-format": format });
    button.textContent = `${format.toUpperCase()} file`;
    button.addEventListener("click", async () => {
      const { picture, session } = shown();
      const signed = signedPicture(picture, session);
      const file = format === "svg" ? new Blob([signed.text], { type: "image/svg+xml" }) : await drawn(signed);
      save(file, `${nameOf(session)}.${format}`);
    });
  }
}

/** @typedef {{ text: string, width: number, height: number }} Signed */

/** @type {(picture: string, session: Session) => Signed} the picture with a line of settings and notice below it */
function signedPicture(picture, session) {
  const svg = /** @type {SVGSVGElement} */ (/** @type {unknown} */ (new DOMParser().parseFromString(picture, "image/svg+xml").documentElement));
  const [left, top, width, height] = (svg.getAttribute("viewBox") ?? "0 0 300 150").split(/[\s,]+/).map(Number);
  svg.setAttribute("viewBox", `${left} ${top} ${width} ${height + FOOT}`);
  svg.setAttribute("width", String(width));
  svg.setAttribute("height", String(height + FOOT));
  const line = svg.ownerDocument.createElementNS(SVG, "text");
  line.setAttribute("x", String(left + 8));
  line.setAttribute("y", String(top + height + FOOT - 9));
  line.setAttribute("style", "font: 12px sans-serif; fill: #5b6670");
  line.textContent = `${settingsOf(session)}. ${say("notice")}`;
  svg.append(line);
  return { text: new XMLSerializer().serializeToString(svg), width, height: height + FOOT };
}

/** @type {(session: Session) => string} */
function settingsOf({ scenario: { calcium, vitamin_d, vitamin_k2, years, lens } }) {
  return `Calcium ${calcium} mg/day, vitamin D ${vitamin_d} IU/day, vitamin K2 ${vitamin_k2} \u00b5g/day, ${years} years, ${lens}`;
}

/** @type {(session: Session) => string} the name of a file, as sim/export names its own */
function nameOf({ scenario: { calcium, vitamin_d, vitamin_k2, years } }) {
  return `lab_ca${calcium}_d${vitamin_d}_k${vitamin_k2}_${years}y`;
}

/** @type {(signed: Signed) => Promise<Blob>} */
async function drawn({ text, width, height }) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width * SHARPNESS, height * SHARPNESS];
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, fail) => canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error("No picture."))), "image/png"));
}

/** @type {(file: Blob, name: string) => void} */
function save(file, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
