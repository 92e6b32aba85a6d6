// Labels at the ends of lines: where they stand so that none covers another.

/**
 * Return where the centres of labels go, as place_labels in sim/plots/style.py.
 *
 * @param {number[]} wanted  where the lines end, from below
 * @param {number[]} halves  half the height of each label
 * @param {number} height  of the axes
 */
export function placeLabels(wanted, halves, height) {
  const places = [...wanted];
  const order = places.map((_, index) => index).sort((a, b) => places[a] - places[b]);
  for (let next = 1; next < order.length; next++) {
    const [lower, upper] = [order[next - 1], order[next]];
    const missing = halves[lower] + halves[upper] - (places[upper] - places[lower]);
    if (missing <= 0) continue;
    places[lower] -= missing / 2;
    places[upper] += missing / 2;
  }
  const overshoot = Math.max(0, Math.max(...places.map((place, index) => place + halves[index])) - height);
  const undershoot = Math.max(0, Math.max(...places.map((place, index) => halves[index] - place)));
  return places.map((place) => place - overshoot + undershoot);
}
