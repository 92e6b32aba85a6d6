"""One question asked of many things, as one test."""

from collections.abc import Callable, Iterable
from functools import wraps
from inspect import signature
from typing import Any

Test = Callable[..., None]


def for_each(names: str | tuple[str, ...], values: Iterable[Any]) -> Callable[[Test], Test]:
    """
    Ask the question of a test of each value in turn; a failure names the value.

    It is written like `pytest.mark.parametrize`, which makes a test of each value: too many to read where the values
    are all rows of a table.
    """
    asked = (names,) if isinstance(names, str) else names
    rows = [(value,) if isinstance(names, str) else tuple(value) for value in values]
    assert rows

    def decorate(test: Test) -> Test:
        @wraps(test)
        def ask(**others: Any) -> None:
            for row in rows:
                try:
                    test(**dict(zip(asked, row, strict=True)), **others)
                except BaseException as failure:
                    failure.add_note(f"{', '.join(asked)}: {', '.join(map(repr, row))}")
                    raise

        own = signature(test)
        fixtures = [one for name, one in own.parameters.items() if name not in asked]
        ask.__signature__ = own.replace(parameters=fixtures)  # type: ignore[attr-defined]
        return ask

    return decorate
