"""The one form in which every value that is not taken is refused."""

from collections.abc import Iterable


def invalid(what: str, value: object, rule: str | Iterable[str], unit: str = "", where: str = "") -> ValueError:
    """
    Return the error that names a value and what it must be: a sentence, or the names it may be one of.

    What stands in `where` follows the value, such as "to question 3".

    Examples
    --------
    >>> print(invalid("vitamin_k2", 9000, "Must be between 0 and 500.", "ug/day"))
    Invalid vitamin_k2 '9000' [ug/day]. Must be between 0 and 500.
    >>> print(invalid("sun", "moon", ("none", "some", "summer")))
    Invalid sun 'moon'. Must be one of: none, some, summer.
    """
    sentence = rule if isinstance(rule, str) else f"Must be one of: {', '.join(rule)}."
    return ValueError(f"Invalid {what} '{value}'{f' [{unit}]' if unit else ''}{where and f' {where}'}. {sentence}")


def shortened(text: str) -> str:
    """Return a text from outside, short enough to be repeated in a sentence."""
    return text if len(text) <= 40 else f"{text[:40]}..."
