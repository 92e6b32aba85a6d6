"""
The export panel: choose a picture or all, choose a format, save.
"""

from functools import partial

import streamlit as st

from sim.dashboard import state
from sim.dashboard.cached_runs import models
from sim.dashboard.parts import certainty, paper_panel, share
from sim.dashboard.parts.downloads import download
from sim.dashboard.turns import one_at_a_time
from sim.export import DATA_FORMATS, FORMATS, PICTURES, file_name, images, make_file
from sim.runs.scenario import Scenario
from sim.text import data_files

FORMAT_NAMES = {
    **images.LABELS,
    **data_files.LABELS,
    "json": "JSON, settings and run",
    "sbml": "SBML, the model for other simulators",
    "omex": "COMBINE archive, model and simulations",
}


def popover(scenario: Scenario) -> None:
    """Draw the button that opens what can be saved. A file has bands if these are shown."""
    opened = st.popover("Save", icon=":material/download:", key="save", on_change="rerun")
    # Drawn only while open, as the popover of the bar: see controls.py.
    if not opened.open:
        return
    with opened:
        file_format = st.selectbox("Format", list(FORMATS), format_func=FORMAT_NAMES.__getitem__, key="export_format")
        is_data, bands = file_format in DATA_FORMATS, certainty.wanted()
        what = st.selectbox(
            "Picture",
            list(PICTURES),
            format_func=lambda name: PICTURES[name].title,
            key="export_picture",
            disabled=is_data,
            help="This file holds the whole run." if is_data else None,
        )
        name = file_name(scenario, "run" if is_data else what, file_format, bands=bands)
        download("Save file", partial(content, scenario, what, file_format, bands), name, "save_file", width="stretch")
        paper_panel.report_panel(scenario, state.link().pins, share.on_paper(share.page_address()))


@one_at_a_time
def content(scenario: Scenario, what: str, file_format: str, bands: bool) -> bytes:
    """Return the bytes of the chosen file; runs outside the session, so it is given all it needs."""
    shown = models(scenario) if bands else None
    return make_file(scenario, what, file_format, models=shown).content
