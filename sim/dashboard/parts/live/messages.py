"""
What the server tells the live picture: light numbers with every change, heavy things once.

One message is one piece of bytes, because Streamlit passes bytes untouched only on their own: four
bytes with the length of a JSON header, the header, then the parts it lists. The browser
answers with the keys of the heavy parts it holds (`has`), so that none travels twice.
"""

import gzip
import json
import struct
from dataclasses import asdict
from functools import lru_cache

import numpy as np

from sim.browser.scene_words import words
from sim.dashboard.cached_runs import response
from sim.dashboard.parts.live.blank_paper import digest, orders, paper
from sim.dashboard.turns import made_once
from sim.figures import FIGURES
from sim.runs.axes import world_of
from sim.runs.run import Run
from sim.runs.scenario import Scenario
from sim.runs.surface import AXES, quantities_of

SHAPES = {
    "wide": {"bone": "strip", "arteries": "strip", "daily_calcium": "card", "activation": "card", "blood": "card"},
    "narrow": dict.fromkeys(("bone", "arteries", "daily_calcium", "activation", "blood"), "card"),
}
"""Which sheet each picture is drawn on where the page is wide, and where it is not."""
PROJECTED = {"bone": "slide", "arteries": "slide"}
PLAIN = "plain"
LEVELS = 32767
"""Numbers of the response surface travel as whole numbers from minus to plus this."""


@lru_cache(maxsize=128)
def message(run: Run, balanced: Run, view: str, shape: str, bands: bool, has: frozenset[str]) -> bytes:
    """
    Return all the live picture needs to show a run, but the heavy parts the browser holds already.

    Parameters
    ----------
    run, balanced : Run
    view : str
        How the page is shown, one of `sim.session.link.VIEWS`.
    shape : str
        One of SHAPES.
    bands : bool
        Whether bands of plausible models are shown.
    has : frozenset of str
        Keys of the heavy parts that the browser holds; PLAIN if it cannot unpack parts.
    """
    sheets = PROJECTED if view == "projector" else SHAPES[shape]
    wanted = orders(sheets, run, bands)
    papers = {name: each.key for name, each in wanted.items()}
    world = world_of(run.scenario)
    surface = f"surface.{digest(world)}"
    sent = {papers[name]: paper(each) for name, each in wanted.items() if papers[name] not in has}
    if words_key() not in has:
        sent[words_key()] = words_part()
    # The surface waits until the pictures are there: it is needed only when a slider is dragged.
    if not sent and surface not in has:
        sent[surface] = surface_part(world)
    plain = PLAIN in has
    if plain:
        sent = {key: gzip.decompress(part) for key, part in sent.items()}
    ink = {name: np.asarray(values, "<f4").ravel() for name, values in quantities_of(run).items()}
    header = {
        "settings": {axis.name: getattr(run.scenario, axis.name) for axis in AXES},
        "years": run.scenario.years,
        "view": view,
        "balanced": run.scenario == balanced.scenario,
        "texts": {name: FIGURES[name].describe(run, balanced) for name in sheets},
        "words": words_key(),
        "papers": papers,
        "surface": surface,
        "ink": {name: len(values) for name, values in ink.items()},
        "plain": plain,
        "sent": {key: len(part) for key, part in sent.items()},
    }
    return packed(header, [*(values.tobytes() for values in ink.values()), *sent.values()])


def packed(header: dict, parts: list[bytes]) -> bytes:
    """Return a header and parts as one piece; spaces fill the header, so that numbers start at a multiple of 4."""
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 4)
    return b"".join([struct.pack("<I", len(text)), text, *parts])


@lru_cache(maxsize=1)
def words_part() -> bytes:
    """Return the words that never change, gzipped."""
    return gzip.compress(json.dumps(words()).encode(), 9, mtime=0)


@lru_cache(maxsize=1)
def words_key() -> str:
    """Return the key of the words."""
    return f"words.{digest(words_part())}"


@made_once(maxsize=16)
def surface_part(world: Scenario) -> bytes:
    """Return the response surface of a world, gzipped: quantities as whole numbers, each with its scale."""
    found = response(world)
    axes = [{**asdict(axis), "places": axis.places.tolist()} for axis in AXES]
    sizes, curves, amounts = {}, [], []
    for name, quantity in found.quantities.items():
        step = np.maximum(np.abs(quantity.amounts).max(1), 1e-30) / LEVELS
        sizes[name] = {"times": len(quantity.mean), "shapes": len(step)}
        curves += [quantity.mean, (quantity.shapes * step).T]
        amounts.append(np.rint(quantity.amounts / step[:, None]))
    parts = [*(part.astype("<f4").tobytes() for part in curves), *(part.astype("<i2").tobytes() for part in amounts)]
    return gzip.compress(packed({"axes": axes, "quantities": sizes}, parts), 6, mtime=0)
