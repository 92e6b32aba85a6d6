// What the menu's buttons do.

/** @import { Keys } from "./keys.js" */
/** @import { Host, Store } from "./store.js" */

/**
 * @typedef {object} Actions  what the menu can do beside changing the store
 * @property {(name: string) => void} panel  opens a panel of the page
 * @property {() => void} fullScreen
 *
 * @typedef {object} Item
 * @property {string} name  its data-do and, after "menu-", its words
 * @property {() => void} run
 * @property {() => boolean} [pressed]  for what can be on or off
 * @property {() => boolean} [able]
 * @property {boolean} [shown]
 * @property {boolean} [stays]  whether the menu stays open
 */

/** @type {(store: Store, inLab: boolean) => Item[]} */
export const settingItems = (store, inLab) => [
  { name: "forget", run: () => store.forget(), able: () => store.ghost !== null, shown: inLab },
  { name: "undo", run: () => store.undo(), able: () => store.canUndo },
  { name: "redo", run: () => store.redo(), able: () => store.canRedo },
  { name: "reset", run: () => store.reset() },
];

/** @type {(store: Store) => Item} */
export const gapItem = (store) => ({ name: "gap", run: () => store.shade(!store.shading), pressed: () => store.shading });

/** @type {(actions: Actions) => Item[]} */
export const lookItems = ({ panel }) =>
  ["body", "numbers", "assumptions", "certainty"].map((name) => ({ name, run: () => panel(name) }));

/** @type {(host: Host, store: Store, actions: Actions) => Item[]} */
export const keepItems = (host, store, { panel }) => [
  { name: "pin", run: () => store.pin() },
  hosts(host, store, panel, "save"),
  hosts(host, store, panel, "share"),
  {
    name: "home", run: () => { store.release(); host.home?.(store.session); },
    shown: Boolean(host.home) && host.canOpen?.("home") !== false,
  },
];

/** @type {(host: Host, store: Store, actions: Actions) => Item[]} what stands in place of the pages where there are none */
export const pageItems = (host, store, { panel }) =>
  [
    ...["compare", "map", "words"].filter((name) => host.panels?.[name]).map((name) => hosts(host, store, panel, name)),
    ...(host.lessons ? [{ name: "lessons", run: () => { store.release(); host.lessons?.(); } }] : []),
  ];

/** @type {(host: Host, store: Store, panel: Actions["panel"], name: string) => Item} a panel of the host's, or what its server makes */
const hosts = (host, store, panel, name) => ({
  name,
  run: () => { store.release(); if (host.panels?.[name]) panel(name); else host.open?.(name); },
  shown: Boolean(host.panels?.[name] || host.open) && host.canOpen?.(name) !== false,
});

/** @type {(store: Store, keys: Keys, actions: Actions, inLab: boolean) => Item[]} */
export const viewItems = (store, keys, { fullScreen }, inLab) => [
  {
    name: "projector", pressed: () => store.session.view === "projector",
    run: () => store.setView(store.session.view === "projector" ? "page" : "projector"),
  },
  { name: "full-screen", run: fullScreen, pressed: () => document.fullscreenElement !== null, shown: document.fullscreenEnabled },
  { name: "motion", run: () => store.setMoving(!store.moving), pressed: () => store.moving, shown: inLab },
  { name: "sound", run: () => keys.sound?.turn(), pressed: () => keys.sound?.on === true, shown: inLab },
  { name: "keys", run: () => keys.show() },
  { name: "keys-off", run: () => keys.turn(!keys.on), pressed: () => keys.on, stays: true },
];
