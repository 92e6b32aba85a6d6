"""
What can be saved: the picture as it stands, a figure as matplotlib draws it, the run as a table; the model for experts.
"""

from functools import partial

import streamlit as st

from sim.dashboard import lab, state
from sim.dashboard.parts import paper_panel
from sim.dashboard.parts.downloads import download
from sim.dashboard.turns import one_at_a_time
from sim.export import DATA_FORMATS, MODEL_FORMATS, PICTURES, file_name, images, make_file
from sim.runs.many import ensemble
from sim.runs.scenario import Scenario
from sim.text import data_files
from sim.text.messages import say

BANDS = "bands"
"""Key of the switch that asks for bands of plausible models."""
EXPERTS_PICTURE = "tornado"
EXPERTS = {
    "json": say("save-json"),
    "sbml": "SBML, the model for other simulators",
    "omex": "COMBINE archive, model and simulations",
}
TABLES = {name: label for name, label in data_files.LABELS.items() if name not in EXPERTS}
assert {*TABLES, *EXPERTS} == {*DATA_FORMATS, *MODEL_FORMATS}


def panel() -> None:
    """Draw the panel."""
    scenario = state.current()
    st.markdown(f"**{say('save-picture')}**")
    lab.picture_buttons()
    st.markdown("**A figure for slides or a worksheet**")
    left, right = st.columns(2)
    names = [name for name in PICTURES if name != EXPERTS_PICTURE]
    what = left.selectbox("Picture", names, format_func=title_of, key="export_picture")
    file_format = right.selectbox(
        "Format", list(images.FORMATS), format_func=images.LABELS.__getitem__, key="export_format"
    )
    bands = st.toggle("Bands in saved pictures, too", key=BANDS, persist_state="session")
    save("Save figure", scenario, what, file_format, bands)
    st.markdown(f"**{say('save-numbers')}**")
    with st.container(horizontal=True, gap="small"):
        for table, label in TABLES.items():
            save(label, scenario, "run", table, bands)
    st.markdown("**On paper**")
    paper_panel.panel()
    with st.expander("For experts", icon=":material/experiment:"):
        for data, label in EXPERTS.items():
            save(label, scenario, "run", data, bands)
        for image in images.FORMATS:
            save(f"{title_of(EXPERTS_PICTURE)} ({image.upper()})", scenario, EXPERTS_PICTURE, image, bands)


def title_of(picture: str) -> str:
    """Return what a picture is called."""
    return PICTURES[picture].title


def save(label: str, scenario: Scenario, what: str, file_format: str, bands: bool) -> None:
    """Draw the button that saves one file."""
    name = file_name(scenario, what, file_format, bands=bands)
    key = f"save_{what}_{file_format}" if what in ("run", EXPERTS_PICTURE) else "save_file"
    download(label, partial(content, scenario, what, file_format, bands), name, key)


@one_at_a_time
def content(scenario: Scenario, what: str, file_format: str, bands: bool) -> bytes:
    """Return the bytes of the chosen file; runs outside the session, so it is given all it needs."""
    shown = ensemble(scenario) if bands else None
    return make_file(scenario, what, file_format, models=shown).content
