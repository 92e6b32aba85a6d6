"""The picture of a plate: bars and ranges are its totals, nothing is cut, all stands out from the paper."""

from typing import Any

import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.transforms import Bbox
from support.for_each import for_each
from support.pictures import DPI, EMPTY_EDGE, SHAPE, TEXT, contrast, lay_out, off_the_paper, over_each_other, texts

from sim.content.foods import FOODS
from sim.content.foods.plate import AGES, MOST, examples, reference, total
from sim.figures import THEMES
from sim.figures.plate_figure import plate_figure
from sim.model.parameters import control
from sim.runs.scenario import NUTRIENTS
from sim.text.sentences import NOTICE

BREAKFAST = next(plate.servings for plate in examples() if "hard_cheese" in plate.servings)
PLATES = [{}, *(plate.servings for plate in examples()), {"salmon": 1}, dict.fromkeys(FOODS, MOST)]


def marks(ax: Axes) -> dict[str, Any]:
    """Return the lines of axes that have a name."""
    return {str(one.get_gid()): one for one in ax.lines if one.get_gid()}


def words(figure: Figure) -> list[str]:
    return [text.get_text() for text in texts(figure)]


@pytest.mark.parametrize("age", AGES)
def test_bars_whiskers_and_lines_are_the_totals_and_the_references(age: str) -> None:
    plate = total(BREAKFAST)
    figure = plate_figure(plate, age)
    for nutrient, ax in zip(NUTRIENTS, figure.axes, strict=True):
        (bar,) = [patch for patch in ax.patches if isinstance(patch, Rectangle)]
        assert bar.get_width() == plate[nutrient].span.typical
        found = marks(ax)
        if plate[nutrient].span.high > plate[nutrient].span.low:
            ends = found[f"range-{nutrient}"].get_xdata()
            assert list(ends) == [plate[nutrient].span.low, plate[nutrient].span.high]
        limits = reference(age)[nutrient]
        for word, value in (("recommended", limits.recommended), ("upper limit", limits.upper_limit)):
            if value is None:
                assert word not in found
            else:
                assert set(found[word].get_xdata()) == {value}
                assert f"{word} {value:,.0f}" in words(figure)
    assert marks(figure.axes[2]).keys() == {"range-vitamin_k2"}
    assert "recommended and upper limit: none set" in words(figure)


def test_what_is_not_known_is_said_and_what_is_beyond_the_scale_goes_on() -> None:
    assert "Vitamin K2: not known here" in words(plate_figure(total({"kale": 1}), "adult"))
    beyond = [text for text in words(plate_figure(total({"natto": 5}), "adult")) if "goes on" in text]
    assert [text.split(":")[0] for text in beyond] == ["Vitamin K2"]
    for nutrient, ax in zip(NUTRIENTS, plate_figure(total(PLATES[-1]), "adult").axes, strict=True):
        assert ax.get_xlim()[1] >= max(control(nutrient).high, reference("adult")[nutrient].upper_limit or 0)


@for_each("age", AGES)
@for_each("servings", PLATES)
def test_no_word_is_cut_and_none_lies_over_another(servings: dict[str, int], age: str) -> None:
    figure = plate_figure(total(servings), age)
    found = lay_out(figure)
    assert off_the_paper(figure, found) == []
    assert over_each_other(found) == []
    assert min(word.size for word in found) >= 9
    assert [word.text for word in found if word.on_axis and word.size < 13] == []
    assert sum(NOTICE in word.text for word in found) == 1
    for ax in figure.axes:
        inside = Bbox(ax.get_window_extent().get_points() * 72 / DPI).padded(-EMPTY_EDGE)
        assert [word.text for word in found if word.box.overlaps(inside)] == []


@pytest.mark.parametrize("theme", THEMES)
def test_words_bars_and_lines_stand_out_from_the_paper(theme: str) -> None:
    figure = plate_figure(total(BREAKFAST), "teenager", THEMES[theme])
    paper = figure.get_facecolor()
    of_text, of_shapes = TEXT, SHAPE
    assert {t.get_text() for t in texts(figure) if contrast(t.get_color(), paper) < of_text} == set()
    lines = [one for ax in figure.axes for one in ax.lines]
    ribbons = [one for one in lines if not one.get_gid()]
    assert all(to_rgb(one.get_color()) == to_rgb(paper) for one in ribbons)
    shapes = [one.get_color() for one in lines if one.get_gid()]
    shapes += [patch.get_facecolor() for ax in figure.axes for patch in ax.patches if isinstance(patch, Rectangle)]
    assert len(shapes) == 6 + 3  # two lines for calcium and for vitamin D, two ranges; three bars
    assert [colour for colour in shapes if contrast(colour, paper) < of_shapes] == []


def test_recommended_and_upper_limit_differ_by_more_than_colour() -> None:
    found = marks(plate_figure(total(BREAKFAST), "adult").axes[0])
    assert found["recommended"].get_linestyle() != found["upper limit"].get_linestyle()
    assert np.ptp(found["recommended"].get_ydata()) == 1  # as high as the axes
