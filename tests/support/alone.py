"""One page by itself, without a browser: AppTest cannot go to pages that are functions."""

from streamlit.testing.v1 import AppTest

SCRIPT = """
from sim.dashboard import page_style, state
from sim.dashboard.pages import {page}
from sim.dashboard.parts import notices

page_style.apply()
with state.page("{page}"):
    notices.show()
    {page}.page()
"""


def alone(page: str, **query: str) -> AppTest:
    """Return a page, drawn once as navigation.py draws it, opened with this query."""
    at = AppTest.from_string(SCRIPT.format(page=page), default_timeout=60)
    at.query_params.update(query)
    return at.run()
