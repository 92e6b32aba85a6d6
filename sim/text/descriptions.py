"""Text alternatives: what each picture shows, in words, with the numbers of this run."""

from collections.abc import Iterable

from sim.model.parameters import NORMAL_BLOOD_CALCIUM, control, number
from sim.runs.experiments import blocked
from sim.runs.many import balanced_run, tornado
from sim.runs.paradox_map import ACROSS, ParadoxMap
from sim.runs.quantities import PROTEINS, QUANTITIES, Quantity
from sim.runs.run import Run, simulate
from sim.runs.scenario import Scenario
from sim.runs.verdict import shows_paradox
from sim.text.messages import say
from sim.text.sentences import (
    ARTERIES,
    BLOOD,
    BONE,
    RATS_ONLY,
    ends,
    label,
    lasting,
    parameter_name,
    unit,
    usual_blood,
    with_unit,
)  # fmt: skip
from sim.text.values import called, digits, told


def describe_over_time(quantity: Quantity, run: Run, balanced: Run) -> str:
    """Return the text alternative of a picture over time."""
    return say("describe-over-time", quantity=called(quantity), **_both_ends(quantity, run, balanced))


def describe_bone(run: Run, balanced: Run) -> str:
    """Return the text alternative of the bone picture."""
    return say("describe-bone", **_both_ends(BONE, run, balanced))


def describe_arteries(run: Run, balanced: Run) -> str:
    """Return the text alternative of the artery picture."""
    amount = QUANTITIES["arteries"]
    own, usual = (", ".join(told(each, each.end(of)) for each in (amount, ARTERIES)) for of in (run, balanced))
    start = told(amount, amount.of(run)[0])
    text = say("describe-arteries", start=start, end=own, usual=usual, **lasting(run.scenario.years))
    return f"{text} {RATS_ONLY}" if run.arteries_gain[-1] < 0 else text


def _both_ends(quantity: Quantity, run: Run, balanced: Run) -> dict[str, str | float]:
    """Return what a message needs that tells the ends of this run and of the balanced one, and the years."""
    end, usual = (told(quantity, quantity.end(each)) for each in (run, balanced))
    return {"end": end, "usual": usual, **lasting(run.scenario.years)}


def describe_daily_calcium(run: Run, balanced: Run) -> str:
    """Return the text alternative of the picture of each day's calcium."""
    rows = {name: QUANTITIES[f"day_{name}"] for name in run.last_day()}
    return say("describe-daily-calcium", **{name: digits(row, row.of(run)) for name, row in rows.items()})


def describe_blood(run: Run, balanced: Run) -> str:
    """Return the text alternative of the blood picture."""
    low, high = NORMAL_BLOOD_CALCIUM
    values = BLOOD.of(run)
    inside = bool(((values >= low) & (values <= high)).all())
    return say(
        "describe-blood",
        lowest=digits(BLOOD, values.min()),
        highest=told(BLOOD, values.max()),
        end=digits(BLOOD, values[-1]),
        inside="always" if inside else "partly",
        **usual_blood(),
    )


def describe_activation(run: Run, balanced: Run) -> str:
    """Return the text alternative of the activation picture."""
    osteocalcin, mgp = (told(each, each.of(run)) for each in PROTEINS)
    return say(
        "describe-activation",
        nutrient=run.scenario.form().nutrient.replace("Vitamin", "vitamin"),
        vitamin_d=_value("vitamin_d", run.scenario),
        proteins="blocked" if blocked(run.scenario.parameters) else "free",
        k2=number(run.scenario.vitamin_k2),
        osteocalcin=osteocalcin,
        mgp=mgp,
    )


def describe_tornado(run: Run, balanced: Run) -> str:
    """Return the text alternative of the tornado picture."""
    swings = tornado(run.scenario)
    if not swings:
        return say("describe-no-tornado")
    bone = max(swings, key=lambda swing: abs(swing.bone[1] - swing.bone[0]))
    arteries = max(swings, key=lambda swing: abs(swing.arteries[1] - swing.arteries[0]))
    return say(
        "describe-tornado",
        bone=parameter_name(bone.parameter),
        arteries=parameter_name(arteries.parameter),
        **_reach(bone.bone, arteries.arteries),
    )


def _reach(bone: Iterable[float], arteries: Iterable[float]) -> dict[str, str]:
    """Return what a message needs that tells from where to where bone and arteries go."""
    bone, arteries = list(bone), list(arteries)
    return {
        "bone_low": digits(BONE, min(bone)), "bone_high": told(BONE, max(bone)),
        "arteries_low": told(ARTERIES, min(arteries)), "arteries_high": told(ARTERIES, max(arteries)),
    }  # fmt: skip


def describe_panel(run: Run, balanced: Run) -> str:
    """Return the text alternative of the sheet with all pictures."""
    parts = (describe_bone, describe_arteries, describe_daily_calcium, describe_blood, describe_activation)
    return " ".join(describe(run, balanced) for describe in parts)


def describe_map(paradox_map: ParadoxMap, scenario: Scenario) -> str:
    """Return the text alternative of the paradox map, on which the scenario is a place."""
    now = simulate(scenario, samples=2)
    within = "inside" if shows_paradox(now, balanced_run(scenario, 2)) else "outside"
    text = say(
        "describe-map",
        across=_named(ACROSS, scenario),
        up=_named(paradox_map.up, scenario),
        now_across=_set_to(ACROSS, scenario),
        now_up=_set_to(paradox_map.up, scenario),
        region=_region(paradox_map, scenario),
        place=within if paradox_map.paradox.any() else "none",
        **_reach(paradox_map.bone_change.ravel(), paradox_map.arteries_times.ravel()),
        **ends(now),
        **lasting(scenario.years),
    )
    return f"{text} {RATS_ONLY}" if paradox_map.arteries_times.min() < 1 else text


def _region(paradox_map: ParadoxMap, scenario: Scenario) -> str:
    """Say how large the region of the calcium paradox is, and where it lies at the current height of the map."""
    if not paradox_map.paradox.any():
        return say("map-without-region", opening=scenario.account().opening)
    percent = 100 * paradox_map.share()
    span = paradox_map.span(getattr(scenario, paradox_map.up)) or ()
    return say(
        "map-region",
        share="least" if percent < 1 else "some",
        percent=f"{percent:.0f}",
        now_up=_set_to(paradox_map.up, scenario),
        reach="some" if span else "none",
        across=_named(ACROSS, scenario),
        span=f"{' to '.join(map(number, dict.fromkeys(span)))} {unit(control(ACROSS).unit)}",
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
