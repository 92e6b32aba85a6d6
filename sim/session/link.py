"""Addresses: one link restores settings, view, pinned runs and lesson, and says what it could not read."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sim.model.invalid import shortened
from sim.runs.scenario import NUTRIENTS, Scenario
from sim.session.link_keys import (
    GONE,
    LESSON_KEY,
    LESSON_NAME,
    NAMED,
    OLD_LESSON_KEYS,
    PARAMETER_ROWS,
    PIN_KEYS,
    VERSION_KEY,
    gathered,
    in_order,
)
from sim.session.link_settings import (
    VIEWS,
    from_query,
    gone_notices,
    last_of,
    number_texts,
    to_query,
    view_of,
)
from sim.session.pins import SEPARATOR, Pin, Pins, check_new
from sim.text.messages import say

PIN_PARTS = (*NUTRIENTS, *NAMED)
"""What a pin in a link says after its name; names and values of changed parameters follow."""
LONGEST = 2000
"""Longer links are cut by some chat programs and browsers. [letters]"""


@dataclass(frozen=True)
class Link:
    """All that a link restores: settings, view, pinned runs and the lesson that is open."""

    scenario: Scenario = field(default_factory=Scenario)
    view: str = VIEWS[0]
    pins: Pins = ()
    lesson: str = ""
    """The key of the lesson, empty if none is open; how far somebody is in it, the device keeps."""


def written(link: Link) -> dict[str, str]:
    """
    Return the address parameters of a link; pins, view and lesson only where there are any.

    Examples
    --------
    >>> written(Link(pins=(Pin("little K2", Scenario(vitamin_k2=10)),)))  # doctest: +NORMALIZE_WHITESPACE
    {'calcium': '1000', 'vitamin_d': '800', 'vitamin_k2': '100', 'years': '10', 'lens': 'story', 'k_form': 'mk7',
     'pin1': 'little K2~1000~800~10~story~mk7', 'link': '4'}
    """
    query = to_query(link.scenario, link.view)
    version = query.pop(VERSION_KEY)
    pins = dict(zip(PIN_KEYS, pin_texts(link.pins), strict=False))
    return {**query, **pins, **lesson_query(link), VERSION_KEY: version}


def lesson_query(link: Link) -> dict[str, str]:
    """Return the address parameter of the lesson that is open; none where there is none."""
    return {LESSON_KEY: link.lesson} if link.lesson else {}


def read(query: Mapping[str, str | Sequence[str]]) -> tuple[Link, list[str]]:
    """
    Return what an address holds and a notice for each thing that was not taken as it stood.

    Examples
    --------
    >>> link, notices = read({"calcium": "2000", "pin1": "a~b", "lesson": "mgp"})
    >>> link.scenario.calcium, link.lesson, notices
    (2000.0, 'mgp', ["pin1 'a~b' in the link is not a run that can be read: left out."])
    """
    ordered, broken = in_order(query)
    scenario, of_settings = from_query(ordered)
    last = last_of(ordered)
    view, of_view = view_of(ordered)
    pins, of_pins = _pins_of(last)
    lesson, of_lesson = _lesson_of(last)
    notices = [*of_view, *of_pins, *of_lesson, *broken, *of_settings]
    return Link(scenario, view, pins, lesson), list(dict.fromkeys(notices))  # what left the model is said once


def pin_texts(pins: Pins) -> list[str]:
    """Return pinned runs as a link writes them."""
    return [_pin_text(pin) for pin in pins]


def pins_of(texts: Sequence[str]) -> Pins:
    """
    Return the pinned runs of such texts.

    Raises
    ------
    ValueError
        If one cannot be read.

    Examples
    --------
    >>> [pin.name for pin in pins_of(["little K2~1000~800~10~story~mk7"])]
    ['little K2']
    """
    if len(texts) > len(PIN_KEYS):
        raise ValueError(f"Invalid pins {len(texts)}. Must be at most {len(PIN_KEYS)}.")
    pins, notices = _pins_of(dict(zip(PIN_KEYS, texts, strict=False)))
    if notices:
        raise ValueError(" ".join(notices))
    return pins


def _pin_text(pin: Pin) -> str:
    """Return a pin as a link writes it: its name, its settings, then names and values of changed parameters."""
    texts = number_texts(pin.scenario) | {kind: getattr(pin.scenario, kind) for kind in NAMED}
    changed = (part for name in pin.scenario.parameters for part in (name, texts[name]))
    return SEPARATOR.join([pin.name, *(texts[name] for name in PIN_PARTS), *changed])


def _pins_of(last: Mapping[str, str]) -> tuple[Pins, list[str]]:
    """Return the pins of an address; one that cannot be read is named and left out."""
    pins: list[Pin] = []
    notices: list[str] = []
    for key in (key for key in PIN_KEYS if key in last):
        name, *parts = last[key].split(SEPARATOR)
        settings, changed = parts[: len(PIN_PARTS)], parts[len(PIN_PARTS) :]
        parameters = gathered(zip(changed[::2], changed[1::2], strict=False))
        gone = gone_notices(parameters)
        parameters = {name: values for name, values in parameters.items() if name not in GONE}
        if len(settings) < len(PIN_PARTS) or len(changed) % 2 or not parameters.keys() <= PARAMETER_ROWS.keys():
            notices.append(say("link-pin-unread", key=key, text=shortened(last[key])))
            continue
        scenario, more = from_query({**dict(zip(PIN_PARTS, settings, strict=True)), **parameters})
        notices += [*gone, *(f"{key}: {notice}" for notice in more)]
        try:
            pin = Pin(name, scenario)
            check_new(pin.name, pins)
            pins.append(pin)
        except ValueError as error:
            notices.append(say("link-pin-refused", key=key, error=str(error)))
    return tuple(pins), notices


def _lesson_of(last: Mapping[str, str]) -> tuple[str, list[str]]:
    """Return the lesson of an address, empty if it looks like none, and what else of lessons is passed over."""
    gone = [key for key in OLD_LESSON_KEYS if key in last]
    notices = [say("link-lesson-gone", keys=" and ".join(gone))] if gone else []
    text = last.get(LESSON_KEY, "")
    if not text or re.fullmatch(LESSON_NAME, text, re.ASCII):
        return text, notices
    return "", [*notices, say("link-lesson-unread", key=LESSON_KEY, text=shortened(text))]
