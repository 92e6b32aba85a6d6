"""
A table that may be wider than a phone: it scrolls by itself, by keyboard too, and not with the page.
"""

from html import escape

import streamlit as st

from sim.text.tables import Table


def wide_table(table: Table) -> None:
    """Draw a table; its caption names it for those who hear it."""
    name = escape(table.caption)
    st.html(f'<div class="wide-table" role="region" tabindex="0" aria-label="{name}">{table.to_html()}</div>')
