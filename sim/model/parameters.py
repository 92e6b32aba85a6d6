"""
The one table of numbers: controls, parameters, and where each value comes from.

Units everywhere: calcium in mg, time in days, vitamin D supply in IU/day, K2 intake in ug/day
(MK-7 equivalents), serum 25(OH)D in nmol/L. Other units appear only where numbers are shown.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import isnan, nan

from sim.model.invalid import invalid

DAYS_PER_YEAR = 365.25

HEANEY_1989 = "Heaney 1989, doi:10.1002/jbmr.5650040404"
BLAINE_2015 = "Blaine 2015, doi:10.2215/CJN.09750913"
GALLAGHER_2012 = "Gallagher 2012, doi:10.7326/0003-4819-156-6-201203200-00005"
PETERSON_2010 = "Peterson & Riggs 2010, doi:10.1016/j.bone.2009.08.053"
DALMEIJER_2012 = "Dalmeijer 2012, doi:10.1016/j.atherosclerosis.2012.09.019"
KNAPEN_2015 = "Knapen 2015, doi:10.1160/TH14-08-0675"
RONN_2016 = "Rønn 2016, doi:10.1530/EJE-16-0498"
BURT_2019 = "Burt 2019, doi:10.1001/jama.2019.11889"
MASTERJOHN_2007 = "Masterjohn 2007, Med Hypotheses 68:1026"
BALLEGOOIJEN_2019 = "van Ballegooijen 2019, PMC6413026"
IOM_2011 = "IOM 2011, Dietary Reference Intakes for Calcium and Vitamin D"
ASSUMED = "assumed"


@dataclass(frozen=True)
class Parameter:
    """
    One number of the model: what it is, its allowed range and its source.

    `default` is the value of the popular story, `low` and `high` are what `check` allows; `plausible` is what a
    careful reader could still believe, for ensembles, None where nothing is uncertain. [unit] `symbol` is LaTeX,
    `meaning` one line for a reader of 14 and up, `source` author, year and DOI, or begins with ``assumed``.
    """

    name: str
    symbol: str
    unit: str
    default: float
    low: float
    high: float
    meaning: str
    source: str = ASSUMED
    plausible: tuple[float, float] | None = field(default=None, kw_only=True)

    @property
    def assumed(self) -> bool:
        """Whether no publication gives this value."""
        return self.source.startswith(ASSUMED)


@dataclass(frozen=True)
class Control(Parameter):
    """A parameter the reader moves: it has a label and a slider step as well."""

    label: str = ""
    step: float = 1


CONTROLS = (
    Control(
        "calcium", "I", "mg/day", 1000, 200, 2500,
        "Calcium eaten with food and supplements.", IOM_2011, "Calcium intake", 50,
    ),
    Control(
        "vitamin_d", "D", "IU/day", 800, 0, 10_000,
        "Vitamin D from food, supplements and what sunlight makes in the skin.",
        "assumed (gives about 45 nmol/L; IOM 2011 recommends 600)",
        "Vitamin D", 100,
    ),
    Control(
        "vitamin_k2", "K", "ug/day", 100, 0, 500,
        "Vitamin K2 from food and supplements, counted as MK-7.", "assumed (no reference intake is set for K2)",
        "Vitamin K2", 5,
    ),
    Control("years", "T", "years", 10, 1, 30, "How long the settings are kept.", ASSUMED, "Years", 1),
)  # fmt: skip

PARAMETERS = (
    # The balanced adult: every run starts from this adult's steady state.
    *(Parameter(f"reference_{of.name}", f"{of.symbol}_0", of.unit, of.default, of.low, of.high,
                f"{what} of the balanced adult.", of.source)
      for of, what in zip(CONTROLS, ("Calcium intake", "Vitamin D supply", "Vitamin K2 intake"), strict=False)),
    Parameter("blood_baseline", "B_0", "mg", 1319, 900, 1500,
              "Calcium in blood and the fluid it exchanges with in minutes.", PETERSON_2010),
    Parameter("blood_volume", "V_B", "dL", 140, 100, 200,
              "Volume that holds this calcium.", PETERSON_2010),
    Parameter("bone_baseline", "M_0", "mg", 1_000_000, 700_000, 1_300_000,
              "Calcium in the skeleton at the start.", BLAINE_2015, plausible=(800_000, 1_200_000)),
    Parameter("arteries_baseline", "A_0", "mg", 300, 50, 2000,
              "Calcium in artery walls at the start."),
    Parameter("diet_store", "X_0", "mg", 3e7, 2.8e7, 1e9,
              "Food calcium not yet eaten: bookkeeping, enough for the longest run."),
    # Vitamin D and the gut.
    Parameter("serum_25ohd_base", "s_0", "nmol/L", 10, 2, 30,
              "25(OH)D in blood without any vitamin D supply.", plausible=(5, 20)),
    Parameter("serum_25ohd_span", "s_1", "nmol/L", 140, 50, 250,
              "How much 25(OH)D can rise at the highest supply.",
              f"assumed (between the studies of its figure: {GALLAGHER_2012}; {BURT_2019}; BEST-D)",
              plausible=(100, 170)),
    Parameter("serum_25ohd_scale", "D_s", "IU/day", 2800, 800, 6000,
              "Supply at which 63 % of that rise is reached.",
              "assumed (about 45 nmol/L at 800 IU/day)", plausible=(1800, 3600)),
    Parameter("gate_ec50", "s_{50}", "nmol/L", 36, 5, 60,
              "25(OH)D at which active absorption runs at half its limit.",
              "assumed (12 to 16 % absorbed in frank deficiency, a few points more above 50 nmol/L)",
              plausible=(24, 45)),
    Parameter("absorption_capacity", "V", "mg/day", 380, 100, 800,
              "Limit of active absorption with the vitamin D gate fully open.", HEANEY_1989, plausible=(330, 430)),
    Parameter("gut_half_saturation", "G_{50}", "mg", 45, 10, 300,
              "Calcium in the gut at which active absorption runs at half its limit.", HEANEY_1989, plausible=(35, 70)),
    Parameter("k_passive", "k_p", "1/day", 0.28, 0, 1,
              "Rate constant of passive absorption, between the cells.", HEANEY_1989, plausible=(0.22, 0.36)),
    Parameter("k_transit", "k_t", "1/day", 4, 1, 24,
              "Rate constant at which food leaves the gut unabsorbed.", plausible=(3.5, 4.5)),
    # Losses from blood.
    Parameter("k_endogenous", "k_e", "1/day", 0.072, 0.02, 0.12,
              "Rate constant of calcium lost with digestive juices.",
              "Heaney & Abrams 2004, J Clin Endocrinol Metab 89:1193", plausible=(0.06, 0.08)),
    Parameter("k_urine", "k_u", "1/day", 20, 2, 40,
              "Rate constant at which kidneys spill what is above their threshold.", plausible=(10, 30)),
    Parameter("threshold_width", "w", "mg", 10, 1, 50,
              "Width of the kidney threshold: it is smooth, not a kink.", plausible=(5, 20)),
    # Vitamin K.
    Parameter("k1_background", "K_1", "ug/day", 70, 5, 300,
              "What vitamin K1 from the usual diet adds to the supply, counted as MK-7.",
              f"assumed (fitted to {DALMEIJER_2012}: how much less a supplement does beside it)", plausible=(40, 100)),
    Parameter("need_slope", "n_s", "-", 0.5, 0, 1,
              "How much the need for vitamin K rises with 25(OH)D: 0 not at all, 1 in proportion.",
              f"assumed (idea: {MASTERJOHN_2007}; not clearly seen in people: {BALLEGOOIJEN_2019})",
              plausible=(0, 0.7)),
    # Bone.
    Parameter("bone_turnover", "F_0", "mg/day", 500, 200, 800,
              "Calcium that enters and leaves the balanced adult's bone each day.",
              f"assumed (textbook value; {PETERSON_2010} use 585)", plausible=(400, 600)),
    Parameter("pth_maximum", "p_{max}", "-", 6, 2, 15,
              "Highest parathyroid hormone, as a multiple of the balanced adult's.",
              f"assumed (near the curve of {PETERSON_2010}, flatter at low blood calcium, steeper at high)",
              plausible=(4, 8)),
    Parameter("pth_slope", "p_s", "-", 12, 2, 30,
              "How steeply parathyroid hormone falls when blood calcium rises.",
              f"assumed (near the curve of {PETERSON_2010}, flatter at low blood calcium, steeper at high)",
              plausible=(9, 15)),
    Parameter("pth_share", "p_r", "-", 0.19, 0, 1,
              "Share of bone resorption that follows parathyroid hormone.",
              "assumed (gives the story its loss of bone in vitamin D deficiency)", plausible=(0.1, 0.25)),
    Parameter("osteocalcin_ed50", "K_o", "ug/day", 50, 10, 400,
              "Vitamin K supply that activates half of the balanced adult's osteocalcin.",
              f"assumed (fitted to {DALMEIJER_2012}, and {RONN_2016}; about a third inactive on a usual diet)",
              plausible=(40, 80)),
    Parameter("osteocalcin_share", "b", "-", 0.55, 0, 0.95,
              "Share of bone formation that needs activated osteocalcin.",
              "assumed (gives the story its loss of bone with little K2)", plausible=(0.1, 0.7)),
    Parameter("osteocalcin_half", "o_{50}", "-", 0.15, 0.01, 2,
              "Activated osteocalcin at which this share runs at half its limit.", plausible=(0.1, 0.3)),
    # Arteries.
    Parameter("mgp_ed50", "K_m", "ug/day", 220, 50, 800,
              "Vitamin K supply that activates half of the balanced adult's MGP.",
              f"assumed (fitted to {DALMEIJER_2012}; {KNAPEN_2015}; and two studies on dialysis)",
              plausible=(150, 400)),
    Parameter("mgp_strength", "z", "-", 1, 0, 1,
              "Strength of K2 on arteries: 0 none, 1 the popular story.", plausible=(0.5, 1)),
    Parameter("mgp_power", "q", "-", 3.5, 0.5, 5,
              "How sharply inactive MGP lets calcium into the artery wall.",
              "assumed (gives the story its hard arteries with little K2)", plausible=(1, 4)),
    Parameter("deposition_baseline", "a_0", "mg/day", 0.025, 0, 0.5,
              "Calcium laid down in the balanced adult's artery walls.", plausible=(0.01, 0.05)),
    Parameter("deposition_power", "a_p", "-", 0.2, 0, 1,
              "How arterial deposition follows what the kidneys have to spill: 0 not at all, 1 in proportion.",
              plausible=(0, 0.5)),
    Parameter("k_clearance", "k_c", "1/day", 5e-6, 0, 1e-2,
              "Rate constant of clearance from arteries with all MGP activated (seen in rats only).",
              plausible=(0, 2e-5)),
    # What is done to one run only, never to the balanced adult.
    Parameter("k_potency", "y", "-", 1, 0.01, 1,
              "How much 1 ug of the chosen form of vitamin K counts as MK-7.", "assumed (MK-7 is the unit)"),
    Parameter("osteocalcin_block", "x_o", "-", 0, 0, 1,
              "Share of osteocalcin activation that an experiment blocks.", "assumed (0 unless an experiment is run)"),
    Parameter("mgp_block", "x_m", "-", 0, 0, 1,
              "Share of MGP activation that an experiment blocks.", "assumed (0 unless an experiment is run)"),
)  # fmt: skip

INTERVENTIONS = ("k_potency", "osteocalcin_block", "mgp_block")

DEFAULTS: Mapping[str, float] = {p.name: float(p.default) for p in (*CONTROLS, *PARAMETERS)}

# Where total blood calcium of healthy adults lies; drawn as a band, not used by any equation.
NORMAL_BLOOD_CALCIUM = (8.8, 10.3)
"""Textbook reference range of total blood calcium, laboratories differ; assumed. [mg/dL]"""


def number(value: float) -> str:
    """
    Return a number as readers see it: thousands grouped, no trailing zeros.

    Examples
    --------
    >>> number(10000.0), number(0.072), number(4e-5)
    ('10,000', '0.072', '0.00004')
    """
    text = f"{value:,.10f}".rstrip("0").rstrip(".") if abs(value) < 1e15 else f"{value:g}"
    return text if float(text.replace(",", "")) == value else f"{value:g}"


def exact(value: float) -> str:
    """
    Return a number as links and files write it: in as few digits as tell it from every other.

    Examples
    --------
    >>> exact(2000.0), exact(0.072), exact(4e-5), exact(-0.0)
    ('2000', '0.072', '4e-05', '0')
    """
    return repr(float(value) + 0.0).removesuffix(".0")


def as_number(value: object) -> float:
    """
    Return a value as a number; NaN if it is none or a text in other than plain digits.

    Python itself would take underscores and the digits of every script, which readers may mean otherwise.

    Examples
    --------
    >>> as_number(" 1e3 "), as_number("1_000"), as_number("１０００")
    (1000.0, nan, nan)
    """
    if isinstance(value, bool | bytes) or (isinstance(value, str) and ("_" in value or not value.strip().isascii())):
        return nan
    try:
        return float(value) + 0.0  # type: ignore[arg-type]  # a minus zero loses its sign
    except (TypeError, ValueError, OverflowError):
        return nan


def check(parameter: Parameter, value: object) -> float:
    """
    Return `value` as a float if it is a number within the parameter's range.

    Examples
    --------
    >>> check(control("vitamin_k2"), 9000)
    Traceback (most recent call last):
    ValueError: Invalid vitamin_k2 '9000' [ug/day]. Must be between 0 and 500.
    """
    result = as_number(value)
    if not parameter.low <= result <= parameter.high:
        how = "a number in plain digits, " if isinstance(value, str) and isnan(result) else ""
        rule = f"Must be {how}between {number(parameter.low)} and {number(parameter.high)}."
        raise invalid(parameter.name, value, rule, parameter.unit)
    return result


def lookup(name: str, table: Iterable[Parameter] = PARAMETERS) -> Parameter:
    """Return the row of a parameter; ValueError if there is none of that name."""
    rows = {p.name: p for p in table}
    if name not in rows:
        raise invalid("parameter", name, rows)
    return rows[name]


def control(name: str) -> Control:
    """Return the row of a control."""
    return next(c for c in CONTROLS if c.name == name)
