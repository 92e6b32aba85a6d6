"""
The laws of the model as straight-line code. Written by ``python -m sim.write_generated``, not to be edited.

Each law is a line of its own name. ``pth_by_blood`` is a derivative, ``blood_to_bone`` what flows net,
``pth_constant`` a part that does not change during a run, ``pth_part`` one that is used more than once.
"""

# fmt: off
import math

from numpy import add, asarray, divide, exp, multiply, negative, power, sqrt, square, subtract

INPUTS = ("absorption_capacity", "blood_baseline", "bone_baseline", "bone_turnover", "calcium", "deposition_baseline",
    "deposition_power", "gate_ec50", "gut_half_saturation", "k1_background", "k_clearance", "k_endogenous", "k_passive",
    "k_potency", "k_transit", "k_urine", "mgp_block", "mgp_ed50", "mgp_power", "mgp_strength", "need_slope",
    "osteocalcin_block", "osteocalcin_ed50", "osteocalcin_half", "osteocalcin_share", "pth_maximum", "pth_share",
    "pth_slope", "reference_calcium", "reference_vitamin_d", "reference_vitamin_k2", "serum_25ohd_base",
    "serum_25ohd_scale", "serum_25ohd_span", "threshold_width", "vitamin_d", "vitamin_k2")
NAMED = ("reference_serum_25ohd", "reference_vitamin_d_gate", "reference_active_capacity", "reference_vitamin_k_supply",
    "reference_osteocalcin_response", "reference_mgp_response", "serum_25ohd", "vitamin_d_gate", "active_capacity",
    "vitamin_k_supply", "k2_need", "osteocalcin_response", "mgp_response", "osteocalcin_activation", "mgp_activation",
    "gut_outflow", "gut_surplus", "reference_gut", "reference_urinary_excretion", "reference_excess", "urine_threshold",
    "blood_above_threshold", "blood_ratio", "pth", "osteocalcin_use", "osteocalcin_effect", "mgp_effect", "intake",
    "absorption", "unabsorbed_loss", "endogenous_faecal_loss", "urinary_excretion", "bone_formation", "bone_resorption",
    "arterial_deposition", "arterial_clearance")
ROWS = {"rates": 7, "factors": 12, "solve": 3}
NUMBER_1_OVER_2 = asarray(0.5)
NUMBER_1 = asarray(1.0)


def statics(values, exp=math.exp, sqrt=math.sqrt):
    """Return what does not change during a run."""
    (absorption_capacity, blood_baseline, bone_baseline, bone_turnover, calcium, deposition_baseline, deposition_power,
        gate_ec50, gut_half_saturation, k1_background, k_clearance, k_endogenous, k_passive, k_potency, k_transit,
        k_urine, mgp_block, mgp_ed50, mgp_power, mgp_strength, need_slope, osteocalcin_block, osteocalcin_ed50,
        osteocalcin_half, osteocalcin_share, pth_maximum, pth_share, pth_slope, reference_calcium, reference_vitamin_d,
        reference_vitamin_k2, serum_25ohd_base, serum_25ohd_scale, serum_25ohd_span, threshold_width, vitamin_d,
        vitamin_k2) = values
    serum_25ohd = serum_25ohd_base + serum_25ohd_span * (1 - exp(-(vitamin_d / serum_25ohd_scale)))
    vitamin_d_gate = serum_25ohd / (gate_ec50 + serum_25ohd)
    active_capacity = absorption_capacity * vitamin_d_gate
    gut_outflow = k_passive + k_transit
    reference_serum_25ohd = serum_25ohd_base + serum_25ohd_span * (1 - exp(-(reference_vitamin_d / serum_25ohd_scale)))
    reference_vitamin_d_gate = reference_serum_25ohd / (gate_ec50 + reference_serum_25ohd)
    reference_active_capacity = absorption_capacity * reference_vitamin_d_gate
    gut_surplus = gut_half_saturation * gut_outflow + reference_active_capacity - reference_calcium
    reference_gut = (0.5 * (sqrt(4 * gut_half_saturation * gut_outflow * reference_calcium + gut_surplus * gut_surplus)
        - gut_surplus) / gut_outflow)
    reference_urinary_excretion = reference_calcium - blood_baseline * k_endogenous - k_transit * reference_gut
    reference_excess = reference_urinary_excretion / k_urine
    urine_threshold = blood_baseline + 0.25 * (threshold_width * threshold_width) / reference_excess - reference_excess
    intake = calcium
    blood_ratio_by_blood = 1 / blood_baseline
    reference_vitamin_k_supply = k1_background + reference_vitamin_k2
    reference_osteocalcin_response = reference_vitamin_k_supply / (osteocalcin_ed50 + reference_vitamin_k_supply)
    vitamin_k_supply = k1_background + k_potency * vitamin_k2
    k2_need = need_slope * (serum_25ohd / reference_serum_25ohd - 1) + 1
    osteocalcin_response = vitamin_k_supply / (k2_need * osteocalcin_ed50 + vitamin_k_supply)
    osteocalcin_activation = osteocalcin_response * (1 - osteocalcin_block)
    osteocalcin_use = (osteocalcin_activation * (osteocalcin_half + reference_osteocalcin_response) /
        (reference_osteocalcin_response * (osteocalcin_activation + osteocalcin_half)))
    osteocalcin_effect = osteocalcin_share * osteocalcin_use + 1 - osteocalcin_share
    bone_formation_by_blood = blood_ratio_by_blood * bone_turnover * osteocalcin_effect
    mgp_response = vitamin_k_supply / (k2_need * mgp_ed50 + vitamin_k_supply)
    mgp_activation = mgp_response * (1 - mgp_block)
    arterial_clearance_by_arteries = k_clearance * mgp_activation * mgp_strength
    blood_above_threshold_constant = threshold_width * threshold_width
    pth_constant = pth_maximum - 1
    bone_formation_constant = bone_turnover * osteocalcin_effect
    bone_resorption_constant = bone_turnover / bone_baseline
    bone_resorption_constant2 = 1 - pth_share
    reference_mgp_response = reference_vitamin_k_supply / (mgp_ed50 + reference_vitamin_k_supply)
    mgp_effect = ((1 - mgp_activation * mgp_strength) / (1 - mgp_strength * reference_mgp_response))**mgp_power
    arterial_deposition_constant = deposition_baseline * mgp_effect * (1 / reference_excess)**deposition_power
    pth_by_blood_constant = -(blood_ratio_by_blood * pth_maximum * pth_slope * (pth_maximum - 1))
    absorption_by_gut_constant = active_capacity * gut_half_saturation
    bone_resorption_by_blood_constant = bone_turnover * pth_share / bone_baseline
    arterial_deposition_by_blood_constant = (deposition_baseline * deposition_power * mgp_effect * (1 /
        reference_excess)**deposition_power)
    arterial_deposition_by_blood_constant2 = deposition_power - 1
    return (deposition_power, gut_half_saturation, k_endogenous, k_passive, k_transit, k_urine, pth_maximum, pth_share,
        pth_slope, active_capacity, urine_threshold, intake, blood_ratio_by_blood, bone_formation_by_blood,
        arterial_clearance_by_arteries, blood_above_threshold_constant, pth_constant, bone_formation_constant,
        bone_resorption_constant, bone_resorption_constant2, arterial_deposition_constant, pth_by_blood_constant,
        absorption_by_gut_constant, bone_resorption_by_blood_constant, arterial_deposition_by_blood_constant,
        arterial_deposition_by_blood_constant2)


def rates(state, known, exp=math.exp, sqrt=math.sqrt):
    """Return the derivative of each compartment. [mg/day]"""
    (gut, blood, bone, arteries, _, _, _) = state
    (deposition_power, gut_half_saturation, k_endogenous, k_passive, k_transit, k_urine, pth_maximum, pth_share,
        pth_slope, active_capacity, urine_threshold, intake, blood_ratio_by_blood, _, arterial_clearance_by_arteries,
        blood_above_threshold_constant, pth_constant, bone_formation_constant, bone_resorption_constant,
        bone_resorption_constant2, arterial_deposition_constant, _, _, _, _, _) = known
    absorption_part = gut + gut_half_saturation
    absorption = gut * (k_passive + active_capacity / absorption_part)
    unabsorbed_loss = gut * k_transit
    endogenous_faecal_loss = blood * k_endogenous
    blood_above_threshold_part = blood - urine_threshold
    blood_above_threshold_part2 = (sqrt(blood_above_threshold_constant + blood_above_threshold_part *
        blood_above_threshold_part))
    blood_above_threshold = 0.5 * (blood_above_threshold_part + blood_above_threshold_part2)
    urinary_excretion = blood_above_threshold * k_urine
    blood_ratio = blood * blood_ratio_by_blood
    bone_formation = blood_ratio * bone_formation_constant
    pth_part2 = exp(pth_slope * (blood_ratio - 1))
    pth_part = pth_constant * pth_part2 + 1
    pth = pth_maximum / pth_part
    bone_resorption_by_bone = bone_resorption_constant * (bone_resorption_constant2 + pth * pth_share)
    bone_resorption = bone * bone_resorption_by_bone
    blood_to_bone = bone_formation - bone_resorption
    arterial_deposition = arterial_deposition_constant * blood_above_threshold**deposition_power
    arterial_clearance = arterial_clearance_by_arteries * arteries
    blood_to_arteries = arterial_deposition - arterial_clearance
    return (intake - absorption - unabsorbed_loss, absorption - blood_to_arteries - blood_to_bone -
        endogenous_faecal_loss - urinary_excretion, blood_to_bone, blood_to_arteries, -intake, urinary_excretion,
        endogenous_faecal_loss + unabsorbed_loss)


def factors(state, known, shifts, exp=math.exp, sqrt=math.sqrt):
    """Return the factors of ``shift * I - Jacobian``."""
    (gut, blood, bone, _, _, _, _) = state
    (_, gut_half_saturation, k_endogenous, k_passive, k_transit, k_urine, pth_maximum, pth_share, pth_slope, _,
        urine_threshold, _, blood_ratio_by_blood, bone_formation_by_blood, arterial_clearance_by_arteries,
        blood_above_threshold_constant, pth_constant, _, bone_resorption_constant, bone_resorption_constant2, _,
        pth_by_blood_constant, absorption_by_gut_constant, bone_resorption_by_blood_constant,
        arterial_deposition_by_blood_constant, arterial_deposition_by_blood_constant2) = known
    (shift,) = shifts
    blood_above_threshold_part = blood - urine_threshold
    blood_above_threshold_part2 = (sqrt(blood_above_threshold_constant + blood_above_threshold_part *
        blood_above_threshold_part))
    blood_above_threshold = 0.5 * (blood_above_threshold_part + blood_above_threshold_part2)
    blood_above_threshold_by_blood = blood_above_threshold / blood_above_threshold_part2
    arterial_deposition_by_blood = (arterial_deposition_by_blood_constant *
        blood_above_threshold**arterial_deposition_by_blood_constant2 * blood_above_threshold_by_blood)
    urinary_excretion_by_blood = blood_above_threshold_by_blood * k_urine
    blood_ratio = blood * blood_ratio_by_blood
    pth_part2 = exp(pth_slope * (blood_ratio - 1))
    pth_part = pth_constant * pth_part2 + 1
    pth_by_blood = pth_by_blood_constant * pth_part2 / (pth_part * pth_part)
    bone_resorption_by_blood = bone * bone_resorption_by_blood_constant * pth_by_blood
    blood_to_bone_by_blood = bone_formation_by_blood - bone_resorption_by_blood
    pth = pth_maximum / pth_part
    bone_resorption_by_bone = bone_resorption_constant * (bone_resorption_constant2 + pth * pth_share)
    inverse_bone = 1 / (bone_resorption_by_bone + shift)
    blood_per_bone = bone_resorption_by_bone * inverse_bone
    inverse_blood = (1 / (arterial_deposition_by_blood + blood_to_bone_by_blood + k_endogenous + shift +
        urinary_excretion_by_blood - blood_per_bone * blood_to_bone_by_blood))
    arteries_per_blood = arterial_deposition_by_blood * inverse_blood
    absorption_part = gut + gut_half_saturation
    absorption_by_gut = absorption_by_gut_constant / (absorption_part * absorption_part) + k_passive
    inverse_gut = 1 / (absorption_by_gut + k_transit + shift)
    blood_per_gut = absorption_by_gut * inverse_gut
    faeces_per_gut = inverse_gut * k_transit
    inverse_arteries = (1 / (arterial_clearance_by_arteries + shift - arterial_clearance_by_arteries *
        arteries_per_blood))
    inverse_diet = 1 / shift
    return (arterial_clearance_by_arteries, arteries_per_blood, blood_per_bone, blood_per_gut, blood_to_bone_by_blood,
        faeces_per_gut, inverse_arteries, inverse_blood, inverse_bone, inverse_diet, inverse_gut, k_endogenous,
        urinary_excretion_by_blood)


def solve(factors, right):
    """Return the solution x of ``(shift * I - Jacobian) x = right``."""
    (arterial_clearance_by_arteries, arteries_per_blood, blood_per_bone, blood_per_gut, blood_to_bone_by_blood,
        faeces_per_gut, inverse_arteries, inverse_blood, inverse_bone, inverse_diet, inverse_gut, k_endogenous,
        urinary_excretion_by_blood) = factors
    (right_gut, right_blood, right_bone, right_arteries, right_diet, right_urine, right_faeces) = right
    gut = inverse_gut * right_gut
    blood_without_gut = blood_per_gut * right_gut + right_blood
    blood_without_bone = blood_per_bone * right_bone + blood_without_gut
    arteries_without_blood = arteries_per_blood * blood_without_bone + right_arteries
    arteries = arteries_without_blood * inverse_arteries
    blood = inverse_blood * (arterial_clearance_by_arteries * arteries + blood_without_bone)
    bone = inverse_bone * (blood * blood_to_bone_by_blood + right_bone)
    diet = inverse_diet * right_diet
    urine = inverse_diet * (blood * urinary_excretion_by_blood + right_urine)
    faeces_without_gut = faeces_per_gut * right_gut + right_faeces
    faeces = inverse_diet * (blood * k_endogenous + faeces_without_gut)
    return (gut, blood, bone, arteries, diet, urine, faeces)


def named(state, values, exp=math.exp, sqrt=math.sqrt):
    """Return every quantity and flux."""
    (gut, blood, bone, arteries, _, _, _) = state
    (absorption_capacity, blood_baseline, bone_baseline, bone_turnover, calcium, deposition_baseline, deposition_power,
        gate_ec50, gut_half_saturation, k1_background, k_clearance, k_endogenous, k_passive, k_potency, k_transit,
        k_urine, mgp_block, mgp_ed50, mgp_power, mgp_strength, need_slope, osteocalcin_block, osteocalcin_ed50,
        osteocalcin_half, osteocalcin_share, pth_maximum, pth_share, pth_slope, reference_calcium, reference_vitamin_d,
        reference_vitamin_k2, serum_25ohd_base, serum_25ohd_scale, serum_25ohd_span, threshold_width, vitamin_d,
        vitamin_k2) = values
    reference_serum_25ohd = serum_25ohd_base + serum_25ohd_span * (1 - exp(-(reference_vitamin_d / serum_25ohd_scale)))
    reference_vitamin_d_gate = reference_serum_25ohd / (gate_ec50 + reference_serum_25ohd)
    reference_active_capacity = absorption_capacity * reference_vitamin_d_gate
    reference_vitamin_k_supply = k1_background + reference_vitamin_k2
    reference_osteocalcin_response = reference_vitamin_k_supply / (osteocalcin_ed50 + reference_vitamin_k_supply)
    reference_mgp_response = reference_vitamin_k_supply / (mgp_ed50 + reference_vitamin_k_supply)
    serum_25ohd = serum_25ohd_base + serum_25ohd_span * (1 - exp(-(vitamin_d / serum_25ohd_scale)))
    vitamin_d_gate = serum_25ohd / (gate_ec50 + serum_25ohd)
    active_capacity = absorption_capacity * vitamin_d_gate
    vitamin_k_supply = k1_background + k_potency * vitamin_k2
    k2_need = need_slope * (serum_25ohd / reference_serum_25ohd - 1) + 1
    osteocalcin_response = vitamin_k_supply / (k2_need * osteocalcin_ed50 + vitamin_k_supply)
    mgp_response = vitamin_k_supply / (k2_need * mgp_ed50 + vitamin_k_supply)
    osteocalcin_activation = osteocalcin_response * (1 - osteocalcin_block)
    mgp_activation = mgp_response * (1 - mgp_block)
    gut_outflow = k_passive + k_transit
    gut_surplus = gut_half_saturation * gut_outflow + reference_active_capacity - reference_calcium
    reference_gut = (0.5 * (sqrt(4 * gut_half_saturation * gut_outflow * reference_calcium + gut_surplus * gut_surplus)
        - gut_surplus) / gut_outflow)
    reference_urinary_excretion = reference_calcium - blood_baseline * k_endogenous - k_transit * reference_gut
    reference_excess = reference_urinary_excretion / k_urine
    urine_threshold = blood_baseline + 0.25 * (threshold_width * threshold_width) / reference_excess - reference_excess
    blood_above_threshold = (0.5 * (blood + sqrt(threshold_width * threshold_width + (blood - urine_threshold)**2) -
        urine_threshold))
    blood_ratio = blood / blood_baseline
    pth = pth_maximum / ((pth_maximum - 1) * exp(pth_slope * (blood_ratio - 1)) + 1)
    osteocalcin_use = (osteocalcin_activation * (osteocalcin_half + reference_osteocalcin_response) /
        (reference_osteocalcin_response * (osteocalcin_activation + osteocalcin_half)))
    osteocalcin_effect = osteocalcin_share * osteocalcin_use + 1 - osteocalcin_share
    mgp_effect = ((1 - mgp_activation * mgp_strength) / (1 - mgp_strength * reference_mgp_response))**mgp_power
    intake = calcium
    absorption = active_capacity * gut / (gut + gut_half_saturation) + gut * k_passive
    unabsorbed_loss = gut * k_transit
    endogenous_faecal_loss = blood * k_endogenous
    urinary_excretion = blood_above_threshold * k_urine
    bone_formation = blood_ratio * bone_turnover * osteocalcin_effect
    bone_resorption = bone * bone_turnover * (pth * pth_share + 1 - pth_share) / bone_baseline
    arterial_deposition = (deposition_baseline * mgp_effect * (blood_above_threshold /
        reference_excess)**deposition_power)
    arterial_clearance = arteries * k_clearance * mgp_activation * mgp_strength
    return (reference_serum_25ohd, reference_vitamin_d_gate, reference_active_capacity, reference_vitamin_k_supply,
        reference_osteocalcin_response, reference_mgp_response, serum_25ohd, vitamin_d_gate, active_capacity,
        vitamin_k_supply, k2_need, osteocalcin_response, mgp_response, osteocalcin_activation, mgp_activation,
        gut_outflow, gut_surplus, reference_gut, reference_urinary_excretion, reference_excess, urine_threshold,
        blood_above_threshold, blood_ratio, pth, osteocalcin_use, osteocalcin_effect, mgp_effect, intake, absorption,
        unabsorbed_loss, endogenous_faecal_loss, urinary_excretion, bone_formation, bone_resorption,
        arterial_deposition, arterial_clearance)


def rates_in_place(state, known, out, work):
    """Return the derivative of each compartment. [mg/day]"""
    (gut, blood, bone, arteries, _, _, _) = state
    (deposition_power, gut_half_saturation, k_endogenous, k_passive, k_transit, k_urine, pth_maximum, pth_share,
        pth_slope, active_capacity, urine_threshold, intake, blood_ratio_by_blood, _, arterial_clearance_by_arteries,
        blood_above_threshold_constant, pth_constant, bone_formation_constant, bone_resorption_constant,
        bone_resorption_constant2, arterial_deposition_constant, _, _, _, _, _) = known
    (work0, work1, work2, work3, work4, work5, work6) = work
    (out0, out1, out2, out3, out4, out5, out6) = out
    absorption_part = add(gut, gut_half_saturation, work0)
    absorption = multiply(gut, add(k_passive, divide(active_capacity, absorption_part, work1), work1), work0)
    unabsorbed_loss = multiply(gut, k_transit, work1)
    endogenous_faecal_loss = multiply(blood, k_endogenous, work2)
    blood_above_threshold_part = subtract(blood, urine_threshold, work3)
    blood_above_threshold_part2 = sqrt(add(blood_above_threshold_constant, square(blood_above_threshold_part, work5),
        work5), work4)
    blood_above_threshold = multiply(NUMBER_1_OVER_2, add(blood_above_threshold_part, blood_above_threshold_part2,
        work5), work4)
    urinary_excretion = multiply(blood_above_threshold, k_urine, out5)
    blood_ratio = multiply(blood, blood_ratio_by_blood, work3)
    bone_formation = multiply(blood_ratio, bone_formation_constant, work5)
    pth_part2 = exp(multiply(pth_slope, subtract(blood_ratio, NUMBER_1, work6), work6), work3)
    pth_part = add(multiply(pth_constant, pth_part2, work6), NUMBER_1, work3)
    pth = divide(pth_maximum, pth_part, work3)
    bone_resorption_by_bone = multiply(bone_resorption_constant, add(bone_resorption_constant2, multiply(pth, pth_share,
        work6), work6), work3)
    bone_resorption = multiply(bone, bone_resorption_by_bone, work3)
    blood_to_bone = subtract(bone_formation, bone_resorption, out2)
    arterial_deposition = multiply(arterial_deposition_constant, power(blood_above_threshold, deposition_power, work3),
        work4)
    arterial_clearance = multiply(arterial_clearance_by_arteries, arteries, work3)
    blood_to_arteries = subtract(arterial_deposition, arterial_clearance, out3)
    subtract(subtract(intake, absorption, work3), unabsorbed_loss, out0)
    subtract(subtract(subtract(subtract(absorption, blood_to_arteries, work3), blood_to_bone, work3),
        endogenous_faecal_loss, work3), urinary_excretion, out1)
    negative(intake, out4)
    add(endogenous_faecal_loss, unabsorbed_loss, out6)
    return out


def factors_in_place(state, known, shifts, work):
    """Return the factors of ``shift * I - Jacobian``."""
    (gut, blood, bone, _, _, _, _) = state
    (_, gut_half_saturation, k_endogenous, k_passive, k_transit, k_urine, pth_maximum, pth_share, pth_slope, _,
        urine_threshold, _, blood_ratio_by_blood, bone_formation_by_blood, arterial_clearance_by_arteries,
        blood_above_threshold_constant, pth_constant, _, bone_resorption_constant, bone_resorption_constant2, _,
        pth_by_blood_constant, absorption_by_gut_constant, bone_resorption_by_blood_constant,
        arterial_deposition_by_blood_constant, arterial_deposition_by_blood_constant2) = known
    (shift,) = shifts
    (work0, work1, work2, work3, work4, work5, work6, work7, work8, work9, work10, work11) = work
    blood_above_threshold_part = subtract(blood, urine_threshold, work0)
    blood_above_threshold_part2 = sqrt(add(blood_above_threshold_constant, square(blood_above_threshold_part, work2),
        work2), work1)
    blood_above_threshold = multiply(NUMBER_1_OVER_2, add(blood_above_threshold_part, blood_above_threshold_part2,
        work2), work0)
    blood_above_threshold_by_blood = divide(blood_above_threshold, blood_above_threshold_part2, work1)
    arterial_deposition_by_blood = multiply(multiply(arterial_deposition_by_blood_constant, power(blood_above_threshold,
        arterial_deposition_by_blood_constant2, work2), work2), blood_above_threshold_by_blood, work0)
    urinary_excretion_by_blood = multiply(blood_above_threshold_by_blood, k_urine, work1)
    blood_ratio = multiply(blood, blood_ratio_by_blood, work2)
    pth_part2 = exp(multiply(pth_slope, subtract(blood_ratio, NUMBER_1, work3), work3), work2)
    pth_part = add(multiply(pth_constant, pth_part2, work4), NUMBER_1, work3)
    pth_by_blood = divide(multiply(pth_by_blood_constant, pth_part2, work4), square(pth_part, work5), work2)
    bone_resorption_by_blood = multiply(multiply(bone, bone_resorption_by_blood_constant, work5), pth_by_blood, work2)
    blood_to_bone_by_blood = subtract(bone_formation_by_blood, bone_resorption_by_blood, work2)
    pth = divide(pth_maximum, pth_part, work3)
    bone_resorption_by_bone = multiply(bone_resorption_constant, add(bone_resorption_constant2, multiply(pth, pth_share,
        work5), work5), work3)
    inverse_bone = divide(NUMBER_1, add(bone_resorption_by_bone, shift, work4), work5)
    blood_per_bone = multiply(bone_resorption_by_bone, inverse_bone, work3)
    inverse_blood = divide(NUMBER_1, subtract(add(add(add(add(arterial_deposition_by_blood, blood_to_bone_by_blood,
        work6), k_endogenous, work6), shift, work6), urinary_excretion_by_blood, work6), multiply(blood_per_bone,
        blood_to_bone_by_blood, work7), work7), work4)
    arteries_per_blood = multiply(arterial_deposition_by_blood, inverse_blood, work0)
    absorption_part = add(gut, gut_half_saturation, work7)
    absorption_by_gut = add(divide(absorption_by_gut_constant, square(absorption_part, work6), work6), k_passive, work7)
    inverse_gut = divide(NUMBER_1, add(add(absorption_by_gut, k_transit, work8), shift, work8), work6)
    blood_per_gut = multiply(absorption_by_gut, inverse_gut, work7)
    faeces_per_gut = multiply(inverse_gut, k_transit, work8)
    inverse_arteries = divide(NUMBER_1, subtract(add(arterial_clearance_by_arteries, shift, work10),
        multiply(arterial_clearance_by_arteries, arteries_per_blood, work11), work11), work9)
    inverse_diet = divide(NUMBER_1, shift, work11)
    return (arterial_clearance_by_arteries, arteries_per_blood, blood_per_bone, blood_per_gut, blood_to_bone_by_blood,
        faeces_per_gut, inverse_arteries, inverse_blood, inverse_bone, inverse_diet, inverse_gut, k_endogenous,
        urinary_excretion_by_blood)


def solve_in_place(factors, right, out, work):
    """Return the solution x of ``(shift * I - Jacobian) x = right``."""
    (arterial_clearance_by_arteries, arteries_per_blood, blood_per_bone, blood_per_gut, blood_to_bone_by_blood,
        faeces_per_gut, inverse_arteries, inverse_blood, inverse_bone, inverse_diet, inverse_gut, k_endogenous,
        urinary_excretion_by_blood) = factors
    (right_gut, right_blood, right_bone, right_arteries, right_diet, right_urine, right_faeces) = right
    (work0, work1, work2) = work
    (out0, out1, out2, out3, out4, out5, out6) = out
    multiply(inverse_gut, right_gut, out0)
    blood_without_gut = add(multiply(blood_per_gut, right_gut, work1), right_blood, work0)
    blood_without_bone = add(multiply(blood_per_bone, right_bone, work1), blood_without_gut, work0)
    arteries_without_blood = add(multiply(arteries_per_blood, blood_without_bone, work2), right_arteries, work1)
    arteries = multiply(arteries_without_blood, inverse_arteries, out3)
    blood = multiply(inverse_blood, add(multiply(arterial_clearance_by_arteries, arteries, work1), blood_without_bone,
        work1), out1)
    multiply(inverse_bone, add(multiply(blood, blood_to_bone_by_blood, work0), right_bone, work0), out2)
    multiply(inverse_diet, right_diet, out4)
    multiply(inverse_diet, add(multiply(blood, urinary_excretion_by_blood, work0), right_urine, work0), out5)
    faeces_without_gut = add(multiply(faeces_per_gut, right_gut, work1), right_faeces, work0)
    multiply(inverse_diet, add(multiply(blood, k_endogenous, work1), faeces_without_gut, work1), out6)
    return out
