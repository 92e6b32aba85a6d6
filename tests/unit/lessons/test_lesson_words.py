"""Words of the lessons: numbers are the model's, intakes no doses, sentences short."""

import re
from dataclasses import replace

from support.for_each import for_each
from support.lesson_texts import TABLETS, texts, told_to_pupils

from sim.lessons import LESSONS, Lesson, played
from sim.lessons.placeholders import PLACEHOLDER
from sim.lessons.spoilers import check_spoilers
from sim.lessons.tasks import Write

each_lesson = for_each("lesson", LESSONS.values())


@each_lesson
def test_no_number_of_the_model_is_typed_into_a_text(lesson: Lesson) -> None:
    allowed = (
        r"\bK[12]\b|\b[Ss]teps? \d( and \d)?|\byear 10\b|\b0 %|×1 is|She is 50|HS-LS1-\d|[A-Z][a-z]+\s(19|20)\d\d"
        r"|within 2\b|Below 30 %|Above 70 %|\b(365|754) (people|women), \d years"  # a goal, advice, studies
    )
    for text in (*told_to_pupils(lesson), *(step.notes for step in lesson.steps), *texts(lesson.notes)):
        assert not re.search(r"\d", re.sub(allowed, "", PLACEHOLDER.sub("", text))), text


@each_lesson
def test_every_placeholder_is_filled_but_those_of_the_pupils_own_run(lesson: Lesson) -> None:
    for text in texts(played(lesson.key)):
        assert not set("{}") & set(re.sub(r"\{(run\.\w+|drawn)\}", "", text)), text
        assert "nan" not in text.split()


@each_lesson
def test_pupils_read_intakes_as_multiples_and_never_as_a_dose(lesson: Lesson) -> None:
    for text in told_to_pupils(played(lesson.key)):
        assert not re.search(r"\b(IU|µg|ug)\b", text), text
        assert "mg" not in text.replace("mg/dL", "").split() or "get in" in text, text


def test_the_names_of_the_proteins_come_first_where_they_explain_something() -> None:
    early = [text for step in TABLETS.steps[:5] for text in texts(replace(step, notes="")) if " " in text]
    assert not [text for text in early if "MGP" in text or "osteocalcin" in text]


@each_lesson
def test_runs_are_named_and_never_called_before_and_after(lesson: Lesson) -> None:
    for text in told_to_pupils(lesson):
        assert not re.search(r"\b(before|after):|\bin the (before|after) run\b", text, re.IGNORECASE), text


@each_lesson
def test_texts_keep_the_honest_words(lesson: Lesson) -> None:
    told = " ".join(told_to_pupils(played(lesson.key))).lower()
    for word in ("cure", "unclog", "cleans", "you should take", "recommended dose", "three things", "steeply"):
        assert word not in told
    assert "narrow" not in told.replace("does not narrow", "")


@each_lesson
def test_no_sentence_for_pupils_is_longer_than_they_can_follow(lesson: Lesson) -> None:
    for text in told_to_pupils(played(lesson.key)):
        for sentence in re.split(r"(?<=[.!?])[\"*)]*\s", text):
            assert len(sentence.split()) <= 25, sentence


def test_the_trials_that_speak_against_the_story_are_named_to_teachers() -> None:
    told = LESSONS["in_people"].notes.idea
    for study in ("Ushiroyama 2002", "De Vriese 2021", "Burt 2019", "van Ballegooijen 2019"):
        assert study in told


@each_lesson
def test_nothing_is_told_that_is_still_to_be_predicted(lesson: Lesson) -> None:
    check_spoilers(lesson)


@each_lesson
def test_a_writing_task_shows_a_good_answer_afterwards_or_comes_back_later(lesson: Lesson) -> None:
    recalled = {task.recall for task in lesson.tasks.values() if isinstance(task, Write)}
    for task in lesson.tasks.values():
        if isinstance(task, Write):
            assert task.model or task.after or task.key in recalled
