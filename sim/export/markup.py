"""
From the Markdown of lessons and sentences to what reportlab sets.
"""

import re
from xml.sax.saxutils import escape


def markup(text: str) -> str:
    """
    Return text with ``**bold**`` and ``*italics*`` as reportlab's markup; every other sign stands for itself.

    Examples
    --------
    >>> markup("bone **falls** if K2 < 10, a *paradox*")
    'bone <b>falls</b> if K2 &lt; 10, a <i>paradox</i>'
    """
    bold = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", escape(text))
    return re.sub(r"\*(\S|\S[^*<>]*\S)\*", r"<i>\1</i>", bold)


def paragraphs(text: str) -> list[str]:
    """
    Return the paragraphs of a text as reportlab's markup; an empty line parts them.

    Examples
    --------
    >>> paragraphs("one\\nline\\n\\n**two**")
    ['one line', '<b>two</b>']
    """
    return [markup(" ".join(part.split())) for part in re.split(r"\n\s*\n", text) if part.strip()]
