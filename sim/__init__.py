"""
Calcium Paradox Lab: an illustrative teaching model, not medical advice.

Public names for scripts::

    from sim import Scenario, simulate, sweep, PRESETS
"""

from sim.model.equations import MODEL_VERSION
from sim.runs.many import sweep
from sim.runs.run import Run, simulate
from sim.runs.scenario import PRESETS, Scenario

__all__ = ["MODEL_VERSION", "PRESETS", "Run", "Scenario", "simulate", "sweep"]
