"""
The paradox map: where in the sliders' whole range the calcium paradox lies, and a press that moves there.
"""

from dataclasses import replace
from functools import partial

import streamlit as st

from sim.content import intakes
from sim.dashboard import cached_runs, state, widgets
from sim.dashboard.parts import assumptions, controls, pinning, share, undoing
from sim.dashboard.parts.downloads import download
from sim.dashboard.parts.live.map_chart import TITLE, chart, picked
from sim.dashboard.parts.pictures import theme_name
from sim.dashboard.turns import one_at_a_time
from sim.export import file_name
from sim.export.images import FORMATS, image_bytes
from sim.export.map_data import map_bytes
from sim.figures.map_figure import paradox_map_figure
from sim.model.parameters import check, control
from sim.runs.many import balanced_run
from sim.runs.paradox_map import ACROSS, UPWARDS, ParadoxMap
from sim.runs.run import simulate
from sim.runs.scenario import Scenario
from sim.text import data_files
from sim.text.descriptions import describe_map
from sim.text.sentences import changed_line, headline
from sim.text.tables import map_table

UP = "map_up"
HONEST = (
    "The map draws what the model says, and in the popular story the model says far more than people have shown. "
    "Look at the same map in the other account:"
)


def page() -> None:
    """Draw the page."""
    controls.bar()
    scenario = state.current()
    state.write_address()
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.title(TITLE, anchor=False, width="content")
        undoing.buttons()
        pinning.button()
        share.button()
    left, right = st.columns(2, gap="medium")
    with right:
        with st.container(key="sentence"):
            st.header(headline(simulate(scenario), balanced_run(scenario)), anchor=False)
            for remark in filter(None, (changed_line(scenario), *intakes.above_upper_limit(scenario))):
                st.caption(remark)
        st.markdown(HONEST)
        assumptions.lenses()
        paradox_map = cached_runs.mapped(scenario, choose_up())
        typed(paradox_map, scenario)
        downloads(paradox_map, scenario)
    with left:
        chart(paradox_map, scenario, theme_name(), on_picked=move_to_picked)
    st.caption(describe_map(paradox_map, scenario))
    opened = st.expander("The map as a table", icon=":material/table:", key="map_table", on_change="rerun")
    if opened.open:
        opened.markdown(map_table(paradox_map).to_markdown())


def choose_up() -> str:
    """Draw the choice of the nutrient that goes up, and return it."""
    return st.radio(
        "Up the map",
        UPWARDS,
        format_func=lambda name: control(name).label,
        horizontal=True,
        key=UP,
        persist_state="session",
    )


def move_to_picked() -> None:
    """Put the setting that was picked on the map on the sliders."""
    state.put(replace(state.current(), **picked()))


def typed(paradox_map: ParadoxMap, scenario: Scenario) -> None:
    """Draw the boxes in which a place on the map is typed."""
    names, defaults = (ACROSS, paradox_map.up), dict[str, int | None]()
    with st.form("map_typed", border=False):
        *columns, last = st.columns([3, 3, 2], vertical_alignment="bottom")
        for column, name in zip(columns, names, strict=True):
            with column:
                defaults[name] = controls.number_box(control(name), scenario, typed_key(name))
        last.form_submit_button("Move there", on_click=move_to_typed, args=(names,), width="stretch")
    for name, default in defaults.items():  # a form says what is typed only when its button is pressed
        widgets.take(typed_key(name), default, move_to_typed, names)


def typed_key(name: str) -> str:
    """Return the widget key of the box in which a nutrient is typed."""
    return f"map_{name}"


def move_to_typed(names: tuple[str, str]) -> None:
    """Put the typed setting on the sliders; an empty box leaves its nutrient as it is."""
    values = {name: st.session_state.get(typed_key(name)) for name in names}
    checked = {name: check(control(name), value) for name, value in values.items() if value is not None}
    state.put(replace(state.current(), **checked))


def downloads(paradox_map: ParadoxMap, scenario: Scenario) -> None:
    """Draw what can be saved: the picture in each format, and every number of the grid."""
    with st.container(horizontal=True, gap="xsmall"):
        for file_format in (*FORMATS, *data_files.FORMATS):
            name = file_name(scenario, f"paradox_map_{paradox_map.up}", file_format)
            label = data_files.SHORT_LABELS.get(file_format, file_format.upper())
            download(label, partial(content, paradox_map, scenario, file_format), name, f"map_save_{file_format}")


@one_at_a_time
def content(paradox_map: ParadoxMap, scenario: Scenario, file_format: str) -> bytes:
    """Return the bytes of a file; runs outside the session, so it is given all it needs."""
    if file_format in data_files.FORMATS:
        return map_bytes(paradox_map, scenario, file_format)
    return image_bytes(paradox_map_figure(paradox_map, scenario), file_format, scenario, title=TITLE)
