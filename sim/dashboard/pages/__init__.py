"""One file a page."""

import gc
from importlib import import_module

from sim.session.pages import PAGES

for each in PAGES:
    import_module(f"{__name__}.{each.path}_page")
# What the imports have made stays; no later garbage collection needs to look at it.
gc.collect()
gc.freeze()
