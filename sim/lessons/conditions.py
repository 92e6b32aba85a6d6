"""
When a reply to a setting is said: a small closed grammar, conditions with blanks between, all of which must hold.

``changed=calcium`` (just this one was changed), ``changed=many``, ``goal`` (the setting meets the goal),
``vitamin_k2<her`` (against the case that the sliders began with), ``bone_change<0``, ``mgp_activation>goal`` (beyond
the goal's upper end; ``<goal`` below its lower). The browser reads the same in `lesson/conditions.js`.
"""

import re

from sim.model.invalid import invalid
from sim.runs.quantities import QUANTITIES
from sim.runs.scenario import NUTRIENTS

CHANGED = ("many", *NUTRIENTS)
COMPARED = re.compile(r"(\w+)(>=|<|>)(her|goal|-?\d+(?:\.\d+)?)")


def check_condition(when: str) -> None:
    """
    Check that a condition can be read.

    Raises
    ------
    ValueError
        Naming the condition.

    Examples
    --------
    >>> check_condition("changed=calcium calcium<her")
    >>> check_condition("changed=salt")
    Traceback (most recent call last):
    ValueError: Invalid condition 'changed=salt'. Must be changed= and one of: many, calcium, vitamin_d, vitamin_k2.
    """
    for part in when.split():
        name, _, value = part.partition("=")
        if name == "changed":
            if value not in CHANGED:
                raise invalid("condition", part, f"Must be changed= and one of: {', '.join(CHANGED)}.")
        elif part != "goal":
            match = COMPARED.fullmatch(part)
            if not match or match[1] not in (*NUTRIENTS, *QUANTITIES):
                raise invalid("condition", part, "Must be like changed=calcium, goal, vitamin_k2<her or bone_change<0.")
