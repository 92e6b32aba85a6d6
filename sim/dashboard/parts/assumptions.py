"""
What a class may question: the strength of K2, the form of vitamin K, and the experiments behind the story.
"""

import streamlit as st

from sim.content.evidence import STUDIES, linked
from sim.dashboard import callbacks, state
from sim.model.lenses import K_FORMS, LENSES
from sim.model.parameters import lookup, number
from sim.runs.experiments import EXPERIMENTS, Experiment, comparison, matching
from sim.runs.many import balanced_run
from sim.runs.run import simulate
from sim.runs.scenario import Scenario

STRENGTH = "mgp_strength"
NOT_ADVICE = "Experiments on animals and a rare disease, shown to test the story. Never a model to follow."


def lenses() -> None:
    """Draw the switch between the two lenses: buttons, for the same reason as the presets."""
    now = state.current().lens
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center", key="lenses"):
        for lens in LENSES.values():
            st.button(
                lens.label,
                key=f"lens_{lens.name}",
                type="primary" if lens.name == now else "secondary",
                icon=":material/visibility:",
                on_click=callbacks.choose_lens,
                args=(lens.name,),
                help=lens.about,
            )


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
    with st.container(horizontal=True, gap="xsmall", key="experiments"):
        for name in EXPERIMENTS:
            st.button(
                name,
                key=f"experiment_{name}",
                type="primary" if name in running else "secondary",
                on_click=callbacks.choose_experiment,
                args=(name,),
            )


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
