"""
What a session holds (settings, view, pinned runs, lesson), the same in widgets, address and Scenario.

The address is written by us, because Streamlit's own binding drops defaults and bad values in
silence. A query string this session has not written itself came from outside and is read.
"""

import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import replace

import streamlit as st

from sim.dashboard import history, widgets
from sim.dashboard.sliders import Line, Message, Query, after
from sim.dashboard.turns import FIRST_PAGE, QUEUE, Share
from sim.model.parameters import CONTROLS, check, control
from sim.runs.scenario import Scenario
from sim.session.link import Link, Progress, read, written
from sim.session.pins import Pins

_LINK = "link"
_WRITTEN, _LAST, _NOTICES, _ROUND = "written_queries", "last_query", "link_notices", "settings_round"
_PAGE, _DRAWN, _BEFORE = "page_drawn", "sliders_drawn", "sliders_drawn_before"
_LINE, _SHARE = "line", "share_of_server"
_REMEMBERED = 200


@contextmanager
def page(name: str) -> Iterator[None]:
    """Bring address and session to the same settings, let a page be drawn, and write its address."""
    # A session that changes faster than hands can waits; what it sends meanwhile becomes one change.
    share: Share = st.session_state.setdefault(_SHARE, Share())
    QUEUE.work_for(share)
    time.sleep(share.change(time.monotonic()))
    with nullcontext() if _LINK in st.session_state else FIRST_PAGE:
        line = _line()
        _begin(name)
        try:
            yield
            write_address()
            if widgets.late():
                line.last = _message()  # all of it is taken
                st.rerun()
        finally:  # also where the next message cuts this run off
            line.drawing = line.arrived = False


def _begin(name: str) -> None:
    query = _query()
    # Coming back from another page, the address is empty although the session goes on.
    if _LINK not in st.session_state or (query and hash(query) not in _known()):
        # In the order of the address, which a set does not have: of a key that stands twice the last counts.
        link, notices = read({key: st.query_params.get_all(key) for key in st.query_params})
        _know(query)
        restore(link, notices)
    _arrive()
    _line().drawing = True
    same_page = st.session_state.get(_PAGE) == name
    st.session_state[_BEFORE] = st.session_state[_DRAWN] if same_page else set()
    st.session_state[_PAGE], st.session_state[_DRAWN] = name, set()


def _query() -> Query:
    """Return the parameters of the address that the browser shows."""
    return frozenset((key, tuple(st.query_params.get_all(key))) for key in st.query_params)


def _known() -> deque[int]:
    """Return the last addresses that were written or read: as numbers, for they are long and a session has many."""
    return st.session_state.setdefault(_WRITTEN, deque(maxlen=_REMEMBERED))


def _know(query: Query) -> None:
    """Remember an address as the latest."""
    known, number = _known(), hash(query)
    if number in known:
        known.remove(number)
    known.append(number)


def _line() -> Line:
    return st.session_state.setdefault(_LINE, Line())


def _arrive() -> None:
    """Take from the browser's message which sliders were moved, once, before anything else changes them."""
    line = _line()
    if line.drawing or line.arrived or _LINK not in st.session_state:
        return
    message, held = _message(), st.session_state[_LINK]
    st.session_state[_LINK] = replace(held, scenario=after(message, line.last, held.scenario))
    line.last, line.arrived = message, True
    if message.query != line.unheard:
        line.unheard = None


def _message() -> Message:
    """Return what the browser says of address and sliders."""
    stand = {row.name: float(st.session_state[row.name]) for row in CONTROLS if row.name in st.session_state}
    return Message(_query(), stand)


def show(name: str) -> int | None:
    """Give the slider of a control its value; call just before it is drawn, with the default that is returned."""
    value = int(getattr(current(), name))
    # A slider that the last run did not draw (closed popover, other page) starts at its lowest value, unless it
    # is given one in this run, and one that was put elsewhere goes there when the browser hears of it. Given in
    # every run, it would undo what the reader is just doing.
    known = name in st.session_state[_BEFORE] and not _line().unheard and st.session_state.get(name) == value
    st.session_state[_DRAWN].add(name)
    return None if known else widgets.give(name, value)


def shown(name: str, default: int | None) -> None:
    """Take where the browser still held the slider of a control; call after it is drawn, with what `show` said."""

    def take() -> None:
        keep(scenario=replace(current(), **{name: check(control(name), float(st.session_state[name]))}))

    widgets.take(name, default, take)


def restore(link: Link, notices: list[str]) -> None:
    """Take over all that a link or a file holds, and what there is to say of it."""
    _put(link)
    st.session_state[_NOTICES] = (link.scenario, notices)


def link() -> Link:
    """Return all that this session holds, with what the browser has just sent of the sliders."""
    _arrive()
    return st.session_state[_LINK]


def current() -> Scenario:
    """Return the scenario of this session."""
    return link().scenario


def keep(**changed: Scenario | str | Pins | Progress) -> None:
    """Change parts of what the session holds; a scenario only where a widget shows it already."""
    st.session_state[_LINK] = replace(link(), **changed)


def put(scenario: Scenario) -> None:
    """Make a scenario the current one, on every slider too; only before the sliders are drawn."""
    _put(replace(link(), scenario=scenario))


def _put(held: Link) -> None:
    _arrive()
    _line().unheard = _query()
    st.session_state[_LINK] = held
    # On a slow line the browser still sends what the old widgets of the assumptions say.
    st.session_state[_ROUND] = settings_round() + 1


def settings_round() -> int:
    """Return how often settings were put in place of those that widgets had made."""
    return st.session_state.get(_ROUND, 0)


def write_address() -> None:
    """Write all that the session holds into the address, and remember it for undoing."""
    query = written(link())
    # On a slow line the browser still reports an older address, so what was written last counts too.
    if query != st.session_state.get(_LAST) or st.query_params.to_dict() != query:
        st.query_params.from_dict(query)
        st.session_state[_LAST] = query
    _know(frozenset((key, (value,)) for key, value in query.items()))
    history.record(_moment())


def link_notices() -> list[str]:
    """Return what the link said that was not taken as it stood; gone once a setting is changed."""
    scenario, notices = st.session_state[_NOTICES]
    if scenario != current():
        st.session_state[_NOTICES] = (current(), notices := [])
    return notices


def undo() -> None:
    """Go back to the settings and pins before the last change."""
    _go_to(history.back(_moment()))


def redo() -> None:
    """Take the last undo back."""
    _go_to(history.forward())


def _moment() -> history.Moment:
    return history.Moment(current(), link().pins)


def _go_to(moment: history.Moment) -> None:
    _put(replace(link(), scenario=moment.scenario, pins=moment.pins))
