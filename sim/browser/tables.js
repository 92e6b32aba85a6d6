// Tables of the model's controls, outputs and words. Written by `python -m sim.write_generated`, not to be edited.

export const MODEL_VERSION = "2.0";
export const LINK_VERSION = 4;
export const VIEWS = ["page", "projector"];
export const GONE = ["osteocalcin_floor", "mgp_floor", "deposition_slope", "quality_span"];
export const TRACKERS = ["dclid", "embed", "embed_options", "epik", "fbclid", "gbraid", "gclid", "gclsrc", "igsh", "igshid", "li_fat_id", "mc_cid", "mc_eid", "mkt_tok", "msclkid", "rdt_cid", "sccid", "srsltid", "ttclid", "twclid", "vero_id", "wbraid", "wickedid", "yclid"];
export const LESSON_KEY = "lesson";
export const LESSON_NAME = "[a-z0-9_]{1,40}";
export const OLD_LESSON_KEYS = ["step", "answers"];
export const ROLE_KEY = "role";
export const UNSTEADY = "Invalid parameters: the balanced adult would have to excrete {excretion} mg/day in urine. Must be above 0; raise absorption or lower k_endogenous.";
export const MOST_PINS = 4;
export const LONGEST_NAME = 36;
export const OWN_NAMES = ["this run", "balanced run"];
export const NUTRIENTS = ["calcium", "vitamin_d", "vitamin_k2"];
export const CONTROLS = {
  "calcium": {"label": "Calcium intake", "short": "Calcium", "unit": "mg/day", "low": 200, "high": 2500, "step": 50, "default": 1000, "meaning": "Calcium eaten with food and supplements.", "power": 1, "marks": [{"value": 1000, "kind": "advised"}, {"value": 2500, "kind": "upper"}], "limit": true},
  "vitamin_d": {"label": "Vitamin D", "short": "Vitamin D", "unit": "IU/day", "low": 0, "high": 10000, "step": 100, "default": 800, "meaning": "Vitamin D from food, supplements and what sunlight makes in the skin.", "power": 2, "marks": [{"value": 600, "kind": "advised"}, {"value": 4000, "kind": "upper"}], "limit": true},
  "vitamin_k2": {"label": "Vitamin K2", "short": "Vitamin K2", "unit": "µg/day", "low": 0, "high": 500, "step": 5, "default": 100, "meaning": "Vitamin K2 from food and supplements, counted as MK-7.", "power": 2, "marks": [{"value": 29.0, "kind": "usual"}], "limit": false},
  "years": {"label": "Years", "short": "Years", "unit": "years", "low": 1, "high": 30, "step": 1, "default": 10, "meaning": "How long the settings are kept.", "power": 1, "marks": [], "limit": false},
};
export const PRESETS = {
  "balanced": {"calcium": 1000.0, "vitamin_d": 800.0, "vitamin_k2": 100.0},
  "ordinary diet + tablets": {"calcium": 2000.0, "vitamin_d": 4000.0, "vitamin_k2": 29.0},
  "calcium paradox": {"calcium": 2000.0, "vitamin_d": 4000.0, "vitamin_k2": 10.0},
  "paradox resolved with K2": {"calcium": 2000.0, "vitamin_d": 4000.0, "vitamin_k2": 200.0},
  "vitamin D deficiency": {"calcium": 1000.0, "vitamin_d": 100.0, "vitamin_k2": 100.0},
  "K2 deficiency": {"calcium": 1000.0, "vitamin_d": 800.0, "vitamin_k2": 10.0},
};
export const FIRST_PRESETS = [["balanced", "Balanced"], ["calcium paradox", "Paradox"], ["paradox resolved with K2", "With K2"]];
export const LENSES = {
  "story": {"label": "The popular story", "opening": "In the popular story", "speaks": "The popular story says", "phrase": "the popular story", "about": "Vitamin D opens the gut, K2 switches on osteocalcin for bone and MGP for arteries. It rests on experiments in mice and rats; as a whole it is not shown in people.", "plausible": {}},
  "trials": {"label": "What human trials show", "opening": "Going by human trials", "speaks": "Going by human trials, the model says", "phrase": "human trials", "about": "The same equations, but each effect is only as large as trials in people allow. K2 slows artery calcium a little or not at all and never removes it. Calcium and vitamin D alone do not harden arteries. K2 hardly moves bone.", "plausible": {"need_slope": [0, 0.2], "mgp_power": [0.5, 1], "mgp_strength": [0, 0.35], "k_clearance": [0, 0], "deposition_power": [0, 0.03], "osteocalcin_share": [0, 0.02], "pth_share": [0.08, 0.14]}},
};
export const K_FORMS = {
  "mk7": {"label": "K2 as MK-7", "nutrient": "Vitamin K2", "reason": "MK-7 stays in blood for days; the model counts in it.", "source": "assumed (MK-7 is the unit)", "plausible": [1, 1]},
  "mk4": {"label": "K2 as MK-4", "nutrient": "Vitamin K2 as MK-4", "reason": "About 8 µg do what 1 µg of MK-7 does: osteocalcin answered from 600 µg a day up.", "source": "assumed (6 to 10 times: Nakamura 2014, doi:10.1186/1475-2891-13-85)", "plausible": [0.1, 0.17]},
  "k1": {"label": "K1, from leaves", "nutrient": "Vitamin K1", "reason": "About 8 µg do what 1 µg of MK-7 does: it builds up 7 to 8 times less in blood.", "source": "assumed (7 to 8 times: Schurgers 2007, doi:10.1182/blood-2006-08-040709)", "plausible": [0.1, 0.3]},
};
export const EXPERIMENTS = {
  "MGP knock-out mouse": {"organism": "mouse", "done": "The gene of MGP was removed.", "seen": "The mice died within two months of calcified, bursting arteries; their bones were small and thin.", "bone": ["falls"], "arteries": ["harden"], "parameters": {"mgp_block": 1}, "studies": ["Luo 1997, doi:10.1038/386078a0"]},
  "warfarin-treated rat": {"organism": "rat", "done": "Warfarin blocked the activation of MGP and osteocalcin while vitamin K1 kept the clotting going.", "seen": "Aortas calcified within two weeks although calcium in blood stayed normal; rats of ten months did not calcify in four weeks. Bone was not what was looked at.", "bone": [], "arteries": ["harden"], "parameters": {"mgp_block": 0.95, "osteocalcin_block": 0.95}, "studies": ["Price 1998, doi:10.1161/01.atv.18.9.1400", "Price 2000, doi:10.1161/01.atv.20.2.317"]},
  "people without MGP (Keutel syndrome)": {"organism": "human", "done": "People with this rare disease are born without working MGP.", "seen": "Cartilage calcifies; arteries do so in some people only.", "bone": [], "arteries": ["harden", "gain as usual"], "parameters": {"mgp_block": 1}, "studies": ["Cancela 2021, doi:10.3389/fcell.2021.642136"]},
  "osteocalcin knock-out mouse": {"organism": "mouse", "done": "The genes of osteocalcin were removed.", "seen": "The first such mice had more bone; later ones had as much bone as usual, with crystals out of line.", "bone": ["grows", "keeps steady"], "arteries": [], "parameters": {"osteocalcin_block": 1}, "studies": ["Ducy 1996, doi:10.1038/382448a0", "Diegel 2020, doi:10.1371/journal.pgen.1008361", "Moriishi 2020, doi:10.1371/journal.pgen.1008586"]},
};
export const INTERVENTIONS = ["k_potency", "mgp_block", "osteocalcin_block"];
export const LENS_PARAMETERS = ["deposition_power", "k_clearance", "mgp_power", "mgp_strength", "need_slope", "osteocalcin_share", "pth_share"];
export const PARAMETERS = {
  "reference_calcium": [200, 2500, "mg/day"],
  "reference_vitamin_d": [0, 10000, "IU/day"],
  "reference_vitamin_k2": [0, 500, "µg/day"],
  "blood_baseline": [900, 1500, "mg"],
  "blood_volume": [100, 200, "dL"],
  "bone_baseline": [700000, 1300000, "mg"],
  "arteries_baseline": [50, 2000, "mg"],
  "diet_store": [28000000.0, 1000000000.0, "mg"],
  "serum_25ohd_base": [2, 30, "nmol/L"],
  "serum_25ohd_span": [50, 250, "nmol/L"],
  "serum_25ohd_scale": [800, 6000, "IU/day"],
  "gate_ec50": [5, 60, "nmol/L"],
  "absorption_capacity": [100, 800, "mg/day"],
  "gut_half_saturation": [10, 300, "mg"],
  "k_passive": [0, 1, "1/day"],
  "k_transit": [1, 24, "1/day"],
  "k_endogenous": [0.02, 0.12, "1/day"],
  "k_urine": [2, 40, "1/day"],
  "threshold_width": [1, 50, "mg"],
  "k1_background": [5, 300, "µg/day"],
  "need_slope": [0, 1, "-"],
  "bone_turnover": [200, 800, "mg/day"],
  "pth_maximum": [2, 15, "-"],
  "pth_slope": [2, 30, "-"],
  "pth_share": [0, 1, "-"],
  "osteocalcin_ed50": [10, 400, "µg/day"],
  "osteocalcin_share": [0, 0.95, "-"],
  "osteocalcin_half": [0.01, 2, "-"],
  "mgp_ed50": [50, 800, "µg/day"],
  "mgp_strength": [0, 1, "-"],
  "mgp_power": [0.5, 5, "-"],
  "deposition_baseline": [0, 0.5, "mg/day"],
  "deposition_power": [0, 1, "-"],
  "k_clearance": [0, 0.01, "1/day"],
  "k_potency": [0.01, 1, "-"],
  "osteocalcin_block": [0, 1, "-"],
  "mgp_block": [0, 1, "-"],
};
export const UNCERTAIN = {
  "bone_baseline": {"name": "bone baseline", "meaning": "Calcium in the skeleton at the start.", "plausible": [800000, 1200000]},
  "serum_25ohd_base": {"name": "serum 25(OH)D base", "meaning": "25(OH)D in blood without any vitamin D supply.", "plausible": [5, 20]},
  "serum_25ohd_span": {"name": "serum 25(OH)D span", "meaning": "How much 25(OH)D can rise at the highest supply.", "plausible": [100, 170]},
  "serum_25ohd_scale": {"name": "serum 25(OH)D scale", "meaning": "Supply at which 63 % of that rise is reached.", "plausible": [1800, 3600]},
  "gate_ec50": {"name": "gate EC50", "meaning": "25(OH)D at which active absorption runs at half its limit.", "plausible": [24, 45]},
  "absorption_capacity": {"name": "absorption capacity", "meaning": "Limit of active absorption with the vitamin D gate fully open.", "plausible": [330, 430]},
  "gut_half_saturation": {"name": "gut half saturation", "meaning": "Calcium in the gut at which active absorption runs at half its limit.", "plausible": [35, 70]},
  "k_passive": {"name": "k passive", "meaning": "Rate constant of passive absorption, between the cells.", "plausible": [0.22, 0.36]},
  "k_transit": {"name": "k transit", "meaning": "Rate constant at which food leaves the gut unabsorbed.", "plausible": [3.5, 4.5]},
  "k_endogenous": {"name": "k endogenous", "meaning": "Rate constant of calcium lost with digestive juices.", "plausible": [0.06, 0.08]},
  "k_urine": {"name": "k urine", "meaning": "Rate constant at which kidneys spill what is above their threshold.", "plausible": [10, 30]},
  "threshold_width": {"name": "threshold width", "meaning": "Width of the kidney threshold: it is smooth, not a kink.", "plausible": [5, 20]},
  "k1_background": {"name": "k1 background", "meaning": "What vitamin K1 from the usual diet adds to the supply, counted as MK-7.", "plausible": [40, 100]},
  "need_slope": {"name": "need slope", "meaning": "How much the need for vitamin K rises with 25(OH)D: 0 not at all, 1 in proportion.", "plausible": [0, 0.7]},
  "bone_turnover": {"name": "bone turnover", "meaning": "Calcium that enters and leaves the balanced adult's bone each day.", "plausible": [400, 600]},
  "pth_maximum": {"name": "PTH maximum", "meaning": "Highest parathyroid hormone, as a multiple of the balanced adult's.", "plausible": [4, 8]},
  "pth_slope": {"name": "PTH slope", "meaning": "How steeply parathyroid hormone falls when blood calcium rises.", "plausible": [9, 15]},
  "pth_share": {"name": "PTH share", "meaning": "Share of bone resorption that follows parathyroid hormone.", "plausible": [0.1, 0.25]},
  "osteocalcin_ed50": {"name": "osteocalcin ED50", "meaning": "Vitamin K supply that activates half of the balanced adult's osteocalcin.", "plausible": [40, 80]},
  "osteocalcin_share": {"name": "osteocalcin share", "meaning": "Share of bone formation that needs activated osteocalcin.", "plausible": [0.1, 0.7]},
  "osteocalcin_half": {"name": "osteocalcin half", "meaning": "Activated osteocalcin at which this share runs at half its limit.", "plausible": [0.1, 0.3]},
  "mgp_ed50": {"name": "MGP ED50", "meaning": "Vitamin K supply that activates half of the balanced adult's MGP.", "plausible": [150, 400]},
  "mgp_strength": {"name": "MGP strength", "meaning": "Strength of K2 on arteries: 0 none, 1 the popular story.", "plausible": [0.5, 1]},
  "mgp_power": {"name": "MGP power", "meaning": "How sharply inactive MGP lets calcium into the artery wall.", "plausible": [1, 4]},
  "deposition_baseline": {"name": "deposition baseline", "meaning": "Calcium laid down in the balanced adult's artery walls.", "plausible": [0.01, 0.05]},
  "deposition_power": {"name": "deposition power", "meaning": "How arterial deposition follows what the kidneys have to spill: 0 not at all, 1 in proportion.", "plausible": [0, 0.5]},
  "k_clearance": {"name": "k clearance", "meaning": "Rate constant of clearance from arteries with all MGP activated (seen in rats only).", "plausible": [0, 2e-05]},
  "k_potency": {"name": "k potency", "meaning": "How much 1 ug of the chosen form of vitamin K counts as MK-7.", "plausible": null},
};
export const ENSEMBLE = {
  "members": 1000,
  "multiplier": 453,
  "bands": [0.9, 0.5],
};
export const ASSUMPTIONS = {
  "mgp_strength": {"low": 0, "high": 1, "default": 1, "trials": [0, 0.35]},
};
export const QUANTITIES = {
  "gut": {"title": "Calcium in gut", "colour": "other", "scale": 1, "unit": "mg", "filed": "mg"},
  "blood": {"title": "Calcium in blood", "colour": "other", "scale": 1, "unit": "mg", "filed": "mg"},
  "bone": {"title": "Bone calcium", "colour": "bone", "scale": 0.001, "unit": "g", "filed": "mg"},
  "arteries": {"title": "Artery calcium", "colour": "arteries", "scale": 1, "unit": "mg", "filed": "mg"},
  "diet": {"title": "Calcium in diet", "colour": "other", "scale": 1, "unit": "mg", "filed": "mg"},
  "urine": {"title": "Calcium in urine", "colour": "other", "scale": 1, "unit": "mg", "filed": "mg"},
  "faeces": {"title": "Calcium in faeces", "colour": "other", "scale": 1, "unit": "mg", "filed": "mg"},
  "bone_change": {"title": "Bone calcium", "short": "bone", "decimals": 1, "signed": true, "axis": "% since the start", "colour": "bone", "range": [-5, 2.6], "scale": 1, "unit": "%", "filed": "%"},
  "arteries_times": {"title": "Artery calcium", "short": "arteries", "decimals": 1, "prefix": "×", "axis": "times the start", "colour": "arteries", "also": "arteries", "range": [1, 2.75], "scale": 1, "unit": "times start", "filed": "-"},
  "blood_calcium": {"title": "Blood calcium", "short": "blood", "decimals": 2, "colour": "blood", "usual": [8.8, 10.3], "range": [8.2, 10.7], "scale": 1, "unit": "mg/dL", "filed": "mg/dL"},
  "intake": {"title": "Intake", "colour": "other", "scale": 1, "unit": "mg/day", "filed": "mg/day"},
  "absorption": {"title": "Absorption", "colour": "other", "scale": 1, "unit": "mg/day", "filed": "mg/day"},
  "unabsorbed_loss": {"title": "Unabsorbed loss", "colour": "other", "scale": 1, "unit": "mg/day", "filed": "mg/day"},
  "endogenous_faecal_loss": {"title": "Endogenous faecal loss", "colour": "other", "scale": 1, "unit": "mg/day", "filed": "mg/day"},
  "urinary_excretion": {"title": "Urinary excretion", "colour": "other", "scale": 1, "unit": "mg/day", "filed": "mg/day"},
  "bone_formation": {"title": "Bone formation", "colour": "other", "scale": 1, "unit": "mg/day", "filed": "mg/day"},
  "bone_resorption": {"title": "Bone resorption", "colour": "other", "scale": 1, "unit": "mg/day", "filed": "mg/day"},
  "arterial_deposition": {"title": "Arterial deposition", "colour": "other", "scale": 1, "unit": "mg/day", "filed": "mg/day"},
  "arterial_clearance": {"title": "Arterial clearance", "colour": "other", "scale": 1, "unit": "mg/day", "filed": "mg/day"},
  "osteocalcin_activation": {"title": "Activated osteocalcin", "short": "osteocalcin", "colour": "bone", "scale": 100, "unit": "%", "filed": "-"},
  "mgp_activation": {"title": "Activated MGP", "short": "MGP", "colour": "arteries", "scale": 100, "unit": "%", "filed": "-"},
  "serum_25ohd": {"title": "25(OH)D in blood", "colour": "other", "scale": 1, "unit": "nmol/L", "filed": "nmol/L"},
  "vitamin_d_gate": {"title": "Vitamin D gate", "decimals": 2, "colour": "other", "scale": 1, "unit": "-"},
  "formation": {"title": "Bone formation", "decimals": 2, "colour": "other", "scale": 1, "unit": "-"},
  "shield": {"title": "Shield of artery walls", "decimals": 2, "colour": "other", "scale": 1, "unit": "-"},
  "absorbed_share": {"title": "Share of calcium absorbed", "colour": "other", "scale": 100, "unit": "%"},
  "day_eaten": {"title": "Calcium eaten", "short": "eaten", "colour": "other", "scale": 1, "unit": "mg/day"},
  "day_absorbed": {"title": "Absorbed calcium", "short": "absorbed", "colour": "other", "scale": 1, "unit": "mg/day"},
  "day_faeces": {"title": "Calcium in faeces", "short": "faeces", "colour": "other", "scale": 1, "unit": "mg/day"},
  "day_urine": {"title": "Calcium in urine", "short": "urine", "colour": "other", "scale": 1, "unit": "mg/day"},
  "day_bone": {"title": "Net gain of bone", "short": "bone, net", "decimals": 1, "signed": true, "colour": "bone", "range": [-6, 3], "scale": 1, "unit": "mg/day"},
  "day_arteries": {"title": "Net gain of arteries", "short": "arteries, net", "decimals": 3, "signed": true, "colour": "arteries", "range": [0, 0.14], "scale": 1, "unit": "mg/day"},
};
export const MAP = {
  "across": "vitamin_k2",
  "upwards": ["vitamin_d", "calcium"],
  "ticks": {"vitamin_k2": [0, 10, 50, 100, 200, 300, 500], "vitamin_d": [0, 400, 1000, 2000, 4000, 7000, 10000], "calcium": [500, 1000, 1500, 2000, 2500]},
  "nodes": {"vitamin_k2": [0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 60, 70, 80, 90, 100, 110, 120, 130, 140, 150, 160, 170, 180, 190, 200, 220, 240, 260, 280, 300, 320, 340, 360, 380, 400, 420, 440, 460, 480, 500], "vitamin_d": [0, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000, 1200, 1400, 1600, 1800, 2000, 2200, 2400, 2600, 2800, 3000, 3200, 3400, 3600, 3800, 4000, 4400, 4800, 5200, 5600, 6000, 6400, 6800, 7200, 7600, 8000, 8400, 8800, 9200, 9600, 10000], "calcium": [200, 250, 300, 350, 400, 450, 500, 550, 600, 650, 700, 750, 800, 850, 900, 950, 1000, 1050, 1100, 1150, 1200, 1250, 1300, 1350, 1400, 1450, 1500, 1550, 1600, 1650, 1700, 1750, 1800, 1850, 1900, 1950, 2000, 2050, 2100, 2150, 2200, 2250, 2300, 2350, 2400, 2450, 2500]},
  "bands": [1, 2, 4, 8],
  "shares": [0.2, 0.58],
  "loss": "#d08a00",
  "flat": 0.15,
};
export const RUN_COLUMNS = ["run", "time_years", "quantity", "value", "unit", "calcium_mg_per_day", "vitamin_d_IU_per_day", "vitamin_k_ug_per_day", "years", "lens", "form_of_vitamin_k", "changed_assumptions", "made_with", "notice"];
export const COMPARED = ["bone", "arteries", "blood_calcium", "day_absorbed", "day_urine", "osteocalcin_activation", "mgp_activation"];
export const CALLED = {
  "bone": "bone calcium",
  "arteries": "artery calcium",
  "blood_calcium": "blood calcium",
  "day_absorbed": "absorbed calcium on the last day",
  "day_urine": "calcium in urine on the last day",
  "osteocalcin_activation": "activated osteocalcin",
  "mgp_activation": "activated MGP",
  "bone_change": "bone calcium",
  "arteries_times": "artery calcium",
};
export const LOOKS = [{"dash": [], "sign": "●", "colour": "ink"}, {"dash": [7, 2], "sign": "■", "colour": "bone"}, {"dash": [1.5, 1.5], "sign": "▲", "colour": "arteries"}, {"dash": [7, 2, 1.5, 2], "sign": "◆", "colour": "blood"}, {"dash": [4, 1.5, 1.5, 1.5, 1.5, 1.5], "sign": "▼", "colour": "other"}];
export const PARTS = {
  "gut": {"label": "Gut", "about": "Calcium in the gut, not yet absorbed or lost.", "grade": "Established", "statement": "The more calcium is eaten, the smaller the share that the gut takes up."},
  "blood": {"label": "Blood", "about": "Calcium in blood and the fluid around the cells.", "grade": "Established", "statement": "Hormones and kidneys hold blood calcium almost constant whatever is eaten."},
  "bone": {"label": "Bone", "about": "Calcium in the skeleton. Its struts are a picture of the number: they thin and break more than the number says.", "grade": "Established", "statement": "Every day bone takes up and gives back about half a gram of the kilogram of calcium it holds."},
  "arteries": {"label": "Arteries", "about": "Calcium in the walls of the arteries. How stiff and thick the wall looks is a picture only: the model knows the calcium in it, not how stiff it is. Plaque, which narrows arteries, is not in the model.", "grade": "Supported", "statement": "Artery walls slowly gain calcium, in amounts that are tiny beside those of bone."},
  "diet": {"label": "Food", "about": "What is eaten, food and pills together.", "grade": "", "statement": ""},
  "urine": {"label": "Urine", "about": "Calcium that the kidneys let go.", "grade": "", "statement": ""},
  "faeces": {"label": "Faeces", "about": "Calcium that the gut does not take up, and that of digestive juices.", "grade": "", "statement": ""},
  "vitamin_d": {"label": "Vitamin D gate", "about": "Vitamin D opens the gate in the gut wall through which calcium is absorbed.", "grade": "Established", "statement": "Vitamin D changes absorption strongly when it is very scarce, and only a little once there is enough."},
  "osteocalcin": {"label": "Osteocalcin", "about": "A protein of bone, switched on by vitamin K2. The door shows what that makes of bone formation, beside the balanced adult's: only a part of it needs osteocalcin, and how large a part is assumed. In the popular story vitamin D raises the need for K2 (contested): more vitamin D, a smaller share is active.", "grade": "Established", "statement": "Vitamin K2 switches on osteocalcin, a protein made by osteoblasts, the cells that build bone."},
  "mgp": {"label": "MGP", "about": "A protein of artery walls, switched on by vitamin K2. How far that shields the wall from calcium depends on the strength of K2 on arteries that is assumed. In the popular story vitamin D raises the need for K2 (contested): more vitamin D, a smaller share is active.", "grade": "Animal only", "statement": "MGP keeps calcium from settling in arteries and other soft tissue."},
  "intake": {"label": "Intake", "about": "What is eaten.", "grade": "Established", "statement": "Reports set 1,000 mg of calcium a day for most adults. In balance studies losses matched intake at about 741 mg.", "organ": "diet"},
  "absorption": {"label": "Absorption", "about": "Calcium crosses the gut wall: actively with vitamin D, and a little passively.", "grade": "Established", "statement": "Vitamin D helps the gut to take up calcium.", "organ": "gut"},
  "unabsorbed_loss": {"label": "Unabsorbed loss", "about": "What is not absorbed leaves with the faeces.", "grade": "Established", "statement": "Most of the calcium in food is never absorbed and leaves with the faeces.", "organ": "gut"},
  "endogenous_faecal_loss": {"label": "Digestive juices", "about": "Digestive juices carry some calcium from blood to faeces.", "grade": "Supported", "statement": "Digestive juices carry calcium from blood into the gut, and about 100 mg a day is lost that way.", "organ": "blood"},
  "urinary_excretion": {"label": "Urinary excretion", "about": "Kidneys spill what is above their threshold.", "grade": "Established", "statement": "When more calcium is absorbed, healthy kidneys let more of it go in urine.", "organ": "blood"},
  "bone_formation": {"label": "Bone formation", "about": "New bone takes up calcium from blood; activated osteocalcin helps to bind it.", "grade": "Contested", "statement": "Switched-on osteocalcin brings calcium into bone and makes it dense.", "organ": "bone"},
  "bone_resorption": {"label": "Bone resorption", "about": "Old bone is dissolved, faster when blood calcium is low.", "grade": "Established", "statement": "When blood calcium falls, parathyroid hormone rises and bone gives calcium back.", "organ": "bone"},
  "arterial_deposition": {"label": "Arterial deposition", "about": "Some calcium of blood settles in artery walls; activated MGP holds it off. In the popular story it is more when the kidneys have more to spill.", "grade": "Contested", "statement": "The more calcium the kidneys have to spill, the more of it settles in artery walls.", "organ": "arteries"},
  "arterial_clearance": {"label": "Arterial clearance", "about": "Activated MGP helps calcium out of artery walls (seen in rats only).", "grade": "Animal only", "statement": "Rats had calcium in their arteries from warfarin. Very high vitamin K removed about half of it.", "organ": "arteries"},
  "osteocalcin_activation": {"label": "Openers: osteocalcin", "about": "Each guard is a part of the osteocalcin in bone. Vitamin K2 wakes guards; more vitamin D brings more of them.", "grade": "Established", "statement": "Vitamin K2 switches on osteocalcin, a protein made by osteoblasts, the cells that build bone."},
  "mgp_activation": {"label": "Closers: MGP", "about": "Each guard is a part of the MGP in artery walls. Vitamin K2 wakes guards; more vitamin D brings more of them.", "grade": "Established", "statement": "Vitamin K2 switches on MGP, a protein made in artery walls."},
  "bone_change": {"label": "Bone over the years", "about": "Calcium in bone beside the first day. The axis stays the same, so that runs can be compared.", "grade": "Contested", "statement": "It is said that vitamin K2 pills keep people's bones denser."},
  "arteries_times": {"label": "Artery calcium over the years", "about": "Calcium in the artery walls, in times of the first day. The axis stays the same, so that runs can be compared.", "grade": "Contested", "statement": "It is said that vitamin K2 pills slow the calcium in people's arteries."},
  "day_bone": {"label": "Net gain of bone", "about": "What enters bone on a day less what leaves it.", "grade": "Established", "statement": "Every day bone takes up and gives back about half a gram of the kilogram of calcium it holds."},
  "stiffness": {"label": "How stiff the wall looks", "about": "This is an illustration: the model knows the calcium in the wall, not how stiff it is. Waves and pulse only follow that calcium.", "grade": "Contested", "statement": "The article says that vitamin K2 keeps arteries from growing stiff."},
};
export const PAGES = [{"path": "lab", "title": "Lab"}, {"path": "lessons", "title": "Lessons"}, {"path": "compare", "title": "Compare"}, {"path": "map", "title": "Map"}, {"path": "plate", "title": "Foods"}, {"path": "background", "title": "Background"}];
export const PATHS = ["background", "class", "compare", "evidence", "lessons", "map", "model", "plate", "words"];
export const NOTABLE = {
  "absorption": 1.05,
  "artery": 1.5,
  "yearsToNewLevel": 5.475701574264202,
};
export const BLOOD_NORMAL = [8.8, 10.3];
export const HIGH_VITAMIN_D = 4000;
export const INTAKES = [{"nutrient": "calcium", "group": "teenager, 14 to 18 years", "recommended": 1300, "upper": 3000, "source": "Institute of Medicine 2011, Dietary Reference Intakes for Calcium and Vitamin D"}, {"nutrient": "calcium", "group": "adult, 19 to 50 years", "recommended": 1000, "upper": 2500, "source": "Institute of Medicine 2011, Dietary Reference Intakes for Calcium and Vitamin D"}, {"nutrient": "vitamin_d", "group": "teenager, 14 to 18 years", "recommended": 600, "upper": 4000, "source": "Institute of Medicine 2011, Dietary Reference Intakes for Calcium and Vitamin D"}, {"nutrient": "vitamin_d", "group": "adult, 19 to 70 years", "recommended": 600, "upper": 4000, "source": "Institute of Medicine 2011, Dietary Reference Intakes for Calcium and Vitamin D"}, {"nutrient": "vitamin_k2", "group": "any age", "recommended": null, "upper": null, "source": "Institute of Medicine 2001, Dietary Reference Intakes for Vitamin A, Vitamin K and others"}];
export const INTAKE_NOTES = ["For all vitamin K together (K1 and K2) an adequate intake is set: 75 µg/day at 14 to 18 years, 120 for men and 90 for women (Institute of Medicine 2001, Dietary Reference Intakes for Vitamin A, Vitamin K and others).", "Institute of Medicine 2011, Dietary Reference Intakes for Calcium and Vitamin D"];
