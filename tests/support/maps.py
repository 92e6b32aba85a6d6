"""Worlds whose paradox maps differ: with and without a region, large, small and flat."""

from dataclasses import replace
from itertools import product

from sim import PRESETS, Scenario
from sim.runs.paradox_map import UPWARDS

PARADOX = PRESETS["calcium paradox"]
WORLDS = [
    PARADOX,
    replace(PARADOX, years=1),
    replace(PARADOX, years=30),
    replace(PARADOX, lens="trials"),
    Scenario(400, 100, 77, years=7, k_form="k1"),
    Scenario(vitamin_d=400),  # with calcium up, the region is smaller than its name
    Scenario(2500, 10_000, 500, 30),
    Scenario(200, 0, 0, 1),
    Scenario(2500, 0, 500, 30, lens="trials"),
    Scenario(parameters={"mgp_block": 1}),
    Scenario(parameters={"deposition_baseline": 0, "k_clearance": 0}),
    Scenario(parameters={"k_clearance": 0.001, "need_slope": 0}),
]
MAPS = [*product(WORLDS, UPWARDS)]
