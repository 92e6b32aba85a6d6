"""
What a question may ask for: how a measure is read from a run, and from which difference on it counts as a change.
"""

from collections.abc import Callable
from dataclasses import dataclass

from sim.model.lenses import check_name
from sim.runs.many import balanced_run
from sim.runs.quantities import QUANTITIES, Quantity
from sim.runs.run import Run
from sim.runs.verdict import NOTABLE_ARTERY_RATIO, notable_bone_change
from sim.text.values import told

OUTCOMES = ("rises", "stays", "falls")
JOIN = " + "
"""Between two measures asked for together, and between their two outcomes."""


@dataclass(frozen=True)
class Measure:
    """
    A number at the end of a run that a question may ask for.

    `notable` takes the run before and returns the smallest difference that counts as a change; `reason` says in one
    line why that much.
    """

    quantity: Quantity
    notable: Callable[[Run], float]
    reason: str

    @property
    def label(self) -> str:
        """What it is called on the page."""
        return self.quantity.title

    @property
    def unit(self) -> str:
        """Its unit, as it stands at an axis."""
        return self.quantity.axis or self.quantity.reader_unit

    def read(self, run: Run) -> float:
        """Return its value at the end of a run. [unit]"""
        return float(self.quantity.end(run))

    def shown(self, value: float) -> str:
        """Return a value with its unit as readers see it."""
        return told(self.quantity, value)


def _artery_step(before: Run) -> float:
    """Return from which difference on arteries harden or gain less: as in the sentences on the page. [times start]"""
    return (NOTABLE_ARTERY_RATIO - 1) * float(balanced_run(before.scenario).arteries_times[-1] - 1)


_LABORATORIES = "Tests of activation differ by some points from laboratory to laboratory."
MEASURES = {
    "absorbed": Measure(QUANTITIES["day_absorbed"], lambda before: 5,
                        "5 mg a day is about 2 % of what the balanced adult absorbs; no study could tell less apart."),
    "share": Measure(QUANTITIES["absorbed_share"], lambda before: 1,
                     "One point in a hundred is the last digit shown."),
    "bone": Measure(QUANTITIES["bone_change"], lambda before: notable_bone_change(before.scenario.years),
                    "Bone changes if its new level is 1 % away or more, as everywhere on the page."),
    "arteries": Measure(QUANTITIES["arteries_times"], _artery_step,
                        "A change is half of the balanced run's gain: that much more, and the page says that arteries "
                        "harden."),
    "osteocalcin": Measure(QUANTITIES["osteocalcin_activation"], lambda before: 5, _LABORATORIES),
    "mgp": Measure(QUANTITIES["mgp_activation"], lambda before: 5, _LABORATORIES),
    "blood": Measure(QUANTITIES["blood_calcium"], lambda before: 0.1,
                     "A laboratory reports blood calcium to one decimal."),
    "urine": Measure(QUANTITIES["day_urine"], lambda before: 10,
                     "10 mg a day is well below what differs from one day to the next in the same person."),
}  # fmt: skip


def measures_of(text: str) -> tuple[Measure, ...]:
    """
    Return the measure of that key, or several whose keys are joined by ``+``.

    Raises
    ------
    ValueError
        If there is no measure of that key.

    Examples
    --------
    >>> [measure.label for measure in measures_of("bone + arteries")]
    ['Bone calcium', 'Artery calcium']
    >>> measures_of("teeth")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ValueError: Invalid measure 'teeth'. Must be one of: absorbed, share, bone, arteries, osteocalcin, mgp, ...
    """
    return tuple(MEASURES[check_name("measure", key, MEASURES)] for key in text.split(JOIN))


def measure_of(quantity: str) -> Measure:
    """
    Return the measure of a quantity.

    Raises
    ------
    ValueError
        If the quantity is no measure.
    """
    by_quantity = {measure.quantity.name: measure for measure in MEASURES.values()}
    return by_quantity[check_name("measure", quantity, by_quantity)]


def outcome(measure: Measure, before: Run, after: Run) -> str:
    """
    Return where a measure goes from one run to another: ``falls``, ``stays`` or ``rises``.

    Examples
    --------
    >>> from sim import PRESETS, simulate
    >>> outcome(MEASURES["blood"], simulate(PRESETS["balanced"]), simulate(PRESETS["calcium paradox"]))
    'stays'
    """
    difference = measure.read(after) - measure.read(before)
    if abs(difference) < measure.notable(before):
        return "stays"
    return "rises" if difference > 0 else "falls"
