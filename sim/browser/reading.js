// Reading values off a picture: by pointer or arrow keys, a line across the axes and what it meets, in words.

const SVG = "http://www.w3.org/2000/svg";
const STEPS = 20;

/**
 * Put a reader over a picture's axes. It is a slider to the keyboard and to screen readers.
 *
 * @param {HTMLElement} place  the element that holds the paper
 * @param {string} name  what is read, for screen readers
 * @param {{tell: (x: number) => string, onRead: (x: number | null) => void}} use  words for a place on
 *   the axis, and what to do when another place (or none any more) is read
 */
export function createReader(place, name, { tell, onRead }) {
  const area = document.createElement("div");
  area.className = "reader";
  area.tabIndex = 0;
  area.setAttribute("role", "slider");
  area.setAttribute("aria-label", name);
  const words = document.createElement("div");
  words.className = "reading";
  place.after(area, words);
  const state = { laid: null, line: null, x: null, low: 0, high: 1 };

  const show = (x) => {
    state.x = x;
    if (!state.laid) return;
    const [scale] = state.laid.axes;
    state.line.style.display = x === null ? "none" : "";
    words.textContent = x === null ? "" : tell(x);
    area.setAttribute("aria-valuenow", (x ?? state.high).toFixed(1));
    area.setAttribute("aria-valuetext", tell(x ?? state.high));
    if (x === null) return;
    const at = scale.toX(x).toFixed(2);
    for (const end of ["x1", "x2"]) state.line.setAttribute(end, at);
  };
  const read = (x) => onRead(x === null ? null : Math.min(Math.max(x, state.low), state.high));
  const byPointer = (event) => {
    const box = area.getBoundingClientRect();
    read(state.low + ((event.clientX - box.left) / box.width) * (state.high - state.low));
  };
  const byKey = (event) => {
    const step = (state.high - state.low) / STEPS;
    const x = state.x ?? state.high;
    const to = { ArrowLeft: x - step, ArrowDown: x - step, ArrowRight: x + step, ArrowUp: x + step,
                 Home: state.low, End: state.high, Escape: null }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    read(to);
  };
  area.addEventListener("pointermove", byPointer);
  area.addEventListener("pointerdown", byPointer);
  area.addEventListener("pointerleave", () => read(null));
  area.addEventListener("keydown", byKey);
  area.addEventListener("blur", () => read(null));
  return { show, lay: (laid) => layReader(laid, state, area, () => show(state.x)) };
}

// Fit the reader to new paper.
function layReader(laid, state, area, redraw) {
  const [scale] = laid.axes;
  const { width, height } = laid.paper;
  [state.low, state.high] = laid.paper.axes[0].x;
  area.setAttribute("aria-valuemin", state.low);
  area.setAttribute("aria-valuemax", state.high);
  Object.assign(area.style, {
    left: `${(100 * scale.left) / width}%`, width: `${(100 * (scale.right - scale.left)) / width}%`,
    top: `${(100 * scale.top) / height}%`, height: `${(100 * (scale.bottom - scale.top)) / height}%`,
  });
  state.line = document.createElementNS(SVG, "line");
  state.line.setAttribute("class", "cursor");
  state.line.setAttribute("y1", scale.top);
  state.line.setAttribute("y2", scale.bottom);
  laid.svg.append(state.line);
  state.laid = laid;
  redraw();
}
