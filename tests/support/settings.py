"""Settings drawn by chance: sliders, accounts, forms, experiments, assumptions."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from sim import PRESETS, Scenario
from sim.model.lenses import K_FORMS, LENSES
from sim.model.parameters import CONTROLS, PARAMETERS
from sim.runs.experiments import EXPERIMENTS
from sim.runs.many import plausible_ranges


def drawn(count: int) -> Iterator[tuple[Scenario, float]]:
    """Yield random settings, with and without experiments and assumptions, and a year of each."""
    random = np.random.default_rng(13)
    blocked = [experiment.parameters for experiment in EXPERIMENTS.values()]
    for i in range(count):
        some = [PARAMETERS[at] for at in random.choice(len(PARAMETERS), 4, replace=False)]
        plain = random_settings(random)
        ends = plausible_ranges(plain)
        scenario = (
            plain,
            replace(plain, vitamin_k2=float(random.integers(0, 60))),  # where little K2 decides
            replace([*PRESETS.values()][i // 6 % len(PRESETS)], years=plain.years, lens=plain.lens),
            replace(plain, parameters=blocked[random.integers(len(blocked))]),
            replace(plain, parameters={name: random.uniform(*plausible) for name, plausible in ends.items()}),
            replace(plain, parameters={row.name: random.choice((row.low, row.high, row.default)) for row in some}),
        )[i % 6]
        yield scenario, float(random.choice([scenario.years, random.uniform(0, scenario.years)]))


def random_settings(random: np.random.Generator) -> Scenario:
    """Return settings anywhere, half of them on the steps of the sliders."""
    values = [random.uniform(row.low, row.high) for row in CONTROLS[:3]]
    if random.integers(2):
        values = [round(value / row.step) * row.step for value, row in zip(values, CONTROLS, strict=False)]
    lens, k_form = str(random.choice([*LENSES])), str(random.choice([*K_FORMS, "mk7"]))
    calcium, vitamin_d, vitamin_k2 = map(float, values)
    return Scenario(calcium, vitamin_d, vitamin_k2, float(random.integers(1, 31)), lens=lens, k_form=k_form)
