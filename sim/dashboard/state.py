"""
Settings of a session: one set of words for widgets, address and Scenario.

The address is written by us, because Streamlit's own binding drops defaults and bad values in
silence. A query string this session has not written itself came from outside and is read.
"""

from dataclasses import replace

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from sim.experiments import EXPERIMENTS
from sim.lenses import LENSES
from sim.links import VIEWS, from_query, to_query, view_of
from sim.parameters import CONTROLS, INTERVENTIONS, check, control
from sim.scenarios import PRESETS, Scenario

NUTRIENTS = ("calcium", "vitamin_d", "vitamin_k2")
_SCENARIO, _WRITTEN, _LAST, _NOTICES = "scenario", "written_queries", "last_query", "link_notices"
_VIEW, _PAGE = "view", "page_drawn"
_ROUND, _STARTS = "assumptions_round", "assumptions_start"


def begin() -> None:
    """Bring address, session and widgets to the same settings; call before any widget is drawn."""
    query = {key: tuple(st.query_params.get_all(key)) for key in st.query_params}
    written: set[frozenset] = st.session_state.setdefault(_WRITTEN, set())
    first = _SCENARIO not in st.session_state
    # Coming back from another page, the address is empty although the session goes on.
    if first or (query and frozenset(query.items()) not in written):
        scenario, notices = from_query(query)
        st.session_state[_VIEW], more = view_of(query)
        written.add(frozenset(query.items()))
        st.session_state[_NOTICES] = (scenario, [*notices, *more])
        put(scenario)
    moved_on = _page() != st.session_state.get(_PAGE)
    st.session_state[_PAGE] = _page()
    for name, value in current().settings().items():
        # Streamlit forgets the value of a widget that is not drawn: on another page, in a closed popover.
        # A slider of the same key on another page is a new widget, which would start at its lowest value.
        if moved_on or name not in st.session_state:
            st.session_state[name] = int(value)


def _page() -> str:
    """Return which page is being drawn."""
    context = get_script_run_ctx()
    return context.page_script_hash if context else ""


def current() -> Scenario:
    """Return the scenario of this session, with what the browser has just sent of the sliders."""
    kept: Scenario = st.session_state[_SCENARIO]
    # A button and a slider may come in one message: what the button does must not undo the slider.
    shown = {row: st.session_state.get(row.name, getattr(kept, row.name)) for row in CONTROLS}
    moved = {row.name: check(row, value) for row, value in shown.items() if value != getattr(kept, row.name)}
    return replace(kept, **moved) if moved else kept


def view() -> str:
    """Return how the page is shown: one of `sim.links.VIEWS`."""
    return st.session_state[_VIEW]


def toggle_view() -> None:
    """Go from the usual page to the projector's view, or back."""
    st.session_state[_VIEW] = VIEWS[1 - VIEWS.index(view())]


def put(scenario: Scenario) -> None:
    """Make a scenario the current one, on every slider too."""
    st.session_state[_SCENARIO] = scenario
    # On a slow line the browser still sends what the old widgets of the assumptions say.
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    for name, value in scenario.settings().items():
        st.session_state[name] = int(value)


def read_widgets() -> Scenario:
    """Take the settings from the sliders and write them into the address; call after they are drawn."""
    st.session_state[_SCENARIO] = scenario = current()
    query = to_query(scenario, view())
    # On a slow line the browser still reports an older address, so what was written last counts too.
    if query != st.session_state.get(_LAST) or st.query_params.to_dict() != query:
        st.query_params.from_dict(query)
        st.session_state[_LAST] = query
    st.session_state[_WRITTEN].add(frozenset((key, (value,)) for key, value in query.items()))
    return scenario


def link_notices() -> list[str]:
    """Return what the link said that was not taken as it stood; gone once a setting is changed."""
    scenario, notices = st.session_state[_NOTICES]
    if scenario != current():
        st.session_state[_NOTICES] = (current(), notices := [])
    return notices


def choose_preset(name: str) -> None:
    """Put a preset on the sliders; years, lens and assumptions stay, an experiment ends."""
    now = current()
    put(replace(PRESETS[name], years=now.years, lens=now.lens, parameters=assumptions()))


def assumptions() -> dict[str, float]:
    """Return the changed parameters that are not part of an experiment."""
    return {name: value for name, value in current().parameters.items() if name not in INTERVENTIONS}


def matching_preset() -> str | None:
    """Return the preset whose nutrients are the current ones, if there is one and no experiment is run."""
    now = current()
    if now.parameters != assumptions() or now.k_form != PRESETS["balanced"].k_form:
        return None
    same = (name for name, preset in PRESETS.items() if all(getattr(preset, n) == getattr(now, n) for n in NUTRIENTS))
    return next(same, None)


def choose_lens(name: str) -> None:
    """Look at the same settings through another lens."""
    put(through(current(), name))


def through(scenario: Scenario, lens: str) -> Scenario:
    """Return the same settings through another lens; what a lens sets goes to the lens's own value."""
    of_lenses = {parameter for each in LENSES.values() for parameter in each.values()}
    kept = {parameter: value for parameter, value in scenario.parameters.items() if parameter not in of_lenses}
    return replace(scenario, lens=lens, parameters=kept)


def choose_experiment(name: str) -> None:
    """Run an experiment on the balanced adult; years, lens and assumptions stay."""
    now = current()
    parameters = {**assumptions(), **EXPERIMENTS[name].parameters}
    put(replace(PRESETS["balanced"], years=now.years, lens=now.lens, parameters=parameters))


def end_experiment() -> None:
    """Take the blocks of an experiment away and leave the rest."""
    put(replace(current(), parameters=assumptions()))


def take_assumption(name: str) -> None:
    """Take a parameter from its slider; at the lens's own value it is not a change."""
    value = round(float(st.session_state[assumption_key(name)]), 6)  # the browser counts 0.15000000000000002
    others = {other: v for other, v in current().parameters.items() if other != name}
    changed = replace(current(), parameters={**others, name: value})
    unchanged = replace(current(), parameters=others)
    st.session_state[_SCENARIO] = unchanged if unchanged.values()[name] == value else changed


def take_form() -> None:
    """Take the form of vitamin K from its list."""
    st.session_state[_SCENARIO] = replace(current(), k_form=st.session_state[assumption_key("k_form")])


def reset() -> None:
    """Put everything back to the default."""
    put(Scenario())


def take_exact(name: str) -> None:
    """Put the typed value of a control on its slider."""
    value = st.session_state[exact_key(name)]
    if value is not None:
        put(replace(current(), **{name: check(control(name), value)}))


def assumption_key(name: str) -> str:
    """Return the widget key of an assumption, a new one after each change that its widget has not made."""
    return f"{name}_{st.session_state[_ROUND]}"


def start_of(name: str, value: float | str) -> float | str:
    """Return with what value the widget of an assumption is made, the same while it is on the page."""
    # Not through the session state: that tells the browser only once, and a quick second run would hide it.
    starts = st.session_state.setdefault(_STARTS, {})
    if assumption_key(name) not in st.session_state:
        starts[name] = value
    return starts[name]


def exact_key(name: str) -> str:
    """Return the widget key of the box in which a control's value is typed."""
    return f"{name}_exact"
