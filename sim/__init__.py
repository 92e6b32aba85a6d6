"""
Calcium Paradox Lab: an illustrative teaching model, not medical advice.

Public names for scripts::

    from sim import Scenario, simulate, sweep, PRESETS
"""

from sim.batch import sweep
from sim.model import MODEL_VERSION
from sim.result import Outcome
from sim.scenarios import PRESETS, Result, Scenario, simulate

__all__ = ["MODEL_VERSION", "PRESETS", "Outcome", "Result", "Scenario", "simulate", "sweep"]
