"""
The paradox map: where in the sliders' whole range the calcium paradox lies, and a press that moves there.
"""

from functools import partial

import streamlit as st

from sim.content import intakes
from sim.dashboard import cached_runs, lab, state
from sim.dashboard.parts import panels, pinning
from sim.dashboard.parts.downloads import download
from sim.dashboard.turns import one_at_a_time
from sim.export import file_name
from sim.export.images import FORMATS, image_bytes
from sim.export.map_data import map_bytes
from sim.figures.map_figure import paradox_map_figure
from sim.model.parameters import control
from sim.runs.many import balanced_run
from sim.runs.paradox_map import UPWARDS, paradox_map
from sim.runs.run import simulate
from sim.runs.scenario import Scenario
from sim.session.pages import TITLES
from sim.text import data_files
from sim.text.descriptions import describe_map
from sim.text.messages import say
from sim.text.sentences import changed_line, headline, provenance
from sim.text.tables import map_table

UP = "map_up"
HONEST = {
    "story": "Here the model tells the popular story, which says far more than people have shown. Look at the same map "
    "in the other account.",
    "trials": "Here the model goes by what trials in people allow. Look at the same map in the popular story.",
}


def page() -> None:
    """Draw the page."""
    scenario = state.current()
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.title(TITLES["map"], anchor=False, width="content")
        pinning.button()
        panels.share_button()
    left, right = st.columns([3, 2], gap="medium")
    with right:
        with st.container(key="sentence"):
            st.header(headline(simulate(scenario), balanced_run(scenario)), anchor=False)
            for remark in filter(None, (changed_line(scenario), *intakes.above_upper_limit(scenario))):
                st.caption(remark)
        st.markdown(HONEST[scenario.lens])
        up = choose_up()
        downloads(scenario, up)
    with left:
        lab.paradox_map(up)
    opened = st.expander("The map as a table", icon=":material/table:", key="map_table", on_change="rerun")
    if opened.open:
        opened.markdown(map_table(cached_runs.mapped(scenario, up)).to_markdown())


def choose_up() -> str:
    """Draw the choice of the nutrient that goes up, and return it."""
    return st.radio(
        say("map-up"),
        UPWARDS,
        format_func=lambda name: control(name).label,
        horizontal=True,
        key=UP,
        persist_state="session",
    )


def downloads(scenario: Scenario, up: str) -> None:
    """Draw what can be saved: the picture in each format, and every number of the grid."""
    with st.container(horizontal=True, gap="xsmall"):
        for file_format in (*FORMATS, *data_files.FORMATS):
            name = file_name(scenario, f"paradox_map_{up}", file_format)
            label = data_files.SHORT_LABELS.get(file_format, file_format.upper())
            download(label, partial(content, scenario, up, file_format), name, f"map_save_{file_format}")


@one_at_a_time
def content(scenario: Scenario, up: str, file_format: str) -> bytes:
    """Return the bytes of a file; runs outside the session, so it is given all it needs."""
    world_map = paradox_map(scenario, up)
    if file_format in data_files.FORMATS:
        return map_bytes(world_map, scenario, file_format)
    title, about = say("table-map"), f"{provenance(scenario)} {describe_map(world_map, scenario)}"
    return image_bytes(paradox_map_figure(world_map, scenario), file_format, scenario, title=title, about=about)
