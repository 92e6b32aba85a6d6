"""
Heavy work on runs for all sessions: made in turn, and what one session has had made the others get from memory.
"""

from sim.dashboard.turns import made_once
from sim.runs.many import ensemble
from sim.runs.paradox_map import paradox_map
from sim.runs.surface import surface

models = made_once(maxsize=16)(ensemble)
mapped = made_once(maxsize=64)(paradox_map)
response = made_once(maxsize=16)(surface)
