// "This picture as I see it": the scene as a file, made in the browser.

import { add } from "../elements.js";
import { say } from "../words/messages.js";
import { save } from "./home.js";

/** @import { Session } from "../lab/store.js" */

const SHARPNESS = 2; // pixels of a PNG for each of the screen
const LETTERS = { 400: "CalciumSans-Regular.ttf", 700: "CalciumSans-Bold.ttf" }; // beside this script, see lab.py

/**
 * Draw the buttons that save it.
 *
 * @param {HTMLElement} root
 * @param {() => { picture: string, session: Session }} shown
 */
export function createSaving(root, shown) {
  for (const format of ["png", "svg"]) {
    const button = add(root, "button", { type: "button", class: "host-save", "data-format": format });
    button.textContent = say(`save-${format}`);
    button.addEventListener("click", async () => {
      const { picture, session } = shown();
      const vector = new Blob([await withLetters(picture)], { type: "image/svg+xml" });
      save(format === "svg" ? vector : await pixels(vector), `${nameOf(session)}.${format}`);
    });
  }
}

/** @type {(session: Session) => string} the name of a file, as sim/export names its own */
function nameOf({ scenario: { calcium, vitamin_d, vitamin_k2, years, lens } }) {
  return `lab_ca${calcium}_d${vitamin_d}_k${vitamin_k2}_${years}y${lens === "story" ? "" : `_${lens}`}`;
}

/** @type {(picture: string) => Promise<string>} the same with the letters it was laid out for: others are wider */
async function withLetters(picture) {
  const faces = await Promise.all(Object.entries(LETTERS).map(async ([weight, name]) => {
    const file = await (await fetch(new URL(name, import.meta.url))).blob();
    return `@font-face{font-family:"Calcium Sans";font-weight:${weight};src:url(${await dataUrl(file)})}`;
  }));
  const style = `<style>${faces.join("")}text,tspan{font-family:"Calcium Sans",sans-serif}</style>`;
  return picture.replace(/<svg[^>]*>/, (start) => start + style);
}

/** @type {(file: Blob) => Promise<string>} */
function dataUrl(file) {
  return new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.onerror = () => fail(reader.error);
    reader.readAsDataURL(file);
  });
}

/** @type {(vector: Blob) => Promise<Blob>} */
async function pixels(vector) {
  const image = new Image();
  image.src = URL.createObjectURL(vector);
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.width * SHARPNESS, image.height * SHARPNESS];
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(image.src);
  return new Promise((done, fail) => canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error("No picture."))), "image/png"));
}
