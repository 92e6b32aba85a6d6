"""
Text from outside (a link, a file, a name somebody typed), made safe to stand in Markdown.
"""

import re
import string


def letter_by_letter(text: str) -> str:
    """
    Return text whose signs mean nothing to Markdown: it may come from a stranger's link.

    Examples
    --------
    >>> print(letter_by_letter("![x](http://a)"))
    \\!\\[x\\]\\(http\\:\\/\\/a\\)
    """
    return re.sub(rf"([{re.escape(string.punctuation)}])", r"\\\1", text)
