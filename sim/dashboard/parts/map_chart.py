"""
The paradox map on the page: a picture in which a click, a tap or Enter moves the setting there.

Python sends the picture and the numbers of every node; the browser adds ring and crosshair.
"""

import gzip
import json
from collections.abc import Callable
from functools import lru_cache

import numpy as np
import streamlit as st
from matplotlib.figure import Figure
from numpy.typing import ArrayLike
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager

from sim.dashboard.lab import component
from sim.dashboard.parts.pictures import svg_of
from sim.dashboard.turns import made_once
from sim.figures import THEMES
from sim.figures.map_figure import MAP_CARD, paradox_map_figure
from sim.model.parameters import control
from sim.runs.paradox_map import ACROSS, ParadoxMap
from sim.runs.scenario import Scenario
from sim.text.descriptions import describe_map
from sim.text.sentences import label, unit

KEY = "map"
TITLE = "The paradox map"
HTML = """<div class="map" tabindex="0" role="application"></div>
<p class="told" aria-live="polite"></p>"""


def chart(paradox_map: ParadoxMap, scenario: Scenario, theme: str, on_picked: Callable[[], None]) -> None:
    """Show the map with the current setting on it; `on_picked` is called when the reader picks another."""
    show = component(get_bidi_component_manager(), KEY, HTML, "map.css", "map.js")
    show(data=content(paradox_map, scenario, theme), key=KEY, on_picked_change=on_picked)


def picked() -> dict[str, float]:
    """Return the setting that the reader has just picked, by nutrient, within the sliders' ranges."""
    told = (st.session_state.get(KEY) or {}).get("picked") or {}
    rows = [control(name) for name in ("vitamin_k2", "vitamin_d", "calcium") if name in told]
    return {row.name: min(max(float(told[row.name]), row.low), row.high) for row in rows}


@lru_cache(maxsize=200)
def content(paradox_map: ParadoxMap, scenario: Scenario, theme: str) -> bytes:
    """Return what the browser needs, as gzipped JSON: picture, nodes, their numbers and places, words."""
    text, figure = drawn(paradox_map, theme)
    names, here = (ACROSS, paradox_map.up), [scenario.vitamin_k2, getattr(scenario, paradox_map.up)]
    grid = [paradox_map.vitamin_k2, paradox_map.upwards]
    whole = {
        "svg": text,
        "label": TITLE,
        "words": describe_map(paradox_map, scenario),
        "names": names,
        "labels": [label(control(name), scenario) for name in names],
        "units": [unit(control(name).unit) for name in names],
        "nodes": [values.tolist() for values in grid],
        "places": svg_positions(figure, *grid),
        "now": [float(one[0]) for one in svg_positions(figure, *([value] for value in here))],
        "bone": paradox_map.bone_change.round(4).ravel().tolist(),
        "arteries": paradox_map.arteries_times.round(4).ravel().tolist(),
        "paradox": paradox_map.paradox.ravel().astype(int).tolist(),
        "ink": THEMES[theme].ink,
        "paper": THEMES[theme].paper,
    }
    return gzip.compress(json.dumps(whole, separators=(",", ":")).encode(), 6, mtime=0)


@made_once(maxsize=60)
def drawn(paradox_map: ParadoxMap, theme: str) -> tuple[str, Figure]:
    """Return the picture without the ring, as SVG text and as figure: the same for every setting on the map."""
    figure = paradox_map_figure(paradox_map, paradox_map.world, THEMES[theme], MAP_CARD, marked=False)
    return svg_of(figure, paradox_map.world, TITLE), figure


def svg_positions(figure: Figure, xs: ArrayLike, ys: ArrayLike) -> list[list[float]]:
    """Return where values across and up lie in the SVG, y downwards. [points]"""
    to_points, count = figure.axes[0].transData, max(np.size(xs), np.size(ys))
    values = np.transpose([np.resize(xs, count), np.resize(ys, count)])
    x, y = (to_points.transform(values) * 72 / figure.dpi).T.round(2)
    height = figure.get_figheight() * 72
    return [x[: np.size(xs)].tolist(), (height - y)[: np.size(ys)].round(2).tolist()]
