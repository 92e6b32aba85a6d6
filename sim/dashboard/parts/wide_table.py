"""
A table that may be wider than a phone: it scrolls by itself, by keyboard too, and not with the page.
"""

from html import escape

import streamlit as st

from sim.text.tables import Table

# Streamlit's own tables push a phone's page aside; a box that scrolls must be reached by Tab.
STYLE = """
<style>
.wide-table { overflow-x: auto; }
.wide-table table { border-collapse: collapse; width: max-content; min-width: 100%; }
.wide-table :is(td, th) { padding: 0.25rem 0.6rem; border: 1px solid #8a949e; white-space: nowrap; text-align: left; }
.wide-table td:last-child { max-width: 26rem; white-space: normal; }
</style>
"""


def wide_table(table: Table) -> None:
    """Draw a table; its caption names it for those who hear it."""
    st.html(STYLE + as_html(table))


def as_html(table: Table) -> str:
    """
    Return a table as HTML; whatever is in it stays text.

    Examples
    --------
    >>> as_html(Table("Sum", ("a", "b"), [("1", "<2")])).partition("<tbody>")[2]
    '<tr><th scope="row">1</th><td>&lt;2</td></tr></tbody></table></div>'
    """
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in table.columns)
    rows = "".join(
        f'<tr><th scope="row">{escape(first)}</th>' + "".join(f"<td>{escape(cell)}</td>" for cell in others) + "</tr>"
        for first, *others in table.rows
    )
    body = f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    return f'<div class="wide-table" role="region" tabindex="0" aria-label="{escape(table.caption)}">{body}</div>'
