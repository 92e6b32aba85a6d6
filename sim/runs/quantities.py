"""
What a run gives, one row each: what it is called, in which unit, with how many decimals, how it is drawn and read.

Pictures, tables, texts, files, axes and the measures of lessons all read these rows: a new output is one row more.
"""

from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from sim.model.equations import COMPARTMENT_NAMES, FLUXES
from sim.model.parameters import NORMAL_BLOOD_CALCIUM
from sim.runs.run import Run


@dataclass(frozen=True)
class Quantity:
    """
    One thing that a run gives.

    Attributes
    ----------
    name, title, short : str
        Its name in files, what readers call it, and what it is called where there is little room.
    decimals : int
        In pictures and words; tables have one more, files all.
    read : callable
        Takes a `Run`: values of shape (n, ...) if they change over time, else a number or of shape (...). [unit]
    shown_unit, scale
        Unit that readers see, if it is another, and how many of it are one `unit`.
    prefix, signed
        What stands before its numbers instead of a unit behind them; whether they carry a sign.
    axis : str
        What stands at an axis, if it is more than the unit.
    colour, dash : str
        Field of a theme, and dash of its line as matplotlib writes it.
    picture : str
        Name of its picture over time, if it has one; there ``also``, another quantity, is told with it.
    usual, range : (float, float), optional
        Usual range, shown as a band; what its axis shows in the Lab and in every picture, the same for every account:
        it widens only for a run that leaves it.
    filed : bool
        Whether files with the whole run hold it.
    """

    name: str
    title: str
    unit: str
    decimals: int
    read: Callable[[Run], Any]
    short: str = ""
    over_time: bool = True
    shown_unit: str = ""
    scale: float = 1
    prefix: str = ""
    signed: bool = False
    axis: str = ""
    colour: str = "other"
    dash: str = "-"
    picture: str = ""
    also: str = ""
    usual: tuple[float, float] | None = None
    range: tuple[float, float] | None = None
    filed: bool = True

    @property
    def reader_unit(self) -> str:
        """Unit that readers see."""
        return self.shown_unit or self.unit

    def of(self, run: Run) -> Any:
        """Return what readers see of a run: over time of shape (n, ...), else of shape (...). [its reader_unit]"""
        return self.scale * self.read(run)

    def end(self, run: Run) -> Any:
        """Return what readers see of it at the end of a run: a number, or an array of shape (...)."""
        return self.of(run)[-1] if self.over_time else self.of(run)


def _day(entry: str, title: str, decimals: int = 0, **more: Any) -> Quantity:
    """Return the row of an entry of the last day's account."""
    return Quantity(
        f"day_{entry}", title, "mg/day", decimals, lambda run: run.last_day()[entry], over_time=False, filed=False,
        **{"short": entry, **more},
    )  # fmt: skip


def _activation(protein: str, name: str, **look: Any) -> Quantity:
    """Return the row of a protein that vitamin K2 switches on."""
    return Quantity(
        f"{protein}_activation", f"Activated {name}", "-", 0, lambda run: run.activation[protein], short=name,
        over_time=False, shown_unit="%", scale=100, **look,
    )  # fmt: skip


_STORES: dict[str, dict[str, Any]] = {
    "bone": {"title": "Bone calcium", "shown_unit": "g", "scale": 0.001, "colour": "bone"},
    "arteries": {"title": "Artery calcium", "colour": "arteries"},
}  # fmt: skip
_ROWS = (
    *(Quantity(**{"name": name, "title": f"Calcium in {name}", "unit": "mg", "decimals": 0,
                  "read": lambda run, name=name: run.amounts[name], **_STORES.get(name, {})})
      for name in COMPARTMENT_NAMES),
    Quantity("bone_change", "Bone calcium", "%", 1, lambda run: run.bone_change, short="bone", signed=True,
             axis="% since the start", colour="bone", picture="bone", range=(-5, 2.6)),
    Quantity("arteries_times", "Artery calcium", "-", 1, lambda run: run.arteries_times, short="arteries",
             shown_unit="times start", prefix="×", axis="times the start", colour="arteries", picture="arteries",
             also="arteries", range=(1, 2.75)),
    Quantity("blood_calcium", "Blood calcium", "mg/dL", 2, lambda run: run.blood_calcium, short="blood",
             colour="blood", picture="blood", usual=NORMAL_BLOOD_CALCIUM, range=(8.2, 10.7)),
    *(Quantity(name, name.replace("_", " ").capitalize(), "mg/day", 0, lambda run, name=name: run.fluxes[name])
      for name in (flux.name for flux in FLUXES)),
    _activation("osteocalcin", "osteocalcin", colour="bone"),
    _activation("mgp", "MGP", colour="arteries", dash="--"),
    Quantity("serum_25ohd", "25(OH)D in blood", "nmol/L", 0, lambda run: run.serum_25ohd, over_time=False),
    Quantity("vitamin_d_gate", "Vitamin D gate", "-", 2, lambda run: run.constant("vitamin_d_gate"),
             over_time=False, filed=False),
    Quantity("formation", "Bone formation", "-", 2, lambda run: run.constant("osteocalcin_effect"),
             over_time=False, filed=False),
    Quantity("shield", "Shield of artery walls", "-", 2, lambda run: run.values["mgp_strength"] * run.activation["mgp"],
             over_time=False, filed=False),
    Quantity("absorbed_share", "Share of calcium absorbed", "-", 0,
             lambda run: run.last_day()["absorbed"] / run.last_day()["eaten"], over_time=False, shown_unit="%",
             scale=100, filed=False),
    _day("eaten", "Calcium eaten"),
    _day("absorbed", "Absorbed calcium"),
    _day("faeces", "Calcium in faeces"),
    _day("urine", "Calcium in urine"),
    _day("bone", "Net gain of bone", 1, short="bone, net", signed=True, colour="bone", range=(-6, 3)),
    _day("arteries", "Net gain of arteries", 3, short="arteries, net", signed=True, colour="arteries", range=(0, 0.14)),
)  # fmt: skip
QUANTITIES: MappingProxyType[str, Quantity] = MappingProxyType({row.name: row for row in _ROWS})
PROTEINS = QUANTITIES["osteocalcin_activation"], QUANTITIES["mgp_activation"]
"""What vitamin K2 switches on."""
CURVES = {each.picture: each for each in sorted(_ROWS, key=lambda each: each.name != "bone_change") if each.picture}
"""What has a picture over time, by the name of the picture, bone first."""
