"""
Lenses and forms of vitamin K: named sets of parameter values with sources, never other equations.

A lens is an account of what calcium, vitamin D and K2 do: the popular story, or what trials in
people show. A form of vitamin K says how much of it counts as MK-7.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from sim.model.invalid import invalid
from sim.model.parameters import BALLEGOOIJEN_2019, DEFAULTS, RONN_2016


@dataclass(frozen=True)
class Choice:
    """
    The value a lens or a form gives to one parameter, why, and what a careful reader could still believe under it.

    `source` is author, year and DOI or PMID, or begins with ``assumed``.
    """

    parameter: str
    value: float
    plausible: tuple[float, float]
    reason: str
    source: str


@dataclass(frozen=True)
class Lens:
    """
    An account of the calcium pathway.

    `label` is what the switch says, `opening` how its sentences begin, `speaks` how another lens's sentence quotes
    it, `phrase` how it is called inside a sentence; `choices` are the values that differ from parameters.py.
    """

    name: str
    label: str
    opening: str
    speaks: str
    phrase: str
    about: str
    choices: tuple[Choice, ...] = ()

    def values(self) -> dict[str, float]:
        """Return the parameter values of this lens by name."""
        return {choice.parameter: float(choice.value) for choice in self.choices}


LEES_2019 = "Lees 2019, doi:10.1136/heartjnl-2018-313955"
MANSON_2010 = "Manson 2010, doi:10.1097/gme.0b013e3181d683b5"
BILLINGTON_2020 = "Billington 2020, doi:10.1007/s00198-020-05500-2"
DIEDERICHSEN_2022 = "Diederichsen 2022, doi:10.1161/CIRCULATIONAHA.121.057008"

_LENSES = (
    Lens(
        "story",
        "The popular story",
        "In the popular story",
        "The popular story says",
        "the popular story",
        "Vitamin D opens the gut, K2 switches on osteocalcin for bone and MGP for arteries. "
        "It rests on experiments in mice and rats; as a whole it is not shown in people.",
    ),
    Lens(
        "trials",
        "What human trials show",
        "Going by human trials",
        "Going by human trials, the model says",
        "human trials",
        "The same equations, but each effect is only as large as trials in people allow. K2 slows artery "
        "calcium a little or not at all and never removes it. Calcium and vitamin D alone do not harden "
        "arteries. K2 hardly moves bone.",
        (
            Choice("need_slope", 0, (0, 0.2), "Vitamin D did not clearly raise the need for K2.",
                   f"assumed (no difference overall: {BALLEGOOIJEN_2019})"),
            Choice("mgp_power", 1, (0.5, 1), "Arterial deposition falls no faster than MGP is activated.",
                   "assumed (with the next line: 0 to 20 % slower)"),
            Choice("mgp_strength", 0.2, (0, 0.35),
                   "K2 slows the gain of artery calcium by 0 to 20 %: trials leave no more room.",
                   f"assumed (between {DIEDERICHSEN_2022}, no difference, and {LEES_2019}, 9 % less)"),
            Choice("k_clearance", 0, (0, 0), "No trial in people has shown calcium leaving arteries.",
                   f"assumed (none seen: {DIEDERICHSEN_2022})"),
            Choice("deposition_power", 0, (0, 0.03), "Calcium and vitamin D alone did not harden arteries.",
                   f"assumed (no effect: {MANSON_2010}; {BILLINGTON_2020})"),
            Choice("osteocalcin_share", 0.005, (0, 0.02), "K2 hardly moves bone mass.",
                   f"assumed (no difference in bone density: {RONN_2016})"),
            Choice("pth_share", 0.125, (0.08, 0.14), "Extra calcium adds a little bone, once.",
                   "assumed (0.6 to 1.8 % at most: Tai 2015, doi:10.1136/bmj.h4183)"),
        ),
    ),
)  # fmt: skip
LENSES: Mapping[str, Lens] = MappingProxyType({lens.name: lens for lens in _LENSES})


@dataclass(frozen=True)
class Form:
    """A form of vitamin K: its key, its label, the name of the slider, and how much of it counts as MK-7."""

    name: str
    label: str
    nutrient: str
    potency: Choice


_FORMS = (
    Form("mk7", "K2 as MK-7", "Vitamin K2",
         Choice("k_potency", 1, (1, 1), "MK-7 stays in blood for days; the model counts in it.",
                "assumed (MK-7 is the unit)")),
    Form("mk4", "K2 as MK-4", "Vitamin K2 as MK-4",
         Choice("k_potency", 0.125, (0.1, 0.17),
                "About 8 µg do what 1 µg of MK-7 does: osteocalcin answered from 600 µg a day up.",
                "assumed (6 to 10 times: Nakamura 2014, doi:10.1186/1475-2891-13-85)")),
    Form("k1", "K1, from leaves", "Vitamin K1",
         Choice("k_potency", 0.13, (0.1, 0.3),
                "About 8 µg do what 1 µg of MK-7 does: it builds up 7 to 8 times less in blood.",
                "assumed (7 to 8 times: Schurgers 2007, doi:10.1182/blood-2006-08-040709)")),
)  # fmt: skip
K_FORMS: Mapping[str, Form] = MappingProxyType({form.name: form for form in _FORMS})


def world(lens: str, k_form: str) -> dict[str, float]:
    """
    Return the parameter values of a lens and a form of vitamin K, all others at their default.

    Examples
    --------
    >>> world("story", "mk7") == dict(DEFAULTS)
    True
    >>> world("trials", "mk4")["deposition_power"], world("trials", "mk4")["k_potency"]
    (0.0, 0.125)
    """
    potency = K_FORMS[k_form].potency
    return {**DEFAULTS, **LENSES[lens].values(), potency.parameter: float(potency.value)}


def check_name(kind: str, name: object, table: Mapping[str, object]) -> str:
    """Return `name` if the table has it; else ValueError, naming the value and what it may be."""
    if not isinstance(name, str) or name not in table:
        raise invalid(kind, name, table)
    return name
