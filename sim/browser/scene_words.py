"""What the parts of the picture say of themselves, and how well that is known, from the tables that own it."""

from collections.abc import Mapping

from sim.content.evidence import claim_of
from sim.model.equations import COMPARTMENTS, FLUXES, Compartment, Flux
from sim.text.messages import say

FLUX_CLAIMS = {
    "intake": "intake_reference",
    "absorption": "d_opens_gut",
    "unabsorbed_loss": "unabsorbed_most",
    "endogenous_faecal_loss": "endogenous_loss",
    "urinary_excretion": "urine_spill",
    "bone_formation": "osteocalcin_binds",
    "bone_resorption": "pth_resorption",
    "arterial_deposition": "blood_drives_deposition",
    "arterial_clearance": "clearance_rats",
}
"""The claim that the class reads where it opens an arrow."""
ORGAN_CLAIMS = {
    "gut": "absorption_saturates",
    "blood": "blood_held",
    "bone": "bone_turnover",
    "arteries": "deposition_tiny",
}
DRAWN = ("bone", "arteries")
"""Where the drawing says more than the model."""
GATES = {"vitamin_d": "absorption_gate", "osteocalcin": "k2_activates_osteocalcin", "mgp": "mgp_inhibits"}
"""The claim that the class reads where it opens a door."""
DAILY = ("diet", "urine", "faeces")
"""The ends of the body, whose numbers in the picture are of one day and not since the start."""
SHOWN = {
    "osteocalcin_activation": "k2_activates_osteocalcin",
    "mgp_activation": "k2_activates_mgp",
    "bone_change": "k2_bone_density",
    "arteries_times": "k2_slows_arteries",
    "day_bone": "bone_turnover",
    "stiffness": "k2_stiffness",
}
"""What else of the scene answers a press: guards, curves, the net of bone and what is an illustration."""
SHORT = ("endogenous_faecal_loss", "diet")
"""What has a short name of its own, because the picture has no room for the full one."""


def parts() -> dict[str, dict[str, str]]:
    """Return what each organ, door and flux says of itself, and what else answers a press, as plain data."""
    organs = {c.name: _part(_label(c.name), _about(c), ORGAN_CLAIMS.get(c.name)) for c in COMPARTMENTS}
    fluxes = {
        flux.name: {**_part(_label(flux.name), flux.meaning, FLUX_CLAIMS[flux.name]), "organ": _organ(flux)}
        for flux in FLUXES
    }
    return {**organs, **_named(GATES), **fluxes, **_named(SHOWN)}


def _organ(flux: Flux) -> str:
    """Return the organ that gives an arrow its colour: bone or arteries if it ends there, else where it begins."""
    return flux.target if flux.target in ("bone", "arteries") else flux.source


def _about(compartment: Compartment) -> str:
    """Return what an organ of the diagram is, and what its drawing adds."""
    name = compartment.name
    about = _message(f"about-{name}") if name in DAILY else compartment.meaning
    return " ".join([about, *([_message(f"drawn-{name}")] if name in DRAWN else [])])


def _named(claims: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Return what parts say of themselves whose names and words are messages."""
    return {name: _part(_message(f"part-{name}"), _message(f"about-{name}"), claim) for name, claim in claims.items()}


def _label(name: str) -> str:
    return _message(f"part-{name}") if name in SHORT else name.replace("_", " ").capitalize()


def _message(name: str) -> str:
    """Return what is said of a part; some of it names how well the rise of the need for K2 is known."""
    return say(name.replace("_", "-"), grade=claim_of("d_raises_k2_need").grade)


def _part(label: str, about: str, claim: str | None) -> dict[str, str]:
    """Return what a part of the diagram says of itself."""
    return {"label": label, "about": about, **(_evidence(claim) if claim else {"grade": "", "statement": ""})}


def _evidence(key: str) -> dict[str, str]:
    claim = claim_of(key)
    return {"grade": claim.grade.capitalize(), "statement": claim.statement}
