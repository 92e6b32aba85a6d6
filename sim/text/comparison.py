"""
Runs side by side: the one on the sliders and the pinned ones, each beside the balanced run of its own world.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sim.runs.many import balanced_run
from sim.runs.run import Run, simulate
from sim.runs.scenario import Scenario
from sim.session.pins import THIS_RUN, Pins
from sim.text.sentences import headline, signed
from sim.text.tables import Table


@dataclass(frozen=True, eq=False)
class Named:
    """A run with its name and the balanced run under the same lens and assumptions over the same years."""

    name: str
    run: Run
    balanced: Run

    def sentence(self) -> str:
        """Return what this run shows."""
        return headline(self.run, self.balanced)

    def difference(self, quantity: "Quantity") -> tuple[float, float]:
        """Return how far the run ends from its balanced run: in the quantity's unit, and in percent of it."""
        value, usual = quantity.of(self.run), quantity.of(self.balanced)
        return value - usual, 100 * (value - usual) / usual


def side_by_side(scenario: Scenario, pins: Pins) -> tuple[Named, ...]:
    """
    Return this run and the pinned runs, all over the years of `scenario`.

    Parameters
    ----------
    scenario : Scenario
    pins : tuple of Pin

    Examples
    --------
    >>> from sim.session.pins import Pin
    >>> runs = side_by_side(Scenario(years=5), (Pin("little K2", Scenario(vitamin_k2=10)),))
    >>> [(each.name, each.run.scenario.years) for each in runs]
    [('this run', 5.0), ('little K2', 5.0)]
    """
    scenarios = [(THIS_RUN, scenario), *((pin.name, pin.over(scenario.years)) for pin in pins)]
    return tuple(Named(name, simulate(each), balanced_run(each)) for name, each in scenarios)


@dataclass(frozen=True)
class Quantity:
    """A number in which runs are compared, at the end of the years."""

    label: str
    unit: str
    of: Callable[[Run], float]
    decimals: int


QUANTITIES = (
    Quantity("bone calcium", "g", lambda run: run.amounts["bone"][-1] / 1000, 1),
    Quantity("artery calcium", "mg", lambda run: run.amounts["arteries"][-1], 1),
    Quantity("blood calcium", "mg/dL", lambda run: run.blood_calcium[-1], 2),
    Quantity("calcium absorbed on the last day", "mg/day", lambda run: run.last_day()["absorbed"], 1),
    Quantity("calcium in urine on the last day", "mg/day", lambda run: run.last_day()["urine"], 1),
    Quantity("osteocalcin activated", "%", lambda run: 100 * run.activation["osteocalcin"], 1),
    Quantity("MGP activated", "%", lambda run: 100 * run.activation["mgp"], 1),
)


def differences_table(runs: Sequence[Named]) -> Table:
    """Return how each run differs from its balanced run, absolute and in percent of it, quantity by quantity."""
    columns = ("quantity", "run", "value", "balanced run", "difference", "difference [%]")
    return Table("Difference from the balanced run", columns, [_row(q, named) for q in QUANTITIES for named in runs])


def _row(quantity: Quantity, named: Named) -> tuple[str, ...]:
    ends = (quantity.of(named.run), quantity.of(named.balanced))
    shown = (f"{value:,.{quantity.decimals}f} {quantity.unit}" for value in ends)
    absolute, percent = named.difference(quantity)
    unit = quantity.unit.replace("%", "percentage points")  # beside the next column's difference in percent
    return (quantity.label, named.name, *shown, f"{signed(absolute, quantity.decimals)} {unit}", signed(percent))
