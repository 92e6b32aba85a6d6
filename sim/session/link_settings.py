"""Settings to address and back: what a link says of one run, and what in it could not be read."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from math import isnan

from sim.model.equations import MODEL_VERSION
from sim.model.invalid import shortened
from sim.model.parameters import CONTROLS, Control, Parameter, as_number, exact, number
from sim.runs.run import simulate
from sim.runs.scenario import Scenario
from sim.session.link_keys import GONE, KNOWN, NAMED, PARAMETER_ROWS, VERSION_KEY, VIEW_KEY
from sim.text.messages import say
from sim.text.sentences import unit

LINK_VERSION = 4
"""Counts up when links hold more, or when the same settings give other numbers: 4 came with model 2.0."""
VIEWS = ("page", "projector")


def to_query(scenario: Scenario, view: str = VIEWS[0]) -> dict[str, str]:
    """
    Return the address parameters of a scenario: every setting, the changed parameters, the link version.

    The view is named only if it is not the usual page.

    Examples
    --------
    >>> to_query(Scenario(calcium=2000, parameters={"mgp_strength": 0.5}))  # doctest: +NORMALIZE_WHITESPACE
    {'calcium': '2000', 'vitamin_d': '800', 'vitamin_k2': '100', 'years': '10', 'lens': 'story', 'k_form': 'mk7',
     'mgp_strength': '0.5', 'link': '4'}
    """
    texts = number_texts(scenario)
    settings = {row.name: texts.pop(row.name) for row in CONTROLS}
    shown = {VIEW_KEY: view} if view != VIEWS[0] else {}
    named = {name: getattr(scenario, name) for name in NAMED}
    return {**settings, **named, **texts, **shown, VERSION_KEY: str(LINK_VERSION)}


def from_query(query: Mapping[str, str | Sequence[str]]) -> tuple[Scenario, list[str]]:
    """
    Return the scenario of an address and a notice for each thing that was not taken as it stood.

    A value out of range goes to the nearest bound, an unreadable one to the default, a fraction
    of a setting to the nearest whole number; an unknown key is ignored; of a key that stands twice
    the last counts.

    Examples
    --------
    >>> scenario, notices = from_query({"vitamin_k2": "900"})
    >>> scenario.vitamin_k2, notices
    (500.0, ["vitamin_k2 '900' in the link is outside 0 to 500 µg/day: set to 500."])
    """
    notices: list[str] = []
    last = last_of(query)
    notices += [
        say("link-repeated", key=key, times=str(len(value)), text=shortened(value[-1]))
        for key, value in query.items()
        if not isinstance(value, str) and len(value) > 1 and key in KNOWN
    ]
    settings = {row.name: _read(row, row.default, last[row.name], notices) for row in CONTROLS if row.name in last}
    usual = Scenario()
    names = {
        kind: _read_name(kind, last[kind], table, getattr(usual, kind), notices)
        for kind, table in NAMED.items()
        if kind in last
    }
    scenario = replace(usual, **settings, **names)
    world = scenario.values()
    read = {name: _read(row, world[name], last[name], notices) for name, row in PARAMETER_ROWS.items() if name in last}
    notices += [*gone_notices(last), *_version_notices(last.get(VERSION_KEY, str(LINK_VERSION)))]
    scenario = _with_parameters(scenario, read, notices)
    # Last, because there may be thousands of them.
    unknown = (shortened(key) for key in query if key not in KNOWN)
    return scenario, [*notices, *(say("link-unknown", key=key) for key in unknown)]


def view_of(query: Mapping[str, str | Sequence[str]]) -> tuple[str, list[str]]:
    """
    Return the view an address asks for, and a notice if there is none of that name.

    Examples
    --------
    >>> view_of({"view": "projector"}), view_of({"view": "cinema"})
    (('projector', []), ('page', ["view 'cinema' in the link must be one of page, projector: set to page."]))
    """
    notices: list[str] = []
    return _read_name(VIEW_KEY, last_of(query).get(VIEW_KEY, VIEWS[0]), VIEWS, VIEWS[0], notices), notices


def gone_notices(names: Iterable[str]) -> list[str]:
    """Return a notice for each of these names that was a parameter of an earlier model."""
    return [say("link-gone", key=name) for name in sorted(set(GONE) & set(names))]


def number_texts(scenario: Scenario) -> dict[str, str]:
    """Return every number of a scenario as a link writes it."""
    numbers = {**scenario.settings(), **scenario.parameters}
    return {name: exact(value) for name, value in numbers.items()}


def last_of(query: Mapping[str, str | Sequence[str]]) -> dict[str, str]:
    """Return an address with one value for each key: of several the last counts."""
    return {key: value if isinstance(value, str) else value[-1] for key, value in query.items()}


def _version_notices(version: str) -> list[str]:
    """Return what has to be said of a link of this version; a link without one is written by hand and new."""
    if version == str(LINK_VERSION):
        return []
    if version in map(str, range(1, LINK_VERSION)):
        return [say("link-older", model=MODEL_VERSION)]
    return [say("link-version", text=shortened(version), version=str(LINK_VERSION))]


def _with_parameters(scenario: Scenario, parameters: Mapping[str, float], notices: list[str]) -> Scenario:
    """Return the scenario with the parameters that differ, or without them where they have no solution."""
    usual = scenario.values()
    changed = replace(scenario, parameters={name: v for name, v in parameters.items() if v != usual[name]})
    try:
        if changed.parameters:
            simulate(changed, samples=2)
    except ValueError as error:
        notices.append(say("link-unsteady", error=str(error)))
    except RuntimeError:
        notices.append(say("link-unsolved", names=", ".join(changed.parameters)))
    else:
        return changed
    return scenario


def _read_name(kind: str, text: str, table: Collection[str], usual: str, notices: list[str]) -> str:
    """Return the name that one key gives, or the usual one and a notice if the table has none of that name."""
    if text in table:
        return text
    notices.append(say("link-name", key=kind, text=shortened(text), names=", ".join(table), kept=usual))
    return usual


def _read(row: Parameter, default: float, text: str, notices: list[str]) -> float:
    """Return the value of one key, adding a notice if it could not be taken as it stood."""
    named = {"key": row.name, "text": shortened(text)}
    value = as_number(text)
    if isnan(value):
        notices.append(say("link-no-number", **named, kept=number(default)))
        return default
    kept = min(max(value, row.low), row.high)
    if kept != value:
        ends = f"{number(row.low)} to {number(row.high)} {unit(row.unit).replace('-', '')}".rstrip()
        notices.append(say("link-outside", **named, ends=ends, kept=number(kept)))
    elif isinstance(row, Control) and kept != round(kept):
        kept = float(round(kept))
        notices.append(say("link-fraction", **named, kept=number(kept)))
    return kept
