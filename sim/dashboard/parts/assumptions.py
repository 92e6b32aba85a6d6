"""
What a class may choose: presets, lenses, the strength of K2, the form of vitamin K, experiments behind the story.
"""

from collections.abc import Callable, Collection, Mapping
from typing import Any

import streamlit as st

from sim.content.evidence import STUDIES, linked
from sim.dashboard import callbacks, state
from sim.model.lenses import K_FORMS, LENSES
from sim.model.parameters import lookup, number
from sim.runs.experiments import EXPERIMENTS, Experiment, comparison, matching
from sim.runs.many import balanced_run
from sim.runs.run import simulate
from sim.runs.scenario import PRESETS, Scenario

STRENGTH = "mgp_strength"
NOT_ADVICE = "Experiments on animals and a rare disease, shown to test the story. Never a model to follow."


def choice_row(
    key: str, one: str, looks: Mapping[str, dict], chosen: Collection[str | None], choose: Callable, **row: Any
) -> None:
    """Draw a button for each choice, with its look; those that are chosen stand out."""
    # Buttons, because they hold no state: on a slow line the old state of a choice would come
    # back with the next move of a slider and undo it.
    with st.container(horizontal=True, gap="xsmall", key=key, **row):
        for name, look in looks.items():
            kind = "primary" if name in chosen else "secondary"
            st.button(**{"label": name, **look}, key=f"{one}_{name}", type=kind, on_click=choose, args=(name,))


def presets() -> None:
    """Draw the presets, each one press."""
    looks, chosen = {name: {} for name in PRESETS}, [callbacks.matching_preset()]
    choice_row("presets", "preset", looks, chosen, callbacks.choose_preset, wrap=False)


def lenses() -> None:
    """Draw the switch between the two lenses."""
    looks = {
        name: {"label": lens.label, "help": lens.about, "icon": ":material/visibility:"}
        for name, lens in LENSES.items()
    }
    now = state.current().lens
    choice_row("lenses", "lens", looks, [now], callbacks.choose_lens, vertical_alignment="center")


def panel(scenario: Scenario) -> None:
    """Draw the assumptions and the experiments."""
    left, right = st.columns([2, 3], gap="medium")
    with left:
        assumptions(scenario)
    with right:
        experiments(scenario)


def assumptions(scenario: Scenario) -> None:
    """Draw the strength of K2 on arteries and the form of vitamin K."""
    row = lookup(STRENGTH)
    st.slider(
        "Strength of K2 on arteries",
        float(row.low),
        float(row.high),
        float(scenario.values()[STRENGTH]),
        step=0.05,
        key=callbacks.assumption_key(STRENGTH),
        on_change=callbacks.take_assumption,
        args=(STRENGTH,),
    )
    allowed = next(choice for choice in LENSES["trials"].choices if choice.parameter == STRENGTH)
    low, high = map(number, allowed.plausible)
    st.caption(f"0: none. 1: as in the popular story. Human trials leave room for {low} to {high}.")
    st.selectbox(
        "Form of vitamin K",
        list(K_FORMS),
        list(K_FORMS).index(scenario.k_form),
        format_func=lambda name: K_FORMS[name].label,
        key=callbacks.assumption_key("k_form"),
        on_change=callbacks.take_form,
    )
    potency = scenario.form().potency
    st.caption(f"{potency.reason} Source: {potency.source}.")


def experiments(scenario: Scenario) -> None:
    """Draw a button for each experiment."""
    st.markdown("**Experiments behind the story**")
    st.caption(NOT_ADVICE)
    running = [experiment.name for experiment in matching(scenario.parameters)]
    choice_row("experiments", "experiment", {name: {} for name in EXPERIMENTS}, running, callbacks.choose_experiment)


def running(scenario: Scenario) -> None:
    """Say what the experiment that is run was, what was seen, and whether the model agrees."""
    matched = matching(scenario.parameters)
    if matched:
        with st.container(border=True, key="experiment"):
            for experiment in matched:
                st.markdown(words(experiment, scenario))
            st.button("End the experiment", on_click=callbacks.end_experiment, icon=":material/close:")


def words(experiment: Experiment, scenario: Scenario) -> str:
    """Return an experiment in a few sentences, with organism and citation."""
    cited = ", ".join(linked(STUDIES[key]) for key in experiment.studies)
    compared = comparison(experiment, simulate(scenario), balanced_run(scenario))
    return (
        f"**Experiment, not advice: {experiment.name}** ({experiment.organism}). {experiment.done} "
        f"*Seen*: {experiment.seen} {compared} ({cited})"
    )
