"""Guided lessons: every question is solved by simulation, and a file with a mistake says so in one sentence."""

import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from support.for_each import for_each

from sim import PRESETS, Scenario, simulate
from sim.content.evidence import GRADES, claim_of
from sim.lessons.measures import MEASURES, OUTCOMES, Measure, measures_of, outcome
from sim.lessons.old import LESSONS, Lesson, Question
from sim.lessons.old_placeholders import PLACEHOLDER, names
from sim.lessons.old_reading import FOLDER, LESSON_MINUTES, read, read_all
from sim.lessons.screens import check_answers, check_step, chosen, pace, score, screens, with_answer
from sim.runs.many import balanced_run
from sim.runs.verdict import shows_both, shows_paradox

QUESTIONS = [(lesson, question) for lesson in LESSONS.values() for question in lesson.questions]
LONGEST_SENTENCE = 25
each_lesson = for_each("lesson", LESSONS.values())
each_question = for_each(("lesson", "question"), QUESTIONS)


def texts(lesson: Lesson) -> Iterator[str]:
    """Yield every text of a lesson, numbers filled in."""
    read_first = (lesson.title, lesson.aim, lesson.level, lesson.intro, lesson.takeaway)
    for text in filter(None, (*read_first, lesson.task, lesson.teacher_notes)):
        yield lesson.filled(text)
    for question in lesson.questions:
        told = [text for choice in question.choices for text in (choice.text, choice.feedback)]
        for text in filter(None, (question.prompt, question.notice, question.explain, *told)):
            yield question.filled(text)


def texts_for_students(lesson: Lesson) -> Iterator[str]:
    """Yield every text of a lesson but what is for teachers only."""
    return (text for text in texts(lesson) if text != lesson.filled(lesson.teacher_notes))


# What a lesson holds.


def test_there_are_at_least_five_lessons_in_the_order_of_their_numbers() -> None:
    assert [lesson.number for lesson in LESSONS.values()] == list(range(1, len(LESSONS) + 1))
    assert len(LESSONS) >= 5


@each_lesson
def test_a_lesson_fits_a_class_and_says_for_whom_and_for_what_it_is(lesson: Lesson) -> None:
    assert 0 < lesson.minutes <= LESSON_MINUTES
    assert lesson.aim.endswith(".")
    assert "14" in lesson.level
    assert any("HS-LS1" in standard for standard in lesson.standards)
    assert any("practice" in standard for standard in lesson.standards)
    assert len(lesson.activities) >= 1
    assert len(lesson.quiz) >= 3
    parts = pace(lesson)
    assert sum(minutes for _, minutes in parts) == lesson.minutes
    assert min(minutes for _, minutes in parts) >= 0


@each_lesson
def test_every_claim_of_a_lesson_is_graded_where_it_is_made(lesson: Lesson) -> None:
    raw = [lesson.intro, lesson.takeaway]
    raw += [t for q in lesson.questions for t in (q.prompt, q.notice, *(c.feedback for c in q.choices))]
    graded = {name for text in raw for head, name in names(text) if head == "grade"}
    assert graded == set(lesson.claims)


@each_lesson
def test_every_text_is_filled_with_numbers_of_the_model(lesson: Lesson) -> None:
    for text in texts(lesson):
        assert text
        assert not set("{}") & set(text)
        assert "nan" not in text.lower()


@each_lesson
def test_no_number_is_typed_into_a_text(lesson: Lesson) -> None:
    raw = [lesson.aim, lesson.intro, lesson.takeaway, lesson.task, lesson.teacher_notes]
    for question in lesson.questions:
        raw += [question.prompt, question.notice, question.explain]
        raw += [text for choice in question.choices for text in (choice.text, choice.feedback)]
    allowed = (
        r"\bK[12]\b|lessons? \d( (and|to) \d)?|set (to|the strength of K2 on arteries to) 0( and then to\s1)?"
        r"|HS-LS1-\d|[A-Z][a-z]+\s(19|20)\d\d"  # a standard, a study
    )
    for text in raw:
        assert not re.search(r"\d", re.sub(allowed, "", PLACEHOLDER.sub("", text))), text


@each_lesson
def test_no_sentence_for_students_is_longer_than_they_can_follow(lesson: Lesson) -> None:
    for text in texts_for_students(lesson):
        for sentence in re.split(r"(?<=[.!?])[\"*)]*\s", text):
            assert len(sentence.split()) <= LONGEST_SENTENCE, sentence


@each_lesson
def test_a_lesson_claims_no_more_of_the_standards_than_it_serves(lesson: Lesson) -> None:
    told = " ".join(lesson.standards)
    assert ("HS-LS1-3" in told) == bool(lesson.task)  # students plan and conduct an investigation themselves
    assert "crosscutting concepts: " in told
    assert "Systems and System Models" in told
    assert all("in our words" in row for row in lesson.standards if "HS-LS1" in row)


@each_lesson
def test_teachers_are_told_to_be_careful(lesson: Lesson) -> None:
    assert "**Careful.**" in lesson.teacher_notes


def test_no_key_of_a_question_is_used_twice() -> None:
    keys = [question.key for _, question in QUESTIONS]
    assert sorted(keys) == sorted(set(keys))


# What is right.


@each_question
def test_just_one_choice_is_what_the_model_gives(lesson: Lesson, question: Question) -> None:
    before, after = simulate(question.before), simulate(question.after)
    measures = measures_of(question.measure)
    differences = [measure.read(after) - measure.read(before) for measure in measures]
    # By hand, not by `outcome`: up, down or too little to matter.
    found = [
        "stays" if abs(d) < m.notable(before) else "rises" if d > 0 else "falls"
        for d, m in zip(differences, measures, strict=True)
    ]
    fitting = [i for i, choice in enumerate(question.choices) if choice.outcome.split(" + ") == found]
    assert fitting == [question.answer()]


@each_question
def test_no_answer_hangs_on_a_hair(lesson: Lesson, question: Question) -> None:
    before, after = simulate(question.before), simulate(question.after)
    for measure in measures_of(question.measure):
        size = abs(measure.read(after) - measure.read(before)) / measure.notable(before)
        # A third to either side of the threshold: a retuned parameter should not quietly turn an answer round.
        assert not 0.75 < size < 4 / 3, f"{measure.label}: {size:.2f} of its threshold"


@each_question
def test_every_choice_says_something_else_and_has_its_own_feedback(lesson: Lesson, question: Question) -> None:
    for part in ("text", "outcome", "feedback"):
        told = [getattr(choice, part) for choice in question.choices]
        assert len(set(told)) == len(told) >= 3
        assert all(told)


@each_lesson
def test_a_prediction_offers_all_three_outcomes_and_asks_for_an_explanation(lesson: Lesson) -> None:
    for question in lesson.activities:
        assert {choice.outcome for choice in question.choices} == set(OUTCOMES)
        assert question.explain


@each_lesson
def test_the_right_answer_is_not_always_the_same_letter(lesson: Lesson) -> None:
    for part in (lesson.activities, lesson.quiz):
        assert len({question.answer() for question in part}) > 1


def test_a_question_without_a_right_choice_says_so() -> None:
    good = LESSONS["absorption"].activities[0]
    values = {field.name: getattr(good, field.name) for field in fields(good)}
    wrong = Question(**{**values, "choices": tuple(c for c in good.choices if c.outcome != "rises")})
    with pytest.raises(ValueError, match=r"Invalid choices 'stays', 'falls' of question .* must be 'rises'"):
        wrong.answer()
    double = Question(**{**values, "choices": (*good.choices, good.choices[0])})
    with pytest.raises(ValueError, match="Just one must be 'rises'"):
        double.answer()


def test_the_lessons_tell_the_story_of_the_article_and_its_limits() -> None:
    assert LESSONS["absorption"].activities[1].outcome() == "stays"  # vitamin K2 and absorption
    assert LESSONS["paradox"].quiz[0].outcome() == "falls + rises"
    people = LESSONS["in_people"]
    assert people.activities[0].before.lens == "story"
    assert all(question.after.lens == "trials" for question in people.questions)
    switch = people.activities[0]
    assert {**switch.before.to_dict(), "lens": "trials"} == switch.after.to_dict()


def test_the_paradox_is_what_the_page_calls_so_and_little_k2_alone_is_not() -> None:
    paradox, k2_alone, more_d = (question for question in LESSONS["paradox"].quiz)
    assert shows_paradox(simulate(paradox.after), balanced_run(paradox.after))
    little = simulate(k2_alone.after)
    assert shows_both(little, balanced_run(k2_alone.after))
    assert not shows_paradox(little, balanced_run(k2_alone.after))
    assert "no paradox" in k2_alone.choices[k2_alone.answer()].text
    assert more_d.outcome() == "falls + rises"  # less of MGP is switched on, arteries harden
    assert "{grade.d_raises_k2_need}" in more_d.notice  # the grade of the evidence, not one typed here


@each_lesson
def test_no_lesson_says_what_model_2_does_not(lesson: Lesson) -> None:
    told = " ".join(texts(lesson)).lower()
    for untrue in ("three things", "all three at once", "goes on falling", "floor", "bone quality", "steeply"):
        assert untrue not in told
    assert "narrow" not in " ".join(told.split()).replace("does not narrow the channel", "")


def test_the_trials_that_speak_against_the_story_are_named() -> None:
    told = " ".join(LESSONS["in_people"].teacher_notes.split())
    for study in ("Ushiroyama 2002", "De Vriese 2021", "Burt 2019", "van Ballegooijen 2019"):
        assert study in told


# Measures.


def test_a_measure_is_read_from_the_end_of_a_run() -> None:
    result = simulate(PRESETS["calcium paradox"])
    day = result.last_day()
    assert MEASURES["absorbed"].read(result) == day["absorbed"]
    assert MEASURES["share"].read(result) == pytest.approx(100 * day["absorbed"] / 2000)  # rounding of the intake flux
    assert MEASURES["bone"].read(result) == result.bone_change[-1]
    assert MEASURES["arteries"].read(result) == result.arteries_times[-1]
    assert MEASURES["mgp"].read(result) == 100 * result.activation["mgp"]
    assert MEASURES["urine"].read(result) == day["urine"]


def test_numbers_are_shown_as_on_the_page() -> None:
    assert MEASURES["bone"].shown(-2.87) == "−2.9 %"
    assert MEASURES["arteries"].shown(2.52) == "×2.5"
    assert MEASURES["urine"].shown(1234.4) == "1,234 mg/day"
    assert MEASURES["blood"].shown(9.4213) == "9.42 mg/dL"


def test_bone_changes_where_its_new_level_is_one_percent_away() -> None:
    # After its time constant of 2,000 days bone has gone 63 % of the way.
    for years, percent in ((2000 / 365.25, 0.632), (30, 0.996)):
        assert MEASURES["bone"].notable(simulate(Scenario(years=years))) == pytest.approx(percent, abs=0.0005)


def test_arteries_change_from_half_of_the_balanced_gain_on() -> None:
    paradox = simulate(PRESETS["calcium paradox"])
    gain = balanced_run(paradox.scenario).arteries_times[-1] - 1
    assert MEASURES["arteries"].notable(paradox) == pytest.approx(gain / 2)  # rounding


@for_each("measure", MEASURES.values())
def test_a_measure_stays_between_a_run_and_itself_and_says_why_its_threshold_is_what_it_is(measure: Measure) -> None:
    balanced = simulate(PRESETS["balanced"])
    assert outcome(measure, balanced, balanced) == "stays"
    assert measure.notable(balanced) > 0
    assert measure.reason.endswith(".")


# Answers and screens.


@each_lesson
def test_a_lesson_goes_from_reading_over_activities_and_quiz_to_its_end(lesson: Lesson) -> None:
    kinds = [screen.kind for screen in screens(lesson)]
    middle = ["predict", "result", "explain"] * len(lesson.activities) + ["quiz"] * len(lesson.quiz)
    assert kinds == ["intro", *middle, "end"]
    assert [s.index for s in screens(lesson) if s.kind == "quiz"] == [
        lesson.questions.index(question) for question in lesson.quiz
    ]


@each_lesson
def test_only_the_quiz_counts_for_the_score(lesson: Lesson) -> None:
    answers = ""
    for index, question in enumerate(lesson.questions):
        answers = with_answer(answers, index, question.answer())
    count = len(lesson.quiz)
    assert check_answers(lesson, answers) == answers
    assert score(lesson, answers) == f"{count} of {count} as the model has it"
    skipped = "-" * len(lesson.activities) + answers[len(lesson.activities) :]
    assert score(lesson, skipped) == score(lesson, answers)
    assert score(lesson, "") == f"0 of {count} as the model has it"
    wrong = with_answer(answers, len(lesson.questions) - 1, (lesson.quiz[-1].answer() + 1) % 3)
    assert score(lesson, wrong) == f"{count - 1} of {count} as the model has it"


def test_answers_and_steps_from_outside_are_checked() -> None:
    lesson = LESSONS["paradox"]
    for wrong in ("d", "A", "aé", "a b"):
        with pytest.raises(ValueError, match=r"Invalid answer '.' to question [12]"):
            check_answers(lesson, wrong)
    with pytest.raises(ValueError, match="Must be at most 6 letters"):
        check_answers(lesson, "a" * 7)
    last = len(screens(lesson)) - 1
    assert check_step(lesson, last) == last
    for wrong in (-1, last + 1, True, "2", 1.0, None):
        with pytest.raises(ValueError, match=f"Must be between 0 and {last}"):
            check_step(lesson, wrong)  # type: ignore[arg-type]
    assert [chosen("b-", i) for i in range(3)] == [1, None, None]


# Files with mistakes.

MISTAKES = [
    (
        "number = 4",
        'number = 4\ntask = "{after.bone}"',
        "Invalid placeholder '{after.bone}'. Must begin with one of: start",
    ),
    ("number = 4", "number = 'four'", "Invalid number 'four'. Must be a whole number."),
    ("minutes = 45", "minutes = 60", "Invalid minutes '60'. Must be between 1 and 45."),
    ('level = "', 'levels = "', "Invalid lesson key 'levels'."),
    ('"calcium_moves"', '"calcium_walks"', "Invalid claim 'calcium_walks'."),
    ('preset = "calcium paradox" }', 'preset = "paradox" }', "Invalid preset 'paradox'. Must be one of: balanced"),
    ("vitamin_d = 4000 }", "vitamin_k2 = 9000 }", "Invalid vitamin_k2 '9000' [ug/day]. Must be between 0 and 500."),
    ("vitamin_d = 4000 }", "vitamin_k3 = 100 }", "Invalid setting key 'vitamin_k3'."),
    ('measure = "mgp + arteries"', 'measure = "mgp + tears"', "Invalid measure 'tears'."),
    ('outcome = "stays + stays"\n', 'outcome = "rises"\n', "Invalid outcome 'rises'. Must be one + one of: rises"),
    (
        'outcome = "stays"',
        'outcome = "rises"',
        "Invalid choices of 'paradox_bone'. A prediction must offer rises, stays, falls.",
    ),
    ("{after.bone}", "{after.teeth}", "Invalid placeholder '{after.teeth}'."),
    ("{start.calcium}", "{before.calcium}", "Invalid placeholder '{before.calcium}'."),
    ("{grade.k2_directs}", "{grade.k2_notes}", "Invalid placeholder '{grade.k2_notes}'."),
    ("{after.bone}", "{bone}", "Invalid braces in"),
    ('title = "', "title = ", "Invalid value"),
]


@pytest.mark.parametrize(("good", "bad", "message"), MISTAKES, ids=[bad for _, bad, _ in MISTAKES])
def test_a_lesson_with_a_mistake_says_which_in_one_sentence(tmp_path: Path, good: str, bad: str, message: str) -> None:
    text = (FOLDER / "4_paradox.toml").read_text("utf-8")
    assert good in text
    path = tmp_path / "wrong.toml"
    path.write_text(text.replace(good, bad, 1), "utf-8")
    with pytest.raises(ValueError, match=f"^wrong.toml: {re.escape(message)}"):
        read(path)


def test_two_lessons_with_one_number_are_noticed(tmp_path: Path) -> None:
    text = (FOLDER / "4_paradox.toml").read_text("utf-8")
    (tmp_path / "1_one.toml").write_text(text, "utf-8")
    (tmp_path / "2_two.toml").write_text(text.replace('key = "paradox"', 'key = "other"', 1), "utf-8")
    with pytest.raises(ValueError, match=r"Invalid number '4'\. Must belong to one lesson only."):
        read_all(tmp_path)


# Words.


@each_lesson
def test_each_grade_in_a_text_is_the_grade_of_its_claim(lesson: Lesson) -> None:
    shown: list[str] = []
    lesson.filled(lesson.takeaway, grade=lambda grade: shown.append(grade) or grade)
    asked = [name for head, name in names(lesson.takeaway) if head == "grade"]
    assert shown == [claim_of(key).grade for key in asked]
    assert set(shown) <= set(GRADES)


@each_lesson
def test_texts_keep_the_honest_words(lesson: Lesson) -> None:
    told = " ".join(texts(lesson)).lower()
    for word in ("cure", "unclog", "cleans", "you should take", "recommended dose"):
        assert word not in told
