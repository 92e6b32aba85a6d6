"""
What tasks of a lesson are made of: replies, choices, sliders and goals, cards, as a lesson's file holds them.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Reply:
    """What is said to a setting that was found, or once a task is locked; `when` is read by `conditions`."""

    text: str
    title: str = ""
    when: str = ""
    good: bool = False


@dataclass(frozen=True)
class RunReply:
    """
    What a run says to an earlier answer: the first one of a task that fits is said.

    It fits a drawn line that ends above `above` [the quantity's unit], or a choice of that number; without both, all.
    """

    task: str
    title: str
    text: str
    above: float | None = None
    choice: int | None = None
    good: bool = False


@dataclass(frozen=True)
class Choice:
    """What may be chosen, why it is right or not, where it lies on the body, and which outcome of a model it says."""

    text: str
    reason: str = ""
    place: str = ""
    outcome: str = ""


@dataclass(frozen=True)
class Slider:
    """Where a slider begins and ends, in multiples of the lesson's base."""

    low: float
    high: float
    step: float


@dataclass(frozen=True)
class Goal:
    """What a setting must reach [unit that readers see]: `near` a case means within so much of what that case gives."""

    quantity: str
    at_least: float | None = None
    at_most: float | None = None
    near: str = ""
    within: float | None = None


@dataclass(frozen=True)
class Evidence:
    """A table of where the calcium of these cases went."""

    cases: tuple[str, ...]
    rows: tuple[str, ...]


@dataclass(frozen=True)
class Dot:
    """An end of a line at year 10, and the case whose end it is."""

    label: str
    case: str


@dataclass(frozen=True)
class Box:
    """Where a card may lie: `short` stands where there is little room."""

    text: str
    short: str


@dataclass(frozen=True)
class Card:
    """A card, the number of the box where it belongs, and why."""

    text: str
    box: int
    reason: str


@dataclass(frozen=True)
class Ledger:
    """What is said of where the calcium went."""

    title: str
    text: str
