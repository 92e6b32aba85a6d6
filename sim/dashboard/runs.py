"""
Runs for all sessions: what one has solved, the others get from memory.
"""

from functools import lru_cache
from threading import Lock

from sim.batch import Ensemble, ensemble
from sim.paradox_map import ParadoxMap, paradox_map
from sim.scenarios import Result, Scenario, simulate
from sim.surface import Surface, surface

# One at a time: a class that opens the page together waits for one solution instead of making thirty.
_SOLVING = Lock()


@lru_cache(maxsize=512)
def run(scenario: Scenario) -> Result:
    """Return the run of a scenario."""
    return simulate(scenario)


def models(scenario: Scenario) -> Ensemble:
    """Return the plausible models of a scenario."""
    with _SOLVING:
        return ensemble(scenario)


def response(world: Scenario) -> Surface:
    """Return the response surface of a world."""
    with _SOLVING:
        return surface(world)


def mapped(scenario: Scenario, up: str) -> ParadoxMap:
    """Return the paradox map of a scenario's world."""
    with _SOLVING:
        return paradox_map(scenario, up)
