"""
Pictures: each function turns a run and the balanced run into a matplotlib Figure.

No pyplot (its global state mixes up users), no files, no Streamlit.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from matplotlib.figure import Figure

from sim.figures.activation import draw_activation
from sim.figures.curves import alone, draw_curve
from sim.figures.daily_calcium import daily_calcium_figure
from sim.figures.panel import SHEETS, panel_figure
from sim.figures.style import DARK, LIGHT, THEMES, Theme
from sim.figures.tornado import tornado_figure
from sim.runs.quantities import CURVES, Quantity
from sim.runs.run import Run
from sim.text import descriptions

__all__ = ["BOTH", "DARK", "FIGURES", "LIGHT", "PANEL", "PANELS", "THEMES", "Picture", "Theme"]


@dataclass(frozen=True)
class Picture:
    """
    One picture: its title, the function that draws it, the words that stand for it and the claim it rests on.

    A picture with `bands` takes an `Ensemble` as a fourth argument and shows where plausible models lie.
    """

    name: str
    title: str
    draw: Callable[..., Figure]
    describe: Callable[[Run, Run], str]
    claim: str = ""
    bands: bool = False


_SAID: dict[str, tuple[Callable[[Run, Run], str], str]] = {
    "bone": (descriptions.describe_bone, "k2_bone_density"),
    "arteries": (descriptions.describe_arteries, "k2_slows_arteries"),
    "blood": (descriptions.describe_blood, "blood_held"),
}
"""Words and claims of those pictures over time of which there is more to say than of others."""


def _over_time(name: str, quantity: Quantity) -> Picture:
    describe, claim = _SAID.get(name) or (partial(descriptions.describe_over_time, quantity), "")
    return Picture(name, quantity.title, partial(alone, partial(draw_curve, quantity)), describe, claim, True)


def _in_both_accounts(picture: Picture) -> Picture:
    """Return a picture over time with what the other account says of the same settings, the gap between them shaded."""
    draw = partial(alone, partial(draw_curve, CURVES[picture.name], both=True))
    return replace(picture, name=f"{picture.name}_both", title=f"{picture.title}, both accounts", draw=draw)


_BONE, _ARTERIES, *_OTHERS = (_over_time(name, quantity) for name, quantity in CURVES.items())
FIGURES = {
    picture.name: picture
    for picture in (
        _BONE,
        _ARTERIES,
        Picture("daily_calcium", "Where each day's calcium goes", daily_calcium_figure,
                descriptions.describe_daily_calcium, "unabsorbed_most"),
        *_OTHERS,
        Picture("activation", "What vitamin K2 switches on", partial(alone, draw_activation),
                descriptions.describe_activation, "k2_activates_mgp", True),
        Picture("tornado", "Which assumption matters most", tornado_figure, descriptions.describe_tornado),
    )
}  # fmt: skip
BOTH = {each.name: each for each in map(_in_both_accounts, (_BONE, _ARTERIES))}
PANEL, _ = PANELS = [
    Picture(name, f"All pictures on one sheet ({paper})", partial(panel_figure, sheet=SHEETS[paper]),
            descriptions.describe_panel)
    for name, paper in (("panel", "A4"), ("panel_letter", "Letter"))
]  # fmt: skip
