"""What the live picture shows, measured in CSS pixels, and what matplotlib and the model say it must show."""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import StringIO
from typing import Any

import numpy as np
from numpy.typing import NDArray
from playwright.sync_api import Locator

from sim import Scenario
from sim.export import make_file
from sim.figures import FIGURES
from sim.figures.style import SHEETS
from sim.runs.many import balanced_run
from sim.runs.run import Run, simulate
from support.visit import Visit

CURVES = {"bone": "bone_change", "arteries": "arteries", "blood": "blood_calcium"}
"""The pictures over time and the name of their quantity in the exported table."""
WIDE = {"bone": "strip", "arteries": "strip", "daily_calcium": "card", "activation": "card", "blood": "card"}
NARROW = dict.fromkeys(WIDE, "card")

# Where everything that a drawing names stands in it: lines and bars as points, markers, lines of text. The same for
# the page's drawings and for matplotlib's own.
MEASURE = """host => {
  const svg = host.querySelector('svg'), box = svg.getBoundingClientRect();
  const at = (node, x, y) => {
    const point = new DOMPoint(x, y).matrixTransform(node.getScreenCTM());
    return [point.x - box.left, point.y - box.top];
  };
  const number = (node, name) => Number(node.getAttribute(name));
  const found = {width: box.width, height: box.height, viewBox: svg.getAttribute('viewBox'),
                 lines: {}, marks: {}, texts: {}, bars: {}};
  for (const part of svg.querySelectorAll('g[id]')) {
    if (getComputedStyle(part).display === 'none') continue;
    const [path, use] = [part.querySelector(':scope > path'), part.querySelector(':scope > g > use')];
    if (part.id.startsWith('bar-')) {
      const bar = path.getBoundingClientRect();
      found.bars[part.id] = [[bar.left - box.left, bar.top - box.top], [bar.right - box.left, bar.bottom - box.top]];
    } else if (['run', 'dose', 'osteocalcin', 'mgp'].includes(part.id)) {
      const points = path.getAttribute('d').match(/-?[\\d.e-]+ -?[\\d.e-]+/g).map(pair => pair.split(' ').map(Number));
      found.lines[part.id] = points.map(([x, y]) => at(path, x, y));
    } else if (/^end$|^now-/.test(part.id)) {
      found.marks[part.id] = at(use, number(use, 'x'), number(use, 'y'));
    } else if (/^(label|value)-|^eaten$/.test(part.id)) {
      found.texts[part.id] = [...part.querySelectorAll('text')].map(text => {
        const start = text.getStartPositionOfChar(0);
        return [text.textContent, ...at(text, start.x, start.y)];
      });
    }
  }
  return found;
}"""
COUNT_FRAMES = """() => {
  const send = WebSocket.prototype.send;
  window.sentFrames = 0;
  WebSocket.prototype.send = function (...what) {
    window.sentFrames += 1;
    return send.apply(this, what);
  };
}"""
HOLDS_MODEL = "() => performance.getEntriesByType('resource').some(entry => entry.name.endsWith('/model.js'))"


def measure(host: Locator) -> dict[str, Any]:
    """Return where everything in a drawing stands, in CSS pixels from its upper left corner."""
    return host.evaluate(MEASURE)


@dataclass(frozen=True)
class Axes:
    """The axes of a figure on the page: its limits, and its box in points, y downwards."""

    box: tuple[float, float, float, float]
    x: tuple[float, float]
    y: tuple[float, float]
    width: float

    def places(self, points: NDArray, width: float) -> NDArray:
        """Return where points, shape (n, 2), lie in the figure drawn this wide. [CSS px]"""
        left, top, right, bottom = self.box
        xs, ys = points.T
        across = left + (xs - self.x[0]) / (self.x[1] - self.x[0]) * (right - left)
        down = bottom - (ys - self.y[0]) / (self.y[1] - self.y[0]) * (bottom - top)
        return np.column_stack([across, down]) * width / self.width


@lru_cache(maxsize=64)
def axes_of(name: str, scenario: Scenario, sheet: str) -> Axes:
    """Return the axes that matplotlib gives to a picture over time."""
    figure = FIGURES[name].draw(simulate(scenario), balanced_run(scenario), sheet=SHEETS[sheet])
    (ax,), (width, height) = figure.axes, 72 * figure.get_size_inches()
    at = ax.get_position()
    box = (at.x0 * width, (1 - at.y1) * height, at.x1 * width, (1 - at.y0) * height)
    return Axes(box, ax.get_xlim(), ax.get_ylim(), width)


@lru_cache(maxsize=64)
def exported(scenario: Scenario) -> dict[str, NDArray]:
    """Return the curves of a run from its exported table: by quantity (time, value), shape (n, 2)."""
    rows = csv.DictReader(StringIO(make_file(scenario, "run", "csv").content.decode()))
    found: dict[str, list[tuple[float, float]]] = {}
    for row in rows:
        if row["quantity"] in CURVES.values():
            found.setdefault(row["quantity"], []).append((float(row["time_years"]), float(row["value"])))
    curves = {name: np.array(found[quantity]) for name, quantity in CURVES.items()}
    curves["bone"] = curves["bone"] + [0, 100]  # the picture tells bone in percent of its start
    return curves


def far(points: Sequence, expected: Sequence | NDArray) -> float:
    """Return how far points lie from where they are expected; infinity where their number differs."""
    found, wanted = np.array(points, float), np.array(expected, float)
    return float(np.abs(found - wanted).max()) if found.shape == wanted.shape else float("inf")


def shares_off(visit: Visit, scenario: Scenario, laid: Scenario) -> dict[str, float]:
    """Return how far each drawn curve lies from a run, as a share of the axis that another run has laid."""
    shares = {}
    for name in CURVES:
        drawn, axes = measure(visit.picture(name)), axes_of(name, laid, WIDE[name])
        height = (axes.box[3] - axes.box[1]) * drawn["width"] / axes.width
        shares[name] = far(drawn["lines"]["run"], axes.places(exported(scenario)[name], drawn["width"])) / height
    return shares


def ready_to_drag(visit: Visit) -> None:
    """Wait until the page has the model and has told the server all it had to; then count what it sends."""
    visit.page.wait_for_function(HOLDS_MODEL)
    visit.page.evaluate(COUNT_FRAMES)
    quiet = 0
    while quiet < 2:  # looks in a row without a word from the page
        before = frames_sent(visit)
        visit.page.wait_for_timeout(250)  # Streamlit gathers what components say for less
        visit.settle()
        quiet = quiet + 1 if frames_sent(visit) == before else 0


def frames_sent(visit: Visit) -> int:
    """Return how many frames the page has sent since it was ready to drag."""
    return visit.page.evaluate("window.sentFrames")


def plain(value: float, decimals: int = 0, sign: str = "") -> str:
    """Return a number as the class reads it, with a true minus and never a negative zero."""
    text = f"{value:{sign},.{decimals}f}"
    return text.replace("-", "−") if re.search("[1-9]", text) else text.lstrip("+-")


def flow(value: float) -> str:
    """Return a flow with as many digits as its size needs."""
    decimals = next((digits for limit, digits in ((1, 3), (9.995, 2), (99.95, 1)) if value < limit), 0)
    return "0" if value == 0 else "<0.001" if value < 0.0005 else plain(value, decimals)


def now_texts(result: Run, year: float) -> dict[str, str]:
    """Return what each part of the body diagram says of its number at a year, between samples in proportion."""

    def at(values: NDArray) -> float:
        return float(np.interp(year, result.years, values))

    flux = {name: at(values) for name, values in result.fluxes.items()}
    lost = flux["unabsorbed_loss"] + flux["endogenous_faecal_loss"]
    gain = plain(flux["bone_formation"] - flux["bone_resorption"], 1, "+")
    walls = plain(flux["arterial_deposition"] - flux["arterial_clearance"], 3, "+")
    shares = {"vitamin_d": result.constant("vitamin_d_gate"), "formation": result.constant("osteocalcin_effect")}
    shares |= {"shield": result.values["mgp_strength"] * result.activation["mgp"], **result.activation}
    percent = {name: f"{100 * share:.0f} %" for name, share in shares.items()}
    return {
        "organ:diet": f"{flow(flux['intake'])} mg/day eaten",
        "organ:gut": f"{flow(flux['absorption'])} of {flow(flux['intake'])} mg/day absorbed",
        "organ:blood": f"{plain(at(result.blood_calcium), 1)} mg/dL",
        "organ:bone": f"{plain(at(result.bone_change), 1, '+')} % (since the start), net {gain} mg/day",
        "organ:arteries": f"{plain(at(result.amounts['arteries']))} mg, "
        f"×{at(result.arteries_times):.1f} (of the start), net {walls} mg/day",
        "organ:urine": f"{flow(flux['urinary_excretion'])} mg/day lost",
        "organ:faeces": f"{flow(lost)} mg/day lost",
        "gate:vitamin_d": f"{percent['vitamin_d']} open",
        "gate:osteocalcin": f"formation {percent['formation']} (Osteocalcin {percent['osteocalcin']} active)",
        "gate:mgp": f"shield {percent['shield']} shut (MGP {percent['mgp']} active)",
        **{f"flux:{name}": f"{flow(value)} mg/day" for name, value in flux.items()},
    }
