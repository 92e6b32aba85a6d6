"""
The words: from a result to the sentences and text alternatives people read.

Every number in a sentence is computed from the result; no figure is typed in.
"""

from sim.model import MODEL_VERSION
from sim.parameters import CONTROLS, Parameter, number
from sim.scenarios import Result, Scenario

APP_NAME = "Calcium Paradox Lab"
NOTICE = "Illustrative teaching model, not medical advice."
NOTICE_LONG = (
    "**Illustrative teaching model, not medical advice.** It shows a popular hypothesis with made-simple "
    "numbers and cannot tell what is right for you. If you take a blood thinner, ask a clinician before "
    "you change your vitamin K."
)
RATS_ONLY = "Calcium leaving artery walls with vitamin K was seen in rats only, not in people."

# The paradox is named when bone has lost at least this much and arteries have gained at least
# this many times what they gain in the balanced run.
PARADOX_BONE_LOSS = 1.0
PARADOX_ARTERY_RATIO = 1.5


def unit(text: str) -> str:
    """Return a unit as readers see it: ``ug`` becomes ``µg``."""
    return text.replace("ug", "µg")


def with_unit(row: Parameter, value: float) -> str:
    """
    Return a value with its unit.

    Examples
    --------
    >>> with_unit(CONTROLS[0], 2000)
    '2,000 mg/day'
    """
    return f"{number(value)} {unit(row.unit)}".strip()


def signed(value: float, decimals: int = 1) -> str:
    """
    Return a change with its sign, a true minus, and no signed zero.

    Examples
    --------
    >>> signed(-2.87), signed(3.04), signed(-0.001)
    ('−2.9', '+3.0', '0.0')
    """
    rounded = round(value, decimals) + 0.0
    text = f"{rounded:+,.{decimals}f}" if rounded else f"{0:.{decimals}f}"
    return text.replace("-", "−")


def made_with() -> str:
    """Return what made a file: program, model version, and whose account it gives."""
    return f"{APP_NAME}, model {MODEL_VERSION}, the popular story."


def settings_line(scenario: Scenario) -> str:
    """Return the settings in one line."""
    parts = [f"{row.label} {with_unit(row, scenario.settings()[row.name])}" for row in CONTROLS[:3]]
    return f"{', '.join([*parts, years_text(scenario.years)])}."


def changed_line(scenario: Scenario) -> str:
    """Return the parameters that differ from their default, or nothing."""
    changed = ", ".join(f"{name} = {number(value)}" for name, value in scenario.parameters.items())
    return f"Changed: {changed}." if changed else ""


def years_text(years: float) -> str:
    """Return a duration in words."""
    return "1 year" if years == 1 else f"{number(years)} years"


def provenance(scenario: Scenario) -> str:
    """Return the line that every exported file carries: what made it, from which settings."""
    return " ".join(filter(None, (made_with(), settings_line(scenario), changed_line(scenario))))


def is_paradox(result: Result, balanced: Result) -> bool:
    """Tell whether bone falls and arteries harden in the same run."""
    return bool(
        result.bone_change[-1] <= -PARADOX_BONE_LOSS
        and result.arteries_gain[-1] > 0
        and result.arteries_gain[-1] >= PARADOX_ARTERY_RATIO * balanced.arteries_gain[-1]
    )


def headline(result: Result, balanced: Result) -> str:
    """
    Return what a run shows, in one or two sentences for a class.

    Parameters
    ----------
    result, balanced : Result
        The run and the balanced run over the same years.
    """
    bone, times = result.bone_change[-1], result.arteries_times[-1]
    text = (
        f"In the popular story: bone {signed(bone)} %, arteries ×{times:.1f} "
        f"after {years_text(result.scenario.years)}: {_meaning(result, balanced)}"
    )
    return f"{text} {RATS_ONLY}" if result.arteries_gain[-1] < 0 else text


def _meaning(result: Result, balanced: Result) -> str:
    """Say in words how the two ends of this run compare with the start and the balanced run."""
    if result.scenario == balanced.scenario:
        return "this is the balanced run; the others are compared with it."
    bone, gain, usual = result.bone_change[-1], result.arteries_gain[-1], balanced.arteries_gain[-1]
    if is_paradox(result, balanced):
        return "bone falls while arteries harden, the **calcium paradox**."
    bone_words = "bone keeps steady" if abs(bone) < PARADOX_BONE_LOSS else "bone grows" if bone > 0 else "bone falls"
    if gain < 0:
        artery_words = "arteries lose calcium"
    elif gain >= PARADOX_ARTERY_RATIO * usual:
        artery_words = "arteries harden faster than in the balanced run"
    elif gain * PARADOX_ARTERY_RATIO <= usual:
        artery_words = "arteries gain less than in the balanced run"
    else:
        artery_words = "arteries gain about as much as in the balanced run"
    joined = "but" if (bone < -PARADOX_BONE_LOSS) != (gain >= PARADOX_ARTERY_RATIO * usual) else "and"
    return f"{bone_words} {joined} {artery_words}; no paradox."


def ledger_sentence(result: Result) -> str:
    """Return the calcium ledger as a sentence that adds up."""
    ledger = result.ledger()
    eaten = ledger.pop("eaten")
    parts = ", ".join(f"{name} {signed(amount / 1000, 2)} g" for name, amount in ledger.items())
    return f"Of {eaten / 1000:,.2f} g calcium eaten in {years_text(result.scenario.years)}: {parts}."
