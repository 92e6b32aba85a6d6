"""
Heavy work on runs for all sessions: made in turn, and what one session has had made the others get from memory.
"""

from sim.dashboard.turns import made_once
from sim.runs.paradox_map import paradox_map

mapped = made_once(maxsize=64)(paradox_map)
