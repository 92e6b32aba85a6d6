"""Calibration pictures: the model's own curves, all published points, distances that are computed."""

import re
from dataclasses import replace

import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.text import Text
from support.for_each import for_each

from sim import Scenario, simulate
from sim.content.evidence import POINTS, STUDIES, Point
from sim.content.evidence import fit as fits
from sim.content.evidence.fit import (
    CURVES,
    HABITUAL_K2,
    TITLES,
    comparison,
    fit,
    inactive,
    place,
    quantity,
    sentence,
)
from sim.figures import THEMES
from sim.figures.calibration import calibration_figure
from sim.text.sentences import NOTICE

IN_1_1 = {"osteocalcin": 3.5, "osteocalcin_ratio": 18.9, "mgp": 11.6, "serum_25ohd": 18.5}
"""How far the curves of model 1.1 lay from these points on average. [%], 25(OH)D: [nmol/L]"""
DRAWN = {**{name: (name,) for name in TITLES}, "osteocalcin": ("osteocalcin", "osteocalcin_ratio")}
each_picture = for_each("name", TITLES)


def drawn_points(ax: Axes) -> list[list[float]]:
    """Return the points of all lines that are markers only."""
    return sorted(
        point for one in ax.lines if one.get_linestyle() == "None" for point in np.c_[one.get_data()].tolist()
    )


@each_picture
@for_each("theme", THEMES)
def test_the_points_drawn_are_the_rows_of_the_data(name: str, theme: str) -> None:
    (axes,) = calibration_figure(name, THEMES[theme]).axes
    assert drawn_points(axes) == sorted([place(p), p.y] for p in POINTS if p.curve in DRAWN[name])


@each_picture
def test_every_study_is_in_the_legend_and_every_point_and_curve_inside_the_axes(name: str) -> None:
    (axes,) = calibration_figure(name).axes
    legend = axes.get_legend()
    assert legend is not None
    told = [text.get_text().split("\n")[0] for text in legend.get_texts()]
    assert {p.study.name for p in POINTS if p.curve in DRAWN[name]} <= set(told)
    (left, right), (low, high) = axes.get_xlim(), axes.get_ylim()
    for one in axes.lines:
        x, y = np.asarray(one.get_data(), dtype=float)
        assert left <= x.min() and x.max() <= right
        assert low <= y.min() and y.max() <= high


@for_each("curve", CURVES)
def test_the_curve_is_drawn_wherever_there_are_points(curve: str) -> None:
    found = fit(curve)
    places = [place(p) for p in found.points]
    assert found.x[0] <= min(places) and max(places) <= found.x[-1]


@each_picture
@for_each("theme", THEMES)
def test_the_picture_carries_the_notice_and_nothing_is_cut(name: str, theme: str) -> None:
    figure = calibration_figure(name, THEMES[theme])
    assert sum(NOTICE in t.get_text() for t in figure.findobj(Text) if isinstance(t, Text)) == 1
    figure.draw_without_rendering()
    box = figure.get_tightbbox()
    width, height = figure.get_size_inches()
    assert box.x0 >= 0 and box.y0 >= 0 and box.x1 <= width and box.y1 <= height


@for_each("curve", CURVES)
def test_the_sentence_tells_the_residuals_of_the_points(curve: str) -> None:
    model, _, _ = CURVES[curve]
    points = [p for p in POINTS if p.curve == curve and p.x > 0]
    distances = [abs(float(model(np.array([place(p)]))[0]) - p.y) for p in points]
    picture = next(name for name, curves in DRAWN.items() if curve in curves)
    told = sentence(picture).split(";")[-1 if curve == "osteocalcin_ratio" else 0]
    worst = points[int(np.argmax(distances))]
    assert told.count(f"{len(points)} point") == 1
    assert f"{np.mean(distances):.1f} ".replace(".0 ", " ") in told
    assert re.search(rf"\b{max(distances):.1f}".removesuffix(".0") + r"\b", told)
    assert f"({worst.study.name}, {worst.x:,g} {worst.x_unit}: model " in told
    assert f"published {worst.y:g} {worst.y_unit})".replace("-", "−") in told
    assert sentence(picture).count(".\n") == 0 and sentence(picture).endswith(").")


def test_a_changed_point_changes_the_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    before = sentence("mgp")
    moved = tuple(replace(p, y=p.y + 1) if p.curve == "mgp" else p for p in POINTS)
    monkeypatch.setattr(fits, "POINTS", moved)
    fit.cache_clear()
    try:
        assert sentence("mgp") != before
    finally:
        monkeypatch.undo()
        fit.cache_clear()
    assert sentence("mgp") == before


def test_points_where_a_curve_is_put_do_not_count() -> None:
    for curve in CURVES:
        found = fit(curve)
        assert not any(found.counted[i] for i, p in enumerate(found.points) if p.x == 0)
        assert found.points[found.worst].x > 0
        assert 0 <= found.typical <= abs(found.residuals[found.worst])


@for_each("protein", ["osteocalcin", "mgp"])
def test_the_change_with_k2_is_that_of_two_simulated_runs(protein: str) -> None:
    usual, more = (1 - simulate(Scenario(vitamin_k2=HABITUAL_K2 + x)).activation[protein] for x in (0, 180))
    model, _, _ = CURVES[protein]
    assert model(np.array([180.0]))[0] == pytest.approx(100 * (more / usual - 1), abs=1e-9)  # same formula, twice
    if protein == "osteocalcin":
        ratio = 100 * ((more / (1 - more)) / (usual / (1 - usual)) - 1)
        assert fits.inactive_ratio("osteocalcin", np.array([180.0]))[0] == pytest.approx(ratio, abs=1e-9)


def test_the_curves_start_where_they_are_put() -> None:
    assert inactive("mgp", np.array([0.0]))[0] == 0


@for_each("point", [p for p in POINTS if p.start is not None])
def test_without_its_supplement_a_group_has_the_level_from_before_its_trial(point: Point) -> None:
    # The supply is interpolated on whole IU; the level moves by less than 0.1 nmol/L over one of them.
    assert simulate(Scenario(vitamin_d=place(point) - point.x)).serum_25ohd == pytest.approx(point.start, abs=0.01)


def test_only_levels_of_vitamin_d_need_the_level_before_and_all_of_them_have_it() -> None:
    assert {p.curve for p in POINTS if p.start is not None} == {"serum_25ohd"}
    assert all(p.start is not None and p.y > p.start for p in POINTS if p.curve == "serum_25ohd")
    assert all(place(p) == p.x for p in POINTS if p.start is None)


@for_each("curve", IN_1_1)
def test_no_curve_lies_farther_from_its_points_than_in_model_1_1(curve: str) -> None:
    assert fit(curve).typical < IN_1_1[curve]


def test_on_a_usual_diet_a_fifth_to_two_fifths_of_osteocalcin_is_inactive() -> None:
    # Girls: half of them had more than 21.9 % (O'Connor 2007); adults 10 to 40 %, depending on the test.
    inactive = 1 - quantity("osteocalcin_activation", vitamin_k2=np.array([HABITUAL_K2]))[0]
    assert 0.2 < inactive < 0.4


@for_each("calcium", [200, 1000, 2000])
def test_the_share_absorbed_is_that_of_a_simulated_run(calcium: float) -> None:
    result = simulate(Scenario(calcium=calcium, years=1))
    share = 100 * result.last_day()["absorbed"] / calcium
    # The gut does not depend on bone or blood, so it is as steady after 30 days as after a year.
    assert fits.absorbed_share(np.array([float(calcium)]))[0] == pytest.approx(share, rel=1e-4)


def test_the_usual_diet_is_the_one_its_source_gives() -> None:
    assert str(HABITUAL_K2) in STUDIES["gast2009"].result
    assert str(HABITUAL_K2) in comparison("mgp")


@for_each("name", ["osteocalcin", "mgp"])
def test_missing_intervals_are_confessed_only_as_long_as_they_are_missing(name: str) -> None:
    missing = all(p.y_low is None for p in POINTS if p.curve in DRAWN[name])
    assert missing == ("No intervals were seen" in comparison(name))
