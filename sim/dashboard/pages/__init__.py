"""One file a page."""

import gc

import sim.dashboard.pages.evidence_page
import sim.dashboard.pages.lab_page
import sim.dashboard.pages.map_page
import sim.dashboard.pages.model_page  # noqa: F401

# What the imports have made stays; no later garbage collection needs to look at it.
gc.collect()
gc.freeze()
