"""The sentence above the picture: what a run has come to in the year that is shown."""

from typing import NamedTuple

from sim.runs.experiments import blocked
from sim.runs.run import Run
from sim.runs.verdict import (
    NOTABLE_ABSORPTION_RATIO,
    absorption_ratio,
    hardens,
    shows_both,
    shows_paradox,
    verdict,
)  # fmt: skip
from sim.text.messages import say
from sim.text.sentences import absorbed

FEWER = 0.98
"""A protein is less active than in balance below this share of it."""


class Live(NamedTuple):
    """What leads the sentence and what follows."""

    lead: str
    rest: str


def live_sentence(run: Run, balanced: Run, year: float) -> Live:
    """
    Return what a run has come to in a year, at most 118 characters together.

    Examples
    --------
    >>> from sim import PRESETS, simulate
    >>> from sim.runs.many import balanced_run
    >>> run = simulate(PRESETS["calcium paradox"])
    >>> " ".join(live_sentence(run, balanced_run(run.scenario), 10))
    'The calcium paradox. Much calcium gets in, but too few guards are awake: bone thins while the artery wall hardens.'
    """
    if year < 1:
        return Live(say("live-begin-lead"), say("live-begin"))
    now, usual = run.until(year), balanced.until(year)
    bone, arteries = (word.replace(" ", "-") for word in verdict(now, usual))
    kind = _kind(now, usual)
    words = {
        "bone": bone,
        "arteries": arteries,
        "k": "K1" if run.scenario.k_form == "k1" else "K2",
        "absorbed": absorbed(now, usual),
        "closers": "fewer" if run.activation["mgp"] < FEWER * balanced.activation["mgp"] else "enough",
    }
    return Live(say(f"live-{kind}-lead", **words), say(f"live-{kind}", **words))


def _kind(run: Run, balanced: Run) -> str:
    """Return which of the sentences fits."""
    if run.scenario == balanced.scenario:
        return "balanced"
    if shows_paradox(run, balanced):
        return "paradox"
    if blocked(run.scenario.parameters):
        return "blocked"
    if shows_both(run, balanced):
        return "both"
    bone, _ = verdict(run, balanced)
    if bone == "falls":
        return "falls"
    if hardens(run, balanced):
        return "hardens"
    if run.scenario.lens == "trials":
        return "trials"
    more = absorption_ratio(run, balanced) >= NOTABLE_ABSORPTION_RATIO
    more = more and run.constant("vitamin_k_supply") > balanced.constant("vitamin_k_supply")
    return "solved" if bone == "grows" and more else "near"
