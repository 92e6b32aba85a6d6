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

    Attributes
    ----------
    name : str
        What the button says.
    organism : str
        Who or what it was done to.
    done, seen : str
        What was done and what was seen, in one or two sentences.
    bone, arteries : tuple of str
        The directions that were seen, in the words of `verdict`; empty where nobody looked.
    parameters : mapping of str to float
        What the model is given: how much of each protein's activation is blocked.
    studies : tuple of str
        Where it is told: keys of `sim.content.evidence.STUDIES`.
    """

    name: str
    organism: str
    done: str
    seen: str
    bone: tuple[str, ...]
    arteries: tuple[str, ...]
    parameters: Mapping[str, float]
    studies: tuple[str, ...]


def _experiment(*texts: str, bone: str, arteries: str, studies: str, **parameters: float) -> Experiment:
    name, organism, done, seen = texts
    cited = tuple(studies.split())
    seen_bone, seen_arteries = (tuple(filter(None, words.split(" or "))) for words in (bone, arteries))
    return Experiment(name, organism, done, seen, seen_bone, seen_arteries, MappingProxyType(parameters), cited)


EXPERIMENTS: Mapping[str, Experiment] = MappingProxyType(
    {
        experiment.name: experiment
        for experiment in (
            _experiment(
                "MGP knock-out mouse", "mouse",
                "The gene of MGP was removed.",
                "The mice died within two months of calcified, bursting arteries; their bones were small and thin.",
                bone="falls", arteries="harden", studies="luo1997", mgp_block=1,
            ),
            _experiment(
                "warfarin-treated rat", "rat",
                "Warfarin blocked the activation of MGP and osteocalcin while vitamin K1 kept the clotting going.",
                "Aortas calcified within two weeks although calcium in blood stayed normal; rats of ten months did not "
                "calcify in four weeks. Bone was not what was looked at.",
                bone="", arteries="harden", studies="price1998 price2000", mgp_block=0.95, osteocalcin_block=0.95,
            ),
            _experiment(
                "people without MGP (Keutel syndrome)", "human",
                "People with this rare disease are born without working MGP.",
                "Cartilage calcifies; arteries do so in some people only.",
                bone="", arteries="harden or gain as usual", studies="cancela2021", mgp_block=1,
            ),
            _experiment(
                "osteocalcin knock-out mouse", "mouse",
                "The genes of osteocalcin were removed.",
                "The first such mice had more bone; later ones had as much bone as usual, with crystals out of line.",
                bone="grows or keeps steady", arteries="", studies="ducy1996 diegel2020 moriishi2020",
                osteocalcin_block=1,
            ),
        )
    }
)  # fmt: skip


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
