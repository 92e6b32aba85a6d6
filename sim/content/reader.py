"""
The one reader of data files: tables of TOML and rows of CSV become dataclasses, each field checked by its type.
"""

import csv
import tomllib
from collections.abc import Callable, Collection, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import datetime
from pathlib import Path
from types import UnionType
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin

from sim.model.invalid import invalid

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    Row = TypeVar("Row", bound=DataclassInstance)

TYPES = {
    str: "a text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    list: "a list",
    dict: "a table",
    datetime: "a date with its time",
}
Makers = Mapping[Any, tuple[type, Callable[[Any], Any]]]
"""For a type of field: what stands for it in the file, one of TYPES, and what makes it from that."""


def csv_rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def toml_tables(path: Path) -> dict[str, Any]:
    """Return a TOML file as plain data."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def read(kind: "type[Row]", row: Mapping[str, Any], makers: Makers) -> "Row":
    """
    Return a dataclass from a row; texts lose the blanks around them, and a cell of CSV holds a list as ``a;b``.

    Raises
    ------
    ValueError
        Naming the field and what it must be.

    Examples
    --------
    >>> from sim.lessons.task_parts import Choice
    >>> read(Choice, {"text": "It rises.", "reason": 3}, {})
    Traceback (most recent call last):
    ValueError: Invalid reason '3'. Must be a text.
    """
    known = {field.name: field for field in fields(kind)}
    check_keys(row, known, kind.__name__.lower())
    wanted = (
        field for field in known.values() if field.name in row or field.default is field.default_factory is MISSING
    )
    return kind(**{each.name: _value(each.name, each.type, row.get(each.name), makers) for each in wanted})


def check_keys(row: Mapping[str, Any], allowed: Collection[str], what: str) -> None:
    """Raise ValueError if a row holds what nobody reads."""
    for key in row:
        if key not in allowed:
            raise invalid(f"{what} key", key, sorted(allowed))


def _value(name: str, kind: Any, value: Any, makers: Makers) -> Any:
    """Return the value of a field of this type, or of one item of it."""
    if isinstance(kind, UnionType):
        kind = get_args(kind)[0]
        if value == "":
            return None
    if get_origin(kind) is tuple:
        if isinstance(value, str):
            value = value.split(";") if value else []
        item = get_args(kind)[0]
        source, make = list, lambda items: tuple(_value(name, item, each, makers) for each in items)
    elif kind in makers:
        source, make = makers[kind]
    elif isinstance(kind, type) and is_dataclass(kind):
        source, make = dict, lambda row: read(kind, row, makers)
    else:
        source, make = kind, lambda same: same
    if source is float and type(value) is int:
        value = float(value)
    if type(value) is not source:
        raise invalid(name, value, f"Must be {TYPES[source]}.")
    return make(value.strip() if isinstance(value, str) else value)
