"""
What a task may ask for: from which difference on a quantity at the end of a run counts as a change.
"""

from collections.abc import Callable
from dataclasses import dataclass

from sim.model.lenses import check_name
from sim.runs.many import balanced_run
from sim.runs.quantities import QUANTITIES, Quantity
from sim.runs.run import Run
from sim.runs.verdict import NOTABLE_ARTERY_RATIO, notable_bone_change

OUTCOMES = ("rises", "stays", "falls")


@dataclass(frozen=True)
class Measure:
    """
    A number at the end of a run that a task may ask for.

    `notable` takes the run that another is compared with and returns the smallest difference that counts as a change.
    """

    quantity: Quantity
    notable: Callable[[Run], float]

    def read(self, run: Run) -> float:
        """Return its value at the end of a run. [unit that readers see]"""
        return float(self.quantity.end(run))


def _artery_step(run: Run) -> float:
    """Return from which difference on arteries harden or gain less: as in the sentences on the page. [times start]"""
    return (NOTABLE_ARTERY_RATIO - 1) * float(balanced_run(run.scenario).arteries_times[-1] - 1)


NOTABLE: dict[str, Callable[[Run], float]] = {
    # About 2 % of what the balanced adult absorbs; no study could tell less apart. [mg/day]
    "day_absorbed": lambda run: 5,
    # The last digit shown. [%]
    "absorbed_share": lambda run: 1,
    # Its new level is 1 % away or more, as everywhere on the page. [%]
    "bone_change": lambda run: notable_bone_change(run.scenario.years),
    # Half of the balanced run's gain: that much more, and the page says that arteries harden. [times start]
    "arteries_times": _artery_step,
    # Tests differ by some points from laboratory to laboratory. [%]
    "osteocalcin_activation": lambda run: 5,
    "mgp_activation": lambda run: 5,
    # A laboratory reports one decimal. [mg/dL]
    "blood_calcium": lambda run: 0.1,
    # Well below what differs from one day to the next in the same person. [mg/day]
    "day_urine": lambda run: 10,
}
MEASURES = {name: Measure(QUANTITIES[name], notable) for name, notable in NOTABLE.items()}
"""By the name of the quantity."""


def measure_of(quantity: str) -> Measure:
    """
    Return the measure of a quantity.

    Raises
    ------
    ValueError
        If the quantity is no measure.

    Examples
    --------
    >>> measure_of("teeth")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ValueError: Invalid measure 'teeth'. Must be one of: day_absorbed, absorbed_share, bone_change, ...
    """
    return MEASURES[check_name("measure", quantity, MEASURES)]


def outcome(measure: Measure, known: Run, other: Run) -> str:
    """
    Return where a measure lies in another run: it ``falls``, ``stays`` or ``rises``.

    Examples
    --------
    >>> from sim import PRESETS, simulate
    >>> outcome(measure_of("blood_calcium"), simulate(PRESETS["balanced"]), simulate(PRESETS["calcium paradox"]))
    'stays'
    """
    difference = measure.read(other) - measure.read(known)
    if abs(difference) < measure.notable(known):
        return "stays"
    return "rises" if difference > 0 else "falls"
