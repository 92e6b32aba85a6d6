"""Texts in ASCII: for programs and terminals that know no other letters."""

import unicodedata

SPELLED = str.maketrans({
    "−": "-", "–": "-", "—": "-", "‐": "-", "‑": "-", "µ": "u", "μ": "u", "×": "x", "·": "*", "±": "+/-", "⁄": "/",
    "°": " degrees ", "→": "->", "≤": "<=", "≥": ">=", "≈": "~", "‘": "'", "’": "'", "“": '"', "”": '"', "„": '"',
    "•": "*", "ø": "o", "Ø": "O", "ß": "ss",
})  # fmt: skip
"""Signs and letters that are no ASCII letter with an accent: the minus of a result must never be lost."""


def in_ascii(text: str, errors: str = "replace") -> str:
    """
    Return a text spelled in ASCII; for `errors`, letters that have no spelling, see `str.encode`.

    Examples
    --------
    >>> in_ascii("0.4–0.9 µg, ½ café, Rønn 漢")
    '0.4-0.9 ug, 1/2 cafe, Ronn ?'
    >>> in_ascii("☃", "namereplace")
    '\\\\N{SNOWMAN}'
    """
    letters = unicodedata.normalize("NFKD", text).translate(SPELLED)
    return "".join(c for c in letters if not unicodedata.combining(c)).encode("ascii", errors).decode()
