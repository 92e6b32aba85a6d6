"""
What buttons and boxes change: presets, lenses, experiments, assumptions, typed values.

Each function is called by Streamlit before the page is drawn again.
"""

from dataclasses import replace

import streamlit as st

from sim.dashboard import state
from sim.model.lenses import LENSES
from sim.model.parameters import INTERVENTIONS, check, control
from sim.runs.experiments import EXPERIMENTS
from sim.runs.scenario import PRESETS, Scenario, preset_of


def choose_preset(name: str) -> None:
    """Put a preset on the sliders; years, lens and assumptions stay, an experiment ends."""
    now = state.current()
    state.put(replace(PRESETS[name], years=now.years, lens=now.lens, parameters=assumptions()))


def assumptions() -> dict[str, float]:
    """Return the changed parameters that are not part of an experiment."""
    return {name: value for name, value in state.current().parameters.items() if name not in INTERVENTIONS}


def matching_preset() -> str | None:
    """Return the preset whose nutrients are the current ones, if there is one and no experiment is run."""
    now = state.current()
    if now.parameters != assumptions() or now.k_form != PRESETS["balanced"].k_form:
        return None
    return preset_of(now)


def choose_lens(name: str) -> None:
    """Look at the same settings through another lens."""
    state.put(through(state.current(), name))


def through(scenario: Scenario, lens: str) -> Scenario:
    """Return the same settings through another lens; what a lens sets goes to the lens's own value."""
    of_lenses = {parameter for each in LENSES.values() for parameter in each.values()}
    kept = {parameter: value for parameter, value in scenario.parameters.items() if parameter not in of_lenses}
    return replace(scenario, lens=lens, parameters=kept)


def choose_experiment(name: str) -> None:
    """Run an experiment on the balanced adult; years, lens and assumptions stay."""
    now = state.current()
    parameters = {**assumptions(), **EXPERIMENTS[name].parameters}
    state.put(replace(PRESETS["balanced"], years=now.years, lens=now.lens, parameters=parameters))


def end_experiment() -> None:
    """Take the blocks of an experiment away and leave the rest."""
    state.put(replace(state.current(), parameters=assumptions()))


def take_assumption(name: str) -> None:
    """Take a parameter from its slider; at the lens's own value it is not a change."""
    typed = st.session_state.get(assumption_key(name))
    if typed is None:
        return
    value = round(float(typed), 6)  # the browser counts 0.15000000000000002
    others = {other: v for other, v in state.current().parameters.items() if other != name}
    changed = replace(state.current(), parameters={**others, name: value})
    unchanged = replace(state.current(), parameters=others)
    state.keep(scenario=unchanged if unchanged.values()[name] == value else changed)


def take_form() -> None:
    """Take the form of vitamin K from its list."""
    form = st.session_state.get(assumption_key("k_form"))
    if form is not None:
        state.keep(scenario=replace(state.current(), k_form=form))


def take_exact(name: str) -> None:
    """Put the typed value of a control on its slider."""
    value = st.session_state.get(exact_key(name))
    if value is not None:
        state.put(replace(state.current(), **{name: check(control(name), value)}))


def assumption_key(name: str) -> str:
    """Return the widget key of an assumption, a new one after each change that its widget has not made."""
    return f"{name}_{state.settings_round()}"


def exact_key(name: str) -> str:
    """Return the widget key of the box in which a control's value is typed."""
    return f"{name}_exact"
