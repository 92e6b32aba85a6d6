"""
Runs for all sessions: what one has solved, the others get from memory.
"""

from functools import lru_cache

from sim.dashboard.turns import made_once
from sim.runs.many import Ensemble, ensemble
from sim.runs.paradox_map import ParadoxMap, paradox_map
from sim.runs.scenario import Result, Scenario, simulate


@lru_cache(maxsize=512)
def run(scenario: Scenario) -> Result:
    """Return the run of a scenario."""
    return simulate(scenario)


@made_once(maxsize=16)
def models(scenario: Scenario) -> Ensemble:
    """Return the plausible models of a scenario."""
    return ensemble(scenario)


@made_once(maxsize=64)
def mapped(scenario: Scenario, up: str) -> ParadoxMap:
    """Return the paradox map of a scenario's world."""
    return paradox_map(scenario, up)
