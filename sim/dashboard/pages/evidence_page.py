"""
Evidence: every claim of the article and every flux of the model, with its grade and studies.
"""

import streamlit as st

from sim.content.evidence import CLAIMS, GRADES, KINDS, STUDIES, Claim, Study
from sim.content.evidence.fit import TITLES, comparison, sentence
from sim.dashboard.parts import background
from sim.dashboard.parts.badges import badge
from sim.dashboard.parts.pictures import drawn, image, theme_name
from sim.figures.calibration import calibration_figure
from sim.model.parameters import CONTROLS, PARAMETERS, number
from sim.runs.scenario import Scenario
from sim.text.sentences import unit

HOW_TO_READ = (
    "Each line is something that the article says or the model does. Its grade tells how well it is founded. Open a "
    "line for the studies that matter, what the model makes of it and what is still open. "
    "Papers were read in abstracts and opening sections: look into a paper before you quote its numbers."
)


def page() -> None:
    """Draw the page."""
    background.head("evidence")
    st.markdown(HOW_TO_READ)
    background.grades()
    chosen = st.pills("Show only claims that are", list(GRADES), selection_mode="multi", key="grades") or list(GRADES)
    for kind, heading in KINDS.items():
        claims = [claim for claim in CLAIMS if claim.kind == kind and claim.grade in chosen]
        st.header(f"{heading} ({len(claims)})", anchor=False)
        for claim in claims:
            show(claim)
    calibration()
    sources()


def show(claim: Claim) -> None:
    """Draw one claim, closed until it is opened."""
    with st.expander(f"{badge(claim.grade)} {claim.statement}", key=f"claim_{claim.key}"):
        flux = f" (flux: {claim.about.replace('_', ' ')})" if claim.kind == "flux" else ""
        st.markdown(f"**What the model assumes**{flux}: {claim.model_assumes}")
        st.markdown(study_list(claim.studies))
        st.markdown(f"**What is open**: {claim.honest_note}")
        if claim.parameters:
            st.markdown(f"**Numbers it is about**: {'; '.join(map(parameter, claim.parameters))}.")


def study_list(studies: tuple[Study, ...]) -> str:
    """Return the studies of a claim as a Markdown list: unlike a table it is readable on a phone."""
    lines = []
    for study in studies:
        who = ", ".join(filter(None, (study.organism, study.design, study.n and f"n = {study.n}")))
        given = ", ".join(filter(None, (study.dose, study.duration)))
        paid = f" Paid for by {study.funding}." if study.funding else ""
        about = "; ".join(filter(None, (who, given)))
        lines.append(f"- **{study.name}** ({about}): {study.result}{paid} {identifier(study)}")
    return "\n".join(lines)


def identifier(study: Study) -> str:
    """Return DOI, PMID or journal, linked where there is an address."""
    return f"[{study.identifier}]({study.address})" if study.address else study.identifier


def parameter(name: str) -> str:
    """Return a parameter with its default value and whether it is assumed."""
    row = next(row for row in (*CONTROLS, *PARAMETERS) if row.name == name)
    words = " ".join(filter(None, (number(row.default), unit(row.unit).strip("-"))))
    return f"`{name}` {words}{', assumed' if row.assumed else ''}"


def calibration() -> None:
    """Draw the model's curves over published points."""
    st.header("The model beside published points", anchor=False)
    for pair in (("osteocalcin", "mgp"), ("absorption", "serum_25ohd")):
        for column, name in zip(st.columns(2), pair, strict=True):
            with column:
                svg = drawn(calibration_figure, name, theme_name(), Scenario(), TITLES[name])
                image(svg, sentence(name), caption=f"{sentence(name)} {comparison(name)}")


def sources() -> None:
    """List all studies."""
    with st.expander(f"All {len(STUDIES)} sources"):
        ordered = sorted(STUDIES.values(), key=lambda study: (study.authors, study.year))
        st.markdown("\n".join(f"- {source(study)}" for study in ordered))


def source(study: Study) -> str:
    """Return a study for the list of sources, linked where its address is known."""
    where = study.journal if study.journal and study.identifier != study.journal else ""
    seen = "" if study.seen == "V" else "read on a secondary page"
    about = "; ".join(filter(None, (where, f"{study.organism}, {study.design}", seen)))
    return f"**{study.name}** ({about}) {identifier(study)}"
