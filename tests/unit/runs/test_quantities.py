"""What a run gives is stated in one row each, and all who show it read that row."""

import csv
import json
import re
from dataclasses import fields, replace
from io import StringIO
from typing import Any

import numpy as np
import pytest

from sim import PRESETS, simulate
from sim.export import make_file
from sim.export.map_data import map_table
from sim.figures import FIGURES, THEMES, Theme
from sim.figures.map_figure import lines_text
from sim.figures.overlay import describe_overlay, overlay_figure
from sim.lessons import LESSONS
from sim.lessons.placeholders import fill
from sim.runs.many import balanced_run
from sim.runs.paradox_map import paradox_map
from sim.runs.quantities import CURVES, QUANTITIES, Quantity
from sim.session.pins import Pin
from sim.text.comparison import differences_table, side_by_side
from sim.text.descriptions import describe_map
from sim.text.sentences import headline
from sim.text.tables import TABLES

PARADOX = PRESETS["calcium paradox"]
RUN, BALANCED = simulate(PARADOX), balanced_run(PARADOX)
PINS = (Pin("little K2", PRESETS["K2 deficiency"]),)


def changed(monkeypatch: pytest.MonkeyPatch, name: str, **facts: Any) -> Quantity:
    for fact, value in facts.items():
        monkeypatch.setitem(vars(QUANTITIES[name]), fact, value)
    return QUANTITIES[name]


def written(ax: Any) -> str:
    return "\n".join([ax.get_title(loc="left"), ax.get_ylabel(), *(text.get_text() for text in ax.texts)])


def csv_units(name: str) -> set[str]:
    rows = csv.DictReader(StringIO(make_file(PARADOX, "", "csv").content.decode("utf-8-sig")))
    return {row["unit"] for row in rows if row["quantity"] == name}


def test_title_unit_and_decimals_of_bone_are_stated_once(monkeypatch: pytest.MonkeyPatch) -> None:
    row = changed(monkeypatch, "bone_change", title="Skeleton", short="frame", unit="pc", decimals=3, axis="pc of s")
    change = RUN.bone_change[-1]
    told = f"−{abs(change):.3f} pc"
    for figure in (FIGURES["bone"].draw(RUN, BALANCED), overlay_figure("bone", side_by_side(PARADOX, PINS))):
        assert all(word in written(figure.axes[0]) for word in ("Skeleton", "pc of s", told))
    for text in (
        FIGURES["bone"].describe(RUN, BALANCED),
        describe_overlay("bone", side_by_side(PARADOX, PINS)),
        headline(RUN, BALANCED),
        fill("{she.bone_change}", LESSONS["tablets"]),  # she is the paradox
        describe_map(paradox_map(PARADOX), PARADOX),
    ):
        assert told in text, text
    assert "frame" in headline(RUN, BALANCED)
    table = TABLES["bone"](RUN, BALANCED)
    assert table.caption == "Skeleton"
    assert table.columns[2:] == ("this run [pc of s]", "balanced [pc of s]")
    assert table.rows[-1][2] == f"−{abs(change):.4f}"  # one decimal more than in the picture
    assert csv_units("bone_change") == {"pc"}
    assert json.loads(make_file(PARADOX, "", "json").content)["units"]["bone_change"] == "pc"
    assert {line[8] for line in map_table(paradox_map(PARADOX), PARADOX).rows if line[6] == row.name} == {"pc"}


def test_the_words_on_the_map_round_arteries_as_their_row_says(monkeypatch: pytest.MonkeyPatch) -> None:
    row = changed(monkeypatch, "arteries_times", decimals=4)
    assert f"×{row.end(RUN):.4f}" in describe_map(paradox_map(PARADOX), PARADOX)
    found = paradox_map(PARADOX)
    flat = replace(found, arteries_times=np.full_like(found.arteries_times, 1.25))
    assert lines_text(flat) == "artery calcium: ×1.2500 everywhere"


@pytest.mark.parametrize("name", ["arteries", "blood_calcium", "day_urine", "mgp_activation"])
def test_what_is_compared_is_called_and_rounded_as_its_row_says(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    row = changed(monkeypatch, name, title="Something else", decimals=4)
    cells = {line[0]: line for line in differences_table(side_by_side(PARADOX, ())).rows}
    (found,) = (line for called, line in cells.items() if called.startswith("something else"))
    assert found[2] == f"{row.end(RUN):,.5f} {row.reader_unit}"


@pytest.mark.parametrize("name", CURVES)
@pytest.mark.parametrize("theme", THEMES)
def test_colour_of_a_curve_is_the_one_of_its_row(name: str, theme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    changed(monkeypatch, CURVES[name].name, colour="other")
    figure = FIGURES[name].draw(RUN, BALANCED, THEMES[theme])
    (line,) = (line for line in figure.axes[0].lines if line.get_gid() == "run")
    assert line.get_color() == THEMES[theme].other


def test_each_row_is_whole() -> None:
    colours = {field.name for field in fields(Theme)}
    for row in QUANTITIES.values():
        assert row.title and row.unit and row.decimals >= 0, row
        assert row.colour in colours
        assert not row.also or row.also in QUANTITIES
        values = row.read(RUN)
        assert (len(values) == len(RUN.years)) if row.over_time else float(values) == values, row.name
        assert not row.picture or row.over_time


def test_a_file_has_every_row_that_is_filed_and_only_these() -> None:
    rows = csv.DictReader(StringIO(make_file(PARADOX, "", "csv").content.decode("utf-8-sig")))
    filed = {row.name for row in QUANTITIES.values() if row.filed}
    assert {row["quantity"] for row in rows} == filed
    content = json.loads(make_file(PARADOX, "", "json").content)
    assert set(content["units"]) <= set(content)
    held = {
        *content,
        *content["amounts"],
        *content["fluxes"],
        *(f"{name}_activation" for name in content["activation"]),
    }
    assert filed <= held


def test_words_and_pictures_show_one_decimal_of_bone_in_percent() -> None:
    assert QUANTITIES["bone_change"].decimals == 1
    texts = [
        headline(RUN, BALANCED),
        describe_overlay("bone", side_by_side(PARADOX, PINS)),
        FIGURES["bone"].describe(RUN, BALANCED),
    ]
    for text in texts:
        assert all(len(digits) == 1 for digits in re.findall(r"[+−]\d+\.(\d+) %", text)), text


def test_a_usual_range_lies_whole_in_its_picture_with_room_for_what_is_written_above_it() -> None:
    bottom, top = QUANTITIES["blood_calcium"].usual or (0, 0)
    low, high = FIGURES["blood"].draw(RUN, BALANCED).axes[0].get_ylim()
    assert low < bottom - 0.1 * (top - bottom) and high > top + 0.1 * (top - bottom)
