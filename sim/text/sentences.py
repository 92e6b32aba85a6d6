"""
The words: from a run to the sentences people read.

Every number of a run is computed from it; no such figure is typed in.
"""

from collections.abc import Mapping
from math import floor

from sim.model.equations import MODEL_VERSION
from sim.model.parameters import NORMAL_BLOOD_CALCIUM, Control, Parameter, control, number
from sim.runs.experiments import blocked, experiment_of
from sim.runs.quantities import QUANTITIES
from sim.runs.run import Run
from sim.runs.scenario import Scenario
from sim.runs.verdict import (
    NOTABLE_ABSORPTION_RATIO,
    NOTABLE_ARTERY_RATIO,
    absorption_ratio,
    notable_bone_change,
    shows_both,
    shows_paradox,
    verdict,
)
from sim.text.values import signed, told

BONE, ARTERIES, BLOOD = (QUANTITIES[name] for name in ("bone_change", "arteries_times", "blood_calcium"))
APP_NAME = "Calcium Paradox Lab"
NOTICE = "Illustrative teaching model, not medical advice."
BLOOD_THINNER = "If you take a blood thinner, ask a clinician before you change your vitamin K."
NOTICE_LONG = (
    "**Illustrative teaching model, not medical advice.** It shows a popular hypothesis with made-simple "
    f"numbers and cannot tell what is right for you. {BLOOD_THINNER}"
)
HIGH_VITAMIN_D = 4000
"""The upper limit for adults: IOM 2011. [IU/day]"""
HARMS_OF_VITAMIN_D = (
    f"Above {number(HIGH_VITAMIN_D)} IU a day vitamin D has known harms (falls, broken bones, much calcium in urine); "
    "the model leaves them out."
)
LOWER_DENSITY = (
    f"One trial found lower bone density with {number(HIGH_VITAMIN_D)} and 10,000 IU a day than with 400 (Burt 2019)."
)
RATS_ONLY = "Calcium leaving artery walls with vitamin K was seen in rats only, not in people."


def unit(text: str) -> str:
    """Return a unit as readers see it: ``ug`` becomes ``µg``."""
    return text.replace("ug", "µg")


def with_unit(row: Parameter, value: float) -> str:
    """Return a value with its unit."""
    return f"{number(value)} {unit(row.unit)}".strip()


def made_with(scenario: Scenario) -> str:
    """Return what made a file: program, model version, and whose account it gives."""
    return f"{APP_NAME}, model {MODEL_VERSION}, {scenario.account().phrase}."


def label(row: Control, scenario: Scenario) -> str:
    """Return what a control is called: the form of vitamin K gives its slider the name."""
    return scenario.form().nutrient if row.name == "vitamin_k2" else row.label


def nutrients_line(scenario: Scenario) -> str:
    """Return the three nutrients in one line."""
    rows = ((control(name), value) for name, value in scenario.nutrients().items())
    return ", ".join(f"{label(row, scenario)} {with_unit(row, value)}" for row, value in rows)


def settings_line(scenario: Scenario) -> str:
    """Return the settings in one line."""
    return f"{nutrients_line(scenario)}, {years_text(scenario.years)}."


def changed_line(scenario: Scenario) -> str:
    """Return the parameters that differ from their default and what experiment that repeats, or nothing."""
    changed = ", ".join(f"{name} = {number(value)}" for name, value in scenario.parameters.items())
    experiment = experiment_of(scenario)
    return f"Changed: {changed}{f', as in: {experiment}' if experiment else ''}." if changed else ""


def parameter_name(name: str) -> str:
    """
    Return a parameter's name as readers see it.

    Examples
    --------
    >>> parameter_name("mgp_ed50"), parameter_name("serum_25ohd_base")
    ('MGP ED50', 'serum 25(OH)D base')
    """
    words = {"mgp": "MGP", "pth": "PTH", "ed50": "ED50", "ec50": "EC50", "25ohd": "25(OH)D", "d": "D", "k2": "K2"}
    return " ".join(words.get(word, word) for word in name.split("_"))


def years_text(years: float) -> str:
    """Return a duration in words."""
    return "1 year" if years == 1 else f"{number(years)} years"


def provenance(scenario: Scenario) -> str:
    """Return the line that every exported file carries: what made it, from which settings."""
    return " ".join(filter(None, (made_with(scenario), settings_line(scenario), changed_line(scenario))))


def headline(run: Run, balanced: Run) -> str:
    """Return what a run shows, in one sentence for a class, and what has to be said beside it."""
    after = f"{ends(run)} after {years_text(run.scenario.years)}"
    return " ".join([f"{run.scenario.account().opening}: {after}: {_meaning(run, balanced)}", *_remarks(run)])


def _remarks(run: Run) -> list[str]:
    """Return what has to be said where it holds: of blood, of much vitamin D, of arteries that lose calcium."""
    said = []
    low, high = NORMAL_BLOOD_CALCIUM
    if not low <= (blood := float(BLOOD.end(run))) <= high:
        said.append(f"Blood calcium is {told(BLOOD, blood)}, outside the usual range, {low} to {high} {BLOOD.unit}.")
    if run.scenario.vitamin_d > HIGH_VITAMIN_D:
        said.append(HARMS_OF_VITAMIN_D)
    if run.scenario.lens == "trials" and run.scenario.vitamin_d >= HIGH_VITAMIN_D:
        said.append(LOWER_DENSITY)
    if run.arteries_gain[-1] < 0:
        said.append(RATS_ONLY)
    return said


def contrast(run: Run, other: Run) -> str:
    """Return what the other lens says of the same settings."""
    bone = abs(run.bone_change[-1] - other.bone_change[-1])
    gains = run.arteries_gain[-1], other.arteries_gain[-1]
    notable = bone >= notable_bone_change(run.scenario.years) or (
        abs(gains[0] - gains[1]) > (NOTABLE_ARTERY_RATIO - 1) * min(map(abs, gains))
    )
    manner = "something else" if notable else "much the same"
    return f"{other.scenario.account().speaks} {manner}: {ends(other)}."


def ends(run: Run) -> str:
    """Return the ends of a run: bone and arteries."""
    return ", ".join(f"{each.short} {told(each, each.end(run))}" for each in (BONE, ARTERIES))


def _meaning(run: Run, balanced: Run) -> str:
    """Say in words how the two ends of this run compare with the start and the balanced run."""
    if run.scenario == balanced.scenario:
        return "this is the balanced run; the others are compared with it."
    if shows_paradox(run, balanced):
        return "bone falls and arteries harden although more calcium is absorbed: **calcium paradox**."
    if shows_both(run, balanced):
        why = "**too little K2**"
        if blocked(run.scenario.parameters):
            why = "**a protein that K2 switches on is blocked**"
        if absorption_ratio(run, balanced) * NOTABLE_ABSORPTION_RATIO <= 1:
            why += ", and little calcium absorbed"
        return f"bone falls and arteries harden without more calcium absorbed: {why}; no paradox."
    bone, arteries = verdict(run, balanced)
    joined = "but" if (bone == "falls") != (arteries == "harden") else "and"
    return f"bone {BONE_WORDS[bone]} {joined} {ARTERY_WORDS[arteries]}; no paradox."


# A change just short of notable may be printed as the notable one is: "keeps steady" would contradict it.
BONE_WORDS = {"falls": "falls", "grows": "grows", "keeps steady": "hardly changes"}
ARTERY_WORDS = {
    "harden": "arteries harden faster than in the balanced run",
    "gain as usual": "arteries gain about as much as in the balanced run",
    "gain less": "arteries gain less than in the balanced run",
    "lose calcium": "arteries lose calcium",
}


def certainty(members: int, share: float) -> str:
    """Return in words how often the paradox survives in an ensemble of plausible models."""
    percent = 100 * share
    shown = "less than 1" if 0 < percent < 1 else "more than 99" if 99 < percent < 100 else f"{percent:.0f}"
    return (
        f"The calcium paradox shows in {shown} % of {members:,} plausible models with these settings. "
        "Each model draws every uncertain number from the range that a careful reader could still believe."
    )


def printed(parts: Mapping[str, float], total: float) -> dict[str, float]:
    """
    Return parts as they are printed, with two decimals, so that they add up to their total as it is printed.

    All are rounded down, and as many as the total needs are then raised, those that lose most first: each printed
    part is less than 0.01 from its value.

    Examples
    --------
    >>> printed({"a": 0.333, "b": 0.333, "c": 0.334}, 1)
    {'a': 0.33, 'b': 0.33, 'c': 0.34}
    """
    hundredths = {name: 100 * value for name, value in parts.items()}
    down = {name: floor(value) for name, value in hundredths.items()}
    missing = round(100 * total) - sum(down.values())
    raised = sorted(down, key=lambda name: down[name] - hundredths[name])[:missing]
    return {name: (whole + (name in raised)) / 100 for name, whole in down.items()}


def printed_ledger(run: Run) -> tuple[float, dict[str, float]]:
    """Return what was eaten, and where it went, as every page and paper prints it. [g]"""
    ledger = {name: amount / 1000 for name, amount in run.ledger().items()}
    eaten = ledger.pop("eaten")
    return round(100 * eaten) / 100, printed(ledger, eaten)


def ledger_sentence(run: Run) -> str:
    """Return the calcium ledger as a sentence that adds up."""
    eaten, went = printed_ledger(run)
    parts = ", ".join(f"{name} {signed(amount, 2)} g" for name, amount in went.items())
    return f"Of {eaten:,.2f} g calcium eaten in {years_text(run.scenario.years)}: {parts}."
