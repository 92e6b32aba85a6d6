"""What the words about a run mean: when bone falls, when arteries harden, and when that is the calcium paradox."""

from math import exp
from typing import Any

import numpy as np

from sim.model.parameters import DAYS_PER_YEAR, DEFAULTS
from sim.model.solver import Array
from sim.runs.run import Run

NOTABLE_ARTERY_RATIO = 1.5
"""Arteries harden when they gain at least this many times what the balanced adult's gain over the same years."""
NOTABLE_ABSORPTION_RATIO = 1.05
"""More calcium is absorbed when it is at least this many times what the balanced adult absorbs."""

YEARS_TO_NEW_LEVEL = DEFAULTS["bone_baseline"] / DEFAULTS["bone_turnover"] / DAYS_PER_YEAR
"""Time constant with which bone nears its new level after a change of diet: its store by its turnover. [years]"""


def notable_bone_change(years: float) -> float:
    """
    Return the change of bone from which on words speak of one. [%]

    One per cent of a new level, as far as bone has come after so many years: one setting keeps one word.

    Examples
    --------
    >>> [round(notable_bone_change(years), 2) for years in (1, 10, 30)]
    [0.17, 0.84, 1.0]
    """
    return 1 - exp(-years / YEARS_TO_NEW_LEVEL)


def shows_both(run: Run, balanced: Run) -> Any:
    """Tell whether bone falls and arteries harden in the same run: a bool, or an array of shape (...)."""
    return (run.bone_change[-1] <= -notable_bone_change(run.years[-1])) & hardens(run, balanced)


def hardens(run: Run, balanced: Run) -> Any:
    """Tell whether arteries harden: a bool, or an array of shape (...). Those that gain nothing never do."""
    gain, usual = run.arteries_gain[-1], balanced.arteries_gain[-1]
    return (gain > 0) & (gain >= NOTABLE_ARTERY_RATIO * usual)


def absorption_ratio(run: Run, balanced: Run) -> Any:
    """Return how much calcium is absorbed at the end, as a multiple of the balanced adult's, of shape (...). [-]"""
    return run.fluxes["absorption"][-1] / balanced.fluxes["absorption"][-1]


def shows_paradox(run: Run, balanced: Run) -> Any:
    """
    Tell whether a run shows the calcium paradox: a bool, or an array of shape (...).

    Bone falls and arteries harden, although more calcium is absorbed than in the balanced run. This is what
    the word means everywhere.
    """
    return shows_both(run, balanced) & (absorption_ratio(run, balanced) >= NOTABLE_ABSORPTION_RATIO)


def paradox_margin(runs: Run, balanced: Run) -> Array:
    """Return how far runs are inside `shows_paradox`: the smallest of three distances, each in units of its limit."""
    limit = notable_bone_change(runs.years[-1])
    of_bone = (-limit - runs.bone_change[-1]) / limit
    gain, least = runs.arteries_gain[-1], NOTABLE_ARTERY_RATIO * balanced.arteries_gain[-1]
    beyond = gain - max(least, 0)
    # Arteries that gain nothing never harden, also where the balanced adult's gain nothing or lose.
    beyond = np.where(gain > 0, beyond, np.minimum(beyond, -np.finfo(float).eps))
    of_arteries = beyond / (least if least > 0 else runs.amounts["arteries"][0])
    of_absorption = absorption_ratio(runs, balanced) / NOTABLE_ABSORPTION_RATIO - 1
    return np.minimum(np.minimum(of_bone, of_arteries), of_absorption)


def verdict(run: Run, balanced: Run) -> tuple[str, str]:
    """
    Return in one word or two where bone and arteries of a single run go.

    Bone ``falls``, ``grows`` or ``keeps steady``; arteries, beside the balanced adult's,
    ``harden``, ``gain as usual``, ``gain less`` or ``lose calcium``.
    """
    bone, notable = run.bone_change[-1], notable_bone_change(run.years[-1])
    gain, usual = run.arteries_gain[-1], balanced.arteries_gain[-1]
    bone_word = "falls" if bone <= -notable else "grows" if bone >= notable else "keeps steady"
    if gain < 0:
        return bone_word, "lose calcium"
    if hardens(run, balanced):
        return bone_word, "harden"
    return bone_word, "gain less" if gain * NOTABLE_ARTERY_RATIO < usual else "gain as usual"
