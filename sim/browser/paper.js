// Paper: a picture drawn by matplotlib, put on the page, with handles on the ink that moves.

/**
 * Put a paper into an element.
 *
 * @param {HTMLElement} place
 * @param {object} paper  as made by paper.py: svg, axes, labels, lineHeight
 */
export function layPaper(place, paper) {
  place.innerHTML = paper.svg;
  const svg = place.querySelector("svg");
  svg.setAttribute("aria-hidden", "true"); // the place around it has role, name and description
  return { svg, paper, part: (id) => svg.querySelector(`[id="${id}"]`), axes: paper.axes.map(scales) };
}

// Turn data into places on one axes, and back.
function scales({ box: [left, top, right, bottom], x: [x0, x1], y: [y0, y1] }) {
  return {
    left, top, right, bottom,
    toX: (x) => left + ((x - x0) / (x1 - x0)) * (right - left),
    toY: (y) => bottom - ((y - y0) / (y1 - y0)) * (bottom - top),
    fromX: (place) => x0 + ((place - left) / (right - left)) * (x1 - x0),
    fromY: (place) => y0 + ((bottom - place) / (bottom - top)) * (y1 - y0),
  };
}

/** Draw a line through points that lie evenly along x. */
export function moveLine(group, scale, xs, ys) {
  let d = "";
  for (let i = 0; i < ys.length; i++) d += `${i ? "L" : "M"}${scale.toX(xs[i]).toFixed(2)} ${scale.toY(ys[i]).toFixed(3)}`;
  group.querySelector("path").setAttribute("d", d);
}

/** Put a marker at a point. */
export function moveMarker(group, x, y) {
  const use = group.querySelector("use");
  use.setAttribute("x", x.toFixed(2));
  use.setAttribute("y", y.toFixed(2));
}

/** Write the lines of a text, keeping where each stands. */
export function writeLines(group, lines) {
  const texts = group.querySelectorAll("text");
  lines.forEach((line, index) => {
    if (texts[index].textContent !== line) texts[index].textContent = line;
  });
}

/** Return the points of a line of the paper, in data: [[x, y], ...]. */
export function pointsOf(group, scale) {
  const numbers = group.querySelector("path").getAttribute("d").match(/-?[\d.]+/g).map(Number);
  const points = [];
  for (let i = 0; i < numbers.length; i += 2) points.push([scale.fromX(numbers[i]), scale.fromY(numbers[i + 1])]);
  return points;
}
