"""
The words: from a run to the sentences people read, all of them messages of en.ftl.

Every number of a run is computed from it; no such figure is typed in.
"""

from collections.abc import Mapping
from math import floor

from sim.model.equations import MODEL_VERSION
from sim.model.parameters import DAYS_PER_YEAR, NORMAL_BLOOD_CALCIUM, Control, Parameter, control, number
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
from sim.text.messages import say
from sim.text.values import signed, told

BONE, ARTERIES, BLOOD = (QUANTITIES[name] for name in ("bone_change", "arteries_times", "blood_calcium"))
HIGH_VITAMIN_D = 4000
"""The upper limit for adults: IOM 2011. [IU/day]"""
APP_NAME = say("app-name")
NOTICE = say("notice")
BLOOD_THINNER = say("blood-thinner")
NOTICE_LONG = say("notice-long")
HARMS_OF_VITAMIN_D = say("harms-of-vitamin-d", limit=number(HIGH_VITAMIN_D))
LOWER_DENSITY = say("lower-density", limit=number(HIGH_VITAMIN_D))
RATS_ONLY = say("rats-only")
THIS_RUN, BALANCED_RUN = say("map-this-run"), say("compared-balanced-run")
"""What the runs that are not pinned are called everywhere, so that no pin may have these names."""


def unit(text: str) -> str:
    """Return a unit as readers see it: ``ug`` becomes ``µg``."""
    return text.replace("ug", "µg")


def with_unit(row: Parameter, value: float) -> str:
    """Return a value with its unit."""
    return f"{number(value)} {unit(row.unit)}".strip()


def made_with(scenario: Scenario) -> str:
    """Return what made a file: program, model version, and whose account it gives."""
    return say("made-with", version=MODEL_VERSION, account=scenario.account().phrase)


def label(row: Control, scenario: Scenario) -> str:
    """Return what a control is called: the form of vitamin K gives its slider the name."""
    return scenario.form().nutrient if row.name == "vitamin_k2" else row.label


def nutrients_line(scenario: Scenario) -> str:
    """Return the three nutrients in one line."""
    rows = ((control(name), value) for name, value in scenario.nutrients().items())
    return ", ".join(f"{label(row, scenario)} {with_unit(row, value)}" for row, value in rows)


def settings_line(scenario: Scenario) -> str:
    """Return the settings in one line."""
    return say("settings-line", nutrients=nutrients_line(scenario), **lasting(scenario.years))


def changed_line(scenario: Scenario) -> str:
    """Return the parameters that differ from their default and what experiment that repeats, or nothing."""
    changed = ", ".join(f"{name} = {number(value)}" for name, value in scenario.parameters.items())
    experiment = experiment_of(scenario) or ""
    told = {"changed": changed, "experiments": "some" if experiment else "none", "experiment": experiment}
    return say("changed-line", **told) if changed else ""


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
    return say("years", **lasting(years))


def lasting(years: float) -> dict[str, str | float]:
    """Return what a message needs that names a duration: the text, and the number that chooses singular or plural."""
    return {"count": years, "years": number(years)}


def provenance(scenario: Scenario) -> str:
    """Return the line that every exported file carries: what made it, from which settings."""
    return " ".join(filter(None, (made_with(scenario), settings_line(scenario), changed_line(scenario))))


def headline(run: Run, balanced: Run) -> str:
    """Return what a run shows, in one sentence for a class, and what has to be said beside it."""
    opening, meaning = run.scenario.account().opening, _meaning(run, balanced)
    said = say("headline", opening=opening, meaning=meaning, **ends(run), **lasting(run.scenario.years))
    return " ".join([said, *remarks(run)])


def remarks(run: Run) -> list[str]:
    """Return what has to be said where it holds: of blood, of much vitamin D, of arteries that lose calcium."""
    said = []
    low, high = NORMAL_BLOOD_CALCIUM
    if not low <= (blood := float(BLOOD.end(run))) <= high:
        said.append(say("blood-outside", blood=told(BLOOD, blood), **usual_blood()))
    if run.scenario.vitamin_d > HIGH_VITAMIN_D:
        said.append(HARMS_OF_VITAMIN_D)
    if run.scenario.lens == "trials" and run.scenario.vitamin_d >= HIGH_VITAMIN_D:
        said.append(LOWER_DENSITY)
    if run.arteries_gain[-1] < 0:
        said.append(RATS_ONLY)
    return said


def usual_blood() -> dict[str, str]:
    """Return what a message needs that names the usual range of calcium in blood."""
    low, high = map(number, NORMAL_BLOOD_CALCIUM)
    return {"low": low, "high": high, "unit": BLOOD.unit}


def contrast(run: Run, other: Run) -> str:
    """Return what the other lens says of the same settings."""
    bone = abs(run.bone_change[-1] - other.bone_change[-1])
    gains = run.arteries_gain[-1], other.arteries_gain[-1]
    notable = bone >= notable_bone_change(run.scenario.years) or (
        abs(gains[0] - gains[1]) > (NOTABLE_ARTERY_RATIO - 1) * min(map(abs, gains))
    )
    return say("contrast", speaks=other.scenario.account().speaks, manner="other" if notable else "same", **ends(other))


def ends(run: Run) -> dict[str, str]:
    """Return what a message needs that tells the ends of a run: bone and arteries."""
    rows = {"bone": BONE, "arteries": ARTERIES}
    names = {name: row.short for name, row in rows.items()}
    return names | {f"{name}_end": told(row, row.end(run)) for name, row in rows.items()}


def _meaning(run: Run, balanced: Run) -> str:
    """Say in words how the two ends of this run compare with the start and the balanced run."""
    if run.scenario == balanced.scenario:
        return say("meaning-balanced")
    if shows_paradox(run, balanced):
        return say("meaning-paradox")
    if shows_both(run, balanced):
        why = "blocked" if blocked(run.scenario.parameters) else "k2"
        return say("meaning-both", why=why, absorbed=absorbed(run, balanced))
    bone, arteries = verdict(run, balanced)
    joined = "but" if (bone == "falls") != (arteries == "harden") else "and"
    return say("meaning-other", bone=bone.replace(" ", "-"), arteries=arteries.replace(" ", "-"), joined=joined)


def absorbed(run: Run, balanced: Run) -> str:
    """Return in a word whether less calcium is absorbed than in the balanced run, or enough."""
    return "less" if absorption_ratio(run, balanced) * NOTABLE_ABSORPTION_RATIO <= 1 else "enough"


def certainty(members: int, share: float) -> str:
    """Return in words how often the paradox survives in an ensemble of plausible models."""
    percent = 100 * share
    shown = "least" if 0 < percent < 1 else "most" if 99 < percent < 100 else "some"
    return say("certainty", share=shown, percent=f"{percent:.0f}", members=f"{members:,}")


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
    """
    Return what was eaten, and where it went, as every page and paper prints it. [g]

    What was eaten is the intake times the days: the solver's sum, equal but for its last digits, may fall on the other
    side of a half.
    """
    parts = {name: amount / 1000 for name, amount in run.ledger().items() if name != "eaten"}
    eaten = run.scenario.calcium * run.scenario.years * DAYS_PER_YEAR / 1000
    return round(100 * eaten) / 100, printed(parts, eaten)


def ledger_sentence(run: Run) -> str:
    """Return the calcium ledger as a sentence that adds up."""
    eaten, went = printed_ledger(run)
    parts = (say("ledger-part", name=ledger_name(name), amount=signed(amount, 2)) for name, amount in went.items())
    return say("ledger-sentence", eaten=f"{eaten:,.2f}", parts=", ".join(parts), **lasting(run.scenario.years))


def ledger_name(part: str) -> str:
    """Return what a part of the ledger is called."""
    return say("ledger-name", part=part.replace(" ", "-"))
