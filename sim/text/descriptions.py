"""Text alternatives: what each picture shows, in words, with the numbers of this run."""

from sim.model.parameters import NORMAL_BLOOD_CALCIUM, control, number
from sim.runs.experiments import blocked
from sim.runs.many import balanced_run, tornado
from sim.runs.paradox_map import ACROSS, ParadoxMap
from sim.runs.quantities import PROTEINS, QUANTITIES, Quantity
from sim.runs.run import Run, simulate
from sim.runs.scenario import Scenario
from sim.runs.verdict import shows_paradox
from sim.text.sentences import (
    ARTERIES,
    BLOOD,
    BONE,
    RATS_ONLY,
    ends,
    label,
    parameter_name,
    unit,
    with_unit,
    years_text,
)  # fmt: skip
from sim.text.values import called, digits, told


def describe_over_time(quantity: Quantity, run: Run, balanced: Run) -> str:
    """Return the text alternative of a picture over time."""
    end, usual = (told(quantity, quantity.end(each)) for each in (run, balanced))
    years = years_text(run.scenario.years)
    return f"Line chart of {called(quantity)} over {years}. This run ends at {end}, the balanced run at {usual}."


def describe_bone(run: Run, balanced: Run) -> str:
    """Return the text alternative of the bone picture."""
    return (
        f"Line chart of calcium in bone over {years_text(run.scenario.years)}, in percent of the start. "
        f"This run ends at {told(BONE, BONE.end(run))}, the balanced run at {told(BONE, BONE.end(balanced))}."
    )


def describe_arteries(run: Run, balanced: Run) -> str:
    """Return the text alternative of the artery picture."""
    amount = QUANTITIES["arteries"]
    own, usual = (", ".join(told(each, each.end(of)) for each in (amount, ARTERIES)) for of in (run, balanced))
    text = (
        f"Line chart of calcium in artery walls over {years_text(run.scenario.years)}, in mg and in multiples of "
        f"the start ({told(amount, amount.of(run)[0])}). This run ends at {own}; the balanced run at {usual}. "
        "The scale is far smaller than that of bone."
    )
    return f"{text} {RATS_ONLY}" if run.arteries_gain[-1] < 0 else text


def describe_daily_calcium(run: Run, balanced: Run) -> str:
    """Return the text alternative of the picture of each day's calcium."""
    rows = {name: QUANTITIES[f"day_{name}"] for name in run.last_day()}
    day = {name: f"{digits(row, row.of(run))} mg" for name, row in rows.items()}
    return (
        f"Bar chart of one day's calcium at the end of the run. Of {day['eaten']} eaten, "
        f"{day['absorbed']} are absorbed and {day['faeces']} leave with the faeces, digestive juices "
        f"included. Urine takes {day['urine']}. Bone changes by {day['bone']} a day and "
        f"artery walls by {day['arteries']} a day: both have scales of their own. "
        f"Diamonds mark the balanced run."
    )


def describe_blood(run: Run, balanced: Run) -> str:
    """Return the text alternative of the blood picture."""
    low, high = NORMAL_BLOOD_CALCIUM
    values = BLOOD.of(run)
    inside = bool(((values >= low) & (values <= high)).all())
    steady = (
        "The body holds it steady: what is too much leaves in urine." if inside else "Here the body cannot hold it."
    )
    return (
        f"Line chart of calcium in blood. It lies between {digits(BLOOD, values.min())} and "
        f"{told(BLOOD, values.max())} and ends at "
        f"{digits(BLOOD, values[-1])}, {'always inside' if inside else 'partly outside'} the usual range of healthy "
        f"adults, {low} to {high} {BLOOD.unit}. {steady}"
    )


def describe_activation(run: Run, balanced: Run) -> str:
    """Return the text alternative of the activation picture."""
    osteocalcin, mgp = (told(each, each.of(run)) for each in PROTEINS)
    k2 = run.scenario.vitamin_k2
    shape = (
        "an experiment blocks a part of it"
        if blocked(run.scenario.parameters)
        else "both start above zero, because K1 from leaves does a part, rise and level off, osteocalcin earlier"
    )
    return (
        f"Two curves of the activated fraction of osteocalcin and of MGP against the intake of "
        f"{run.scenario.form().nutrient.replace('Vitamin', 'vitamin')}, "
        f"with vitamin D at {_value('vitamin_d', run.scenario)}; {shape}. "
        f"At {number(k2)} µg/day, osteocalcin is {osteocalcin} and MGP {mgp} activated. "
        "These fractions are illustrative: in living artery walls nobody has measured them."
    )


def describe_tornado(run: Run, balanced: Run) -> str:
    """Return the text alternative of the tornado picture."""
    swings = tornado(run.scenario)
    if not swings:
        return "No bars: this run sets every number that is uncertain itself."
    bone = max(swings, key=lambda swing: abs(swing.bone[1] - swing.bone[0]))
    arteries = max(swings, key=lambda swing: abs(swing.arteries[1] - swing.arteries[0]))
    return (
        f"Bar chart of what each uncertain number does alone, from its lowest to its highest plausible value. "
        f"Bone moves most with {parameter_name(bone.parameter)}: from {digits(BONE, min(bone.bone))} to "
        f"{told(BONE, max(bone.bone))}. Arteries move most with {parameter_name(arteries.parameter)}: from "
        f"{told(ARTERIES, min(arteries.arteries))} to {told(ARTERIES, max(arteries.arteries))}."
    )


def describe_panel(run: Run, balanced: Run) -> str:
    """Return the text alternative of the sheet with all pictures."""
    parts = (describe_bone, describe_arteries, describe_daily_calcium, describe_blood, describe_activation)
    return " ".join(describe(run, balanced) for describe in parts)


def describe_map(paradox_map: ParadoxMap, scenario: Scenario) -> str:
    """Return the text alternative of the paradox map, on which the scenario is a place."""
    bone, arteries, now = paradox_map.bone_change, paradox_map.arteries_times, simulate(scenario, samples=2)
    within = shows_paradox(now, balanced_run(scenario, 2))
    where = f", {'inside' if within else 'outside'} that region" if paradox_map.paradox.any() else ""
    text = (
        f"Map of {_named(ACROSS, scenario)} (across) and {_named(paradox_map.up, scenario)} (up) after "
        f"{years_text(scenario.years)}; the low end of the vitamins is drawn wider. "
        f"Over the map, bone changes by {digits(BONE, bone.min())} to {told(BONE, bone.max())} and arteries reach "
        f"{told(ARTERIES, arteries.min())} to {told(ARTERIES, arteries.max())}. {_region(paradox_map, scenario)} "
        f"This run lies at {_set_to(ACROSS, scenario)} and {_set_to(paradox_map.up, scenario)}{where}: "
        f"{ends(now)}."
    )
    return f"{text} {RATS_ONLY}" if arteries.min() < 1 else text


def _region(paradox_map: ParadoxMap, scenario: Scenario) -> str:
    """Say how large the region of the calcium paradox is, and where it lies at the current height of the map."""
    if not paradox_map.paradox.any():
        return f"{scenario.account().opening}, no setting on this map shows the calcium paradox."
    percent = 100 * paradox_map.share()
    share = "Less than 1" if percent < 1 else f"{percent:.0f}"
    span = paradox_map.span(getattr(scenario, paradox_map.up))
    ends = span and f"{' to '.join(map(number, dict.fromkeys(span)))} {unit(control(ACROSS).unit)}"
    reaches = f"it holds at {_named(ACROSS, scenario)} {ends}" if ends else "there is none"
    return (
        f"{share} % of all its settings show the calcium paradox, the hatched region; "
        f"at {_set_to(paradox_map.up, scenario)} {reaches}."
    )


def _named(name: str, scenario: Scenario) -> str:
    """Return what a nutrient is called inside a sentence."""
    text = label(control(name), scenario)
    return text[0].lower() + text[1:]


def _set_to(name: str, scenario: Scenario) -> str:
    """Return a nutrient and its setting inside a sentence."""
    return f"{_named(name, scenario)} {_value(name, scenario)}"


def _value(name: str, scenario: Scenario) -> str:
    """Return what a nutrient is set to, with its unit."""
    return with_unit(control(name), getattr(scenario, name))
