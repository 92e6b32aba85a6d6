"""The picture of the paradox map: edge, ring and bands where the numbers are, words that can be read in every theme."""

import warnings
from dataclasses import replace
from functools import cache
from itertools import product

import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.contour import QuadContourSet
from matplotlib.figure import Figure
from matplotlib.text import Annotation, Text
from support.for_each import for_each
from support.pictures import SHAPE, SLIDE, TEXT, contrast, lay_out, off_the_paper, over_each_other, texts

from sim import MODEL_VERSION, PRESETS, Scenario
from sim.export.images import FORMATS, image_bytes
from sim.figures import THEMES
from sim.figures.map_figure import MAP_SHEET, bands, paradox_map_figure
from sim.model.parameters import control
from sim.runs.paradox_map import UPWARDS, paradox_map
from sim.text.sentences import NOTICE, label, settings_line, unit

PARADOX = PRESETS["calcium paradox"]
SCENARIOS = [
    *PRESETS.values(),
    replace(PARADOX, lens="trials"),
    Scenario(2500, 10_000, 500, 30),
    Scenario(200, 0, 0, 1),
    Scenario(2500, 0, 500, 30),
    Scenario(parameters={"mgp_block": 1}, k_form="k1"),
    Scenario(parameters={"deposition_baseline": 0, "k_clearance": 0}),
]
CASES = [*product(SCENARIOS, UPWARDS)]


@cache
def picture(scenario: Scenario, up: str, theme: str = "light") -> Figure:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return paradox_map_figure(paradox_map(scenario, up), scenario, THEMES[theme])


def named(figure: Figure, gid: str) -> list[Text]:
    return [text for text in texts(figure) if text.get_gid() == gid]


def edges(ax: Axes) -> list[QuadContourSet]:
    """Return the outlines of the region: lines, where other sets of contours are bands or lines of arteries."""
    sets = [one for one in ax.collections if isinstance(one, QuadContourSet) and not one.filled]
    return [one for one in sets if list(one.levels) == [0]]


SMALL = (Scenario(vitamin_d=400), "calcium")
"""A map whose region is smaller than its name."""


@pytest.mark.parametrize(
    ("scenario", "up"), [*product([PARADOX, PRESETS["balanced"], replace(PARADOX, years=30)], UPWARDS), SMALL]
)
def test_the_outline_is_where_the_margin_is_zero_and_the_name_stands_or_points_inside(
    scenario: Scenario, up: str
) -> None:
    figure, found = picture(scenario, up), paradox_map(scenario, up)
    ax = figure.axes[0]
    (outline,) = edges(ax)
    points = np.concatenate([np.asarray(path.vertices) for path in outline.get_paths()])
    assert len(points) > 10
    off = [found.margin_at(np.array([x]), np.array([y]))[0, 0] for x, y in points]
    assert np.abs(off).max() < 1e-9  # both go along straight lines from node to node: rounding
    (name,) = named(figure, "region")
    assert name.get_text().split() == ["calcium", "paradox"]
    assert isinstance(name, Annotation)
    assert (name.arrow_patch is not None) == ((scenario, up) == SMALL)
    at = name.get_window_extent().get_points().mean(axis=0)
    if name.arrow_patch:
        at = ax.bbox.min + np.array(name.xy) * figure.dpi / 72
    centre = ax.transData.inverted().transform(at)
    assert found.margin_at(*np.reshape(centre, (2, 1)))[0, 0] > 0


@pytest.mark.parametrize("up", UPWARDS)
def test_where_no_run_shows_the_paradox_nothing_is_outlined_and_the_picture_says_so(up: str) -> None:
    trials = replace(PARADOX, lens="trials")
    figure = picture(trials, up)
    assert edges(figure.axes[0]) == []
    assert [text.get_text() for text in named(figure, "region")] == ["no calcium paradox here"]


@for_each(("scenario", "up"), CASES)
def test_the_ring_marks_the_current_setting_and_is_named(scenario: Scenario, up: str) -> None:
    figure = picture(scenario, up)
    rings = [one for one in figure.axes[0].lines if one.get_gid() == "now"]
    assert rings
    assert all(np.array_equal(one.get_xydata(), [[scenario.vitamin_k2, getattr(scenario, up)]]) for one in rings)
    assert [text.get_text() for text in named(figure, "this-run")] == ["this run"]


@pytest.mark.parametrize("up", UPWARDS)
def test_the_lines_of_arteries_are_labelled_with_their_multiple(up: str) -> None:
    figure, found = picture(PARADOX, up), paradox_map(PARADOX, up)
    values = [float(text.get_text().removeprefix("×")) for text in named(figure, "times")]
    assert len(values) == len(set(values)) >= 3
    for text, value in zip(named(figure, "times"), values, strict=True):
        x, y = text.get_position()
        column = np.array([np.interp(x, found.vitamin_k2, row) for row in found.arteries_times])
        # A label stands on its line, which bends a little under it.
        assert np.interp(y, found.upwards, column) == pytest.approx(value, abs=0.05)


@pytest.mark.parametrize("up", UPWARDS)
@pytest.mark.parametrize("k_form", ["mk7", "k1"])
def test_axes_have_the_names_and_units_of_the_sliders(up: str, k_form: str) -> None:
    scenario = replace(PARADOX, k_form=k_form)
    ax = picture(scenario, up).axes[0]
    shown = [f"{label(control(name), scenario)} [{unit(control(name).unit)}]" for name in ("vitamin_k2", up)]
    assert [ax.get_xlabel(), ax.get_ylabel()] == shown
    assert (*ax.get_xlim(), *ax.get_ylim()) == (0, 500, control(up).low, control(up).high)
    assert "bone calcium [% change]" in picture(scenario, up).axes[1].get_xlabel()


@for_each(("scenario", "up"), CASES)
def test_no_word_is_cut_or_lies_over_another(scenario: Scenario, up: str) -> None:
    figure = picture(scenario, up)
    found = lay_out(figure)
    assert off_the_paper(figure, found) == []
    assert over_each_other(found) == []
    assert min(word.size for word in found) >= 9


def test_on_a_slide_every_word_can_be_read_from_the_back_row() -> None:
    smallest = min(word.size for word in lay_out(paradox_map_figure(paradox_map(PARADOX), PARADOX)))
    assert smallest * min(SLIDE[0] / MAP_SHEET.width, SLIDE[1] / MAP_SHEET.height) >= 14


@pytest.mark.parametrize("theme", THEMES)
def test_lines_stand_out_from_every_band_and_words_from_the_paper_they_lie_on(theme: str) -> None:
    look, of_text, least = THEMES[theme], TEXT, SHAPE
    assert {band: contrast(look.ink, band) for band in bands(look) if contrast(look.ink, band) < least} == {}
    figure = picture(PARADOX, "vitamin_d", theme)
    assert to_rgb(figure.get_facecolor()) == to_rgb(look.paper)
    assert all(contrast(text.get_color(), look.paper) >= of_text for text in texts(figure))
    for text in (*named(figure, "region"), *named(figure, "times"), *named(figure, "this-run")):
        under = text.get_bbox_patch()
        assert under is not None
        assert to_rgb(under.get_facecolor()) == to_rgb(look.paper)


@pytest.mark.parametrize("theme", THEMES)
def test_bands_differ_and_grow_stronger_to_both_sides_of_the_paper_in_the_middle(theme: str) -> None:
    look = THEMES[theme]
    colours = bands(look)
    assert len(set(colours)) == len(colours) == 9
    assert to_rgb(colours[4]) == to_rgb(look.paper)
    away = [contrast(colour, look.paper) for colour in colours]
    assert away[:5] == sorted(away[:5], reverse=True)
    assert away[4:] == sorted(away[4:])


@pytest.mark.parametrize("file_format", FORMATS)
def test_the_picture_is_a_file_with_notice_and_settings_the_same_each_time(file_format: str) -> None:
    found = paradox_map(PARADOX)
    made = [image_bytes(paradox_map_figure(found, PARADOX), file_format, PARADOX, title="Map") for _ in range(2)]
    assert made[0] == made[1]
    foot = " ".join(" ".join(text.get_text().split()) for text in texts(picture(PARADOX, "vitamin_d")))
    assert NOTICE in foot
    assert settings_line(PARADOX) in foot
    assert f"model {MODEL_VERSION}" in foot
