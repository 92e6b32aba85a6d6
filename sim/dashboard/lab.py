"""
The Lab's browser part as a component of the page; `sim/browser/hosts/streamlit.js` is its other half.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal
from urllib.parse import urlencode

import streamlit as st
from streamlit.components import v2
from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

from sim.browser import built, offline
from sim.dashboard import state
from sim.dashboard.parts.notices import first_of
from sim.dashboard.turns import made_once
from sim.model.equations import MODEL_VERSION
from sim.runs.scenario import Scenario
from sim.session.link import lesson_query, pin_texts, written
from sim.session.pages import HOME, LESSONS

HTML = '<div class="host"></div>'
_FILES = TemporaryDirectory()
"""Where what browsers are sent is kept while the server runs."""
LAB = "lab"
"""The component beside which the file to take home lies."""
WITH_BAR = ("compare", "map", "plate")
Mode = Literal["lab", "bar", "page", "lesson"]


@made_once(4)
def component(manager: BidiComponentManager, name: str, host: str) -> Callable:
    """
    Return a component, its files made and registered once for the server: script, style sheet, the Lab to take home.

    Streamlit looks for such files only beside the pyproject.toml of installed packages; this project
    runs from its folder as well, so it says by itself where they are. (Text given in place of
    files would travel with every change of a slider.)
    """
    kept = Path(_FILES.name)
    (folder := kept / name).mkdir(exist_ok=True)
    (folder / "all.js").write_text(built.script(host), "utf-8")
    (folder / "all.css").write_text(built.style(host), "utf-8")
    if name == LAB:
        (folder / offline.NAME).write_text(offline.html(), "utf-8")
        (folder / f"{built.LATER}.js").write_text(built.script(built.LATER), "utf-8")
    (folder / "letters.css").write_text(offline.letters(), "utf-8")
    manifest = ComponentManifest(f"calcium-{name}", MODEL_VERSION, [ComponentConfig(name, name)])
    manager.register_from_manifest(manifest, kept)
    return v2.component(f"calcium-{name}.{name}", html=HTML, css="all.css", js="all.js")


def show_on(path: str) -> None:
    """Draw what a page shows of the Lab: all of it, the bar with its sliders, or nothing but the address."""
    if path == HOME.path:
        show("lab")
    elif path in WITH_BAR:
        with st.bottom:
            show("bar")
    elif path != LESSONS.path:  # there the page draws it in the midst
        show("page")


def show(mode: Mode) -> None:
    """Draw the component."""
    # In a tuple: of what stands in a mapping, Streamlit would ask pandas whether it is a table.
    _draw()(data=(message(mode),), key=state.COMPONENT, on_said_change=_nothing)


def picture_buttons() -> None:
    """Draw the buttons that save the picture as it stands in the browser; nothing where the Lab is not open."""
    if state.session().page == HOME.path:
        _draw()(data=({"mode": "saving"},), key="saving")


def still(scenario: Scenario, before: Scenario) -> None:
    """Draw the picture of one run, and what was before."""
    data = {"mode": "scene", "scenario": scenario.to_dict(), "before": before.to_dict()}
    _draw()(data=(data,), key="still")


def paradox_map(up: str) -> None:
    """Draw the paradox map, on which one nutrient goes up; it follows the sliders of the bar and moves them."""
    _draw()(data=({"mode": "map", "up": up},), key="map")


def plate() -> Any:
    """Draw the plate, and return what was on it when it last came to rest, as the browser says it; or None."""
    return _draw()(data=({"mode": "plate"},), key="plate", on_day_change=_nothing).day


def board(role: Literal["board", "teacher"], offer: Mapping[str, object]) -> None:
    """Draw the board of a class, or the teacher's view: by a component of its own, which no pupil's page loads."""
    draw = component(get_bidi_component_manager(), "board", "board")
    draw(data=({"role": role, "offer": dict(offer)},), key="board")


def _draw() -> Callable:
    """Return what draws the component."""
    return component(get_bidi_component_manager(), LAB, "streamlit")


def _nothing() -> None:
    """Let a state exist: what it says is read where a run begins."""


def message(mode: Mode) -> dict[str, Any]:
    """Return what the browser is told with every run: what was heard of it, and what this session holds."""
    held = state.session()
    told = {
        "mode": mode,
        "page": held.page,  # so that a page that has only changed its path is told, and writes its address
        "server": held.name,
        "life": held.life,
        "heard": held.heard,
        "round": held.round,
        "also": lesson_query(held.link),
    }
    if mode in ("page", "lesson"):
        also = {state.ROLE: state.TEACHER} if state.is_teacher() else {}
        return {**told, "address": urlencode({**written(held.link), **also})}
    session = {
        "scenario": held.link.scenario.to_dict(),
        "pins": pin_texts(held.link.pins),
        "view": held.link.view,
    }
    return {**told, "session": session, "notices": first_of(held.notices) if mode == "lab" else []}
