"""
What MODEL.md tells of the model in numbers that are computed: where runs end, what each value rests on, what misses.
"""

import re
from dataclasses import replace

import numpy as np

from sim.content.evidence import fit
from sim.model.equations import COMPARTMENT_NAMES
from sim.model.lenses import K_FORMS
from sim.model.parameters import DAYS_PER_YEAR, DEFAULTS, PARAMETERS, Parameter, number
from sim.model.problem import named
from sim.runs.run import simulate
from sim.runs.scenario import PRESETS, Scenario
from sim.text.sentences import ARTERIES, BONE, nutrients_line
from sim.text.values import told

MG_PER_MMOL = 40.08
HIGH_BLOOD_CALCIUM, PTH_OF_PETERSON = 2.8, 0.35
"""Total blood calcium [mmol/L] and how much of usual parathyroid hormone Peterson & Riggs 2010 have there."""
HABITUAL_K1 = 211.7
"""K1 in the usual diet: Gast 2009, doi:10.1016/j.numecd.2008.10.004. [ug/day]"""
URINE_IN_BALANCES = 22
"""What balance studies find in urine: Hunt & Johnson 2007. [% of intake]"""


def presets() -> list[tuple[str, ...]]:
    """Return the rows of the presets' table: name, settings, and where bone and arteries end in both accounts."""
    rows = []
    for name, scenario in PRESETS.items():
        runs = [simulate(replace(scenario, lens=lens), samples=2) for lens in ("story", "trials")]
        ends = (", ".join(told(each, each.end(run)) for each in (BONE, ARTERIES)) for run in runs)
        rows.append((name, nutrients_line(scenario), *ends))
    return rows


def bone_level() -> str:
    """Return how fast bone nears its new level."""
    years = DEFAULTS["bone_baseline"] / DEFAULTS["bone_turnover"] / DAYS_PER_YEAR
    bone = simulate(replace(PRESETS["calcium paradox"], years=30), samples=4).bone_change
    return (
        f"Bone nears its new level with a time constant of about $M_0 / F_0$ = {years:.1f} years: after 10 years "
        f"{100 * bone[1] / bone[3]:.0f} % of what it is after 30."
    )


KINDS = {
    "taken from the source as it is": r"(?!assumed)",
    "near, or fitted to, a source that is named": r"assumed \((fitted|near|between|idea|textbook)",
    "chosen to give a size that is named": r"assumed \((gives|about|\d\d)",
    "assumed, or set by what the name means": r"assumed",
}


def kind_of(parameter: Parameter) -> str:
    """Return on what a parameter's value rests: the first of KINDS that its source matches."""
    return next(kind for kind, pattern in KINDS.items() if re.match(pattern, parameter.source))


def rests_on() -> list[tuple[str, str, str]]:
    """Return the rows of the table of kinds: kind, how many parameters, which."""
    names_by_kind = {kind: [f"`{p.name}`" for p in PARAMETERS if kind_of(p) == kind] for kind in KINDS}
    return [(kind, str(len(names)), ", ".join(names)) for kind, names in names_by_kind.items()]


def misfits() -> list[str]:
    """Return what is known not to fit, one sentence or two each."""
    blood = HIGH_BLOOD_CALCIUM * MG_PER_MMOL / 10 * DEFAULTS["blood_volume"]
    state = np.where(np.array(COMPARTMENT_NAMES) == "blood", blood, 1.0)
    known = named(state, DEFAULTS)
    urine = 100 * known["reference_urinary_excretion"] / DEFAULTS["reference_calcium"]
    background = DEFAULTS["k1_background"]
    k1 = HABITUAL_K1 * K_FORMS["k1"].potency.value
    without = [
        simulate(Scenario(parameters={"osteocalcin_block": 1}, lens=lens), samples=2) for lens in ("story", "trials")
    ]
    story, trials = (told(BONE, BONE.end(run)) for run in without)
    return [
        *(fit.sentence(picture) for picture in fit.TITLES),
        f"Vitamin K1 in the background is {number(background)} µg as MK-7. The {number(HABITUAL_K1)} µg of K1 that "
        f"Dutch women ate (Gast 2009) would count as {k1:.0f} µg by the strength of K1 in the table of forms. The "
        "larger value fits the trials.",
        f"The balanced adult loses {urine:.0f} % of intake in urine; balance studies find about {URINE_IN_BALANCES} %.",
        f"Parathyroid hormone falls too far when blood calcium is high: at {HIGH_BLOOD_CALCIUM} mmol/L it is "
        f"{known['pth']:.2f} of the usual here and {PTH_OF_PETERSON} in Peterson & Riggs 2010.",
        f"Without any activated osteocalcin bone changes by {story} in 10 years in the story and by {trials} in the "
        "account of human trials. Mice without osteocalcin had as much bone as others, or more (Ducy 1996, "
        "Diegel 2020, Moriishi 2020).",
    ]
