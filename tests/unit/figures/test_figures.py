"""Pictures: they show the numbers of the run, on axes that stay, in colours that can be told apart."""

import warnings
from dataclasses import replace
from functools import cache
from itertools import combinations, product

import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, fontManager
from matplotlib.lines import Line2D
from matplotlib.offsetbox import AnchoredText
from matplotlib.patches import Rectangle
from matplotlib.text import Text
from numpy.typing import ArrayLike
from support.for_each import for_each

from sim import MODEL_VERSION, PRESETS, Run, Scenario, simulate
from sim.figures import BOTH, FIGURES, PANEL, PANELS, THEMES
from sim.figures.style import FONT_FILES
from sim.model.lenses import LENSES
from sim.model.parameters import control
from sim.runs.many import balanced_run, dose_response, ensemble, tornado
from sim.text.sentences import NOTICE, settings_line

ALL = {**FIGURES, **BOTH, "panel": PANEL}
YEARS = [1, 10, 30]
RANGES = [(control(name).low, control(name).high) for name in ("calcium", "vitamin_d", "vitamin_k2")]
CORNERS = [Scenario(calcium, vitamin_d, vitamin_k2) for calcium, vitamin_d, vitamin_k2 in product(*RANGES)]
# Runs a little beyond what the presets reach.
BEYOND = [Scenario(2350, 9900, 390, 30), Scenario(200, 4300, 5, 5), Scenario(2500, 7900, 15, 5)]
EDGES = [replace(scenario, years=years) for scenario in (*PRESETS.values(), *CORNERS) for years in YEARS]
OVER_TIME = ("bone", "arteries", "blood")


@cache
def run(scenario: Scenario) -> Run:
    return simulate(scenario)


@cache
def drawn(name: str, scenario: Scenario) -> Figure:
    theme = "dark" if replace(scenario, years=10) in CORNERS else "light"
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return ALL[name].draw(run(scenario), balanced_run(scenario), THEMES[theme])


def curves(result: Run) -> dict[str, np.ndarray]:
    return {"bone": result.bone_change, "arteries": result.arteries_times, "blood": result.blood_calcium}


def line(axes: Axes, gid: str) -> Line2D:
    (found,) = [one for one in axes.lines if one.get_gid() == gid]
    return found


def points(one: Line2D) -> np.ndarray:
    """Return the points of a line, shape (n, 2)."""
    return np.asarray(one.get_xydata())


def limits(ax: Axes) -> tuple[float, ...]:
    return (*ax.get_xlim(), *ax.get_ylim())


def test_the_sheet_draws_for_little_and_for_much_without_warnings() -> None:
    for scenario in (Scenario(), *(Scenario(2500, 10_000, 0, years) for years in YEARS)):
        assert len(drawn("panel", scenario).axes) == 7


@pytest.mark.parametrize("name", ALL)
def test_every_picture_has_the_notice_the_version_and_the_settings(name: str) -> None:
    scenario = Scenario(2000, 4000, 10, 1, {"mgp_strength": 0.5})
    text = " ".join(t.get_text() for t in drawn(name, scenario).findobj(Text) if isinstance(t, Text))
    text = " ".join(text.split())
    assert text.count(NOTICE) == 1
    assert f"model {MODEL_VERSION}" in text
    assert settings_line(scenario) in text
    assert "mgp_strength = 0.5" in text


@for_each("scenario", [*PRESETS.values(), Scenario(2500, 0, 500, 1)])
def test_the_lines_are_the_arrays_of_the_run_and_of_the_balanced_run(scenario: Scenario) -> None:
    result, balanced = run(scenario), balanced_run(scenario)
    for name in OVER_TIME:
        (axes,) = drawn(name, scenario).axes
        both = {"run": result, "balanced": balanced}
        if scenario == PRESETS["balanced"]:  # it is its own reference, and one line
            del both["balanced"]
            assert not [one for one in axes.lines if one.get_gid() == "balanced"]
        for gid, shown in both.items():
            assert np.array_equal(line(axes, gid).get_xdata(), shown.years), name
            assert np.array_equal(line(axes, gid).get_ydata(), curves(shown)[name]), (name, gid)
        assert len({line(axes, gid).get_linestyle() for gid in both}) == len(both)


def test_the_sheet_has_the_same_lines_as_the_pictures() -> None:
    scenario = PRESETS["calcium paradox"]
    axes = {ax.get_title(loc="left"): ax for ax in drawn("panel", scenario).axes}
    titles = {"bone": "Bone calcium", "arteries": "Artery calcium", "blood": "Blood calcium"}
    for name, title in titles.items():
        assert np.array_equal(line(axes[title], "run").get_ydata(), curves(run(scenario))[name])
        assert np.array_equal(line(axes[title], "balanced").get_ydata(), curves(balanced_run(scenario))[name])
    assert len(axes) == len(titles) + 1 + 1  # activation, and a day's calcium: its title is a note, not its axes'


@pytest.mark.parametrize("k2", [0, 10, 500])
def test_the_activation_picture_marks_the_current_dose_on_both_curves(k2: int) -> None:
    (axes,) = drawn("activation", Scenario(vitamin_k2=k2)).axes
    doses, fractions = dose_response(Scenario())
    marks = [points(one)[0].tolist() for one in axes.lines if len(points(one)) == 1]
    for protein in ("osteocalcin", "mgp"):
        assert np.array_equal(line(axes, protein).get_ydata(), 100 * fractions[protein])
        assert [k2, 100 * run(Scenario(vitamin_k2=k2)).activation[protein]] in marks
    assert line(axes, "osteocalcin").get_linestyle() != line(axes, "mgp").get_linestyle()
    assert doses[-1] == axes.get_xlim()[1] == 500


def test_the_bars_are_the_last_days_calcium_and_diamonds_mark_the_balanced_run() -> None:
    scenario = PRESETS["calcium paradox"]
    figure = drawn("daily_calcium", scenario)
    bars = [bar.get_width() for ax in figure.axes for bar in ax.patches if isinstance(bar, Rectangle)]
    diamonds = [x for ax in figure.axes for one in ax.lines if one.get_marker() == "D" for x, _ in points(one)]
    names = ("absorbed", "faeces", "urine", "bone", "arteries")
    assert bars == [run(scenario).last_day()[name] for name in names]
    assert diamonds == [balanced_run(scenario).last_day()[name] for name in names]


@pytest.mark.parametrize("name", ["daily_calcium", "panel"])
def test_bone_and_arteries_never_share_an_axis(name: str) -> None:
    scenario = PRESETS["calcium paradox"]
    figure = drawn(name, scenario)
    bone, arteries = curves(run(scenario))["bone"], curves(run(scenario))["arteries"]
    day = run(scenario).last_day()

    def shows(ax: Axes, curve: np.ndarray, bar: float) -> bool:
        widths = [p.get_width() for p in ax.patches if isinstance(p, Rectangle)]
        return bar in widths or any(np.array_equal(one.get_ydata(), curve) for one in ax.lines)

    with_bone = [ax for ax in figure.axes if shows(ax, bone, day["bone"])]
    with_arteries = [ax for ax in figure.axes if shows(ax, arteries, day["arteries"])]
    assert len(with_bone) == len(with_arteries) == (2 if name == "panel" else 1)
    for one, other in product(with_bone, with_arteries):
        assert one is not other
        assert not one.get_shared_x_axes().joined(one, other)
        assert not one.get_shared_y_axes().joined(one, other)
    for one, other in combinations(figure.axes, 2):  # a second scale over the first would share its place
        assert not one.get_window_extent().overlaps(other.get_window_extent())


# The tornado compares numbers, not settings.
@for_each("name", [name for name in FIGURES if name != "tornado"])
def test_the_axes_are_the_same_for_all_presets_in_both_accounts(name: str) -> None:
    figures = [drawn(name, replace(preset, lens=lens)) for preset in PRESETS.values() for lens in LENSES]
    assert len({tuple(limits(ax) for ax in figure.axes) for figure in figures}) == 1


def beyond(ax: Axes, xs: ArrayLike, ys: ArrayLike) -> bool:
    """Tell whether any of these points lies outside the axes."""
    (left, right), (low, high) = sorted(ax.get_xlim()), sorted(ax.get_ylim())
    return bool(np.min(xs) < left or np.max(xs) > right or np.min(ys) < low or np.max(ys) > high)


@for_each("scenario", [*EDGES, *BEYOND])
def test_the_axes_hold_every_curve_and_bar_whole(scenario: Scenario) -> None:
    cut = []
    for name in FIGURES:
        for ax in drawn(name, scenario).axes:
            drawn_points = [points(one).T for one in ax.lines if one.get_gid() is not None]
            if name == "daily_calcium":
                drawn_points += [(bar.get_width(), 0) for bar in ax.patches if isinstance(bar, Rectangle)]
            cut += [(name, limits(ax), np.max(x), np.min(y), np.max(y)) for x, y in drawn_points if beyond(ax, x, y)]
    assert cut == []


@for_each(("name", "preset"), product(("bone", "arteries"), PRESETS))
def test_what_is_said_of_the_bands_lies_where_no_band_is(name: str, preset: str) -> None:
    scenario = PRESETS[preset]
    figure = FIGURES[name].draw(run(scenario), balanced_run(scenario), THEMES["light"], ensemble(scenario))
    figure.draw_without_rendering()
    (ax,) = figure.axes
    (words,) = (note.get_window_extent() for note in ax.artists if isinstance(note, AnchoredText))
    bands = (band for band in ax.collections if isinstance(band, PolyCollection))
    inked = np.concatenate([ax.transData.transform(band.get_paths()[0].vertices) for band in bands])
    beside = inked[(inked[:, 0] >= words.x0) & (inked[:, 0] <= words.x1)]
    assert len(beside) > 0
    assert not ((beside[:, 1] >= words.y0) & (beside[:, 1] <= words.y1)).any()


@pytest.mark.parametrize("lens", ["story", "trials"])
@pytest.mark.parametrize("name", OVER_TIME)
def test_bands_show_where_half_and_nine_tenths_of_plausible_models_lie(name: str, lens: str) -> None:
    scenario = replace(PRESETS["calcium paradox"], lens=lens)
    models = ensemble(scenario)
    figure = FIGURES[name].draw(run(scenario), balanced_run(scenario), THEMES["dark"], models)
    (ax,) = figure.axes
    shown = {band.get_gid(): band for band in ax.collections if isinstance(band, PolyCollection)}
    values = curves(models.runs)[name]
    for percent in (50, 90):
        (path,) = shown[f"band {percent}"].get_paths()
        ends = np.asarray(path.vertices)[np.isclose(np.asarray(path.vertices)[:, 0], 10)][:, 1]
        tail = (1 - percent / 100) / 2
        assert [ends.min(), ends.max()] == pytest.approx(np.quantile(values[-1], [tail, 1 - tail]))
        assert ax.get_ylim()[0] <= ends.min() < ends.max() <= ax.get_ylim()[1]


@pytest.mark.parametrize("name", ["bone", "arteries"])
@pytest.mark.parametrize("lens", LENSES)
def test_both_accounts_stand_on_the_same_axes_and_the_gap_between_them_is_shaded(name: str, lens: str) -> None:
    scenario = replace(PRESETS["calcium paradox"], lens=lens)
    (other,) = (run(replace(scenario, lens=each)) for each in LENSES if each != lens)
    (axes,), (usual,) = drawn(f"{name}_both", scenario).axes, drawn(name, scenario).axes
    assert limits(axes) == limits(usual)
    ends = [curves(each)[name] for each in (run(scenario), other)]
    for gid, values in zip(("run", "other"), ends, strict=True):
        assert np.array_equal(line(axes, gid).get_ydata(), values)
    (gap,) = (each for each in axes.collections if each.get_gid() == "gap")
    vertices = np.asarray(gap.get_paths()[0].vertices)
    last = vertices[vertices[:, 0] == 10][:, 1]
    assert (last.min(), last.max()) == (min(ends[0][-1], ends[1][-1]), max(ends[0][-1], ends[1][-1]))
    assert line(axes, "other").get_linestyle() != line(axes, "run").get_linestyle()
    labels = " ".join(text.get_text() for text in axes.texts)
    assert other.scenario.account().phrase.removeprefix("the ") in labels


@pytest.mark.parametrize(("index", "size"), [(0, (8.27, 11.69)), (1, (8.5, 11))])
def test_the_sheet_is_a4_or_letter(index: int, size: tuple[float, float]) -> None:
    figure = PANELS[index].draw(run(Scenario()), run(Scenario()))
    assert tuple(figure.get_size_inches()) == size
    assert min(text.get_fontsize() for text in figure.findobj(Text) if isinstance(text, Text)) >= 9  # pyright: ignore


def test_letters_are_those_of_the_page_and_their_files_are_small_and_licensed() -> None:
    assert set(FONT_FILES) == {"Regular", "Bold"}
    assert sum(file.stat().st_size for file in FONT_FILES.values()) <= 100_000
    assert "SIL OPEN FONT LICENSE" in FONT_FILES["Bold"].with_name("OFL.txt").read_text("utf-8")
    found = {str(fontManager.findfont(FontProperties(weight=weight))) for weight in (400, 700)}
    assert found == {str(file) for file in FONT_FILES.values()}


def test_the_tornado_shows_the_widest_bars_from_the_lowest_to_the_highest_plausible_value() -> None:
    scenario = PRESETS["calcium paradox"]
    bone, arteries = drawn("tornado", scenario).axes
    swings = tornado(scenario)
    for swing in swings[:6]:
        assert points(line(bone, swing.parameter))[:, 0].tolist() == pytest.approx(swing.bone)
        assert points(line(arteries, swing.parameter))[:, 0].tolist() == pytest.approx(swing.arteries)
    widest = max(abs(swing.bone[1] - swing.bone[0]) for swing in swings)
    assert widest in [abs(swing.bone[1] - swing.bone[0]) for swing in swings[:6]]
