// The laws of the model and its tables. Written by `python -m sim.write_generated`, not to be edited.

/** @typedef {number[] | Float64Array} Numbers */

const { exp, sqrt } = Math;

export const NAMES = ["calcium", "vitamin_d", "vitamin_k2", "years", "reference_calcium", "reference_vitamin_d",
    "reference_vitamin_k2", "blood_baseline", "blood_volume", "bone_baseline", "arteries_baseline", "diet_store",
    "serum_25ohd_base", "serum_25ohd_span", "serum_25ohd_scale", "gate_ec50", "absorption_capacity",
    "gut_half_saturation", "k_passive", "k_transit", "k_endogenous", "k_urine", "threshold_width", "k1_background",
    "need_slope", "bone_turnover", "pth_maximum", "pth_slope", "pth_share", "osteocalcin_ed50", "osteocalcin_share",
    "osteocalcin_half", "mgp_ed50", "mgp_strength", "mgp_power", "deposition_baseline", "deposition_power",
    "k_clearance", "k_potency", "osteocalcin_block", "mgp_block"];
export const DEFAULTS = [1000.0, 800.0, 100.0, 10.0, 1000.0, 800.0, 100.0, 1319.0, 140.0, 1000000.0, 300.0,
    30000000.0, 10.0, 140.0, 2800.0, 36.0, 380.0, 45.0, 0.28, 4.0, 0.072, 20.0, 10.0, 70.0, 0.5, 500.0, 6.0, 12.0, 0.19,
    50.0, 0.55, 0.15, 220.0, 1.0, 3.5, 0.025, 0.2, 5e-06, 1.0, 0.0, 0.0];
export const LENSES = {"story": {}, "trials": {"need_slope": 0.0, "mgp_power": 1.0, "mgp_strength": 0.2,
    "k_clearance": 0.0, "deposition_power": 0.0, "osteocalcin_share": 0.005, "pth_share": 0.125}};
export const K_FORMS = {"mk7": 1, "mk4": 0.125, "k1": 0.13};
export const COMPARTMENTS = ["gut", "blood", "bone", "arteries", "diet", "urine", "faeces"];
export const STARTS = ["reference_gut", "blood_baseline", "bone_baseline", "arteries_baseline", "diet_store", "0",
    "0"];
export const DOSES = {"low": 0, "high": 500, "count": 201};
export const FLUXES = ["intake", "absorption", "unabsorbed_loss", "endogenous_faecal_loss", "urinary_excretion",
    "bone_formation", "bone_resorption", "arterial_deposition", "arterial_clearance"];
export const NAMED = ["reference_serum_25ohd", "reference_vitamin_d_gate", "reference_active_capacity",
    "reference_vitamin_k_supply", "reference_osteocalcin_response", "reference_mgp_response", "serum_25ohd",
    "vitamin_d_gate", "active_capacity", "vitamin_k_supply", "k2_need", "osteocalcin_response", "mgp_response",
    "osteocalcin_activation", "mgp_activation", "gut_outflow", "gut_surplus", "reference_gut",
    "reference_urinary_excretion", "reference_excess", "urine_threshold", "blood_above_threshold", "blood_ratio", "pth",
    "osteocalcin_use", "osteocalcin_effect", "mgp_effect", "intake", "absorption", "unabsorbed_loss",
    "endogenous_faecal_loss", "urinary_excretion", "bone_formation", "bone_resorption", "arterial_deposition",
    "arterial_clearance"];
export const SIZES = {"statics": 26, "factors": 13};
export const DAYS_PER_YEAR = 365.25;
export const MESH = {"first": 0.016, "growth": 1.12, "settled": 3.5, "later_growth": 2.0, "longest": 250.0};
export const RTOL = 1e-05;
export const ATOL = 0.0001;
export const MAX_HALVINGS = 10;
export const GAMMA = 0.21193756319429014;
export const A = [[], [3.0], [2.849394379747939, 0.45842242204463923], [-6.954028509809101, 2.489845061869568,
    -10.358996098473584], [2.8029986275628964, 0.5072464736228206, -0.3988312541770524, -0.04721187230404641],
    [-7.502846399306121, 2.561846144803919, -11.627539656261098, -0.18268767659942256, 0.030198172008377946],
    [-7.502846399306121, 2.561846144803919, -11.627539656261098, -0.18268767659942256, 0.030198172008377946, 1.0],
    [-7.502846399306121, 2.561846144803919, -11.627539656261098, -0.18268767659942256, 0.030198172008377946, 1.0, 1.0]];
export const C = [[], [-14.155112264123755], [-17.97296035885952, -2.859693295451294], [147.12150275711716,
    -1.41221402718213, 71.68940251302358], [165.43517024871676, -0.4592823456491126, 42.90938336958603,
    -5.961986721573306], [24.854864614690072, -3.0009227002832186, 47.4931110020768, 5.5814197821558125,
    -0.6610691825249471], [30.91273214028599, -3.1208243349937974, 77.79954646070892, 34.28646028294783,
    -19.097331116725623, -28.087943162872662], [37.80277123390563, -3.2571969029072276, 112.26918849496327,
    66.9347231244047, -40.06618937091002, -54.66780262877968, -9.48861652309627]];
export const DENSE = [[25.948786856663858, -2.5579724845846235, 10.433815404888879, -2.3679251022685204,
    0.524948541321073, 1.1241088310450404, 0.4272876194431874, -0.17202221070155493], [-9.91568850695171,
    -0.9689944594115154, 3.0438037242978453, -24.495224566215796, 20.176138334709044, 15.98066361424651,
    -6.789040303419874, -6.710236069923372], [11.419903575922262, 2.8879645146136994, 72.92137995996029,
    80.12511834622643, -52.072871366152654, -59.78993625266729, -0.15582684282751913, 4.883087185713722]];
export const STAGES = 8;

/**
 * Return what does not change during a run.
 *
 * @template {Numbers} T
 * @param {ArrayLike<number>} values
 * @param {T} out
 * @returns {T}
 */
export function statics(values, out) {
  const calcium = values[0];
  const vitamin_d = values[1];
  const vitamin_k2 = values[2];
  const reference_calcium = values[4];
  const reference_vitamin_d = values[5];
  const reference_vitamin_k2 = values[6];
  const blood_baseline = values[7];
  const bone_baseline = values[9];
  const serum_25ohd_base = values[12];
  const serum_25ohd_span = values[13];
  const serum_25ohd_scale = values[14];
  const gate_ec50 = values[15];
  const absorption_capacity = values[16];
  const gut_half_saturation = values[17];
  const k_passive = values[18];
  const k_transit = values[19];
  const k_endogenous = values[20];
  const k_urine = values[21];
  const threshold_width = values[22];
  const k1_background = values[23];
  const need_slope = values[24];
  const bone_turnover = values[25];
  const pth_maximum = values[26];
  const pth_slope = values[27];
  const pth_share = values[28];
  const osteocalcin_ed50 = values[29];
  const osteocalcin_share = values[30];
  const osteocalcin_half = values[31];
  const mgp_ed50 = values[32];
  const mgp_strength = values[33];
  const mgp_power = values[34];
  const deposition_baseline = values[35];
  const deposition_power = values[36];
  const k_clearance = values[37];
  const k_potency = values[38];
  const osteocalcin_block = values[39];
  const mgp_block = values[40];
  const serum_25ohd = serum_25ohd_base + serum_25ohd_span * (1 - exp(-(vitamin_d / serum_25ohd_scale)));
  const vitamin_d_gate = serum_25ohd / (gate_ec50 + serum_25ohd);
  const active_capacity = absorption_capacity * vitamin_d_gate;
  const gut_outflow = k_passive + k_transit;
  const reference_serum_25ohd = serum_25ohd_base + serum_25ohd_span * (1 - exp(-(reference_vitamin_d /
      serum_25ohd_scale)));
  const reference_vitamin_d_gate = reference_serum_25ohd / (gate_ec50 + reference_serum_25ohd);
  const reference_active_capacity = absorption_capacity * reference_vitamin_d_gate;
  const gut_surplus = gut_half_saturation * gut_outflow + reference_active_capacity - reference_calcium;
  const reference_gut = 0.5 * (sqrt(4 * gut_half_saturation * gut_outflow * reference_calcium + gut_surplus *
      gut_surplus) - gut_surplus) / gut_outflow;
  const reference_urinary_excretion = reference_calcium - blood_baseline * k_endogenous - k_transit * reference_gut;
  const reference_excess = reference_urinary_excretion / k_urine;
  const urine_threshold = blood_baseline + 0.25 * (threshold_width * threshold_width) / reference_excess -
      reference_excess;
  const intake = calcium;
  const blood_ratio_by_blood = 1 / blood_baseline;
  const reference_vitamin_k_supply = k1_background + reference_vitamin_k2;
  const reference_osteocalcin_response = reference_vitamin_k_supply / (osteocalcin_ed50 + reference_vitamin_k_supply);
  const vitamin_k_supply = k1_background + k_potency * vitamin_k2;
  const k2_need = need_slope * (serum_25ohd / reference_serum_25ohd - 1) + 1;
  const osteocalcin_response = vitamin_k_supply / (k2_need * osteocalcin_ed50 + vitamin_k_supply);
  const osteocalcin_activation = osteocalcin_response * (1 - osteocalcin_block);
  const osteocalcin_use = osteocalcin_activation * (osteocalcin_half + reference_osteocalcin_response) /
      (reference_osteocalcin_response * (osteocalcin_activation + osteocalcin_half));
  const osteocalcin_effect = osteocalcin_share * osteocalcin_use + 1 - osteocalcin_share;
  const bone_formation_by_blood = blood_ratio_by_blood * bone_turnover * osteocalcin_effect;
  const mgp_response = vitamin_k_supply / (k2_need * mgp_ed50 + vitamin_k_supply);
  const mgp_activation = mgp_response * (1 - mgp_block);
  const arterial_clearance_by_arteries = k_clearance * mgp_activation * mgp_strength;
  const blood_above_threshold_constant = threshold_width * threshold_width;
  const pth_constant = pth_maximum - 1;
  const bone_formation_constant = bone_turnover * osteocalcin_effect;
  const bone_resorption_constant = bone_turnover / bone_baseline;
  const bone_resorption_constant2 = 1 - pth_share;
  const reference_mgp_response = reference_vitamin_k_supply / (mgp_ed50 + reference_vitamin_k_supply);
  const mgp_effect = ((1 - mgp_activation * mgp_strength) / (1 - mgp_strength * reference_mgp_response))**mgp_power;
  const arterial_deposition_constant = deposition_baseline * mgp_effect * (1 / reference_excess)**deposition_power;
  const pth_by_blood_constant = -(blood_ratio_by_blood * pth_maximum * pth_slope * (pth_maximum - 1));
  const absorption_by_gut_constant = active_capacity * gut_half_saturation;
  const bone_resorption_by_blood_constant = bone_turnover * pth_share / bone_baseline;
  const arterial_deposition_by_blood_constant = deposition_baseline * deposition_power * mgp_effect * (1 /
      reference_excess)**deposition_power;
  const arterial_deposition_by_blood_constant2 = deposition_power - 1;
  out[0] = deposition_power;
  out[1] = gut_half_saturation;
  out[2] = k_endogenous;
  out[3] = k_passive;
  out[4] = k_transit;
  out[5] = k_urine;
  out[6] = pth_maximum;
  out[7] = pth_share;
  out[8] = pth_slope;
  out[9] = active_capacity;
  out[10] = urine_threshold;
  out[11] = intake;
  out[12] = blood_ratio_by_blood;
  out[13] = bone_formation_by_blood;
  out[14] = arterial_clearance_by_arteries;
  out[15] = blood_above_threshold_constant;
  out[16] = pth_constant;
  out[17] = bone_formation_constant;
  out[18] = bone_resorption_constant;
  out[19] = bone_resorption_constant2;
  out[20] = arterial_deposition_constant;
  out[21] = pth_by_blood_constant;
  out[22] = absorption_by_gut_constant;
  out[23] = bone_resorption_by_blood_constant;
  out[24] = arterial_deposition_by_blood_constant;
  out[25] = arterial_deposition_by_blood_constant2;
  return out;
}

/**
 * Return the derivative of each compartment. [mg/day]
 *
 * @template {Numbers} T
 * @param {ArrayLike<number>} state
 * @param {ArrayLike<number>} known
 * @param {T} out
 * @returns {T}
 */
export function rates(state, known, out) {
  const gut = state[0];
  const blood = state[1];
  const bone = state[2];
  const arteries = state[3];
  const deposition_power = known[0];
  const gut_half_saturation = known[1];
  const k_endogenous = known[2];
  const k_passive = known[3];
  const k_transit = known[4];
  const k_urine = known[5];
  const pth_maximum = known[6];
  const pth_share = known[7];
  const pth_slope = known[8];
  const active_capacity = known[9];
  const urine_threshold = known[10];
  const intake = known[11];
  const blood_ratio_by_blood = known[12];
  const arterial_clearance_by_arteries = known[14];
  const blood_above_threshold_constant = known[15];
  const pth_constant = known[16];
  const bone_formation_constant = known[17];
  const bone_resorption_constant = known[18];
  const bone_resorption_constant2 = known[19];
  const arterial_deposition_constant = known[20];
  const absorption_part = gut + gut_half_saturation;
  const absorption = gut * (k_passive + active_capacity / absorption_part);
  const unabsorbed_loss = gut * k_transit;
  const endogenous_faecal_loss = blood * k_endogenous;
  const blood_above_threshold_part = blood - urine_threshold;
  const blood_above_threshold_part2 = sqrt(blood_above_threshold_constant + blood_above_threshold_part *
      blood_above_threshold_part);
  const blood_above_threshold = 0.5 * (blood_above_threshold_part + blood_above_threshold_part2);
  const urinary_excretion = blood_above_threshold * k_urine;
  const blood_ratio = blood * blood_ratio_by_blood;
  const bone_formation = blood_ratio * bone_formation_constant;
  const pth_part2 = exp(pth_slope * (blood_ratio - 1));
  const pth_part = pth_constant * pth_part2 + 1;
  const pth = pth_maximum / pth_part;
  const bone_resorption_by_bone = bone_resorption_constant * (bone_resorption_constant2 + pth * pth_share);
  const bone_resorption = bone * bone_resorption_by_bone;
  const blood_to_bone = bone_formation - bone_resorption;
  const arterial_deposition = arterial_deposition_constant * blood_above_threshold**deposition_power;
  const arterial_clearance = arterial_clearance_by_arteries * arteries;
  const blood_to_arteries = arterial_deposition - arterial_clearance;
  out[0] = intake - absorption - unabsorbed_loss;
  out[1] = absorption - blood_to_arteries - blood_to_bone - endogenous_faecal_loss - urinary_excretion;
  out[2] = blood_to_bone;
  out[3] = blood_to_arteries;
  out[4] = -intake;
  out[5] = urinary_excretion;
  out[6] = endogenous_faecal_loss + unabsorbed_loss;
  return out;
}

/**
 * Return the factors of ``shift * I - Jacobian``.
 *
 * @template {Numbers} T
 * @param {ArrayLike<number>} state
 * @param {ArrayLike<number>} known
 * @param {ArrayLike<number>} shifts
 * @param {T} out
 * @returns {T}
 */
export function factors(state, known, shifts, out) {
  const gut = state[0];
  const blood = state[1];
  const bone = state[2];
  const gut_half_saturation = known[1];
  const k_endogenous = known[2];
  const k_passive = known[3];
  const k_transit = known[4];
  const k_urine = known[5];
  const pth_maximum = known[6];
  const pth_share = known[7];
  const pth_slope = known[8];
  const urine_threshold = known[10];
  const blood_ratio_by_blood = known[12];
  const bone_formation_by_blood = known[13];
  const arterial_clearance_by_arteries = known[14];
  const blood_above_threshold_constant = known[15];
  const pth_constant = known[16];
  const bone_resorption_constant = known[18];
  const bone_resorption_constant2 = known[19];
  const pth_by_blood_constant = known[21];
  const absorption_by_gut_constant = known[22];
  const bone_resorption_by_blood_constant = known[23];
  const arterial_deposition_by_blood_constant = known[24];
  const arterial_deposition_by_blood_constant2 = known[25];
  const shift = shifts[0];
  const blood_above_threshold_part = blood - urine_threshold;
  const blood_above_threshold_part2 = sqrt(blood_above_threshold_constant + blood_above_threshold_part *
      blood_above_threshold_part);
  const blood_above_threshold = 0.5 * (blood_above_threshold_part + blood_above_threshold_part2);
  const blood_above_threshold_by_blood = blood_above_threshold / blood_above_threshold_part2;
  const arterial_deposition_by_blood = arterial_deposition_by_blood_constant *
      blood_above_threshold**arterial_deposition_by_blood_constant2 * blood_above_threshold_by_blood;
  const urinary_excretion_by_blood = blood_above_threshold_by_blood * k_urine;
  const blood_ratio = blood * blood_ratio_by_blood;
  const pth_part2 = exp(pth_slope * (blood_ratio - 1));
  const pth_part = pth_constant * pth_part2 + 1;
  const pth_by_blood = pth_by_blood_constant * pth_part2 / (pth_part * pth_part);
  const bone_resorption_by_blood = bone * bone_resorption_by_blood_constant * pth_by_blood;
  const blood_to_bone_by_blood = bone_formation_by_blood - bone_resorption_by_blood;
  const pth = pth_maximum / pth_part;
  const bone_resorption_by_bone = bone_resorption_constant * (bone_resorption_constant2 + pth * pth_share);
  const inverse_bone = 1 / (bone_resorption_by_bone + shift);
  const blood_per_bone = bone_resorption_by_bone * inverse_bone;
  const inverse_blood = 1 / (arterial_deposition_by_blood + blood_to_bone_by_blood + k_endogenous + shift +
      urinary_excretion_by_blood - blood_per_bone * blood_to_bone_by_blood);
  const arteries_per_blood = arterial_deposition_by_blood * inverse_blood;
  const absorption_part = gut + gut_half_saturation;
  const absorption_by_gut = absorption_by_gut_constant / (absorption_part * absorption_part) + k_passive;
  const inverse_gut = 1 / (absorption_by_gut + k_transit + shift);
  const blood_per_gut = absorption_by_gut * inverse_gut;
  const faeces_per_gut = inverse_gut * k_transit;
  const inverse_arteries = 1 / (arterial_clearance_by_arteries + shift - arterial_clearance_by_arteries *
      arteries_per_blood);
  const inverse_diet = 1 / shift;
  out[0] = arterial_clearance_by_arteries;
  out[1] = arteries_per_blood;
  out[2] = blood_per_bone;
  out[3] = blood_per_gut;
  out[4] = blood_to_bone_by_blood;
  out[5] = faeces_per_gut;
  out[6] = inverse_arteries;
  out[7] = inverse_blood;
  out[8] = inverse_bone;
  out[9] = inverse_diet;
  out[10] = inverse_gut;
  out[11] = k_endogenous;
  out[12] = urinary_excretion_by_blood;
  return out;
}

/**
 * Return the solution x of ``(shift * I - Jacobian) x = right``.
 *
 * @template {Numbers} T
 * @param {ArrayLike<number>} factors
 * @param {ArrayLike<number>} right
 * @param {T} out
 * @returns {T}
 */
export function solve(factors, right, out) {
  const arterial_clearance_by_arteries = factors[0];
  const arteries_per_blood = factors[1];
  const blood_per_bone = factors[2];
  const blood_per_gut = factors[3];
  const blood_to_bone_by_blood = factors[4];
  const faeces_per_gut = factors[5];
  const inverse_arteries = factors[6];
  const inverse_blood = factors[7];
  const inverse_bone = factors[8];
  const inverse_diet = factors[9];
  const inverse_gut = factors[10];
  const k_endogenous = factors[11];
  const urinary_excretion_by_blood = factors[12];
  const right_gut = right[0];
  const right_blood = right[1];
  const right_bone = right[2];
  const right_arteries = right[3];
  const right_diet = right[4];
  const right_urine = right[5];
  const right_faeces = right[6];
  const gut = inverse_gut * right_gut;
  const blood_without_gut = blood_per_gut * right_gut + right_blood;
  const blood_without_bone = blood_per_bone * right_bone + blood_without_gut;
  const arteries_without_blood = arteries_per_blood * blood_without_bone + right_arteries;
  const arteries = arteries_without_blood * inverse_arteries;
  const blood = inverse_blood * (arterial_clearance_by_arteries * arteries + blood_without_bone);
  const bone = inverse_bone * (blood * blood_to_bone_by_blood + right_bone);
  const diet = inverse_diet * right_diet;
  const urine = inverse_diet * (blood * urinary_excretion_by_blood + right_urine);
  const faeces_without_gut = faeces_per_gut * right_gut + right_faeces;
  const faeces = inverse_diet * (blood * k_endogenous + faeces_without_gut);
  out[0] = gut;
  out[1] = blood;
  out[2] = bone;
  out[3] = arteries;
  out[4] = diet;
  out[5] = urine;
  out[6] = faeces;
  return out;
}

/**
 * Return every flux. [mg/day]
 *
 * @template {Numbers} T
 * @param {ArrayLike<number>} state
 * @param {ArrayLike<number>} known
 * @param {T} out
 * @returns {T}
 */
export function fluxes(state, known, out) {
  const gut = state[0];
  const blood = state[1];
  const bone = state[2];
  const arteries = state[3];
  const deposition_power = known[0];
  const gut_half_saturation = known[1];
  const k_endogenous = known[2];
  const k_passive = known[3];
  const k_transit = known[4];
  const k_urine = known[5];
  const pth_maximum = known[6];
  const pth_share = known[7];
  const pth_slope = known[8];
  const active_capacity = known[9];
  const urine_threshold = known[10];
  const intake = known[11];
  const blood_ratio_by_blood = known[12];
  const arterial_clearance_by_arteries = known[14];
  const blood_above_threshold_constant = known[15];
  const pth_constant = known[16];
  const bone_formation_constant = known[17];
  const bone_resorption_constant = known[18];
  const bone_resorption_constant2 = known[19];
  const arterial_deposition_constant = known[20];
  const absorption_part = gut + gut_half_saturation;
  const absorption = gut * (k_passive + active_capacity / absorption_part);
  const unabsorbed_loss = gut * k_transit;
  const endogenous_faecal_loss = blood * k_endogenous;
  const blood_above_threshold_part = blood - urine_threshold;
  const blood_above_threshold_part2 = sqrt(blood_above_threshold_constant + blood_above_threshold_part *
      blood_above_threshold_part);
  const blood_above_threshold = 0.5 * (blood_above_threshold_part + blood_above_threshold_part2);
  const urinary_excretion = blood_above_threshold * k_urine;
  const blood_ratio = blood * blood_ratio_by_blood;
  const bone_formation = blood_ratio * bone_formation_constant;
  const pth_part2 = exp(pth_slope * (blood_ratio - 1));
  const pth_part = pth_constant * pth_part2 + 1;
  const pth = pth_maximum / pth_part;
  const bone_resorption_by_bone = bone_resorption_constant * (bone_resorption_constant2 + pth * pth_share);
  const bone_resorption = bone * bone_resorption_by_bone;
  const arterial_deposition = arterial_deposition_constant * blood_above_threshold**deposition_power;
  const arterial_clearance = arterial_clearance_by_arteries * arteries;
  out[0] = intake;
  out[1] = absorption;
  out[2] = unabsorbed_loss;
  out[3] = endogenous_faecal_loss;
  out[4] = urinary_excretion;
  out[5] = bone_formation;
  out[6] = bone_resorption;
  out[7] = arterial_deposition;
  out[8] = arterial_clearance;
  return out;
}

/**
 * Return every quantity and flux.
 *
 * @template {Numbers} T
 * @param {ArrayLike<number>} state
 * @param {ArrayLike<number>} values
 * @param {T} out
 * @returns {T}
 */
export function named(state, values, out) {
  const gut = state[0];
  const blood = state[1];
  const bone = state[2];
  const arteries = state[3];
  const calcium = values[0];
  const vitamin_d = values[1];
  const vitamin_k2 = values[2];
  const reference_calcium = values[4];
  const reference_vitamin_d = values[5];
  const reference_vitamin_k2 = values[6];
  const blood_baseline = values[7];
  const bone_baseline = values[9];
  const serum_25ohd_base = values[12];
  const serum_25ohd_span = values[13];
  const serum_25ohd_scale = values[14];
  const gate_ec50 = values[15];
  const absorption_capacity = values[16];
  const gut_half_saturation = values[17];
  const k_passive = values[18];
  const k_transit = values[19];
  const k_endogenous = values[20];
  const k_urine = values[21];
  const threshold_width = values[22];
  const k1_background = values[23];
  const need_slope = values[24];
  const bone_turnover = values[25];
  const pth_maximum = values[26];
  const pth_slope = values[27];
  const pth_share = values[28];
  const osteocalcin_ed50 = values[29];
  const osteocalcin_share = values[30];
  const osteocalcin_half = values[31];
  const mgp_ed50 = values[32];
  const mgp_strength = values[33];
  const mgp_power = values[34];
  const deposition_baseline = values[35];
  const deposition_power = values[36];
  const k_clearance = values[37];
  const k_potency = values[38];
  const osteocalcin_block = values[39];
  const mgp_block = values[40];
  const reference_serum_25ohd = serum_25ohd_base + serum_25ohd_span * (1 - exp(-(reference_vitamin_d /
      serum_25ohd_scale)));
  const reference_vitamin_d_gate = reference_serum_25ohd / (gate_ec50 + reference_serum_25ohd);
  const reference_active_capacity = absorption_capacity * reference_vitamin_d_gate;
  const reference_vitamin_k_supply = k1_background + reference_vitamin_k2;
  const reference_osteocalcin_response = reference_vitamin_k_supply / (osteocalcin_ed50 + reference_vitamin_k_supply);
  const reference_mgp_response = reference_vitamin_k_supply / (mgp_ed50 + reference_vitamin_k_supply);
  const serum_25ohd = serum_25ohd_base + serum_25ohd_span * (1 - exp(-(vitamin_d / serum_25ohd_scale)));
  const vitamin_d_gate = serum_25ohd / (gate_ec50 + serum_25ohd);
  const active_capacity = absorption_capacity * vitamin_d_gate;
  const vitamin_k_supply = k1_background + k_potency * vitamin_k2;
  const k2_need = need_slope * (serum_25ohd / reference_serum_25ohd - 1) + 1;
  const osteocalcin_response = vitamin_k_supply / (k2_need * osteocalcin_ed50 + vitamin_k_supply);
  const mgp_response = vitamin_k_supply / (k2_need * mgp_ed50 + vitamin_k_supply);
  const osteocalcin_activation = osteocalcin_response * (1 - osteocalcin_block);
  const mgp_activation = mgp_response * (1 - mgp_block);
  const gut_outflow = k_passive + k_transit;
  const gut_surplus = gut_half_saturation * gut_outflow + reference_active_capacity - reference_calcium;
  const reference_gut = 0.5 * (sqrt(4 * gut_half_saturation * gut_outflow * reference_calcium + gut_surplus *
      gut_surplus) - gut_surplus) / gut_outflow;
  const reference_urinary_excretion = reference_calcium - blood_baseline * k_endogenous - k_transit * reference_gut;
  const reference_excess = reference_urinary_excretion / k_urine;
  const urine_threshold = blood_baseline + 0.25 * (threshold_width * threshold_width) / reference_excess -
      reference_excess;
  const blood_above_threshold = 0.5 * (blood + sqrt(threshold_width * threshold_width + (blood - urine_threshold)**2) -
      urine_threshold);
  const blood_ratio = blood / blood_baseline;
  const pth = pth_maximum / ((pth_maximum - 1) * exp(pth_slope * (blood_ratio - 1)) + 1);
  const osteocalcin_use = osteocalcin_activation * (osteocalcin_half + reference_osteocalcin_response) /
      (reference_osteocalcin_response * (osteocalcin_activation + osteocalcin_half));
  const osteocalcin_effect = osteocalcin_share * osteocalcin_use + 1 - osteocalcin_share;
  const mgp_effect = ((1 - mgp_activation * mgp_strength) / (1 - mgp_strength * reference_mgp_response))**mgp_power;
  const intake = calcium;
  const absorption = active_capacity * gut / (gut + gut_half_saturation) + gut * k_passive;
  const unabsorbed_loss = gut * k_transit;
  const endogenous_faecal_loss = blood * k_endogenous;
  const urinary_excretion = blood_above_threshold * k_urine;
  const bone_formation = blood_ratio * bone_turnover * osteocalcin_effect;
  const bone_resorption = bone * bone_turnover * (pth * pth_share + 1 - pth_share) / bone_baseline;
  const arterial_deposition = deposition_baseline * mgp_effect * (blood_above_threshold /
      reference_excess)**deposition_power;
  const arterial_clearance = arteries * k_clearance * mgp_activation * mgp_strength;
  out[0] = reference_serum_25ohd;
  out[1] = reference_vitamin_d_gate;
  out[2] = reference_active_capacity;
  out[3] = reference_vitamin_k_supply;
  out[4] = reference_osteocalcin_response;
  out[5] = reference_mgp_response;
  out[6] = serum_25ohd;
  out[7] = vitamin_d_gate;
  out[8] = active_capacity;
  out[9] = vitamin_k_supply;
  out[10] = k2_need;
  out[11] = osteocalcin_response;
  out[12] = mgp_response;
  out[13] = osteocalcin_activation;
  out[14] = mgp_activation;
  out[15] = gut_outflow;
  out[16] = gut_surplus;
  out[17] = reference_gut;
  out[18] = reference_urinary_excretion;
  out[19] = reference_excess;
  out[20] = urine_threshold;
  out[21] = blood_above_threshold;
  out[22] = blood_ratio;
  out[23] = pth;
  out[24] = osteocalcin_use;
  out[25] = osteocalcin_effect;
  out[26] = mgp_effect;
  out[27] = intake;
  out[28] = absorption;
  out[29] = unabsorbed_loss;
  out[30] = endogenous_faecal_loss;
  out[31] = urinary_excretion;
  out[32] = bone_formation;
  out[33] = bone_resorption;
  out[34] = arterial_deposition;
  out[35] = arterial_clearance;
  return out;
}
