"""
The live picture: drawn on paper by matplotlib, moved by the browser while the slider moves.

The Python half prepares messages, the JavaScript half in `sim.browser` shows them.
"""

from collections.abc import Callable
from functools import lru_cache

import streamlit as st
from streamlit.components import v2
from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

from sim.browser import FOLDER
from sim.dashboard.parts.live.messages import SHAPES, message
from sim.model.equations import MODEL_VERSION
from sim.runs.many import balanced_run
from sim.runs.run import simulate
from sim.runs.scenario import Scenario

KEY, HTML = "live", '<div class="stage"></div>'


@lru_cache(maxsize=2)
def component(manager: BidiComponentManager, name: str, html: str, css: str, js: str) -> Callable:
    """
    Return a component, its files registered once for the server.

    Streamlit looks for such files only beside the pyproject.toml of installed packages; this project
    runs from its folder as well, so it says by itself where they are. (Text given in place of
    files would travel with every change of a slider.)
    """
    manifest = ComponentManifest(f"calcium-{name}", MODEL_VERSION, [ComponentConfig(name, FOLDER.name)])
    manager.register_from_manifest(manifest, FOLDER.parent)
    return v2.component(f"calcium-{name}.{name}", html=html, css=css, js=js)


def stage(scenario: Scenario, view: str, bands: bool) -> None:
    """
    Show the pictures of a run.

    Not a fragment: the browser sends what changes together in one batch under one fragment's name, so
    that a button pressed while the component speaks would be lost.
    """
    told = st.session_state.get(KEY) or {}
    shape = told.get("shape", "wide")
    has = frozenset(map(str, told.get("has") or ()))
    content = message(
        simulate(scenario), balanced_run(scenario), view, shape if shape in SHAPES else "wide", bands, has
    )
    show = component(get_bidi_component_manager(), KEY, HTML, "live.css", "main.js")
    show(data=content, key=KEY, on_has_change=lambda: None, on_shape_change=lambda: None)
