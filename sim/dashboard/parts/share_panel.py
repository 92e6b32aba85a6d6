"""
The link of what is on the page, and its QR code for a class in front of a projector.
"""

from dataclasses import replace
from functools import partial
from urllib.parse import urlencode, urlsplit

import streamlit as st

from sim.browser.offline import NAME
from sim.dashboard import state
from sim.dashboard.escape import letter_by_letter
from sim.dashboard.parts.downloads import download
from sim.export.images import image_bytes
from sim.figures import qr
from sim.figures.qr_sheet import qr_figure
from sim.runs.scenario import Scenario
from sim.session.lab_address import given_address
from sim.session.link import written
from sim.session.own_address import Offer, in_container, offer, own_address
from sim.text.messages import say

WHAT_IT_HOLDS = (
    "Whoever opens this link sees this page as it is now: settings, pinned runs and which lesson is open, "
    "none of your answers. It holds nothing about you, and nothing is sent by making it."
)
SCAN = "Scan it with a phone's camera."
QR_WIDTH = 470
"""Wide enough to be read from the back row, small enough for a projector of 720 lines. [pixels]"""
TYPE_IT = "Type the address that phones use"
FOR_INSTANCE = "http://192.168.1.20:8501"
NO_LINK = (
    "The paper will have no link and no QR code, because the address that phones use is not known here. "
    "Press Share to type it."
)
_TYPED = "share_typed"


def panel() -> None:
    """Draw the link, what is to be known about it, and its QR code."""
    shared = for_others(page_address())
    left, right = st.columns([1.15, 1], gap="medium")
    with right:
        st.markdown("**Link**" if shared.reachable else "**Link, for this computer only**")
        st.code(shared.address, language=None, wrap_lines=True)
        st.caption(WHAT_IT_HOLDS)
        st.markdown(say("share-home"))
        st.code(f"{NAME}#{urlencode(written(state.link()))}", language=None, wrap_lines=True)
        for notice in shared.notices:
            st.warning(letter_by_letter(notice), icon=":material/wifi:")
        if shared.reachable and st.session_state.get(_TYPED):
            ask()  # still there to mend a slip, but no longer in the way of the QR code
    with left:
        if shared.reachable:
            picture(shared.address, state.current())
        else:
            ask()


def ask() -> None:
    """Draw the field for the address that phones use; it is remembered while the field is not on the page."""
    st.text_input(TYPE_IT, key=_TYPED, placeholder=FOR_INSTANCE, persist_state="session")


def picture(address: str, scenario: Scenario) -> None:
    """Draw the QR code of an address and what it can be saved as."""
    try:
        text = qr.svg(address)
    except ValueError:
        st.warning(qr.COPY_INSTEAD, icon=":material/qr_code:")
        return
    st.image(text, width=QR_WIDTH, alt=f"QR code of {address}")
    st.caption(SCAN)
    with st.container(horizontal=True, gap="small", key="share_files"):
        for file_format in ("png", "svg"):
            make = partial(content, address, scenario, file_format)
            name = f"calcium-paradox-lab_link.{file_format}"
            download(f"Save as {file_format.upper()}", make, name, f"share_{file_format}")


def content(address: str, scenario: Scenario, file_format: str) -> bytes:
    """Return the sheet with QR code and address as a file; runs outside the session."""
    return image_bytes(qr_figure(address, scenario), file_format, scenario, title=f"QR code of {address}")


def page_address() -> str:
    """Return the full address of this page and of all that it shows now."""
    parts = urlsplit(st.context.url or f"http://localhost:{st.get_option('server.port')}")
    return parts._replace(path=parts.path or "/", query=urlencode(written(state.link()))).geturl()


def for_others(address: str) -> Offer:
    """Return an address of this server as other devices can open it, and what they should know about it."""
    given, wrong = given_address(st.get_option, st.session_state.get(_TYPED, ""))
    offered = offer(address, own_address(), st.get_option("server.address"), given=given, contained=in_container())
    return replace(offered, notices=(*wrong, *offered.notices))


def on_paper(address: str) -> str:
    """Return an address of this server as it may be printed, or say why there is none."""
    offered = for_others(address)
    if offered.reachable:
        return offered.address
    st.caption(NO_LINK)
    return ""
