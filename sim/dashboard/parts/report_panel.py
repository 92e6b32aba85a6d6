"""
The report of what is on the page, on one sheet of paper.
"""

from sim.dashboard import state
from sim.dashboard.parts import paper_panel, share_panel


def panel() -> None:
    """Draw the choice of paper and what saves the report."""
    held = state.link()
    paper_panel.report_panel(held.scenario, held.pins, share_panel.on_paper(share_panel.page_address()))
