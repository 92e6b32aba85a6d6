"""
Calcium Paradox Lab: an illustrative teaching model, not medical advice.

Public names for scripts::

    from sim import Scenario, simulate, PRESETS
"""

from sim.model import MODEL_VERSION
from sim.scenarios import PRESETS, Result, Scenario, simulate

__all__ = ["MODEL_VERSION", "PRESETS", "Result", "Scenario", "simulate"]
