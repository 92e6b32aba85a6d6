"""Runs side by side: the one on the sliders and the pinned ones, each beside the balanced run of its own world."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from sim.runs.many import balanced_run
from sim.runs.quantities import QUANTITIES, Quantity
from sim.runs.run import Run, simulate
from sim.runs.scenario import Scenario
from sim.text.messages import say
from sim.text.sentences import THIS_RUN, headline
from sim.text.tables import Table
from sim.text.values import called, signed, told


class Kept(Protocol):
    """A run that is kept by name, such as a pinned one."""

    @property
    def name(self) -> str:
        """What it is called."""
        ...

    def over(self, years: float) -> Scenario:
        """Return its settings over this many years."""
        ...


@dataclass(frozen=True, eq=False)
class Named:
    """A run with its name and the balanced run under the same lens and assumptions over the same years."""

    name: str
    run: Run
    balanced: Run

    def sentence(self) -> str:
        """Return what this run shows."""
        return headline(self.run, self.balanced)

    def difference(self, quantity: Quantity) -> tuple[float, float]:
        """Return how far the run ends from its balanced run: in the quantity's unit, and in percent of it."""
        value, usual = quantity.end(self.run), quantity.end(self.balanced)
        return value - usual, 100 * (value - usual) / usual


def side_by_side(scenario: Scenario, pins: Sequence[Kept]) -> tuple[Named, ...]:
    """
    Return this run and the pinned runs, all over the years of `scenario`.

    Examples
    --------
    >>> from sim.session.pins import Pin
    >>> runs = side_by_side(Scenario(years=5), (Pin("little K2", Scenario(vitamin_k2=10)),))
    >>> [(each.name, each.run.scenario.years) for each in runs]
    [('this run', 5.0), ('little K2', 5.0)]
    """
    scenarios = [(THIS_RUN, scenario), *((pin.name, pin.over(scenario.years)) for pin in pins)]
    return tuple(Named(name, simulate(each), balanced_run(each)) for name, each in scenarios)


COMPARED = tuple(
    QUANTITIES[name]
    for name in (
        "bone", "arteries", "blood_calcium", "day_absorbed", "day_urine", "osteocalcin_activation", "mgp_activation",
    )
)  # fmt: skip
"""The numbers in which runs are compared, at the end of the years."""


def differences_table(runs: Sequence[Named]) -> Table:
    """Return how each run differs from its balanced run, absolute and in percent of it, quantity by quantity."""
    heads = ("quantity", "run", "value", "balanced-run", "difference", "difference-percent")
    columns = tuple(say(f"compared-{head}") for head in heads)
    return Table(say("compared"), columns, [_row(q, named) for q in COMPARED for named in runs])


def _row(quantity: Quantity, named: Named) -> tuple[str, ...]:
    shown = (told(quantity, quantity.end(run), 1) for run in (named.run, named.balanced))
    absolute, percent = named.difference(quantity)
    unit = quantity.reader_unit.replace("%", say("percentage-points"))  # beside the next column's difference in percent
    return (called(quantity), named.name, *shown, f"{signed(absolute, quantity.decimals + 1)} {unit}", signed(percent))
