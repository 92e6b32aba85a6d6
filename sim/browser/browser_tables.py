"""
What the browser must know beside the laws: controls, presets, accounts, outputs, parts; from the tables that own them.

Written into `tables.js` by `python -m sim.write_generated`; nothing here states a number or a word of its own.
"""

from typing import Any

from sim.browser.scene_words import parts
from sim.content.evidence import STUDIES, citation
from sim.content.intakes import INTAKES, IOM_2011, K_TOTAL
from sim.figures.map_figure import BANDS, LOSS, SHARES, TICKS
from sim.figures.map_words import FLAT
from sim.figures.overlay import LOOKS
from sim.model.equations import MODEL_VERSION
from sim.model.lenses import K_FORMS, LENSES, Lens
from sim.model.parameters import (
    CONTROLS,
    INTERVENTIONS,
    NORMAL_BLOOD_CALCIUM,
    PARAMETERS,
    Control,
    Parameter,
    lookup,
)
from sim.model.problem import UNSTEADY
from sim.runs import many
from sim.runs.experiments import EXPERIMENTS, Experiment
from sim.runs.paradox_map import ACROSS, UPWARDS, nodes
from sim.runs.quantities import CURVES, QUANTITIES, Quantity
from sim.runs.scenario import NUTRIENTS, PRESETS
from sim.runs.verdict import NOTABLE_ABSORPTION_RATIO, NOTABLE_ARTERY_RATIO, YEARS_TO_NEW_LEVEL
from sim.session.link_keys import GONE, LESSON_KEY, LESSON_NAME, OLD_LESSON_KEYS, ROLE_KEY, TRACKERS
from sim.session.link_settings import LINK_VERSION, VIEWS
from sim.session.pages import PAGES, PATHS
from sim.session.pins import LONGEST_NAME, MOST_PINS
from sim.text.comparison import COMPARED
from sim.text.data_files import RUN_COLUMNS
from sim.text.sentences import BALANCED_RUN, HIGH_VITAMIN_D, THIS_RUN, parameter_name, unit
from sim.text.values import called

STRETCHED = 2
"""The low ends of both vitamins are drawn wider, as on the map: a value is that power of its place on the track."""
FIRST_PRESETS = {"balanced": "Balanced", "calcium paradox": "Paradox", "paradox resolved with K2": "With K2"}
"""The presets of the first screen, with what stands on their buttons."""
USUAL_K2 = PRESETS["ordinary diet + tablets"].vitamin_k2
STRENGTH, POTENCY = "mgp_strength", "k_potency"


def browser_tables() -> dict[str, Any]:
    """Return every table by its name in JavaScript."""
    return {
        "MODEL_VERSION": MODEL_VERSION,
        "LINK_VERSION": LINK_VERSION,
        "VIEWS": VIEWS,
        "GONE": GONE,
        "TRACKERS": sorted(TRACKERS),
        "LESSON_KEY": LESSON_KEY,
        "LESSON_NAME": LESSON_NAME,
        "OLD_LESSON_KEYS": OLD_LESSON_KEYS,
        "ROLE_KEY": ROLE_KEY,
        "UNSTEADY": UNSTEADY,
        "MOST_PINS": MOST_PINS,
        "LONGEST_NAME": LONGEST_NAME,
        "OWN_NAMES": [THIS_RUN, BALANCED_RUN],
        "NUTRIENTS": list(NUTRIENTS),
        "CONTROLS": {row.name: _control(row) for row in CONTROLS},
        "PRESETS": {name: scenario.nutrients() for name, scenario in PRESETS.items()},
        "FIRST_PRESETS": list(FIRST_PRESETS.items()),
        "LENSES": {name: _lens(lens) for name, lens in LENSES.items()},
        "K_FORMS": {
            form.name: {"label": form.label, "nutrient": form.nutrient, "reason": form.potency.reason,
                        "source": form.potency.source, "plausible": form.potency.plausible}
            for form in K_FORMS.values()
        },
        "EXPERIMENTS": {name: _experiment(each) for name, each in EXPERIMENTS.items()},
        "INTERVENTIONS": sorted(INTERVENTIONS),
        "LENS_PARAMETERS": sorted({name for lens in LENSES.values() for name in lens.values()}),
        "PARAMETERS": {row.name: [row.low, row.high, unit(row.unit)] for row in PARAMETERS},
        "UNCERTAIN": {row.name: _uncertain(row) for row in PARAMETERS if row.plausible or row.name == POTENCY},
        "ENSEMBLE": {"members": many.MEMBERS, "multiplier": many.MULTIPLIER, "bands": many.BANDS},
        "ASSUMPTIONS": {STRENGTH: _assumption(lookup(STRENGTH))},
        "QUANTITIES": {name: _quantity(row) for name, row in QUANTITIES.items()},
        "MAP": {"across": ACROSS, "upwards": UPWARDS, "ticks": TICKS,
                "nodes": {name: [*map(int, nodes(name))] for name in (ACROSS, *UPWARDS)},
                "bands": BANDS, "shares": SHARES, "loss": LOSS, "flat": FLAT},
        "RUN_COLUMNS": RUN_COLUMNS,
        "COMPARED": [row.name for row in COMPARED],
        "CALLED": {row.name: called(row) for row in (*COMPARED, *CURVES.values())},
        "LOOKS": [{"dash": look.dash, "sign": look.sign, "colour": look.colour} for look in LOOKS],
        "PARTS": parts(),
        "PAGES": [{"path": page.path, "title": page.title} for page in PAGES],
        "PATHS": sorted(PATHS),
        "NOTABLE": {"absorption": NOTABLE_ABSORPTION_RATIO, "artery": NOTABLE_ARTERY_RATIO,
                    "yearsToNewLevel": YEARS_TO_NEW_LEVEL},
        "BLOOD_NORMAL": NORMAL_BLOOD_CALCIUM,
        "HIGH_VITAMIN_D": HIGH_VITAMIN_D,
        "INTAKES": [{"nutrient": i.nutrient, "group": i.group, "recommended": i.recommended, "upper": i.upper_limit,
                     "source": i.source} for i in INTAKES],
        "INTAKE_NOTES": [K_TOTAL, IOM_2011],
    }  # fmt: skip


def _control(row: Control) -> dict[str, Any]:
    return {
        "label": row.label, "short": row.label.removesuffix(" intake"), "unit": unit(row.unit), "low": row.low,
        "high": row.high, "step": row.step, "default": row.default, "meaning": row.meaning,
        "power": STRETCHED if row.name.startswith("vitamin") else 1, **_marks(row),
    }  # fmt: skip


def _marks(row: Control) -> dict[str, Any]:
    """Return what stands at a slider's track: intakes of adults, or what is usual where none is set."""
    if row.name == "vitamin_k2":
        return {"marks": [{"value": USUAL_K2, "kind": "usual"}], "limit": False}
    adult = next((i for i in INTAKES if i.nutrient == row.name and i.group.startswith("adult")), None)
    if adult is None:
        return {"marks": [], "limit": False}
    kinds = {"advised": adult.recommended, "upper": adult.upper_limit}
    return {"marks": [{"value": value, "kind": kind} for kind, value in kinds.items()], "limit": True}


def _uncertain(row: Parameter) -> dict[str, Any]:
    """Return a parameter that ensembles vary; what is plausible of a form of vitamin K stands with the form."""
    return {"name": parameter_name(row.name), "meaning": row.meaning, "plausible": row.plausible}


def _lens(lens: Lens) -> dict[str, Any]:
    words = {name: getattr(lens, name) for name in ("label", "opening", "speaks", "phrase", "about")}
    return {**words, "plausible": {choice.parameter: choice.plausible for choice in lens.choices}}


def _experiment(each: Experiment) -> dict[str, Any]:
    studies = [citation(STUDIES[key]) for key in each.studies]
    told = {name: getattr(each, name) for name in ("organism", "done", "seen", "bone", "arteries")}
    return {**told, "parameters": dict(each.parameters), "studies": studies}


def _assumption(row: Parameter) -> dict[str, Any]:
    trials = next(choice for choice in LENSES["trials"].choices if choice.parameter == row.name)
    return {"low": row.low, "high": row.high, "default": row.default, "trials": trials.plausible}


def _quantity(row: Quantity) -> dict[str, Any]:
    """Return a row of the table of outputs, without what is empty; ``filed`` is the unit that files hold it in."""
    names = ("title", "short", "decimals", "prefix", "signed", "axis", "colour", "also", "usual", "range", "scale")
    fields = {name: getattr(row, name) for name in names}
    kept = {name: value for name, value in fields.items() if value not in ("", None, False)}
    return {**kept, "unit": row.reader_unit} | ({"filed": row.unit} if row.filed else {})
