"""What devices may tell a room: every task's answers, and what is refused."""

import re
from pathlib import Path
from typing import Any

import pytest

import sim
from sim.lessons import LESSONS
from sim.lessons.records import CHECKS, checked
from sim.lessons.seats import ANIMALS, COLOURS
from sim.lessons.tasks import KINDS, Write

TABLETS = LESSONS["tablets"]
RIGHT: dict[str, Any] = {
    "place": 3, "draw_bones": {"line": [0] * 20 + [100], "because": 3}, "run": True,
    "stop_it": {"runs": 2, "settings": {"calcium": 2, "vitamin_d": 5, "vitamin_k2": 1.6}, "found": True},
    "vote": [0, 1], "share_of_mgp": 2, "trials": [20, 80], "sort": [0, 0, 1, 2, 2],
    "ticks": [True, False, True, True, False],
}  # fmt: skip
WRONG: dict[str, list[Any]] = {
    "place": [4, -1, True, "1", 1.0, None, [1]],
    "draw_bones": [
        {"line": [0] * 20, "because": 0}, {"line": [101] * 21, "because": 0}, {"line": [0.5] * 21, "because": 0},
        {"line": [True] * 21, "because": 0}, {"line": [0] * 21}, {"line": [0] * 21, "because": 4}, [0] * 21,
        {"line": [0] * 21, "because": 0, "name": "me"},
    ],
    "run": [False, 1, "true"],
    "stop_it": [
        {**RIGHT["stop_it"], "runs": -1}, {**RIGHT["stop_it"], "runs": 1000}, {**RIGHT["stop_it"], "found": 1},
        {**RIGHT["stop_it"], "settings": {"calcium": 1}}, {**RIGHT["stop_it"], "table": []},
        *({**RIGHT["stop_it"], "settings": {"calcium": each, "vitamin_d": 1, "vitamin_k2": 1}}
          for each in (-0.1, 11, "1", True, float("inf"), float("nan"))),
    ],
    "vote": [[], [0, 1, 2], [4], [-1], 1, [None]],
    "trials": [[1], [1, 101], [1, 2, 3], "ab"],
    "sort": [[0, 0, 1, 2], [0, 0, 1, 2, 3]],
    "ticks": [[True] * 4, [1, 0, 1, 1, 0], True],
    "first_idea": ["my name is"], "explain": [["a", "b", "c"]], "nothing": [1],
}  # fmt: skip


def test_a_whole_lesson_is_taken_as_it_is() -> None:
    record = {"at": 8, "answers": RIGHT}
    assert checked(TABLETS, record) == record


@pytest.mark.parametrize(("task", "value"), [(task, value) for task, values in WRONG.items() for value in values])
def test_one_wrong_answer_refuses_all_in_one_sentence(task: str, value: Any) -> None:
    with pytest.raises(ValueError, match=rf"^Invalid (answer to )?(task )?'?{task}.* Must [^.]*\.([^.]*\.)?$"):
        checked(TABLETS, {"at": 0, "answers": {**RIGHT, task: value}})


@pytest.mark.parametrize("record", [
    None, [], {}, {"at": 0}, {"at": 0, "answers": []}, {"at": 9, "answers": {}}, {"at": True, "answers": {}},
    {"at": 0, "answers": {}, "name": "me"}, {"at": "0", "answers": {}},
])  # fmt: skip
def test_what_is_no_record_is_refused(record: Any) -> None:
    with pytest.raises(ValueError, match=r"^Invalid .* Must "):
        checked(TABLETS, record)


def test_a_refusal_repeats_little_of_what_it_was_sent() -> None:
    with pytest.raises(ValueError) as refusal:
        checked(TABLETS, {"at": 0, "answers": {"x" * 3000: 1}})
    assert len(str(refusal.value)) < 120


def test_everything_but_what_is_written_is_told() -> None:
    assert {*CHECKS} == {*KINDS.values()} - {Write}


def test_the_browser_draws_every_colour_and_animal() -> None:
    text = (Path(sim.__file__).parent / "browser" / "room" / "seats.js").read_text("utf-8")
    colours, ears = (re.findall(rf"{name} = .*?\{{(.*?)\}}\)", text, re.DOTALL)[0] for name in ("COLOURS", "EARS"))
    names = [{*re.findall(r"(\w+): \"", part)} for part in (colours, ears)]
    assert names == [{*COLOURS}, {*ANIMALS}]
