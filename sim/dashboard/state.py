"""
What a session holds (settings, view, pinned runs, lesson), the same in the reader's browser, its address and here.

While a page is open, its settings live in the browser: it tells what the reader has changed, and writes the address.
Python reads an address only where a session begins or the reader went back to it, and says only what it has changed by
itself (a link, a plate, a pinned run).
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from secrets import token_hex

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from sim.dashboard.said import GO, OPEN, Said
from sim.dashboard.turns import QUEUE, Share
from sim.runs.scenario import Scenario
from sim.session.link import Link, read
from sim.session.link_keys import ROLE_KEY
from sim.session.pages import LESSONS
from sim.session.pins import Pins

COMPONENT = "lab"
"""The key of the component, which is the same on every page."""
SAID = "said"
"""The name of its only state."""
ROLE, TEACHER = ROLE_KEY, "teacher"
"""What an address says of who looks: nothing there is secret, but it is not in the pupils' way."""
_SESSION = "session"


@dataclass
class Session:
    """What a session holds, and what it knows of its browser."""

    link: Link
    notices: list[str]
    """What was not taken as it stood in the link."""
    name: str = field(default_factory=token_hex)
    """By which a browser sees that it speaks to a new session, such as after a restart of the server."""
    round: str = ""
    """Names the last settings that were put here and not by the reader's hand; empty if there were none yet."""
    life: str = ""
    """The window that has last said something."""
    heard: int = 0
    """Up to which number it was heard."""
    wanted: str = ""
    """The page to go to."""
    panel: str = ""
    """The panel that is open over the page, such as Save."""
    page: str = ""
    """The page that is open."""
    fresh: bool = True
    """Whether no page has been drawn to its end yet."""
    pressed: list[Callable[[], None]] = field(default_factory=list)
    """What is to be done for the press with which the session began."""
    share: Share = field(default_factory=Share)


def begin(page: str) -> str:
    """Bring session and browser to the same settings before a page is drawn; return the page the reader asks for."""
    held = session()
    QUEUE.work_for(held.share)
    # A session that changes faster than hands can waits; what it sends meanwhile becomes one change.
    time.sleep(held.share.change(time.monotonic()))
    if _went_back():
        _go_back(held)
    if held.page and page != held.page:
        held.panel = ""
    if held.page == LESSONS.path != page:
        held.link = replace(held.link, lesson="")  # links of other pages are of the Lab
    held.page = page
    wanted, held.wanted = held.wanted, ""
    return wanted


def session() -> Session:
    """Return the session, with all that its browser has said."""
    if _SESSION not in st.session_state:
        st.session_state[_SESSION] = Session(*read(_address()))
    held: Session = st.session_state[_SESSION]
    told = (st.session_state.get(COMPONENT) or {}).get(SAID)
    if told:
        _hear(held, told)
    return held


def _hear(held: Session, told: object) -> None:
    """Take what a browser says and has not yet been heard of."""
    try:
        said = Said.of(told)
    except ValueError:
        return  # nothing of ours
    if said.life != held.life:
        held.life, held.heard = said.life, 0
    if said.n <= held.heard:
        return
    if said.address is not None:
        held.link, held.notices = read(said.query())
    before = held.link
    try:
        held.link = said.after(held.link)
    except ValueError:
        _put(held, held.link)  # so that the browser shows what is held here
    if held.link.scenario != before.scenario:
        held.notices = []
    for n, what, which in said.asked:
        if n > held.heard:
            held.wanted, held.panel = (which, "") if what == GO else (held.wanted, which if what == OPEN else "")
    held.heard = said.n


def _address() -> dict[str, Sequence[str]]:
    """Return the parameters of the address, in its order: of a key that stands twice the last counts."""
    return {key: st.query_params.get_all(key) for key in st.query_params}


def _went_back() -> bool:
    """Tell whether this run draws an address that the reader went back (or forward) to."""
    context = get_script_run_ctx()
    return context is not None and context.is_history_navigation


def _go_back(held: Session) -> None:
    """Take over the address that the reader went back to."""
    address = _address()
    if not address:  # of another page Streamlit sends none: nothing has changed there
        return
    link, _ = read(address)
    if link != held.link:
        _put(held, link)


def restore(link: Link, notices: list[str]) -> None:
    """Take over all that a link or a file holds, and what there is to say of it."""
    held = session()
    _put(held, link)
    held.notices = notices


def link() -> Link:
    """Return all that this session holds."""
    return session().link


def current() -> Scenario:
    """Return the scenario of this session."""
    return session().link.scenario


def put(scenario: Scenario) -> None:
    """Make a scenario the current one, in the browser too."""
    held = session()
    _put(held, replace(held.link, scenario=scenario))


def put_pins(pins: Pins) -> None:
    """Make these the pinned runs, in the browser too."""
    held = session()
    _put(held, replace(held.link, pins=pins))


def _put(held: Session, link: Link) -> None:
    if link.scenario != held.link.scenario:
        held.notices = []
    held.link, held.round = link, token_hex(4)


def open_panel(name: str) -> None:
    """Open a panel over the page; an empty name closes it."""
    session().panel = name


def is_teacher() -> bool:
    """Tell whether the address asks for the teacher's view."""
    return st.query_params.get(ROLE) == TEACHER


def link_notices() -> list[str]:
    """Return what the link said that was not taken as it stood; gone once a setting is changed."""
    return session().notices
