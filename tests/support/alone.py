"""One page by itself, without a browser: AppTest cannot go to pages that are functions."""

from streamlit.testing.v1 import AppTest

SCRIPT = """
from sim.dashboard import first_press, state
from sim.dashboard.pages import {page}
from sim.dashboard.parts import notices

state.begin("{page}".removesuffix("_page"))
first_press.take()
notices.show()
{page}.page()
first_press.note()
"""


def press(at: AppTest, key: str) -> AppTest:
    """Press a button and check that nothing broke."""
    at.button(key=key).click().run()
    assert not at.exception
    return at


def alone(page: str, **query: str) -> AppTest:
    """Return a page, drawn once as navigation.py draws it, opened with this query."""
    at = AppTest.from_string(SCRIPT.format(page=page), default_timeout=60)
    at.query_params.update(query)
    return at.run()
