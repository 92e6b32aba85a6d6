"""
What the server tells the live picture: light numbers with every change, heavy things once.

One message is one piece of bytes, because Streamlit passes bytes untouched only on their own: four
bytes with the length of a JSON header, the header, then the parts it lists. The browser
answers with the keys of the heavy parts it holds (`has`), so that none travels twice.
"""

import gzip
import json
import struct
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from sim.browser.scene_words import words
from sim.dashboard.parts.live.blank_paper import digest, orders, paper
from sim.figures import FIGURES
from sim.runs.many import dose_response
from sim.runs.quantities import QUANTITIES
from sim.runs.run import Run

SHAPES = {
    "wide": {"bone": "strip", "arteries": "strip", "daily_calcium": "card", "activation": "card", "blood": "card"},
    "narrow": dict.fromkeys(("bone", "arteries", "daily_calcium", "activation", "blood"), "card"),
}
"""Which sheet each picture is drawn on where the page is wide, and where it is not."""
PROJECTED = {"bone": "slide", "arteries": "slide"}
PLAIN = "plain"


@lru_cache(maxsize=128)
def message(run: Run, balanced: Run, view: str, shape: str, bands: bool, has: frozenset[str]) -> bytes:
    """
    Return all the live picture needs to show a run, but the heavy parts the browser holds already.

    `has` holds the keys of these, and PLAIN if the browser cannot unpack parts.
    """
    sheets = PROJECTED if view == "projector" else SHAPES[shape]
    wanted = orders(sheets, run, bands)
    papers = {name: each.key for name, each in wanted.items()}
    sent = {papers[name]: paper(each) for name, each in wanted.items() if papers[name] not in has}
    if words_key() not in has:
        sent[words_key()] = words_part()
    plain = PLAIN in has
    if plain:
        sent = {key: gzip.decompress(part) for key, part in sent.items()}
    ink = {name: np.asarray(values, "<f4") for name, values in quantities_of(run).items()}
    header = {
        "settings": run.scenario.to_dict(),
        "view": view,
        "balanced": balanced.scenario.to_dict(),
        "texts": {name: FIGURES[name].describe(run, balanced) for name in sheets},
        "words": words_key(),
        "papers": papers,
        "ink": {name: len(values) for name, values in ink.items()},
        "plain": plain,
        "sent": {key: len(part) for key, part in sent.items()},
    }
    return packed(header, [*(values.tobytes() for values in ink.values()), *sent.values()])


def quantities_of(run: Run) -> dict[str, NDArray[np.float64]]:
    """
    Return what the pictures show of a run; run.js reads the same from a run of its own.

    Returns
    -------
    dict of str to ndarray, shape (n_times,), (1,) or (n_doses,)
        Bone [%], arteries [mg], blood [mg/dL], every flux [mg/day]; with one time only: the last day
        (``day_...``) [mg/day] and what does not change during a run (gate, activation, formation, shield) [-];
        activation over the K2 slider's range (``dose_...``) [-].
    """
    rows = {name: name for name in ("bone_change", "arteries", "blood_calcium", *run.fluxes, "formation", "shield")}
    rows |= {name: name for name in QUANTITIES if name.startswith("day_")} | {"vitamin_d": "vitamin_d_gate"}
    rows |= {protein: f"{protein}_activation" for protein in run.activation}
    read = {name: np.atleast_1d(QUANTITIES[row].read(run)) for name, row in rows.items()}
    return read | {f"dose_{protein}": curve for protein, curve in dose_response(run.scenario)[1].items()}


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
