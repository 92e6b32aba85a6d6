"""
Pictures: each function turns a run and the balanced run into a matplotlib Figure.

No pyplot (its global state mixes up users), no files, no Streamlit.
"""

from collections.abc import Callable
from dataclasses import dataclass

from matplotlib.figure import Figure

from sim.figures.activation import activation_figure
from sim.figures.curves import arteries_figure, blood_figure, bone_figure
from sim.figures.daily_calcium import daily_calcium_figure
from sim.figures.panel import panel_figure
from sim.figures.style import DARK, LIGHT, THEMES, Theme
from sim.figures.tornado import tornado_figure
from sim.runs.run import Run
from sim.text import descriptions

__all__ = ["DARK", "FIGURES", "LIGHT", "PANEL", "THEMES", "Picture", "Theme"]


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


FIGURES = {
    picture.name: picture
    for picture in (
        Picture("bone", "Bone calcium", bone_figure, descriptions.describe_bone, "k2_bone_density", True),
        Picture("arteries", "Artery calcium", arteries_figure, descriptions.describe_arteries,
                "k2_slows_arteries", True),
        Picture("daily_calcium", "Where each day's calcium goes", daily_calcium_figure,
                descriptions.describe_daily_calcium, "unabsorbed_most"),
        Picture("blood", "Blood calcium", blood_figure, descriptions.describe_blood, "blood_held", True),
        Picture("activation", "What vitamin K2 switches on", activation_figure, descriptions.describe_activation,
                "k2_activates_mgp", True),
        Picture("tornado", "Which assumption matters most", tornado_figure, descriptions.describe_tornado),
    )
}  # fmt: skip
PANEL = Picture("panel", "All pictures on one sheet", panel_figure, descriptions.describe_panel)
