"""
What a question may ask for: how a measure is read from a run, and from which difference on it counts as a change.
"""

from collections.abc import Callable
from dataclasses import dataclass

from sim.runs.many import balanced_run
from sim.runs.run import Run
from sim.runs.verdict import NOTABLE_ARTERY_RATIO, notable_bone_change
from sim.text.sentences import signed

OUTCOMES = ("rises", "stays", "falls")
JOIN = " + "
"""Between two measures asked for together, and between their two outcomes."""


@dataclass(frozen=True)
class Measure:
    """
    A number at the end of a run that a question may ask for.

    Attributes
    ----------
    key, label, unit : str
        Its name in lesson files, what it is called on the page, and its unit.
    read : callable
        Takes a `Run`, returns the value. [unit]
    shown : callable
        Takes a value, returns it with its unit as readers see it.
    notable : callable
        Takes the run before, returns the smallest difference that counts as a change. [unit]
    reason : str
        Why that much, in one line for a reader of 14 and up.
    """

    key: str
    label: str
    unit: str
    read: Callable[[Run], float]
    shown: Callable[[float], str]
    notable: Callable[[Run], float]
    reason: str


def _day(name: str) -> Callable[[Run], float]:
    return lambda run: run.last_day()[name]


def _percent(value: float) -> str:
    return f"{value:.0f} %"


def _mg_a_day(value: float) -> str:
    return f"{value:,.0f} mg/day"


def _artery_step(before: Run) -> float:
    """Return from which difference on arteries harden or gain less: as in the sentences on the page. [times start]"""
    return (NOTABLE_ARTERY_RATIO - 1) * float(balanced_run(before.scenario).arteries_times[-1] - 1)


MEASURES = {
    measure.key: measure
    for measure in (
        Measure("absorbed", "Absorbed calcium", "mg/day", _day("absorbed"), _mg_a_day, lambda before: 5,
                "5 mg a day is about 2 % of what the balanced adult absorbs; no study could tell less apart."),
        Measure("share", "Share of calcium absorbed", "%",
                lambda run: 100 * run.last_day()["absorbed"] / run.last_day()["eaten"], _percent,
                lambda before: 1, "One point in a hundred is the last digit shown."),
        Measure("bone", "Bone calcium", "% since the start", lambda run: float(run.bone_change[-1]),
                lambda value: f"{signed(value)} %", lambda before: notable_bone_change(before.scenario.years),
                "Bone changes if its new level is 1 % away or more, as everywhere on the page."),
        Measure("arteries", "Artery calcium", "times the start", lambda run: float(run.arteries_times[-1]),
                lambda value: f"×{value:.1f}", _artery_step,
                "A change is half of the balanced run's gain: that much more, and the page says that arteries harden."),
        Measure("osteocalcin", "Activated osteocalcin", "%", lambda run: 100 * run.activation["osteocalcin"],
                _percent, lambda before: 5, "Tests of activation differ by some points from laboratory to laboratory."),
        Measure("mgp", "Activated MGP", "%", lambda run: 100 * run.activation["mgp"], _percent,
                lambda before: 5, "Tests of activation differ by some points from laboratory to laboratory."),
        Measure("blood", "Blood calcium", "mg/dL", lambda run: float(run.blood_calcium[-1]),
                lambda value: f"{value:.2f} mg/dL", lambda before: 0.1,
                "A laboratory reports blood calcium to one decimal."),
        Measure("urine", "Calcium in urine", "mg/day", _day("urine"), _mg_a_day, lambda before: 10,
                "10 mg a day is well below what differs from one day to the next in the same person."),
    )
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
    for key in text.split(JOIN):
        if key not in MEASURES:
            raise ValueError(f"Invalid measure '{key}'. Must be one of: {', '.join(MEASURES)}.")
    return tuple(MEASURES[key] for key in text.split(JOIN))


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
