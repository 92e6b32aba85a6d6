"""
The experiments behind the story: what was done to whom, what was seen, and the same done to the model.

They are experiments on animals and a rare disease, never advice. The model keeps a person's size and
years, so compare directions, not sizes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from sim.runs.run import Run
from sim.runs.scenario import Scenario
from sim.runs.verdict import verdict


@dataclass(frozen=True)
class Experiment:
    """
    An experiment and how the model repeats it.

    `bone` and `arteries` are the directions that were seen, in the words of `verdict`, empty where nobody looked;
    `parameters` what the model is given: how much of each protein's activation is blocked; `studies` where it is
    told: keys of `sim.content.evidence.STUDIES`.
    """

    name: str
    organism: str
    done: str
    seen: str
    bone: tuple[str, ...]
    arteries: tuple[str, ...]
    parameters: Mapping[str, float]
    studies: tuple[str, ...]


_ROWS = (
    Experiment(
        "MGP knock-out mouse", "mouse",
        "The gene of MGP was removed.",
        "The mice died within two months of calcified, bursting arteries; their bones were small and thin.",
        ("falls",), ("harden",), {"mgp_block": 1}, ("luo1997",),
    ),
    Experiment(
        "warfarin-treated rat", "rat",
        "Warfarin blocked the activation of MGP and osteocalcin while vitamin K1 kept the clotting going.",
        "Aortas calcified within two weeks although calcium in blood stayed normal; rats of ten months did not "
        "calcify in four weeks. Bone was not what was looked at.",
        (), ("harden",), {"mgp_block": 0.95, "osteocalcin_block": 0.95}, ("price1998", "price2000"),
    ),
    Experiment(
        "people without MGP (Keutel syndrome)", "human",
        "People with this rare disease are born without working MGP.",
        "Cartilage calcifies; arteries do so in some people only.",
        (), ("harden", "gain as usual"), {"mgp_block": 1}, ("cancela2021",),
    ),
    Experiment(
        "osteocalcin knock-out mouse", "mouse",
        "The genes of osteocalcin were removed.",
        "The first such mice had more bone; later ones had as much bone as usual, with crystals out of line.",
        ("grows", "keeps steady"), (), {"osteocalcin_block": 1}, ("ducy1996", "diegel2020", "moriishi2020"),
    ),
)  # fmt: skip
EXPERIMENTS: Mapping[str, Experiment] = MappingProxyType({row.name: row for row in _ROWS})


def blocked(parameters: Mapping[str, float]) -> dict[str, float]:
    """Return those of these parameters that block a protein."""
    return {name: value for name, value in parameters.items() if name.endswith("_block") and value}


def matching(parameters: Mapping[str, float]) -> list[Experiment]:
    """Return the experiments that are set up by these parameters, others of which may be changed as well."""
    return [experiment for experiment in EXPERIMENTS.values() if experiment.parameters == blocked(parameters)]


def experiment_of(scenario: Scenario) -> str | None:
    """
    Return the name of the experiment a scenario is, for files; all names, if several experiments do the same.

    Examples
    --------
    >>> experiment_of(Scenario(parameters={"osteocalcin_block": 1}))
    'osteocalcin knock-out mouse'
    """
    return " or ".join(experiment.name for experiment in matching(scenario.parameters)) or None


def comparison(experiment: Experiment, run: Run, balanced: Run) -> str:
    """
    Return what the model does under an experiment and whether that is what was seen.

    `run` is one with the experiment's parameters, `balanced` the balanced adult's.
    """
    bone, arteries = verdict(run, balanced)
    parts = [
        f"{what} {found} ({'as seen' if found in seen else 'not what was seen'})"
        for what, found, seen in (("arteries", arteries, experiment.arteries), ("bone", bone, experiment.bone))
        if seen
    ]
    return f"In the model {' and '.join(parts)}."
