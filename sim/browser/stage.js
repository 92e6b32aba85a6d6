// The stage: diagram, transport and pictures together, all showing one run at one moment.

import { followSliders } from "./ahead.js";
import { createDiagram } from "./diagram.js";
import { add } from "./elements.js";
import { createFigure, valueAt } from "./figure.js";
import { timesOf } from "./ink.js";
import { heavy, heldKeys, keepHeavy, readInk, unpack } from "./message.js";
import { applyTheme, PAPER } from "./theme.js";
import { createTransport } from "./transport.js";

/** @import { Header, Moment, Paper, Shown, Tell, Words } from "./types.d.ts" */

const WIDE_FROM = 900; // CSS px

/** What the component shows in its element. */
export class Stage {
  /** @type {Tell | null} sets a state of the component */
  tellServer = null;
  /** @type {Words | null} */
  words = null;
  /** @type {ReturnType<typeof createDiagram> | null} */
  diagram = null;
  /** @type {ReturnType<typeof createTransport> | null} */
  transport = null;
  /** @type {Record<string, ReturnType<typeof createFigure>>} */
  figures = {};
  /** @type {Shown | null} what is shown */
  run = null;
  years = 0;
  /** @type {number | null} where the transport stands, if not at the end */
  year = null;
  /** @type {number | null} the year that is read off a picture */
  reading = null;
  messages = 0;
  end = new AbortController();

  /** @param {HTMLElement} root  an element of the component */
  constructor(root) {
    root.replaceChildren();
    this.root = root;
    const scene = add(root, "div", { class: "scene" });
    this.body = add(scene, "div", { class: "body" });
    this.bar = add(scene, "div", { class: "transport-place" });
    this.curves = add(root, "div", { class: "curves" });
    this.notes = add(root, "div", { class: "notes" });
    this.cards = add(root, "div", { class: "cards" });
    const { signal } = this.end;
    new ResizeObserver(() => this.tellShape()).observe(root);
    matchMedia(PAPER).addEventListener("change", () => this.colour(), { signal });
    this.answer = followSliders((run) => this.show(run), signal);
  }

  /**
   * Show what a message brings.
   *
   * @param {Uint8Array<ArrayBuffer>} bytes
   * @param {Tell} tellServer
   */
  async receive(bytes, tellServer) {
    this.tellServer = tellServer;
    this.tellShape();
    const message = ++this.messages;
    const { header, body } = unpack(bytes);
    await keepHeavy(header, body);
    if (message !== this.messages) return; // a newer one has overtaken this one
    if (Object.keys(header.sent).length) tellServer("has", heldKeys());
    const words = /** @type {Words | undefined} */ (heavy(header.words));
    if (!words || !Object.values(header.papers).every(heavy)) return tellServer("has", heldKeys());
    this.words = words;
    await this.styled();
    if (message !== this.messages) return;
    if (!this.diagram) this.build(words, header.settings.years);
    this.root.dataset.view = header.view;
    this.colour();
    this.lay(header, words);
    const { settings, balanced } = header;
    this.answer({ settings, balanced, ink: readInk(header, body), exact: true });
  }

  /** Wait for the style sheets. */
  async styled() {
    while (!this.end.signal.aborted && !getComputedStyle(this.root).getPropertyValue("--diagram-styled")) {
      await new Promise((done) => setTimeout(done, 20));
    }
  }

  /** @type {(words: Words, years: number) => void} */
  build(words, years) {
    this.diagram = createDiagram(this.body, words);
    this.years = years;
    this.transport = createTransport(this.bar, {
      years,
      onYear: (year) => {
        this.year = year < this.years ? year : null;
        this.showMoment();
      },
      onMoving: this.diagram.setMoving,
      end: this.end.signal,
    });
  }

  colour() {
    if (this.words) applyTheme(this.root, this.words.themes, this.root.dataset.view === "projector");
  }

  /**
   * Put the papers of a message on the page, and only the pictures it has.
   *
   * @type {(header: Header, words: Words) => void}
   */
  lay({ papers, texts, settings: { years } }, words) {
    const onYear = (/** @type {number | null} */ year) => {
      this.reading = year; // when none is read any more, the transport's year counts again
      this.showMoment();
    };
    for (const [name, key] of Object.entries(papers)) {
      // The two pictures beside the diagram have their words below all three, so that they are in sight together.
      const [host, notes] = ["bone", "arteries"].includes(name) ? [this.curves, this.notes] : [this.cards, null];
      this.figures[name] ??= createFigure(host, notes, name, words, onYear);
      this.figures[name].lay(key, /** @type {Paper} */ (heavy(key)), texts[name]);
    }
    for (const [name, figure] of Object.entries(this.figures)) figure.hide(!(name in papers));
    if (this.years === years) return;
    this.years = years;
    this.year = null;
    this.transport?.setYears(years);
  }

  /** @param {Shown} run */
  show(run) {
    this.run = run;
    this.root.dataset.run = run.exact ? "exact" : "ahead";
    for (const figure of Object.values(this.figures)) figure.show(run);
    this.showMoment();
  }

  showMoment() {
    if (!this.run) return;
    const chosen = this.reading ?? this.year;
    for (const figure of Object.values(this.figures)) figure.read(chosen);
    this.diagram?.show(momentOf(this.run, chosen ?? this.run.settings.years));
  }

  tellShape() {
    const { clientWidth, dataset } = this.root;
    if (!clientWidth || !this.tellServer) return;
    const shape = clientWidth >= WIDE_FROM ? "wide" : "narrow";
    if (dataset.shape === shape) return;
    const first = dataset.shape === undefined;
    dataset.shape = shape;
    if (!first || shape !== "wide") this.tellServer("shape", shape);
  }
}

/** @type {(run: Shown, year: number) => Moment} */
function momentOf(run, year) {
  const xs = timesOf(run);
  const now = Object.entries(run.ink).map(([name, ys]) => [name, ys.length > 1 ? valueAt({ xs, ys }, year) : ys[0]]);
  const moment = Object.fromEntries(now);
  return { ...moment, year, arteries_times: moment.arteries / run.ink.arteries[0] };
}
