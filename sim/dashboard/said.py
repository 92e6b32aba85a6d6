"""
What a browser says of its own: the settings that its reader has changed and what it asks for, numbered.

A browser repeats what it has said until it hears that it was heard, and each time says all of that: however Streamlit
puts messages together, nothing is lost and nothing is done twice.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qs

from sim.runs.scenario import Scenario
from sim.session.link import Link, pins_of
from sim.session.link_keys import LESSON_KEY, LESSON_NAME
from sim.session.link_settings import VIEWS

GO, OPEN = "go", "open"
"""What a reader may ask for: another page, or a panel that the server makes."""
_SETTINGS = frozenset(Scenario().to_dict())


@dataclass(frozen=True)
class Said:
    """
    What a browser has said up to number `n`.

    Raises
    ------
    ValueError
        If it is nothing that our browser part says.
    """

    life: str
    """Names the window it came from, until that is loaded anew."""
    n: int
    changed: Mapping[str, Any]
    asked: tuple[tuple[int, str, str], ...]
    address: str | None
    """The query of the window's address, if the browser has seen that the server knows nothing of it any more."""

    @classmethod
    def of(cls, told: Any) -> "Said":
        """Return what a component's value says."""
        try:
            asked = tuple((int(n), str(what), str(which)) for n, what, which in told["asked"])
            address = told.get("address")
            return cls(str(told["life"]), int(told["n"]), dict(told["changed"]), asked, address and str(address))
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise ValueError(f"Invalid message of a browser {told!r}.") from error

    def query(self) -> dict[str, list[str]]:
        """Return the query of its address, each key with all its values."""
        return parse_qs((self.address or "").removeprefix("?"), keep_blank_values=True)

    def after(self, link: Link) -> Link:
        """
        Return what a session holds after what was changed.

        Raises
        ------
        ValueError
            If a value is out of range or no setting.

        Examples
        --------
        >>> said = Said.of({"life": "a", "n": 1, "changed": {"vitamin_k2": 105}, "asked": []})
        >>> said.after(Link()).scenario.vitamin_k2
        105.0
        """
        try:
            settings = {name: value for name, value in self.changed.items() if name in _SETTINGS}
            pins = pins_of(self.changed["pins"]) if "pins" in self.changed else link.pins
            view = self.changed.get("view", link.view)
            lesson = str(self.changed.get(LESSON_KEY, link.lesson))
            scenario = replace(link.scenario, **settings)
        except (AttributeError, TypeError) as error:
            raise ValueError(f"Invalid settings of a browser {self.changed!r}.") from error
        known = not lesson or re.fullmatch(LESSON_NAME, lesson, re.ASCII)
        return Link(scenario, view if view in VIEWS else link.view, pins, lesson if known else link.lesson)
