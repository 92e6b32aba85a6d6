"""
How far the response surface is from the runs it stands for, and what it costs.

Run it with ``python tests/bench/surface.py``. For each world it solves 1,000 random settings of the
three sliders exactly and compares every drawn quantity at every time: the largest difference counts,
as a share of the range that the quantity has over all of them, which is less than its axis.
"""

import time

import numpy as np

from sim import Scenario, sweep
from sim.dashboard.parts.live.messages import surface_part
from sim.model.parameters import CONTROLS
from sim.runs.scenario import NUTRIENTS
from sim.runs.surface import quantities_of, surface

SETTINGS = 1000
SEED = 1
GOAL = 0.23
WORLDS = {
    "story, 10 years": Scenario(),
    "trials, 10 years": Scenario(lens="trials"),
    "story, 1 year": Scenario(years=1),
    "story, 30 years": Scenario(years=30),
    "trials, 30 years": Scenario(lens="trials", years=30),
    "story, K1": Scenario(k_form="k1"),
    "warfarin-treated rat": Scenario(parameters={"mgp_block": 1, "osteocalcin_block": 1}),
}


def row(name: str, world: Scenario) -> str:
    """Return one row of the table."""
    random = np.random.default_rng(SEED)
    settings = np.array([
        control.low + control.step * random.integers(0, int((control.high - control.low) / control.step) + 1, SETTINGS)
        for control in CONTROLS[:3]
    ])  # fmt: skip
    exact = quantities_of(sweep(world, **dict(zip(NUTRIENTS, settings, strict=True))))
    began = time.perf_counter()
    found = surface(world).at(*settings)
    seconds = time.perf_counter() - began
    errors = {
        quantity: 100 * float(np.abs(found[quantity] - values).max() / np.ptp(values))
        for quantity, values in exact.items()
        if np.ptp(values) > 1e-9  # what is the same for all settings has no range to compare with
    }
    worst = max(errors, key=errors.__getitem__)
    drawn = " | ".join(f"{errors[quantity]:.2f}" for quantity in ("bone_change", "arteries", "blood_calcium"))
    size = len(surface_part(world)) / 1000
    met = "yes" if errors[worst] < GOAL else "no"
    return f"| {name} | {drawn} | {errors[worst]:.2f} ({worst}) | {met} | {1000 * seconds:.0f} | {size:.0f} |"


def main() -> None:
    """Print the table."""
    print(f"Largest error of {SETTINGS:,} random settings, % of the range; goal below {GOAL:g}.\n")
    print("| world | bone | arteries | blood | worst of all | met | solve and evaluate [ms] | sent [kB] |")
    print("|---|---:|---:|---:|---|---|---:|---:|")
    for name, world in WORLDS.items():
        print(row(name, world))


if __name__ == "__main__":
    main()
