"""
The corners at which the model is refereed, typed by hand from sim/MODEL.md.

A corner is what differs from the balanced adult's values: controls at their ends, the lens of human
trials, blocked proteins, and, corner by corner, every parameter that an equation reads.
"""

from collections.abc import Mapping

# The document counts controls in years; the referee counts in days, a year as 365.25 of them.
DAYS = (0.0, 0.1, 1.0, 10.0, *(365.25 * year for year in range(1, 31)))
COMPARTMENTS = ("gut", "blood", "bone", "arteries", "urine", "faeces", "diet")

# The table under "Two lenses", and MK-4 in the table below it.
TRIALS: Mapping[str, float] = {
    "need_slope": 0,
    "mgp_power": 1,
    "mgp_strength": 0.2,
    "k_clearance": 0,
    "deposition_power": 0,
    "osteocalcin_share": 0.005,
    "pth_share": 0.125,
}
MK4: Mapping[str, float] = {"k_potency": 0.125}


def diet(calcium: float, vitamin_d: float, vitamin_k2: float, **parameters: float) -> dict[str, float]:
    """Return a corner: the three controls that are eaten, and the parameters that differ."""
    return {"calcium": calcium, "vitamin_d": vitamin_d, "vitamin_k2": vitamin_k2, **parameters}


CORNERS: Mapping[str, Mapping[str, float]] = {
    "balanced": diet(1000, 800, 100),
    "calcium paradox": diet(2000, 4000, 10),
    # The eight corners of the sliders, and two ends along an edge.
    "200-0-0": diet(200, 0, 0),
    "200-0-500": diet(200, 0, 500),
    "200-10000-0": diet(200, 10_000, 0),
    "200-10000-500": diet(200, 10_000, 500),
    "2500-0-0": diet(2500, 0, 0),
    "2500-0-500": diet(2500, 0, 500),
    "2500-10000-0": diet(2500, 10_000, 0),
    "2500-10000-500": diet(2500, 10_000, 500),
    "1000-0-500": diet(1000, 0, 500),
    "2500-800-100": diet(2500, 800, 100),
    # The other lens, the other form, the experiments.
    "paradox in the lens of trials": diet(2000, 4000, 10, **TRIALS),
    "MK-4": diet(1500, 2000, 500, **MK4),
    "no MGP": diet(1000, 800, 100, mgp_block=1),
    "no osteocalcin": diet(1000, 800, 100, osteocalcin_block=1),
    "rat on warfarin": diet(2000, 4000, 500, osteocalcin_block=0.9, mgp_block=0.9),
    # Parameters, part by part.
    "another reference diet": diet(
        1000, 800, 100, reference_calcium=700, reference_vitamin_d=2000, reference_vitamin_k2=40
    ),
    "other stores": diet(
        1500, 400, 300, blood_baseline=1000, bone_baseline=800_000, arteries_baseline=100, diet_store=40_000_000
    ),
    "another vitamin D": diet(
        600, 300, 100, serum_25ohd_base=5, serum_25ohd_span=80, serum_25ohd_scale=2500, gate_ec50=50
    ),
    "another gut": diet(
        1800,
        1000,
        60,
        absorption_capacity=500,
        gut_half_saturation=150,
        k_passive=0.6,
        k_transit=8,
        k_endogenous=0.04,
    ),
    "soft kidney threshold": diet(400, 100, 100, threshold_width=50, k_urine=8),
    "sharp kidney threshold": diet(400, 100, 100, threshold_width=1, k_urine=40),
    "strong hormone": diet(300, 0, 100, pth_slope=30, pth_maximum=15, pth_share=1),
    "no need from vitamin D": diet(2000, 10_000, 29, need_slope=0, k1_background=5),
    "need in proportion to vitamin D": diet(2000, 10_000, 29, need_slope=1, k1_background=5),
    "much vitamin K in the background": diet(1000, 0, 10, need_slope=1, k1_background=300),
    "another bone": diet(
        1000, 1500, 20, bone_turnover=800, osteocalcin_ed50=300, osteocalcin_share=0.4, osteocalcin_half=0.5
    ),
    "deposition in proportion to what is spilled": diet(
        2500, 10_000, 0, mgp_ed50=400, mgp_power=1.5, deposition_baseline=0.1, deposition_power=1
    ),
    "deposition that follows nothing": diet(200, 0, 0, deposition_power=0, mgp_power=5),
    "fast clearance": diet(1000, 800, 500, k_clearance=0.01, mgp_strength=0.5),
}
