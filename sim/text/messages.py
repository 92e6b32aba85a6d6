"""
Every text by its name: the messages of en.ftl with what is filled in.

Which message fits a run is told in sentences.py and its neighbours, and in the browser by words/; the text is one.
"""

from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

FILE = Path(__file__).with_name("en.ftl")


@cache
def _bundle() -> FluentBundle:
    """Return the messages, read when the first is asked for."""
    bundle = FluentBundle(["en"], use_isolating=False)
    bundle.add_resource(FluentResource(FILE.read_text("utf-8")))
    return bundle


def say(message: str, **arguments: str | float) -> str:
    """
    Return a message of en.ftl with its arguments filled in; numbers serve only to choose singular or plural.

    Raises
    ------
    LookupError
        If there is no such message, or it needs an argument that is not given.

    Examples
    --------
    >>> say("years", count=1, years="1"), say("years", count=10, years="10")
    ('1 year', '10 years')
    >>> say("years", count=10)
    Traceback (most recent call last):
    LookupError: Invalid message 'years'. Unknown external: years.
    """
    bundle = _bundle()
    if not bundle.has_message(message):
        raise LookupError(f"Invalid message '{message}'. en.ftl has none of that name.")
    pattern = bundle.get_message(message).value
    assert pattern is not None, message  # only a message of nothing but attributes has none
    text, errors = bundle.format_pattern(pattern, arguments)
    if errors:
        raise LookupError(f"Invalid message '{message}'. {errors[0]}.")
    return str(text)
