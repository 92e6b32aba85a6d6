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
  const groups = [];
  order.forEach((index, rank) => {
    groups.push([wanted[index] - below[rank]]);
    while (groups.length > 1 && mean(groups.at(-2)) > mean(groups.at(-1))) groups.splice(-2, 2, groups.slice(-2).flat());
  });
  const room = height - halves[order.at(-1)] - below.at(-1);
  const free = groups.flatMap((group) => group.map(() => Math.max(0, Math.min(mean(group), room))));
  const places = [];
  order.forEach((index, rank) => { places[index] = free[rank] + below[rank]; });
  return places;
}

const mean = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
