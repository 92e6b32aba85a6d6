"""The picture of a prediction: nothing is given away too early, and it can be read by everybody."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from matplotlib.axes import Axes
from matplotlib.backend_bases import FigureCanvasBase
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from support.for_each import for_each
from support.pictures import SHAPE, TEXT, contrast, lay_out, off_the_paper, over_each_other, texts

from sim import PRESETS, Scenario, simulate
from sim.export.images import image_bytes
from sim.figures import THEMES
from sim.figures.prediction_figure import prediction_figure
from sim.figures.style import CARD, SHEET, Sheet
from sim.lessons.measures import MEASURES, OUTCOMES
from sim.lessons.old import LESSONS, Question
from sim.lessons.prediction_words import describe_prediction

ACTIVITIES = {q.key: q for lesson in LESSONS.values() for q in lesson.activities}
RISES = ACTIVITIES["d_low_to_usual"]
CLASS = {"rises": 100, "stays": 100, "falls": 100}
"""The widest words: a full lecture hall."""
VOTES = [{}, {"stays": 1}, {"falls": 1}, {"rises": 17, "falls": 11}, CLASS]


def line(figure: Figure) -> list[float]:
    """Return the ends of the model's line."""
    (found,) = [each for each in figure.axes[0].lines if each.get_gid() == "run"]
    return [float(y) for y in found.get_ydata()]  # type: ignore[union-attr]


def regions(ax: Axes) -> dict[str, tuple[float, float, str | None]]:
    """Return bottom, top and hatch of each region that somebody predicted."""
    found = {}
    for patch in ax.patches:
        if (patch.get_gid() or "").startswith("predicted-"):
            box = patch.get_extents().transformed(ax.transData.inverted())
            found[(patch.get_gid() or "").removeprefix("predicted-")] = (box.y0, box.y1, patch.get_hatch())
    return found


def words(figure: Figure) -> list[str]:
    return [text.get_text() for text in texts(figure)]


def test_the_line_goes_from_the_number_before_to_the_number_after() -> None:
    before, after = (simulate(scenario).last_day()["absorbed"] for scenario in (RISES.before, RISES.after))
    figure = prediction_figure(RISES, {"rises": 1})
    assert line(figure) == pytest.approx([before, after])  # the same runs, solved again
    assert f"after\n{after:.0f} mg/day" in words(figure)
    assert "you predicted:\nrises" in words(figure)


def test_a_class_sees_how_many_said_what() -> None:
    figure = prediction_figure(RISES, {"rises": 17, "stays": 0, "falls": 11})
    assert {"17 of 28\nsaid: rises", "stays", "11 of 28\nsaid: falls"} <= set(words(figure))
    assert set(regions(figure.axes[0])) == {"rises", "falls"}


@for_each("question", ACTIVITIES.values())
def test_the_end_of_the_line_lies_in_the_region_of_its_outcome(question: Question) -> None:
    figure = prediction_figure(question, CLASS)
    _, after = line(figure)
    inside = [name for name, (low, high, _) in regions(figure.axes[0]).items() if low < after < high]
    assert inside == [question.outcome()]


@for_each("question", ACTIVITIES.values())
def test_regions_touch_and_stays_is_as_wide_as_the_threshold_to_both_sides(question: Question) -> None:
    found = regions(prediction_figure(question, CLASS).axes[0])
    step = MEASURES[question.measure].notable(simulate(question.before))
    assert found["falls"][1] == pytest.approx(found["stays"][0])  # drawn places, to and from pixels
    assert found["stays"][1] == pytest.approx(found["rises"][0])
    assert found["stays"][1] - found["stays"][0] == pytest.approx(2 * step)


@for_each("question", ACTIVITIES.values())
def test_nothing_gives_the_result_away_while_it_is_hidden(question: Question) -> None:
    hidden = prediction_figure(question, {}, hidden=True)
    assert len(line(hidden)) == 1
    for other in (question.before, PRESETS["calcium paradox"], Scenario(vitamin_d=0, vitamin_k2=0)):
        asked = replace(question, after=other)
        same = prediction_figure(asked, {}, hidden=True)
        assert svg(same) == svg(hidden)
        assert describe_prediction(asked, {}, hidden=True) == describe_prediction(question, {}, hidden=True)
    shown = question.filled(f"{{after.{question.measure}}}")
    assert f"after\n{shown}" not in words(hidden)


def svg(figure: Figure) -> bytes:
    FigureCanvasBase(figure)
    return image_bytes(figure, "svg", Scenario(), title="")


def test_regions_differ_without_colour() -> None:
    hatches = [hatch for *_, hatch in regions(prediction_figure(RISES, CLASS).axes[0]).values()]
    assert len(set(hatches)) == 3
    assert all(hatches)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("key", ["d_low_to_usual", "k2_up_bone", "paradox_arteries"])
def test_words_and_the_line_stand_out_from_what_is_behind_them(key: str, theme: str) -> None:
    figure = prediction_figure(ACTIVITIES[key], {"rises": 1}, THEMES[theme])
    paper, ax = figure.get_facecolor(), figure.axes[0]
    of_text, of_shapes = TEXT, SHAPE
    for text in texts(figure):
        assert contrast(text.get_color(), paper) >= of_text, text.get_text()
    (patch,) = [p for p in ax.patches if (p.get_gid() or "").startswith("predicted-")]
    (run,) = [each for each in ax.lines if each.get_gid() == "run"]
    for behind in (paper, patch.get_facecolor()):
        assert contrast(to_rgb(run.get_color()), behind) >= of_shapes  # type: ignore[arg-type]


@pytest.mark.parametrize("votes", VOTES, ids=str)
@pytest.mark.parametrize("sheet", [SHEET, CARD], ids=["sheet", "card"])
@pytest.mark.parametrize("hidden", [False, True], ids=["shown", "hidden"])
def test_every_word_lies_on_the_paper_and_over_no_other(votes: Mapping[str, int], sheet: Sheet, hidden: bool) -> None:
    wrong = []
    for key, question in ACTIVITIES.items():
        figure = prediction_figure(question, votes, THEMES["light"], sheet, hidden=hidden)
        found = lay_out(figure)
        wrong += [(key, bad) for bad in (*off_the_paper(figure, found), *over_each_other(found))]
        assert min(word.size for word in found) >= (13 if not sheet.foot else 9)
    assert wrong == []


def test_only_one_measure_can_be_drawn_and_only_outcomes_predicted() -> None:
    with pytest.raises(ValueError, match=r"Invalid measure 'bone \+ arteries'\. Must be one measure"):
        prediction_figure(LESSONS["paradox"].quiz[0], {})
    with pytest.raises(ValueError, match=f"Invalid prediction 'melts'. Must be one of: {', '.join(OUTCOMES)}"):
        prediction_figure(RISES, {"melts": 1})
    with pytest.raises(ValueError, match="Invalid count '-1' of 'rises'"):
        prediction_figure(RISES, {"rises": -1})


def test_the_words_tell_numbers_and_whether_the_prediction_was_right() -> None:
    right, wrong = (describe_prediction(RISES, {outcome: 1}) for outcome in ("rises", "falls"))
    assert "You predicted: rises. The model agrees." in right
    assert "You predicted: falls. The model says otherwise." in wrong
    assert RISES.filled("before: {before.absorbed}, after: {after.absorbed}") in right
    assert "17 of 28 are as the model has it" in describe_prediction(RISES, {"rises": 17, "falls": 11})
    assert "predicted" not in describe_prediction(RISES, {})
