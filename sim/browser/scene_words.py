"""Words and colours of the live picture that never change, read from the tables that own them."""

from dataclasses import asdict

from sim.content.evidence import claim_of
from sim.model.equations import COMPARTMENTS, FLUXES, Compartment, Flux

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
DRAWN = {
    "bone": "Its mesh is a picture of the number and thins more than the number says.",
    "arteries": "Its spots and stiff, thick rims are a picture only: the model knows the calcium in the wall, not how "
    "stiff it is. Plaque, which narrows arteries, is not in the model.",
}
"""Where the drawing says more than the model."""
NEED = (
    f"In the popular story vitamin D raises the need for K2 ({claim_of('d_raises_k2_need').grade}): "
    "more vitamin D, a smaller share is active."
)
GATES = {
    "vitamin_d": ("Vitamin D gate", "Vitamin D opens the gate in the gut wall through which calcium is absorbed.",
                  "absorption_gate"),
    "osteocalcin": ("Osteocalcin", "A protein of bone, switched on by vitamin K2. The door shows what that makes of "
                    "bone formation, beside the balanced adult's: only a part of it needs osteocalcin, and how large "
                    f"a part is assumed. {NEED}", "k2_activates_osteocalcin"),
    "mgp": ("MGP", "A protein of artery walls, switched on by vitamin K2. How far that shields the wall from "
            f"calcium depends on the strength of K2 on arteries that is assumed. {NEED}", "mgp_inhibits"),
}  # fmt: skip
DAILY = {
    "diet": "What is eaten, food and pills together.",
    "urine": "Calcium that the kidneys let go.",
    "faeces": "Calcium that the gut does not take up, and that of digestive juices.",
}
"""What is said of the ends of the body, whose numbers in the diagram are of one day and not since the start."""
ARTERY_MAGNIFIED = 5000
"""How many times larger the diagram draws the flows at the arteries; numbers.js says the same."""
SHORT = {"endogenous_faecal_loss": "Digestive juices", "diet": "Food"}
"""Names where the diagram has no room for the full one."""


def parts() -> dict[str, dict[str, str]]:
    """Return what each organ, door and flux says of itself, as plain data."""
    return {key: part for kind in _told().values() for key, part in kind.items()}


def _told() -> dict[str, dict[str, dict[str, str]]]:
    return {
        "organs": {c.name: _part(_label(c.name), _about(c), ORGAN_CLAIMS.get(c.name)) for c in COMPARTMENTS},
        "gates": {name: _part(*told) for name, told in GATES.items()},
        "fluxes": {
            flux.name: {**_part(_label(flux.name), flux.meaning, FLUX_CLAIMS[flux.name]), "organ": _organ(flux)}
            for flux in FLUXES
        },
    }


def words() -> dict:
    """Return names, explanations, evidence and palettes, as plain data."""
    # Imported only here: it draws, and the tables need no drawing.
    from sim.figures import FIGURES, THEMES

    return {
        **_told(),
        "artery_scale": f"Flows at the arteries are tiny: here they are drawn {ARTERY_MAGNIFIED:,}\u00a0times larger.",
        "titles": {name: picture.title for name, picture in FIGURES.items()},
        "claims": {name: _evidence(picture.claim) for name, picture in FIGURES.items() if picture.claim},
        "themes": {name: asdict(theme) for name, theme in THEMES.items()},
    }


def _organ(flux: Flux) -> str:
    """Return the organ that gives an arrow its colour: bone or arteries if it ends there, else where it begins."""
    return flux.target if flux.target in ("bone", "arteries") else flux.source


def _about(compartment: Compartment) -> str:
    """Return what an organ of the diagram is, and what its drawing adds."""
    name = compartment.name
    return " ".join(filter(None, (DAILY.get(name, compartment.meaning), DRAWN.get(name))))


def _label(name: str) -> str:
    return SHORT.get(name) or name.replace("_", " ").capitalize()


def _part(label: str, about: str, claim: str | None) -> dict[str, str]:
    """Return what a part of the diagram says of itself."""
    return {"label": label, "about": about, **(_evidence(claim) if claim else {"grade": "", "statement": ""})}


def _evidence(key: str) -> dict[str, str]:
    claim = claim_of(key)
    return {"grade": claim.grade.capitalize(), "statement": claim.statement}
