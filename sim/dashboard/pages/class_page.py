"""
The class's room: the board for a projector; for the teacher alone, notes, answers, sheets and the board's buttons.
"""

from dataclasses import asdict
from urllib.parse import urlsplit

import streamlit as st

from sim.dashboard import lab, state
from sim.dashboard.parts import paper_panel
from sim.dashboard.parts.share_panel import for_others
from sim.session.pages import PATHS


def page() -> None:
    """Draw the page."""
    teacher() if state.is_teacher() else lab.board("board", offer())


def teacher() -> None:
    """Draw the teacher's view; below it, what can be printed."""
    lab.board("teacher", offer())
    paper_panel.lessons_panel()


def offer() -> dict[str, object]:
    """Return where other devices open the Lab, as far as it is known, and what is to be known about it."""
    parts = urlsplit(st.context.url or f"http://localhost:{st.get_option('server.port')}")
    folder, _, last = parts.path.rstrip("/").rpartition("/")
    path = folder if last in PATHS else parts.path.rstrip("/")
    offered = for_others(parts._replace(path=path, query="", fragment="").geturl())
    return {**asdict(offered), "address": offered.address.rstrip("/")}
