// Files that the browser makes itself; first of all the picture as the reader sees it.

import { add } from "./elements.js";
import { fileName } from "./file_name.js";
import { save } from "./hosts/home.js";
import { say } from "./words/messages.js";

/** @import { Scenario } from "./run.js" */

const SHARPNESS = 2; // pixels of a PNG for each of the screen

/**
 * Draw a button that saves a file.
 *
 * @param {HTMLElement} root
 * @param {string} format
 * @param {string} what  the first word of the file's name
 * @param {() => Scenario} scenario
 * @param {() => Blob | Promise<Blob>} content
 */
export function saveButton(root, format, what, scenario, content) {
  const button = add(root, "button", { type: "button", class: "save-button", "data-format": format });
  button.textContent = say(`save-${format}`);
  button.addEventListener("click", async () => {
    const name = fileName(scenario(), what, format);
    save(await content(), name);
  });
}

/**
 * Draw the buttons that save the picture.
 *
 * @param {HTMLElement} root
 * @param {() => Scenario} scenario
 * @param {() => string} picture
 * @param {() => string | Promise<string>} letters  the fonts it was laid out for, as rules of a style sheet: others are wider
 */
export function pictureButtons(root, scenario, picture, letters) {
  const vector = async () => vectorOf(picture(), await letters());
  saveButton(root, "png", "lab", scenario, async () => pixels(await vector()));
  saveButton(root, "svg", "lab", scenario, vector);
}

/** @type {(drawn: string, fonts: string) => Blob} a picture with the letters it was laid out for */
function vectorOf(drawn, fonts) {
  const style = `<style>${fonts}text,tspan{font-family:"Calcium Sans",sans-serif}</style>`;
  return new Blob([drawn.replace(/<svg[^>]*>/, (start) => start + style)], { type: "image/svg+xml" });
}

/** @type {(drawn: string, fonts: string) => Promise<Blob>} a picture as PNG */
export const picturePng = (drawn, fonts) => pixels(vectorOf(drawn, fonts));

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
