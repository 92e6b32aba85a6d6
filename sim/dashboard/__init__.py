"""The page: the only rooms besides app.py that know Streamlit. One file a page or panel."""

import gc

import sim.dashboard.evidence_page
import sim.dashboard.lab
import sim.dashboard.map_page
import sim.dashboard.model_page  # noqa: F401

# What the imports have made stays; no later garbage collection needs to look at it.
gc.collect()
gc.freeze()
