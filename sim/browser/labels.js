// Labels at the ends of lines: where they stand so that none covers another.

/**
 * Return where the centres of labels go, as place_labels in sim/figures/style.py.
 *
 * @param {number[]} wanted  where the lines end, from below
 * @param {number[]} halves  half the height of each label
 * @param {number} height  of the axes
 */
export function placeLabels(wanted, halves, height) {
  const order = wanted.map((_, index) => index).sort((a, b) => wanted[a] - wanted[b]);
  const below = [halves[order[0]]];
  for (let next = 1; next < order.length; next++) below.push(below[next - 1] + halves[order[next - 1]] + halves[order[next]]);
  /** @type {number[][]} */
  const groups = [];
  order.forEach((index, rank) => {
    groups.push([wanted[index] - below[rank]]);
    for (let last = groups.length - 1; last > 0 && mean(groups[last - 1]) > mean(groups[last]); last--) {
      groups.splice(-2, 2, groups.slice(-2).flat());
    }
  });
  const last = order.length - 1;
  const room = height - halves[order[last]] - below[last];
  const free = groups.flatMap((group) => group.map(() => Math.max(0, Math.min(mean(group), room))));
  /** @type {number[]} */
  const places = [];
  order.forEach((index, rank) => { places[index] = free[rank] + below[rank]; });
  return places;
}

const mean = (/** @type {number[]} */ numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
