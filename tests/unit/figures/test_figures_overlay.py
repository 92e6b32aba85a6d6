"""Runs laid over each other: told apart without colour, labelled without overlap, drawn where their numbers are."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from support.pictures import SHAPE, contrast, lay_out, off_the_paper, over_each_other

from sim import PRESETS, Scenario
from sim.figures import THEMES
from sim.figures.overlay import LOOKS, PLAIN, SHEET, TITLES, describe_overlay, overlay_figure
from sim.figures.style import Sheet
from sim.model.lenses import LENSES
from sim.runs.quantities import CURVES
from sim.session.pins import LONGEST_NAME, MOST_PINS, Pin, Pins, add
from sim.text.comparison import THIS_RUN, Named, side_by_side
from sim.text.sentences import NOTICE, changed_line, settings_line
from sim.text.values import told

PARADOX = PRESETS["calcium paradox"]
APART: Pins = tuple(
    Pin(name, PRESETS[name])
    for name in ("paradox resolved with K2", "K2 deficiency", "ordinary diet + tablets", "balanced")
)
# The widest letter as often as a name may hold it, and runs that end at the same place.
TOGETHER: Pins = tuple(Pin(f"{number}{'W' * (LONGEST_NAME - 1)}", PARADOX) for number in range(MOST_PINS))
ALL_PINS = pytest.mark.parametrize("pins", [(), APART, TOGETHER], ids=["none", "apart", "together"])
each_picture = pytest.mark.parametrize("name", TITLES)


@cache
def runs(pins: Pins, years: int = 10) -> tuple[Named, ...]:
    return side_by_side(Scenario(2000, 4000, 10, years), pins)


@cache
def drawn(name: str, pins: Pins, theme: str = "light", sheet: Sheet = SHEET) -> Figure:
    return overlay_figure(name, runs(pins), THEMES[theme], sheet)


@pytest.mark.parametrize("sheet", [SHEET, PLAIN], ids=["sheet", "printed"])
@ALL_PINS
@each_picture
def test_no_words_overlap_or_leave_the_paper(name: str, pins: Pins, sheet: Sheet) -> None:
    figure = drawn(name, pins, sheet=sheet)
    words = lay_out(figure)
    assert off_the_paper(figure, words) == []
    assert over_each_other(words) == []


def test_runs_are_told_apart_by_dash_and_marker_not_only_by_colour() -> None:
    assert len(LOOKS) == 1 + MOST_PINS
    for kind in ("dash", "marker", "sign"):
        assert len({getattr(look, kind) for look in LOOKS}) == len(LOOKS)
    ax = drawn("bone", APART).axes[0]
    assert {line.get_gid(): line.get_color() for line in ax.lines if line.get_gid() in (THIS_RUN, "K2 deficiency")} == {
        THIS_RUN: THEMES["light"].ink,
        "K2 deficiency": THEMES["light"].arteries,
    }


@pytest.mark.parametrize("theme", THEMES)
@each_picture
def test_every_line_stands_out_from_the_paper(name: str, theme: str) -> None:
    figure = drawn(name, APART, theme)
    least = SHAPE
    paper = THEMES[theme].paper
    assert all(contrast(line.get_color(), paper) >= least for line in figure.axes[0].lines)
    assert to_rgb(figure.get_facecolor()) == to_rgb(paper)


@pytest.mark.parametrize("name", CURVES)
def test_each_line_is_its_runs_curve_and_its_label_says_where_it_ends(name: str) -> None:
    quantity, ax = CURVES[name], drawn(name, APART).axes[0]
    lines = {line.get_gid(): line for line in ax.lines}
    labels = "\n".join(text.get_text() for text in ax.texts)
    for run in runs(APART):
        values = quantity.of(run.run)
        assert np.array_equal(lines[run.name].get_ydata(), values)
        assert np.array_equal(lines[run.name].get_xdata(), run.run.years)
        assert told(quantity, quantity.end(run.run)) in labels
    low, high = ax.get_ylim()
    assert quantity.range
    assert low < quantity.range[0] and high > quantity.range[1]


def test_activation_marks_each_run_at_its_own_dose_and_fractions() -> None:
    lines = {line.get_gid(): line for line in drawn("activation", APART).axes[0].lines}
    for run in runs(APART):
        assert np.all(np.asarray(lines[run.name].get_xdata()) == run.run.scenario.vitamin_k2)
        expected = [100 * run.run.activation[protein] for protein in ("osteocalcin", "mgp")]
        assert np.array_equal(lines[run.name].get_ydata(), expected)


@each_picture
def test_the_words_for_a_picture_name_every_run_with_its_number(name: str) -> None:
    words = describe_overlay(name, runs(APART))
    for run in runs(APART):
        number = (
            f"MGP {100 * run.run.activation['mgp']:.0f} %"
            if name == "activation"
            else told(CURVES[name], CURVES[name].end(run.run))
        )
        assert f"{run.name}: " in words
        assert number in words


@each_picture
def test_the_picture_carries_the_notice_and_the_settings_of_every_run(name: str) -> None:
    changed = replace(PARADOX, lens="trials", years=10, parameters={"mgp_block": 1})
    for pins in ((), APART, TOGETHER, (Pin("mouse", changed),)):
        foot = " ".join(text.get_text() for text in drawn(name, pins).texts).replace("\n", " ")
        assert NOTICE in foot
        for look, run in zip(LOOKS, runs(pins), strict=False):
            assert f"{look.sign} {run.name}: " in foot
            assert settings_line(run.run.scenario) in foot
    assert changed_line(changed) in foot and changed.account().label in foot


@pytest.mark.parametrize("lens", LENSES)
def test_every_name_that_suggests_itself_is_whole_in_its_link_and_in_the_picture(lens: str) -> None:
    for name, preset in PRESETS.items():
        pins: Pins = ()
        for _ in range(MOST_PINS):
            pins = add(pins, replace(preset, lens=lens), "")
        assert all(pin.name.startswith(name) for pin in pins)
        assert "…" not in " ".join(text.get_text() for text in drawn("bone", pins).axes[0].texts)
