"""Where the words of a picture are: all on the paper, none over another, none too small for the back row."""

import warnings
from functools import cache
from itertools import product

import pytest
from matplotlib.figure import Figure
from matplotlib.transforms import Bbox
from support.pictures import DPI, EMPTY_EDGE, SLIDE, Word, lay_out, off_the_paper, over_each_other

from sim import PRESETS, Scenario, simulate
from sim.figures import BOTH, FIGURES, PANEL, THEMES
from sim.model.parameters import control
from sim.runs.many import balanced_run

RANGES = [(control(name).low, control(name).high) for name in ("calcium", "vitamin_d", "vitamin_k2")]
SCENARIOS = [*PRESETS.values(), *(Scenario(ca, d, k2, 30) for ca, d, k2 in product(*RANGES)), Scenario(years=30)]
SCENARIOS += [Scenario(years=1), Scenario(2500, 10_000, 0, 1), Scenario(2500, 10_000, 500, 1), Scenario(200, 0, 0, 1)]
# What a picture shows decides its layout: blood hardly moves, the activation curves see K2 alone, and the sheet,
# slow to lay out, repeats the five pictures with margins of its own.
FEWER = {
    "blood": [*PRESETS.values(), Scenario(200, 0, 500, 30), Scenario(2500, 10_000, 0, 1)],
    "activation": [Scenario(vitamin_k2=k2) for k2 in (0, 10, 200, 500)],
    "panel": [PRESETS["calcium paradox"], Scenario(years=1), Scenario(200, 0, 0, 30), Scenario(2500, 10_000, 500, 30)],
}
BOTH_SHOWN = [*PRESETS.values(), Scenario(500, 10_000, 0, 30, lens="trials"), Scenario(lens="trials")]
FEWER |= {name: BOTH_SHOWN for name in BOTH}
ALL = {**FIGURES, **BOTH, "panel": PANEL}


@cache
def laid_out(name: str, scenario: Scenario) -> tuple[Figure, list[Word]]:
    """Return a picture and its texts, the long runs in the dark theme; warnings are errors."""
    theme = THEMES["dark" if scenario.years == 30 else "light"]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        figure = ALL[name].draw(simulate(scenario), balanced_run(scenario), theme)
        return figure, lay_out(figure)


def scenarios(name: str) -> list[Scenario]:
    return FEWER.get(name, SCENARIOS)


@pytest.mark.parametrize("name", ALL)
def test_no_word_lies_outside_the_picture_or_over_another(name: str) -> None:
    wrong = {}
    for scenario in scenarios(name):
        figure, found = laid_out(name, scenario)
        if bad := [*off_the_paper(figure, found), *over_each_other(found)]:
            wrong[tuple(scenario.settings().values())] = bad
    assert wrong == {}


@pytest.mark.parametrize("name", ["daily_calcium", "panel"])
def test_no_number_of_a_scale_lies_on_the_bars_of_the_next(name: str) -> None:
    scenario = Scenario(2500, 10_000, 500, 30)
    figure = ALL[name].draw(simulate(scenario), balanced_run(scenario), THEMES["light"])
    numbers = [word for word in lay_out(figure) if word.on_axis]
    for ax in figure.axes:
        inside = Bbox(ax.get_window_extent().get_points() * 72 / DPI).padded(-EMPTY_EDGE)
        assert [word.text for word in numbers if word.box.overlaps(inside)] == []


@pytest.mark.parametrize("name", ["bone", "arteries", "blood", "activation"])
def test_the_labels_at_the_ends_of_lines_stay_between_the_time_axis_and_the_title(name: str) -> None:
    away = []
    for scenario in scenarios(name):
        _, found = laid_out(name, scenario)
        low = min(word.box.y1 for word in found if word.on_axis and word.text[0].isdigit())
        (high,) = (word.box.y0 for word in found if word.text.removesuffix(" (wider scale)") == FIGURES[name].title)
        ends = [word for word in found if "\n" in word.text and "medical" not in word.text]
        assert ends
        away += [(word.text, low, high, word.box.extents) for word in ends if word.box.y0 < low or word.box.y1 > high]
    assert away == []


@pytest.mark.parametrize("name", ["blood", "daily_calcium", "panel"])
@pytest.mark.parametrize("count", [1, 5])
def test_the_settings_line_stays_on_the_paper_when_parameters_are_changed(name: str, count: int) -> None:
    changed = {"mgp_strength": 0, "k_urine": 30, "arteries_baseline": 1500, "k_clearance": 0, "deposition_power": 0.8}
    scenario = Scenario(parameters=dict(list(changed.items())[:count]))
    figure = ALL[name].draw(simulate(scenario), balanced_run(scenario), THEMES["light"])
    found = lay_out(figure)
    assert [word.text for word in found if word.box.x1 > figure.get_figwidth() * 72] == []
    footer = next(word for word in found if "not medical advice" in word.text)
    for word in found:
        assert word is footer or word.box.y0 >= footer.box.y1 - EMPTY_EDGE, word.text


@pytest.mark.parametrize("name", ALL)
def test_words_are_at_least_9_points_and_those_of_the_axes_13(name: str) -> None:
    _, found = laid_out(name, PRESETS["calcium paradox"])
    assert min(word.size for word in found) >= 9
    assert any(word.on_axis for word in found)
    least = 10 if name == "panel" else 13  # on a sheet of paper, two beside each other
    small = sorted({(word.text, word.size) for word in found if word.on_axis and word.size < least})
    assert small == []


@pytest.mark.parametrize("name", FIGURES)
def test_on_a_slide_every_word_can_be_read_from_the_back_row(name: str) -> None:
    figure, found = laid_out(name, PRESETS["calcium paradox"])
    larger = min(SLIDE / figure.get_size_inches())
    assert min(word.size for word in found) * larger >= 14


@pytest.mark.parametrize("name", ALL)
def test_the_layout_sees_titles_ticks_labels_and_footer(name: str) -> None:
    """Guard of the tests above: what they check is really there."""
    _, found = laid_out(name, PRESETS["calcium paradox"])
    texts = {word.text for word in found}
    assert any("not medical advice" in text for text in texts)
    assert any(word.on_axis and word.text == "0" for word in found)
    if name in ("bone", "arteries", "blood", "panel"):
        assert any(text.startswith("this run\n") for text in texts)
        assert any(text.startswith("balanced\n") for text in texts)
        assert "years" in texts
    if name in ("activation", "panel"):
        assert any(text.startswith("MGP\n") for text in texts)
    if name in ("daily_calcium", "panel"):
        assert {"arteries, net", "◇ balanced"} <= texts
