"""
The model: compartments, what flows between them, and nothing else.

Each flux is stated once, as ``from -> to`` and a rate law in text. Derivatives, the ledger,
plots and the tables of MODEL.md are read from these tables. The balanced adult is steady by
construction: the quantities named ``reference_...`` are the same laws at that adult's intake,
and the kidney threshold is placed where they balance.
"""

import re
from dataclasses import dataclass

from sim.model.parameters import CONTROLS

MODEL_VERSION = "2.0"
"""Changes whenever the same settings would give other numbers."""


@dataclass(frozen=True)
class Compartment:
    """A well-mixed store of calcium [mg]; `start` names the value it begins a run with."""

    name: str
    symbol: str
    start: str
    meaning: str
    bookkeeping: bool = False


@dataclass(frozen=True)
class Quantity:
    """A named intermediate result, with its law and unit."""

    name: str
    symbol: str
    unit: str
    law: str
    meaning: str


@dataclass(frozen=True)
class Flux:
    """Calcium that moves from one compartment to another; never negative. [mg/day]"""

    name: str
    source: str
    target: str
    law: str
    meaning: str
    unit: str = "mg/day"


COMPARTMENTS = (
    Compartment("gut", "G", "reference_gut", "Calcium in the gut, not yet absorbed or lost."),
    Compartment("blood", "B", "blood_baseline", "Calcium in blood and the fluid around the cells."),
    Compartment("bone", "M", "bone_baseline", "Calcium in the skeleton."),
    Compartment("arteries", "A", "arteries_baseline", "Calcium in the walls of the arteries."),
    Compartment("diet", "X", "diet_store", "Food calcium not yet eaten.", bookkeeping=True),
    Compartment("urine", "U", "0", "Calcium lost in urine since the start.", bookkeeping=True),
    Compartment("faeces", "L", "0", "Calcium lost in faeces since the start.", bookkeeping=True),
)

_STATUS = (
    Quantity("serum_25ohd", "s", "nmol/L",
             "serum_25ohd_base + serum_25ohd_span * (1 - exp(-vitamin_d / serum_25ohd_scale))",
             "Vitamin D status: 25(OH)D in blood."),
    Quantity("vitamin_d_gate", "g", "-", "serum_25ohd / (serum_25ohd + gate_ec50)",
             "How far vitamin D opens the gate of active absorption."),
    Quantity("active_capacity", "V_g", "mg/day", "absorption_capacity * vitamin_d_gate",
             "Limit of active absorption at this vitamin D status."),
    Quantity("vitamin_k_supply", "K_y", "ug/day", "vitamin_k2 * k_potency + k1_background",
             "Vitamin K of the diet, K1 from leaves included, counted as MK-7."),
    Quantity("k2_need", "n", "-", "1 + need_slope * (serum_25ohd / reference_serum_25ohd - 1)",
             "Need for vitamin K: proteins that cells make for it to activate, as a multiple of the balanced adult's."),
    Quantity("osteocalcin_response", "o_K", "-", "vitamin_k_supply / (vitamin_k_supply + osteocalcin_ed50 * k2_need)",
             "Fraction of osteocalcin that this much vitamin K activates (carboxylates)."),
    Quantity("mgp_response", "m_K", "-", "vitamin_k_supply / (vitamin_k_supply + mgp_ed50 * k2_need)",
             "Fraction of MGP that this much vitamin K activates (carboxylates)."),
)  # fmt: skip
"""What the intakes alone decide."""


def _at_reference(quantity: Quantity) -> Quantity:
    """Return the same quantity for the balanced adult's intake instead of the reader's."""
    moved = "|".join([c.name for c in CONTROLS] + [q.name for q in _STATUS])
    counted_as_mk7 = quantity.law.replace(" * k_potency", "").replace(" * k2_need", "")
    law = re.sub(rf"(?<!reference_)\b({moved})\b", r"reference_\1", counted_as_mk7)
    meaning = f"The same for the balanced adult: {quantity.meaning[0].lower()}{quantity.meaning[1:]}"
    return Quantity(f"reference_{quantity.name}", f"{quantity.symbol}^*", quantity.unit, law, meaning)


QUANTITIES = (
    *(_at_reference(q) for q in _STATUS if q.name != "k2_need"),
    *_STATUS,
    Quantity("osteocalcin_activation", "o", "-", "(1 - osteocalcin_block) * osteocalcin_response",
             "Fraction of osteocalcin that is activated, less what an experiment blocks."),
    Quantity("mgp_activation", "m", "-", "(1 - mgp_block) * mgp_response",
             "Fraction of MGP that is activated, less what an experiment blocks."),
    Quantity("gut_outflow", "k_g", "1/day", "k_transit + k_passive",
             "Rate constant of everything that leaves the gut in proportion to its content."),
    Quantity("gut_surplus", "c", "mg/day",
             "gut_outflow * gut_half_saturation + reference_active_capacity - reference_calcium",
             "Linear coefficient of the quadratic equation for the balanced adult's gut."),
    Quantity("reference_gut", "G^*", "mg",
             "(sqrt(gut_surplus**2 + 4 * gut_outflow * gut_half_saturation * reference_calcium) - gut_surplus)"
             " / (2 * gut_outflow)",
             "Gut content at which the balanced adult's gut is steady."),
    Quantity("reference_urinary_excretion", "u^*", "mg/day",
             "reference_calcium - k_transit * reference_gut - k_endogenous * blood_baseline",
             "What the balanced adult must lose in urine to be steady."),
    Quantity("reference_excess", "E^*", "mg", "reference_urinary_excretion / k_urine",
             "Blood calcium above the kidney threshold in the balanced adult."),
    Quantity("urine_threshold", "B_u", "mg",
             "blood_baseline - reference_excess + threshold_width**2 / (4 * reference_excess)",
             "Blood calcium above which the kidneys spill calcium."),
    Quantity("blood_above_threshold", "E", "mg",
             "0.5 * (blood - urine_threshold + sqrt((blood - urine_threshold)**2 + threshold_width**2))",
             "Blood calcium above the kidney threshold, with a smooth corner."),
    Quantity("blood_ratio", "r", "-", "blood / blood_baseline",
             "Blood calcium as a multiple of its baseline."),
    Quantity("pth", "p", "-",
             "pth_maximum / (1 + (pth_maximum - 1) * exp(pth_slope * (blood_ratio - 1)))",
             "Parathyroid hormone as a multiple of its baseline: rises when blood calcium falls."),
    Quantity("osteocalcin_use", "c_o", "-",
             "(osteocalcin_activation / (osteocalcin_activation + osteocalcin_half))"
             " * ((reference_osteocalcin_response + osteocalcin_half) / reference_osteocalcin_response)",
             "What activated osteocalcin does for bone, as a multiple of the balanced adult's."),
    Quantity("osteocalcin_effect", "f_o", "-", "1 - osteocalcin_share + osteocalcin_share * osteocalcin_use",
             "Bone formation at this K2 as a multiple of the balanced adult's."),
    Quantity("mgp_effect", "f_m", "-",
             "((1 - mgp_strength * mgp_activation) / (1 - mgp_strength * reference_mgp_response))**mgp_power",
             "Arterial deposition at this K2 as a multiple of the balanced adult's."),
)  # fmt: skip

FLUXES = (
    Flux("intake", "diet", "gut", "calcium", "What is eaten."),
    Flux("absorption", "gut", "blood",
         "active_capacity * (gut / (gut_half_saturation + gut)) + k_passive * gut",
         "Calcium crosses the gut wall: actively with vitamin D, and a little passively."),
    Flux("unabsorbed_loss", "gut", "faeces", "k_transit * gut",
         "What is not absorbed leaves with the faeces."),
    Flux("endogenous_faecal_loss", "blood", "faeces", "k_endogenous * blood",
         "Digestive juices carry some calcium from blood to faeces."),
    Flux("urinary_excretion", "blood", "urine", "k_urine * blood_above_threshold",
         "Kidneys spill what is above their threshold."),
    Flux("bone_formation", "blood", "bone",
         "bone_turnover * blood_ratio * osteocalcin_effect",
         "New bone takes up calcium from blood; activated osteocalcin helps to bind it."),
    Flux("bone_resorption", "bone", "blood",
         "bone_turnover * (bone / bone_baseline) * (1 - pth_share + pth_share * pth)",
         "Old bone is dissolved, faster when blood calcium is low."),
    Flux("arterial_deposition", "blood", "arteries",
         "deposition_baseline * (blood_above_threshold / reference_excess)**deposition_power * mgp_effect",
         "Some calcium of blood settles in artery walls; activated MGP holds it off. In the popular story it is more "
         "when the kidneys have more to spill."),
    Flux("arterial_clearance", "arteries", "blood",
         "k_clearance * mgp_strength * mgp_activation * arteries",
         "Activated MGP helps calcium out of artery walls (seen in rats only)."),
)  # fmt: skip

COMPARTMENT_NAMES = tuple(c.name for c in COMPARTMENTS)
