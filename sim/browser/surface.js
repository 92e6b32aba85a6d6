// The response surface: what the model says between the runs it was asked for, to a fifth of a percent of an axis.
// The same arithmetic as sim/runs/surface.py, which explains it.

/**
 * Read a surface.
 *
 * @param {{header: object, body: Uint8Array}} part
 * @returns {(settings: Object<string, number>) => Object<string, Float32Array>}  all quantities of one run
 */
export function readSurface({ header, body }) {
  const nodes = header.axes.reduce((product, axis) => product * axis.places.length, 1);
  const quantities = Object.entries(header.quantities).map(([name, size]) => ({ name, ...size }));
  let at = 0;
  for (const quantity of quantities) {
    quantity.mean = new Float32Array(body.buffer, at, quantity.times);
    at += 4 * quantity.times;
    quantity.curves = new Float32Array(body.buffer, at, quantity.times * quantity.shapes);
    at += 4 * quantity.times * quantity.shapes;
  }
  for (const quantity of quantities) {
    quantity.amounts = new Int16Array(body.buffer, at, quantity.shapes * nodes);
    at += 2 * quantity.shapes * nodes;
  }
  return (settings) => {
    const weights = gridWeights(header.axes, settings);
    return Object.fromEntries(quantities.map((quantity) => [quantity.name, curve(quantity, weights)]));
  };
}

// How much each node of the whole grid counts at these settings.
function gridWeights(axes, settings) {
  return axes
    .map((axis) => axisWeights(axis, settings[axis.name]))
    .reduce((all, next) => all.flatMap((weight) => next.map((other) => weight * other)), [1]);
}

// Barycentric weights of one axis (Berrut & Trefethen 2004).
function axisWeights({ low, high, bend, places }, value) {
  const share = (value - low) / (high - low);
  const place = (share * (1 + bend)) / (share + bend);
  const hit = places.findIndex((node) => Math.abs(place - node) < 1e-12);
  if (hit >= 0) return places.map((_, index) => (index === hit ? 1 : 0));
  const last = places.length - 1;
  const raw = places.map((node, i) => ((i % 2 ? -1 : 1) * (i === 0 || i === last ? 0.5 : 1)) / (place - node));
  const sum = raw.reduce((total, weight) => total + weight, 0);
  return raw.map((weight) => weight / sum);
}

function curve({ times, shapes, mean, curves, amounts }, weights) {
  const found = Float32Array.from(mean);
  for (let shape = 0; shape < shapes; shape++) {
    let amount = 0;
    for (let node = 0; node < weights.length; node++) amount += weights[node] * amounts[shape * weights.length + node];
    for (let time = 0; time < times; time++) found[time] += amount * curves[shape * times + time];
  }
  return found;
}
