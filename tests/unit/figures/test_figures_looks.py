"""How pictures look and how they are made: contrast in both themes, no shared state, threads kept apart."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields
from functools import partial

import pytest
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from support.pictures import SHAPE, TEXT, contrast, texts

from sim import PRESETS, Scenario, simulate
from sim.export import make_file
from sim.figures import FIGURES, PANEL, THEMES
from sim.runs.many import balanced_run

ALL = {**FIGURES, "panel": PANEL}


def picture(name: str, theme: str, scenario: Scenario) -> Figure:
    return ALL[name].draw(simulate(scenario), balanced_run(scenario), THEMES[theme])


def shapes(ax: Axes) -> list[object]:
    """Return the colours that carry numbers: lines, edges of diamonds (they are hollow), bars."""
    lines = [one.get_markeredgecolor() if one.get_marker() == "D" else one.get_color() for one in ax.lines]
    bars = [p.get_facecolor() for p in ax.patches if isinstance(p, Rectangle)] if len(ax.containers) else []
    return [*lines, *bars]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", ALL)
def test_words_and_lines_stand_out_from_the_paper(name: str, theme: str) -> None:
    figure = picture(name, theme, PRESETS["paradox resolved with K2"])
    paper = figure.get_facecolor()
    assert to_rgb(paper) == to_rgb(THEMES[theme].paper)
    assert all(ax.get_facecolor() == paper for ax in figure.axes)
    of_text, of_shapes = TEXT, SHAPE
    found = {text.get_text(): contrast(text.get_color(), paper) for text in texts(figure)}
    assert {text: value for text, value in found.items() if value < of_text} == {}
    carrying = [colour for ax in figure.axes for colour in shapes(ax)]
    assert len(carrying) >= 3
    assert [colour for colour in carrying if contrast(colour, paper) < of_shapes] == []


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_blood_and_its_reference_line_stand_out_from_the_band_they_lie_on(theme: object) -> None:
    look = {field.name: getattr(theme, field.name) for field in fields(theme)}  # type: ignore[arg-type]
    for over_band in ("blood", "faint"):
        assert contrast(look[over_band], look["grid"]) >= SHAPE
    assert contrast(look["faint"], look["grid"]) >= TEXT  # the remark on the usual range


def test_colours_of_a_theme_differ_and_so_do_the_themes() -> None:
    looks = [{f.name: getattr(t, f.name) for f in fields(t)} for t in THEMES.values()]
    for look in looks:
        assert len(set(look.values())) == len(look)
    light, dark = looks
    assert all(light[name] != dark[name] for name in light)


def test_drawing_and_saving_never_imports_pyplot() -> None:
    code = (
        "import sys; from sim import Scenario; from sim.export import PICTURES, make_file\n"
        "for what in ('panel',): make_file(Scenario(), what, 'svg')\n"
        "assert 'matplotlib.figure' in sys.modules\n"
        "print([name for name in sys.modules if 'pyplot' in name or 'tkinter' in name])"
    )
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert made.stdout.strip() == "[]"


def test_four_threads_at_once_each_get_their_own_picture() -> None:
    k2_low, k2_high = PRESETS["calcium paradox"], PRESETS["paradox resolved with K2"]
    wanted = [(scenario, what) for what in ("bone", "activation") for scenario in (k2_low, k2_high)]
    wanted += [(k2_low, "arteries"), (k2_high, "blood")]
    jobs = [partial(make_file, scenario, what, "svg") for scenario, what in wanted]
    alone = [job() for job in jobs]
    with ThreadPoolExecutor(max_workers=4) as pool:
        together = list(pool.map(lambda job: job(), jobs))
    assert [file.name for file in together] == [file.name for file in alone]
    assert [file.content == again.content for file, again in zip(alone, together, strict=True)] == [True] * len(jobs)
    assert len({file.content for file in alone}) == len(jobs)
