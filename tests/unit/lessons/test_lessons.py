"""The lessons that are given: what they hold, and that what they say is what the model gives."""

from dataclasses import replace

import pytest
from support.for_each import for_each
from support.lesson_texts import TABLETS, told_to_pupils

from sim import Scenario, simulate
from sim.lessons import LESSONS, Lesson, played
from sim.lessons.answers import found_ends, meets, solutions
from sim.lessons.measures import measure_of
from sim.lessons.tasks import Choose, Draw, Find, LetRun, Sort, Task, Vote
from sim.runs.quantities import QUANTITIES

each_lesson = for_each("lesson", LESSONS.values())
TASKS = [(lesson, task) for lesson in LESSONS.values() for task in lesson.tasks.values()]
each_task = for_each(("lesson", "task"), TASKS)


# What a lesson holds.


def test_the_lessons_are_numbered_in_order_and_the_first_is_the_one_of_45_minutes() -> None:
    assert [lesson.number for lesson in LESSONS.values()] == list(range(1, len(LESSONS) + 1))
    assert list(LESSONS) == ["tablets", "absorption", "osteocalcin", "mgp", "in_people"]
    assert TABLETS.minutes == 45
    assert all(lesson.minutes < 45 for lesson in list(LESSONS.values())[1:])


@each_lesson
def test_a_lesson_fits_a_class_of_20_minutes(lesson: Lesson) -> None:
    assert 15 <= sum(step.short for step in lesson.steps) <= 20
    assert all(step.short <= step.minutes for step in lesson.steps)


@each_lesson
def test_every_lesson_lets_pupils_predict_find_a_setting_and_write(lesson: Lesson) -> None:
    kinds = {task.kind for task in lesson.tasks.values()}
    assert {"find", "write"} <= kinds
    assert kinds & {"choose", "draw"}
    assert isinstance(lesson.steps[0].tasks[0], (Choose, Draw))


@each_lesson
def test_every_step_has_a_picture(lesson: Lesson) -> None:
    assert all(step.picture != "none" for step in lesson.steps)


def test_the_depth_lessons_are_short() -> None:
    for lesson in list(LESSONS.values())[1:]:
        assert 3 <= len(lesson.steps) <= 4, lesson.key
        assert len(lesson.tasks) <= 6, lesson.key


@each_lesson
def test_a_lesson_claims_no_more_of_the_standards_than_it_serves(lesson: Lesson) -> None:
    told = " ".join(lesson.notes.standards)
    assert "HS-LS1-2, in our words" in told
    assert ("HS-LS1-3" in told) == bool(lesson.extension)  # students plan and conduct an investigation themselves
    assert "practices: " in told
    assert "crosscutting concepts: " in told
    assert not any("HS-LS1" in text for text in told_to_pupils(lesson))


@each_task
def test_teachers_are_told_what_to_expect_at_every_task_but_ticking(lesson: Lesson, task: Task) -> None:
    assert task.expected or task.kind in ("run", "tick")


@each_lesson
def test_teachers_have_a_note_at_every_step(lesson: Lesson) -> None:
    assert lesson.notes.idea
    assert lesson.notes.careful
    assert all(step.notes for step in lesson.steps)


# What is right.


@each_task
def test_no_right_choice_hangs_on_a_hair(lesson: Lesson, task: Task) -> None:
    if not isinstance(task, Choose) or not task.measure:
        return
    measure = measure_of(task.measure)
    before, after = (simulate(lesson.scenario(case)) for case in task.compare)
    difference = measure.read(after) - measure.read(before)
    size = abs(difference) / measure.notable(before)
    # A quarter to either side of the threshold: a retuned parameter should not quietly turn an answer round.
    assert not 0.75 < size < 4 / 3, f"{size:.2f} of its threshold"
    # By hand, not by `outcome`: up, down or too little to matter.
    found = "stays" if size < 1 else "rises" if difference > 0 else "falls"
    right = played(lesson.key).tasks[task.key].right  # type: ignore[attr-defined]
    assert task.choices[right].outcome == found


@each_lesson
def test_the_right_choice_is_not_always_at_the_same_place(lesson: Lesson) -> None:
    right = [task.right for task in played(lesson.key).tasks.values() if isinstance(task, (Choose, Vote))]
    assert len(set(right)) > 1


@each_task
def test_a_goal_is_not_met_at_the_start_and_can_be_met_with_one_change(lesson: Lesson, task: Task) -> None:
    if isinstance(task, Find):
        goals = played(lesson.key).tasks[task.key].goal  # type: ignore[attr-defined]
        assert not meets(goals, simulate(lesson.scenario(task.case)))
        assert any(solutions(lesson, task).values())


@each_task
def test_a_drawn_line_and_both_runs_stay_on_their_axis(lesson: Lesson, task: Task) -> None:
    if isinstance(task, Draw):
        quantity = QUANTITIES[task.quantity]
        for case in (task.case, task.beside):
            values = quantity.of(simulate(lesson.scenario(case)))
            assert task.low < values.min()
            assert values.max() < task.high
        assert all(task.low <= tick <= task.high for tick in task.ticks)


@each_lesson
def test_a_sorted_card_says_why_and_no_box_stays_empty(lesson: Lesson) -> None:
    for task in lesson.tasks.values():
        if isinstance(task, Sort):
            assert {card.box for card in task.cards} == set(range(len(task.boxes)))
            assert all(card.reason for card in task.cards)


# What "Ten years of tablets" says holds in the model.


def she(**multiples: float) -> Scenario:
    """Return her settings with these multiples of the neighbour's day."""
    base = TABLETS.scenario("neighbour").nutrients()
    return replace(TABLETS.scenario("she"), **{name: base[name] * value for name, value in multiples.items()})


def ends(scenario: Scenario) -> tuple[float, float]:
    """Return where bone [%] and arteries [times the start] end."""
    run = simulate(scenario)
    return float(run.bone_change[-1]), float(run.arteries_times[-1])


def test_only_k2_alone_stops_it_and_it_does_so_from_where_the_notes_say() -> None:
    stop = TABLETS.tasks["stop_it"]
    assert isinstance(stop, Find)
    found = solutions(TABLETS, stop)
    assert found["calcium"] == found["vitamin_d"] == []
    first, last = found_ends(TABLETS, stop)
    assert last == pytest.approx(5)
    for multiple, holds in ((first, True), (first - 0.1, False)):
        bone, arteries = ends(she(vitamin_k2=multiple))
        assert (bone >= 0 and arteries <= 1.5) == holds
    assert f"first holds at ×{first:.1f}." in played("tablets").tasks["stop_it"].expected


def test_what_is_said_of_each_single_change_holds_over_the_whole_slider() -> None:
    bone, arteries = ends(she())
    for multiple in (0.4, 0.7, 1, 1.5, 1.9):  # "a little better off ... worse"
        less = ends(she(calcium=multiple))
        assert less[0] < bone
        assert bone < 0
        assert less[1] < arteries
    for multiple in (2.1, 2.5):  # "a little more is built into bone, and a little more settles"
        more = ends(she(calcium=multiple))
        assert more[0] > bone
        assert more[1] > arteries
    for multiple in (0, 0.1, 0.2, 0.5, 1, 2, 3, 4, 4.9):  # "better for both, and not enough"
        less = ends(she(vitamin_d=multiple))
        assert less[0] > bone, multiple
        assert less[1] < arteries
    assert ends(she(vitamin_k2=0))[0] < bone  # "worse for both"
    assert ends(she(vitamin_k2=0))[1] > arteries
    for multiple in (0.2, 0.5, 0.8, 1.2, 1.6):  # "the right direction for both"
        more = ends(she(vitamin_k2=multiple))
        assert more[0] > bone
        assert more[1] < arteries


def test_the_share_of_mgp_comes_back_with_more_k2_only_and_the_notes_say_where() -> None:
    task = TABLETS.tasks["same_share"]
    assert isinstance(task, Find)
    first, last = found_ends(TABLETS, task)
    share = 100 * simulate(TABLETS.scenario("neighbour")).activation["mgp"]
    for multiple in (first, last):
        more = simulate(replace(TABLETS.scenario("more_d"), vitamin_k2=100 * multiple))
        assert abs(100 * more.activation["mgp"] - share) <= 2
    assert first > 1.3  # more K2 is needed, clearly
    assert f"from ×{first:.1f} to ×{last:.1f}." in played("tablets").tasks["same_share"].expected


def test_the_replies_to_drawn_lines_praise_just_what_the_model_gives() -> None:
    run = TABLETS.tasks["run"]
    assert isinstance(run, LetRun)
    model = {"draw_bones": ends(she())[0], "draw_arteries": ends(she())[1]}
    for task, end in model.items():
        replies = [reply for reply in run.replies if reply.task == task]
        fits = next(reply for reply in replies if reply.above is None or end > reply.above)
        assert [reply for reply in replies if reply.good] == [fits]
        assert replies[-1].above is None  # every line gets a reply


def test_the_neighbour_is_called_like_an_end_of_the_drawn_arteries_that_keeps_hers() -> None:
    run = TABLETS.tasks["run"]
    assert isinstance(run, LetRun)
    neighbour = float(simulate(TABLETS.scenario("neighbour")).arteries_times[-1])
    replies = [reply for reply in run.replies if reply.task == "draw_arteries"]
    fits = next(reply for reply in replies if reply.above is None or neighbour > reply.above)
    assert "kidneys" in fits.text


def test_what_an_ordinary_diet_has_of_the_neighbours_k2_is_said_where_she_is_changed() -> None:
    step = next(step for step in played("tablets").steps if step.key == "one_change")
    assert "×0.3" in step.small
    assert "ordinary diet" in step.small


def test_little_k2_alone_does_most_of_the_harm_and_the_notes_say_so() -> None:
    alone, all_three = ends(TABLETS.scenario("little_k2")), ends(she())
    assert alone[0] < 0.5 * all_three[0]
    assert alone[1] > ends(TABLETS.scenario("neighbour"))[1] + 0.3
    notes = next(step.notes for step in TABLETS.steps if step.key == "one_change")
    assert "never say" in notes


def test_the_trials_put_both_ends_where_the_lesson_shows_one_number_and_the_story_does_not() -> None:
    little, much = (ends(TABLETS.scenario(case))[1] for case in ("she_in_trials", "more_k2_in_trials"))
    assert f"{little:.1f}" == f"{much:.1f}"
    assert ends(TABLETS.scenario("she"))[1] - ends(TABLETS.scenario("more_k2"))[1] > 0.5
    assert ends(TABLETS.scenario("she_in_trials"))[0] > 0  # "a small gain from the calcium, once"


def test_nearly_all_of_the_extra_calcium_leaves_again() -> None:
    her, neighbour = (simulate(TABLETS.scenario(case)).ledger() for case in ("she", "neighbour"))
    out = sum(her[entry] - neighbour[entry] for entry in ("faeces", "urine"))
    assert out > 0.95 * (her["eaten"] - neighbour["eaten"])
    place = TABLETS.tasks["place"]
    assert isinstance(place, Choose)
    assert place.right is not None
    assert place.choices[place.right].place == "out"
