"""What a picture shows: its words as they are laid out, and how far its colours stand out."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Bbox

SLIDE = (13.33, 7.5)
"""A wide slide. [inch]"""
DPI = 300
"""Where words are measured: as in a saved PNG. SVG and PDF are as wide; fewer dots make letters wider."""
# The box of a word has room for a descender, a quarter of its 13 pt, also where digits have none; boxes that
# share less than that touch no ink, as the two zeros where the axes meet. [pt]
EMPTY_EDGE = 3
TEXT, SHAPE = 4.5, 3.0
"""Least contrast of text and of lines, markers and bars (WCAG 2.2, success criteria 1.4.3 and 1.4.11)."""


@dataclass(frozen=True)
class Word:
    """A text as it is drawn: what, how large [pt], and where [pt]."""

    text: str
    size: float
    box: Bbox
    on_axis: bool


def lay_out(figure: Figure) -> list[Word]:
    """Return every text the figure draws, as it is drawn (matplotlib makes ticks that it does not draw)."""
    drawn: dict[int, Text] = {}
    draw = Text.draw

    def noted(self: Text, renderer: object, *args: object, **kwargs: object) -> None:
        if self.get_visible() and self.get_text().strip():
            drawn[id(self)] = self
        draw(self, renderer, *args, **kwargs)  # type: ignore[arg-type]

    figure.set_dpi(DPI)
    canvas = FigureCanvasAgg(figure)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Text, "draw", noted)
        figure.draw_without_rendering()
    axis = {id(text) for ax in figure.findobj(lambda a: hasattr(a, "get_major_ticks")) for text in ax.findobj(Text)}
    renderer = canvas.get_renderer()
    boxes = {key: np.array(Text.get_window_extent(text, renderer).extents) * 72 / DPI for key, text in drawn.items()}
    return [
        Word(text.get_text(), float(text.get_fontsize()), Bbox.from_extents(*boxes[key]), key in axis)
        for key, text in drawn.items()
    ]


def off_the_paper(figure: Figure, words: Sequence[Word]) -> list[str]:
    """Return the words that do not lie on the paper whole; no tolerance: what is beyond the edge is cut."""
    width, height = figure.get_size_inches() * 72
    return [w.text for w in words if w.box.x0 < 0 or w.box.y0 < 0 or w.box.x1 > width or w.box.y1 > height]


def over_each_other(words: Sequence[Word]) -> list[tuple[str, str]]:
    """Return the pairs of words that lie over each other."""
    pairs = []
    for one, two in combinations(words, 2):
        shared = Bbox.intersection(one.box, two.box)
        if shared is not None and min(shared.width, shared.height) > EMPTY_EDGE:
            pairs.append((one.text, two.text))
    return pairs


def texts(figure: Figure) -> list[Text]:
    """Return everything in a figure that says something."""
    return [text for text in figure.findobj(Text) if isinstance(text, Text) and text.get_text().strip()]


def contrast(one: object, two: object) -> float:
    """Return the contrast ratio of two colours (WCAG 2.2, relative luminance)."""

    def luminance(colour: object) -> float:
        channels = to_rgb(colour)  # type: ignore[arg-type]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    low, high = sorted((luminance(one), luminance(two)))
    return (high + 0.05) / (low + 0.05)
