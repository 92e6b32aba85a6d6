"""A scenario, the settings of a run, and the named presets."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from sim.model.lenses import K_FORMS, LENSES, Form, Lens, check_name, world
from sim.model.parameters import CONTROLS, INTERVENTIONS, check, control, lookup

NUTRIENTS = ("calcium", "vitamin_d", "vitamin_k2")
"""The settings that are eaten: all but the years."""


@dataclass(frozen=True)
class Scenario:
    """
    Settings of one run.

    Parameters
    ----------
    calcium, vitamin_d, vitamin_k2 : float
        Intakes, the last in the form `k_form`. [mg/day, IU/day, ug/day]
    years : float
        How long the settings are kept. [years]
    parameters : mapping of str to float
        Model parameters that differ from the lens's, for assumptions and experiments.
    lens : str
        Whose account: ``story`` (the popular story) or ``trials`` (what human trials show).
    k_form : str
        Form of the vitamin K: ``mk7``, ``mk4`` or ``k1``.

    Raises
    ------
    ValueError
        If a value is out of range or a parameter does not exist; names value and range.

    Examples
    --------
    >>> Scenario(vitamin_k2=9000)
    Traceback (most recent call last):
    ValueError: Invalid vitamin_k2 '9000' [ug/day]. Must be between 0 and 500.
    """

    calcium: float = control("calcium").default
    vitamin_d: float = control("vitamin_d").default
    vitamin_k2: float = control("vitamin_k2").default
    years: float = control("years").default
    parameters: Mapping[str, float] = field(default_factory=dict)
    lens: str = "story"
    k_form: str = "mk7"

    def __post_init__(self) -> None:
        check_name("lens", self.lens, LENSES)
        check_name("k_form", self.k_form, K_FORMS)
        for row in CONTROLS:
            object.__setattr__(self, row.name, check(row, getattr(self, row.name)))
        checked = {name: check(lookup(name), value) for name, value in sorted(self.parameters.items())}
        object.__setattr__(self, "parameters", MappingProxyType(checked))

    def __hash__(self) -> int:
        return hash((*self.settings().values(), *self.parameters.items(), self.lens, self.k_form))

    def __reduce__(self) -> tuple:
        return Scenario, tuple(self.to_dict().values())

    def settings(self) -> dict[str, float]:
        """Return the value of each control by name."""
        return {row.name: getattr(self, row.name) for row in CONTROLS}

    def nutrients(self) -> dict[str, float]:
        """Return the value of each nutrient by name."""
        return {name: getattr(self, name) for name in NUTRIENTS}

    def values(self) -> dict[str, float]:
        """Return every control and parameter by name, those of the lens filled in."""
        return {**world(self.lens, self.k_form), **self.parameters, **self.settings()}

    def to_dict(self) -> dict[str, Any]:
        """Return what `Scenario` takes as keywords, as plain data for files."""
        return {**self.settings(), "parameters": dict(self.parameters), "lens": self.lens, "k_form": self.k_form}

    def account(self) -> Lens:
        """Return the lens this run is seen through."""
        return LENSES[self.lens]

    def form(self) -> Form:
        """Return the form of vitamin K this run takes."""
        return K_FORMS[self.k_form]

    def balanced(self) -> "Scenario":
        """Return the balanced adult's scenario in the same world: same lens, years and assumptions."""
        kept = {name: value for name, value in self.parameters.items() if name not in INTERVENTIONS}
        return Scenario(years=self.years, parameters=kept, lens=self.lens)


PRESETS: Mapping[str, Scenario] = MappingProxyType(
    {
        "balanced": Scenario(),
        "ordinary diet + tablets": Scenario(calcium=2000, vitamin_d=4000, vitamin_k2=29),
        "calcium paradox": Scenario(calcium=2000, vitamin_d=4000, vitamin_k2=10),
        "paradox resolved with K2": Scenario(calcium=2000, vitamin_d=4000, vitamin_k2=200),
        "vitamin D deficiency": Scenario(vitamin_d=100),
        "K2 deficiency": Scenario(vitamin_k2=10),
    }
)


def preset_of(scenario: Scenario) -> str | None:
    """Return the name of the preset with the same nutrients, if there is one."""
    return next((name for name, preset in PRESETS.items() if preset.nutrients() == scenario.nutrients()), None)
