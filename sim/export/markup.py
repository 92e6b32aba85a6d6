"""
From the Markdown of lessons and sentences to what paper.typ sets: pieces of text, strong or not.
"""

import re
from collections.abc import Iterator

Parts = list[tuple[str, bool]]
"""Pieces of a text, each with whether it is strong."""


def markup(text: str) -> Parts:
    """
    Return a text's pieces; ``**bold**`` and ``*italics*`` are strong, every other sign stands for itself.

    The letters of paper have no italics.

    Examples
    --------
    >>> markup("bone **falls** if K2 < 10")
    [('bone ', False), ('falls', True), (' if K2 < 10', False)]
    """
    return list(_parts(text))


def _parts(text: str) -> Iterator[tuple[str, bool]]:
    at = 0
    for found in re.finditer(r"\*\*(.+?)\*\*|\*(\S|\S[^*]*\S)\*", text):
        if at < found.start():
            yield text[at : found.start()], False
        yield (found[1] or found[2]).replace("*", ""), True
        at = found.end()
    if at < len(text):
        yield text[at:], False


def paragraphs(text: str) -> list[Parts]:
    """
    Return the pieces of each paragraph of a text; an empty line parts them.

    Examples
    --------
    >>> paragraphs("one\\nline\\n\\n**two**")
    [[('one line', False)], [('two', True)]]
    """
    return [markup(" ".join(part.split())) for part in re.split(r"\n\s*\n", text) if part.strip()]
