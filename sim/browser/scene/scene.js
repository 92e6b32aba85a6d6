// The balance: bone left, artery right, blood between, the gut's door on top. It only draws: others decide what.

import { liveSentence } from "../words/live_sentence.js";
import { say } from "../words/messages.js";
import { provenance } from "../words/sentences.js";
import { draw } from "../elements.js";
import { walkable } from "../listening/walk.js";
import { moving } from "./labels.js";
import { layoutFor } from "./layouts.js";
import { DOT, lookOf } from "./look.js";
import { nameParts } from "./names.js";
import { put, short, show } from "./nodes.js";
import { makePieces } from "./pieces.js";
import { svgText } from "./save.js";

/** @import { Run, Scenario } from "../run.js" */
/** @import { Look } from "./look.js" */
/** @import { Curve } from "./curve.js" */
/** @import { Layout } from "./layouts.js" */
/** @import { Pieces } from "./pieces.js" */

/**
 * What the scene shows. `balanced` is the balanced run beside it, `ghost` the state before, `gap` the other account.
 *
 * @typedef {Run & {scenario: Scenario}} ShownRun
 * @typedef {{run: ShownRun, balanced: Run, ghost: ShownRun | null, gap: ShownRun | null, year: number, playing: boolean}} Shown
 */

const ALWAYS = { blood: 8, channel: 5 }; // dots that only show where blood is, and stand for no flux
const BEATS = 3; // of the pulse while a dot goes its way

const reduced = matchMedia("(prefers-reduced-motion: reduce)");

/**
 * Draw the scene into an SVG element.
 *
 * @param {SVGSVGElement} svg
 * @param {{onPart?: (key: string, element: Element) => void, onStep?: (curve: Curve) => void}} [options]
 *   `onPart`: a part is pressed; `onStep`: somebody goes along a curve
 */
export function createScene(svg, { onPart = () => {}, onStep = () => {} } = {}) {
  /** @type {Layout | null} */
  let layout = null;
  /** @type {Pieces | null} */
  let pieces = null;
  /** @type {Shown | null} */
  let shown = null;
  let [lastPhase, size] = [0, ""];
  svg.classList.add("scene");
  put(svg, "tabindex", -1); // or Chromium makes what listens to focus a stop of its own
  const curves = () => (pieces ? [pieces.boneCurve, pieces.arteryCurve] : []);
  const curveOf = (/** @type {Element | null} */ part) =>
    curves().find(({ name }) => name === part?.getAttribute("data-quantity")) ?? null;
  walkable(svg, curveOf, onStep);
  listen(svg, onPart);

  const frame = (/** @type {number} */ phase) => {
    lastPhase = reduced.matches ? 0 : phase;
    if (!pieces || !shown) return;
    for (const stream of pieces.streams) stream.frame(lastPhase);
    pieces.artery.beat(lastPhase && Math.max(0, Math.sin(lastPhase * 2 * Math.PI * BEATS)) ** 2);
  };
  const redraw = () => {
    if (!layout || !pieces || !shown) return;
    const look = lookOf(shown.run, shown.year);
    drawLook(pieces, layout, shown, look);
    nameParts(svg, look);
  };
  const build = () => {
    if (!layout) return;
    svg.replaceChildren();
    put(svg, "viewBox", `0 0 ${short(layout.width)} ${short(layout.height)}`);
    put(svg, "data-layout", layout.name);
    pieces = makePieces(svg, layout);
    draw(svg, "rect", { class: "focus-ring", rx: 6, display: "none" });
    svg.append(...curves().map(({ front }) => front));
    redraw();
    frame(lastPhase);
  };
  rebuildWithFonts(svg, build);
  return {
    /** @type {(name: "wide" | "tall" | "board", width: number, height: number) => void} sizes in px */
    resize(name, width, height) {
      if (size === `${name} ${width} ${height}`) return;
      size = `${name} ${width} ${height}`;
      layout = layoutFor(name, width, height);
      build();
    },
    /** @type {(next: Shown) => void} */
    draw(next) {
      shown = next;
      redraw();
    },
    frame,
    /** @type {() => Curve[]} the curve that has the focus, or both */
    toHear() {
      const focused = curveOf(svg.querySelector(".curve:focus"));
      return focused ? [focused] : curves();
    },
    /** @type {() => string} */
    toSvg: () => (layout && shown ? svgText(svg, layout, wordsOf(shown)) : ""),
  };
}

/** @type {(shown: Shown) => string[]} what a saved picture says below itself */
function wordsOf({ run, balanced, year }) {
  const { lead, rest } = liveSentence(run, balanced, year);
  return [say("notice"), `${lead} ${rest}`, provenance(run.scenario)];
}

/** @type {(svg: SVGSVGElement, build: () => void) => void} labels were measured in the letters that were there */
function rebuildWithFonts(svg, build) {
  const again = () => {
    if (svg.isConnected) build();
    else document.fonts.removeEventListener("loadingdone", again);
  };
  document.fonts.addEventListener("loadingdone", again);
}

/** @type {(pieces: Pieces, layout: Layout, shown: Shown, look: Look) => void} */
function drawLook(pieces, layout, shown, look) {
  const { run, ghost, year } = shown;
  const before = ghost ? lookOf(ghost, Math.min(year, ghost.constants.years)) : undefined;
  // With nothing to compare it with, bone shows what it has lost since the start.
  const boneThen = before?.bone ?? Math.max(look.bone, 0);
  pieces.bone(look.bone, boneThen);
  pieces.artery.draw(look.milligrams, before?.milligrams);
  pieces.gutDoor(look.doors.vitamin_d, before?.doors.vitamin_d);
  pieces.boneDoor(look.doors.osteocalcin, before?.doors.osteocalcin);
  pieces.lens.door(look.doors.mgp, before?.doors.mgp);
  pieces.lens.draw(look.times);
  pieces.openers(look.needed, look.awake.osteocalcin);
  pieces.closers(look.needed, look.awake.mgp);
  pieces.net(look.net);
  pieces.boneCurve.draw(shown);
  pieces.arteryCurve.draw(shown);
  drawStreams(pieces, layout, look);
  const words = moving(look, run.constants.years, layout);
  for (const [name, [lead, strong]] of Object.entries(words)) pieces.texts[name]?.(lead, strong);
  const lost = boneThen - look.bone > 0.05 && (before ? say("scene-lost") : say("scene-lost-start"));
  pieces.texts.bone_lost?.(lost || "");
}

/** @type {(pieces: Pieces, layout: Layout, look: Look) => void} */
function drawStreams(pieces, { dotShare }, { flows }) {
  for (const stream of pieces.streams) {
    const always = /** @type {Record<string, number>} */ (ALWAYS)[stream.name];
    stream.draw(Math.round((always ?? (flows[stream.name] * (stream.times ?? 1)) / DOT) * dotShare));
  }
}

/** @type {(svg: SVGSVGElement, onPart: (key: string, element: Element) => void) => void} answers presses on the parts */
function listen(svg, onPart) {
  const partOf = (/** @type {Event} */ event) =>
    /** @type {SVGGElement | null} */ (event.target instanceof Element ? event.target.closest(".part") : null);
  svg.addEventListener("click", (event) => {
    const part = partOf(event);
    if (part) onPart(part.dataset.part ?? "", part);
  });
  svg.addEventListener("keydown", (event) => {
    const part = partOf(event);
    if (!part || (event.key !== "Enter" && event.key !== " ")) return;
    onPart(part.dataset.part ?? "", part);
    event.preventDefault();
  });
  svg.addEventListener("focusin", (event) => ringAround(svg, partOf(event)));
  svg.addEventListener("focusout", () => ringAround(svg, null));
}

/** @type {(svg: SVGSVGElement, part: SVGGElement | null) => void} shows where the keyboard is */
function ringAround(svg, part) {
  const ring = /** @type {SVGRectElement | null} */ (svg.querySelector(".focus-ring"));
  if (!ring) return;
  const visible = part?.matches(":focus-visible") ?? false;
  show(ring, visible);
  if (!part || !visible) return;
  const [box, all] = [part.getBoundingClientRect(), svg.getBoundingClientRect()];
  const unit = svg.viewBox.baseVal.width / all.width;
  const [left, top] = [Math.max(2, box.x - all.x - 4), Math.max(2, box.y - all.y - 4)];
  const [right, bottom] = [Math.min(all.width - 2, box.right - all.x + 4), Math.min(all.height - 2, box.bottom - all.y + 4)];
  const sizes = { x: left, y: top, width: right - left, height: bottom - top };
  for (const [name, value] of Object.entries(sizes)) put(ring, name, short(value * unit));
}
