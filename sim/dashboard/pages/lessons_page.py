"""
The lessons: the browser part plays them, and keeps on the reader's device how far somebody is.
"""

from sim.dashboard import lab


def page() -> None:
    """Draw the page."""
    lab.show("lesson")
