"""A lesson's file with a mistake says which in one sentence, also at the terminal."""

import re
from pathlib import Path

import pytest
from support.lesson_files import TEXT, wrong

from sim.cli.commands import run
from sim.lessons import LESSONS
from sim.lessons.answers import found_ends
from sim.lessons.reading import FOLDER, read, read_all, read_and_play
from sim.lessons.tasks import Find

MISTAKES = [
    ("number = 1", "number = 'one'", "Invalid number 'one'. Must be a whole number."),
    (
        "minutes = 45",
        "minutes = 60",
        "Invalid minutes '60'. Must be the sum of its steps, which is 45, and at",
    ),
    ('level = "', 'levels = "', "Invalid lesson key 'levels'."),
    ('base = "neighbour"', 'base = "neighbor"', "Invalid base 'neighbor'. Must be one of: she, neighbour"),
    ('later_from = "ten_years"', 'later_from = "later"', "Invalid later_from 'later'."),
    ('preset = "calcium paradox" }', 'preset = "paradox" }', "Invalid preset 'paradox'. Must be one of: balanced"),
    ("vitamin_d = 4000 }", "vitamin_k2 = 9000 }", "Invalid vitamin_k2 '9000' [ug/day]. Must be between 0 and 500."),
    ("vitamin_d = 4000 }", "vitamin_k3 = 100 }", "Invalid setting key 'vitamin_k3'."),
    ('she = { label = "she", ', "she = { ", "Invalid label ''."),
    ('picture = "body"', 'picture = "film"', "Invalid picture 'film'. Must be one of: body, axes"),
    ('key = "bones"', 'key = "where"', "Invalid step key 'where'. Must belong to one only."),
    ('key = "draw_bones"', 'key = "place"', "Invalid task key 'place'. Must belong to one only."),
    ('kind = "draw"', 'kind = "paint"', "Invalid kind 'paint'. Must be one of: choose, draw, run"),
    ('kind = "draw"', "", "Invalid kind ''. Must be one of: choose, draw, run"),
    ("low = -6", "lowest = -6", "Invalid draw key 'lowest'."),
    ("low = -6", 'low = "-6"', "Invalid low '-6'. Must be a number."),
    ("one_change = true", "one_change = 1", "Invalid one_change '1'. Must be true or false."),
    ("right = 3", "right = 4", "Invalid right '4'. Must be between 0 and 3."),
    ("right = 3", "right = -1", "Invalid right '-1'. Must be between 0 and 3."),
    ("right = 1\n", "right = 4\n", "Invalid right '4'. Must be between 0 and 3."),
    ('place = "bone"', 'place = "tooth"', "Invalid place 'tooth'."),
    (
        ', reason = "Her bones did not gain. They lost {she.bone_loss}."',
        "",
        "Invalid choice 'Bones'. Must have a",
    ),
    (', reason = "Vitamin D builds MGP. It does not switch it on."', "", "Invalid choice 'rises'. Must have a reason."),
    ('reveal = "ten_years"', 'reveal = "soon"', "Invalid reveal 'soon'. Must be one of: ten_years."),
    ('reveal = "ten_years"', 'reveal = "arteries"', "Invalid reveal 'arteries'. Must be one of: ten_years."),
    ('case = "she"\nbeside', 'case = "he"\nbeside', "Invalid case 'he'. Must be one of: she, neighbour"),
    ('beside = "neighbour"', 'beside = "nobody"', "Invalid case 'nobody'."),
    ('quantity = "bone_change"\n', 'quantity = "bones"\n', "Invalid quantity 'bones'."),
    ('measure = "mgp_activation"', 'measure = "mgp"', "Invalid measure 'mgp'."),
    ('compare = ["neighbour", "more_d"]', 'compare = ["more_d"]', "Invalid compare 'more_d'. Must name two cases."),
    ('compare = ["neighbour", "more_d"]', 'compare = ["she", "he"]', "Invalid case 'he'."),
    ('outcome = "stays"', 'outcome = "hides"', "Invalid outcome 'hides'. Must be one of: rises, stays, falls."),
    ('task = "place"\nchoice = 3', 'task = "place"\nchoice = 9', "Invalid choice '9'. Must be between 0 and 3."),
    ('task = "place"\nchoice', 'task = "plaice"\nchoice', "Invalid task 'plaice'. Must be one of: place, draw_bones"),
    ('task = "draw_bones"\nabove', 'task = "stop_it"\nabove', "Invalid task 'stop_it'. Must be one that draws"),
    ("changed=many", "changed=salt", "Invalid condition 'changed=salt'. Must be changed= and one of: many"),
    ("calcium<her", "calcium<hers", "Invalid condition 'calcium<hers'. Must be like"),
    ("bone_change<0", "teeth<0", "Invalid condition 'teeth<0'. Must be like"),
    ('preset = "K2 deficiency"', "years = 5", "Invalid years of case little_k2 '5'. Must be 10, as a drawn line has."),
    ("sliders.calcium", "sliders.salt", "Invalid slider key 'salt'."),
    (
        'sliders.vitamin_k2 = { low = 0, high = 5, step = 0.1 }\ngoal = [{ quantity = "mgp',
        'sliders = {}\ngoal = [{ quantity = "mgp',
        "Invalid sliders 'none'. Must be at least one.",
    ),
    ('goal = [{ quantity = "bone_change"', 'goal = [{ quantity = "teeth"', "Invalid quantity 'teeth'."),
    (
        "{ low = 0.4, high = 2.5, step = 0.1 }",
        "{ low = 3, high = 2.5, step = 0.1 }",
        "Invalid slider calcium '3.0 to",
    ),
    ("{ low = 0.4, high = 2.5, step = 0.1 }", "{ low = 0.4, high = 2.5, step = 0 }", "Invalid slider calcium"),
    (
        ', near = "neighbour", within = 2',
        ', near = "neighbour"',
        "Invalid goal of 'mgp_activation'. Must have",
    ),
    (', near = "neighbour", within = 2', "", "Invalid goal of 'mgp_activation'. Must have"),
    (', near = "neighbour", within', ', near = "nobody", within', "Invalid case 'nobody'."),
    ('evidence = { cases = ["she"', 'evidence = { cases = ["he"', "Invalid case 'he'."),
    ('rows = ["eaten"', 'rows = ["drunk"', "Invalid row 'drunk'. Must be one of: eaten, faeces"),
    ("box = 1", "box = 3", "Invalid box '3'. Must be between 0 and 2."),
    ('{ lens = "trials" }\n', '{ lens = "hopes" }\n', "Invalid lens 'hopes'. Must be one of: story, trials."),
    ('{ lens = "trials" }\n', '{ year = "5" }\n', "Invalid reveal 'year'."),
    (
        'little K2", case = "she" }',
        'little K2", case = "she_in_trials" }',
        "Invalid case 'she_in_trials'. Must not show what",
    ),
    ('recall = "first_idea"', 'recall = "place"', "Invalid recall 'place'. Must be a task of kind write."),
    ("\nmodel = ", "\nstarter = ", "Invalid model '' of explain. Several sentences must have a model answer."),
    (
        "{she-neighbour.eaten_kg}",
        "{she.weight}",
        "Invalid placeholder '{she.weight}'. After she must come one of: ",
    ),
    ("{she-neighbour.eaten_kg}", "{he.eaten_kg}", "Invalid placeholder '{he.eaten_kg}'. Must begin with one of: "),
    (
        "{she-neighbour.eaten_kg}",
        "{she-he.eaten_kg}",
        "Invalid placeholder '{she-he.eaten_kg}'. Must begin with",
    ),
    ("{she-neighbour.eaten_kg}", "{she-neighbour.calcium}", "Invalid placeholder '{she-neighbour.calcium}'. After"),
    ("{run.mgp_activation}", "{run.mgp}", "Invalid placeholder '{run.mgp}'. After run must come one of: "),
    ("{first.stop_it}", "{first.vote}", "Invalid placeholder '{first.vote}'. After first must come one of: stop_it"),
    ("{goal.arteries_times}", "{goal.blood_calcium}", "Invalid placeholder '{goal.blood_calcium}'."),
    ("{she.bone_loss}", "{she.bone_loss", "Invalid braces in"),
    ('title = "', "title = ", "Invalid value"),
]


@pytest.mark.parametrize(("good", "bad", "message"), MISTAKES, ids=[bad for _, bad, _ in MISTAKES])
def test_a_lesson_with_a_mistake_says_which_in_one_sentence(tmp_path: Path, good: str, bad: str, message: str) -> None:
    with pytest.raises(ValueError, match=f"^wrong.toml: {re.escape(message)}") as caught:
        read(wrong(tmp_path, good, bad))
    assert "\n" not in str(caught.value)


def test_a_run_must_not_come_before_what_it_reveals(tmp_path: Path) -> None:
    path = wrong(tmp_path, 'reveal = "now"', 'reveal = "ten_years"')
    with pytest.raises(ValueError, match=r"Invalid reveal 'ten_years'\. Must not come before its task, in step d_"):
        read(path)


def test_a_question_without_just_one_right_choice_says_so(tmp_path: Path) -> None:
    for bad in ("rises", "stays"):
        path = wrong(tmp_path, 'outcome = "falls"', f'outcome = "{bad}"')
        with pytest.raises(ValueError, match=r"Invalid choices '.*' of share_of_mgp\. Just one must be 'falls'"):
            read_and_play(path)


def test_a_goal_that_two_sliders_reach_has_no_first_setting() -> None:
    mgp = LESSONS["mgp"]
    task = mgp.tasks["arteries_as_usual"]
    assert isinstance(task, Find)
    with pytest.raises(ValueError, match=r"Invalid goal 'vitamin_d, vitamin_k2' of arteries_as_usual"):
        found_ends(mgp, task)


@pytest.mark.parametrize(
    ("good", "other", "same"),
    [('key = "tablets"', 'key = "other"', "number '1'"), ("number = 1", "number = 2", "key 'tablets'")],
)
def test_two_lessons_with_one_key_or_number_are_noticed(tmp_path: Path, good: str, other: str, same: str) -> None:
    (tmp_path / "one.toml").write_text(TEXT, "utf-8")
    (tmp_path / "two.toml").write_text(TEXT.replace(good, other, 1), "utf-8")
    with pytest.raises(ValueError, match=f"Invalid {same}. Must belong to one lesson only."):
        read_all(tmp_path)


# From the terminal.


def test_a_file_is_checked_from_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    assert run(["lesson", "check", str(FOLDER / "tablets.toml")]) == 0
    assert capsys.readouterr().out == "tablets.toml: 9 steps, 13 tasks, 45 minutes. Nothing is wrong.\n"
    for path, sentence in (
        (wrong(tmp_path, "And hers?", "Hers end at ×2.4."), "wrong.toml: Invalid text 'Everybody's artery walls take"),
        (tmp_path / "none.toml", "none.toml: No such file or directory."),
    ):
        assert run(["lesson", "check", str(path)]) == 2
        assert sentence in capsys.readouterr().err
    assert run(["lesson", "check"]) == 2
    assert "lesson check FILE" in capsys.readouterr().err
