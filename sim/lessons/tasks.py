"""
The nine kinds of tasks of a lesson, as its file holds them; what fits no task is refused when the file is read.

`key` is the name by which an answer is kept. `ask` is what the pupil is asked, `button` what the button at the foot
says, `after` what is said once the answer is locked (the first reply whose `when` holds, no `when` always), `expected`
what teachers read and pupils do not, `on_paper` what a sheet asks instead. Cases are names of the lesson's cases.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from sim.lessons.task_parts import Box, Card, Choice, Dot, Evidence, Goal, Ledger, Reply, RunReply, Slider


@dataclass(frozen=True, kw_only=True)
class Task:
    """What every task has."""

    kind: ClassVar[str]
    key: str
    ask: str
    button: str
    after: tuple[Reply, ...] = ()
    expected: str = ""
    on_paper: str = ""


@dataclass(frozen=True, kw_only=True)
class Choose(Task):
    """
    Choose one of several. `reveal` is ``now``, or the key of the step whose run tells what is right.

    What is right is `right`; or the model says it, by what becomes of `measure` from the first case of `compare` to
    the second; or, of an opinion, nothing is.
    """

    kind = "choose"
    choices: tuple[Choice, ...]
    reveal: str = "now"
    right: int | None = None
    measure: str = ""
    compare: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Draw(Task):
    """Draw a line of ten years on axes from `low` to `high`, `beside` another case's, and say why."""

    kind = "draw"
    quantity: str
    case: str
    beside: str
    low: float
    high: float
    ticks: tuple[float, ...]
    because: tuple[str, ...]
    reveal: str


@dataclass(frozen=True, kw_only=True)
class LetRun(Task):
    """Let the years pass: `case` beside another, and what that says to earlier answers."""

    kind = "run"
    case: str
    beside: str
    seconds: float = 6.0
    replies: tuple[RunReply, ...] = ()
    ledger: Ledger | None = None


@dataclass(frozen=True, kw_only=True)
class Write(Task):
    """Write; it never leaves the device. `recall` shows what was written at that task, `model` a good answer after."""

    kind = "write"
    least: int
    kept: str
    starter: str = ""
    starters: tuple[str, ...] = ()
    model: str = ""
    recall: str = ""


@dataclass(frozen=True, kw_only=True)
class Tick(Task):
    """Tick what an answer has."""

    kind = "tick"
    items: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Find(Task):
    """Find a setting that reaches all of `goal`: `live` follows the slider, otherwise the years are run."""

    kind = "find"
    case: str
    sliders: Mapping[str, Slider]
    goal: tuple[Goal, ...]
    found: Reply
    replies: tuple[Reply, ...]
    one_change: bool = False
    guesses: bool = False
    live: bool = False
    table: bool = False


@dataclass(frozen=True, kw_only=True)
class Vote(Task):
    """Vote, look at the evidence, talk, vote again."""

    kind = "vote"
    choices: tuple[Choice, ...]
    right: int
    evidence: Evidence
    talk: str


@dataclass(frozen=True, kw_only=True)
class Drag(Task):
    """Drag the ends of lines to where another account would put them; `dotted` are the ends that are known."""

    kind = "drag"
    quantity: str
    low: float
    high: float
    ticks: tuple[float, ...]
    dots: tuple[Dot, ...]
    dotted: tuple[Dot, ...]
    reveal: Mapping[str, str] = field(default_factory=dict)
    title: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Sort(Task):
    """Sort cards into boxes."""

    kind = "sort"
    boxes: tuple[Box, ...]
    cards: tuple[Card, ...]


KINDS: Mapping[str, type[Task]] = {
    kind.kind: kind for kind in (Choose, Draw, LetRun, Write, Tick, Find, Vote, Drag, Sort)
}
