// Where a card lies: beside what was pressed, on the side with room for it.

const GAP = 16; // px to what was pressed, whose box is told without half of its outermost line
const EDGE = 12;

/** @typedef {{left: number, top: number, right: number, bottom: number}} Sides */

/**
 * Move a card to where it covers nothing of what it explains.
 *
 * @param {HTMLElement} card  shown, its width decided by its style
 * @param {Sides} pressed  in px of the window, as all places here
 * @param {Sides} home
 */
export function place(card, pressed, home) {
  const view = {
    left: Math.max(home.left, 0) + EDGE, top: Math.max(home.top, 0) + EDGE,
    right: Math.min(home.right, innerWidth) - EDGE, bottom: Math.min(home.bottom, innerHeight) - EDGE,
  };
  Object.assign(card.style, { translate: "", maxHeight: "" }); // it stands at the origin of whatever it lies in
  const { left, top, width, height } = card.getBoundingClientRect();
  const rooms = roomsBeside(pressed, view);
  const fits = (/** @type {Sides} */ room) => room.right - room.left >= width && room.bottom - room.top >= height;
  // Where it fits nowhere it goes where most of it is seen, and scrolls.
  const wide = rooms.filter((room) => room.right - room.left >= width);
  const room = rooms.find(fits) ?? wide.sort((a, b) => b.bottom - b.top - (a.bottom - a.top))[0] ?? view;
  const tall = Math.min(height, room.bottom - room.top);
  const x = clamp((pressed.left + pressed.right - width) / 2, room.left, room.right - width);
  const y = clamp((pressed.top + pressed.bottom - tall) / 2, room.top, room.bottom - tall);
  card.style.maxHeight = `${tall}px`;
  card.style.translate = `${x - left}px ${y - top}px`;
}

/** @type {(pressed: Sides, view: Sides) => Sides[]} right, left, below, above */
function roomsBeside(pressed, view) {
  return [
    { ...view, left: Math.max(pressed.right + GAP, view.left) },
    { ...view, right: Math.min(pressed.left - GAP, view.right) },
    { ...view, top: Math.max(pressed.bottom + GAP, view.top) },
    { ...view, bottom: Math.min(pressed.top - GAP, view.bottom) },
  ];
}

const clamp = (/** @type {number} */ value, /** @type {number} */ low, /** @type {number} */ high) =>
  Math.max(low, Math.min(value, high));
