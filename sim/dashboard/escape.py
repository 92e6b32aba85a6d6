"""
Text from outside (a link, a file, a name somebody typed), made safe to stand in Markdown.
"""

import re
import string
from dataclasses import replace

from sim.text.tables import Table

JOINER = "\N{WORD JOINER}"
"""Takes no room and is not seen or read out."""
# Addresses, emoji, icons and arrows are made of the finished text, where a backslash has already gone.
_MADE_LATER = re.compile(r"(?<=[:@])(?=\S)|(?<=www)(?=\.)|(?<=[<>~-])(?=[=>-])", re.IGNORECASE)


def letter_by_letter(text: str) -> str:
    """
    Return text, in one line, whose signs mean nothing to Streamlit's Markdown: it may come from a stranger's link.

    Signs that are not to be seen, such as those that turn the text around, become visible.

    Examples
    --------
    >>> print(letter_by_letter("![x](a) <b> 2:1").replace(JOINER, "_"))
    \\!\\[x\\]\\(a\\) \\<b\\> 2\\:_1
    """
    seen = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in " ".join(text.split()))
    parted = _MADE_LATER.sub(JOINER, seen)
    return re.sub(rf"([{re.escape(string.punctuation)}])", r"\\\1", parted)


def table_letter_by_letter(table: Table) -> str:
    """Return a table as Markdown; what stands in its rows means nothing to it."""
    return replace(table, rows=[tuple(map(letter_by_letter, row)) for row in table.rows]).to_markdown()
