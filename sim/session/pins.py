"""
Pinned runs: a few settings kept by name, to be compared with the run on the sliders.

A list of pins is a tuple that never changes; each function returns a new one or says why not.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sim.model.invalid import shortened
from sim.model.parameters import control
from sim.runs.scenario import Scenario, preset_of
from sim.text.messages import say
from sim.text.sentences import BALANCED_RUN, THIS_RUN

MOST_PINS = 4
LONGEST_NAME = 36
SEPARATOR = "~"
"""Stands between the parts of a pin in a link, so that no name may hold it."""
_FORMULA = re.compile(r"(^|;)\s*[=+\-@\N{MINUS SIGN}]")
"""Where a spreadsheet takes a cell for a formula; in many countries ``;`` parts the cells of a CSV file."""
_UNSEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0")
"""Letters and marks of Unicode that look like nothing, beside those of its category C."""


@dataclass(frozen=True)
class Pin:
    """
    A run kept by name; ValueError says why a name cannot be used.

    The years do not belong to a pin: all runs are compared over the same years.
    """

    name: str
    scenario: Scenario

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", checked_name(self.name))
        object.__setattr__(self, "scenario", replace(self.scenario, years=control("years").default))

    def over(self, years: float) -> Scenario:
        """Return the settings over this many years."""
        return replace(self.scenario, years=years)


Pins = tuple[Pin, ...]


def checked_name(name: str) -> str:
    """
    Return a name without the spaces around it, if it can be used: every name of a run goes through here.

    Raises
    ------
    ValueError
        If it is empty or too long, holds a sign that nobody sees or that a link needs, begins as a formula does,
        or is what a run that is not pinned is called.

    Examples
    --------
    >>> checked_name("  little K2 ")
    'little K2'
    >>> checked_name("a~b")
    Traceback (most recent call last):
    ValueError: Invalid name 'a~b'. Must have 1 to 36 letters, digits, spaces or visible signs other than ~.
    """
    kept = " ".join(name.split())
    plain = unicodedata.normalize("NFKC", kept)  # a full-width = is an equals sign to a spreadsheet and to a reader
    reserved = ["".join(words.split()) for words in (THIS_RUN, BALANCED_RUN)]
    if not 1 <= len(kept) <= LONGEST_NAME or SEPARATOR in kept or _has_unseen(name):
        rule = "signs"
    elif _FORMULA.search(plain):
        rule = "formula"
    elif "".join(filter(str.isalnum, plain)).casefold() in reserved:
        rule = "own"
    else:
        return kept
    shown = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in name.strip(" "))
    named = {"name": shortened(shown), "most": str(LONGEST_NAME), "own": THIS_RUN, "balanced": BALANCED_RUN}
    raise ValueError(say("name-refused", rule=rule, **named))


def _has_unseen(name: str) -> bool:
    """Return whether a name holds a sign that is not to be seen, turns the text around, or begins with a bare mark."""
    kinds = [unicodedata.category(sign) for sign in name.strip()]
    hidden = any(unicodedata.category(sign) in ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp") for sign in name)
    return hidden or not _UNSEEN.isdisjoint(name) or kinds[0][0] == "M"


def add(pins: Pins, scenario: Scenario, name: str = "") -> Pins:
    """
    Return the pins with one more at the end; an empty name is that of the preset or made of the settings.

    Raises
    ------
    ValueError
        If there are MOST_PINS already, or the name is taken or cannot be used.

    Examples
    --------
    >>> [pin.name for pin in add((), Scenario(vitamin_k2=10))]
    ['K2 deficiency']
    """
    if len(pins) >= MOST_PINS:
        raise ValueError(say("pins-full", number=str(len(pins) + 1), most=str(MOST_PINS)))
    pin = Pin(name if name.strip() else suggested_name(pins, scenario), scenario)
    check_new(pin.name, pins)
    return (*pins, pin)


def rename(pins: Pins, index: int, name: str) -> Pins:
    """Return the pins with another name for one of them; ValueError if it is taken or cannot be used."""
    renamed = replace(pins[index], name=name)
    check_new(renamed.name, (*pins[:index], *pins[index + 1 :]))
    return (*pins[:index], renamed, *pins[index + 1 :])


def move_up(pins: Pins, index: int) -> Pins:
    """Return the pins with one of them a place earlier; the first goes to the end."""
    order = list(pins)
    order.insert(index - 1 if index else len(pins) - 1, order.pop(index))
    return tuple(order)


def remove(pins: Pins, index: int) -> Pins:
    """Return the pins without one of them."""
    return (*pins[:index], *pins[index + 1 :])


def suggested_name(pins: Sequence[Pin], scenario: Scenario) -> str:
    """
    Return a name for a run: the preset's or its settings, the lens if it is not the usual one; a number if taken.

    Examples
    --------
    >>> suggested_name([], Scenario(calcium=2500, vitamin_d=10000, vitamin_k2=500, lens="trials"))
    '2500/10000/500, trials'
    """
    base = preset_of(scenario) or "/".join(f"{value:g}" for value in scenario.nutrients().values())
    ending = "" if scenario.lens == Scenario().lens else f", {scenario.lens}"
    endings = (ending, *(f"{ending} {number}" for number in range(2, MOST_PINS + 2)))
    taken = {pin.name for pin in pins}
    names = (base[: LONGEST_NAME - len(each)] + each for each in endings)
    return next(name for name in names if name not in taken)


def check_new(name: str, others: Sequence[Pin]) -> None:
    """Raise ValueError if another pin has this name."""
    if name in (pin.name for pin in others):
        raise ValueError(say("name-taken", name=name))
