"""A live room: who sits where, what is told to whom, what hostile devices cannot do, what a restart leaves."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from sim.lessons import LESSONS
from sim.lessons.live_room import A_PUPIL, LOST, STRANGERS, TooMany, Unknown
from sim.lessons.open_rooms import ENDED, LETTERS, LIFE, MOST_ROOMS, OPENING, UNWATCHED, Rooms
from sim.lessons.seats import MOST

LINE = {"line": [50] * 20 + [80], "because": 0}
NOTHING = {"at": 0, "answers": {}}
STEPS = len(LESSONS["tablets"].steps)


class Class:
    """A room with its teacher and pupils, on a clock that tests move."""

    def __init__(self, rooms: Rooms | None = None) -> None:
        self.now = 0.0
        self.rooms = rooms or Rooms(lambda: self.now)
        self.opened = self.rooms.open({"lesson": "tablets"})
        self.letters, self.key = self.opened["letters"], self.opened["key"]

    def join(self, number: int, answers: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
        record = {"at": 0, "answers": answers or {}}
        return self.rooms.join(self.letters, {"ticket": ticket(number), "record": record, **more})

    def record(self, number: int, answers: dict[str, Any], at: int = 0) -> dict[str, Any]:
        return self.rooms.record(self.letters, {"ticket": ticket(number), "record": {"at": at, "answers": answers}})

    def steer(self, do: str, **more: Any) -> dict[str, Any]:
        return self.rooms.steer(self.letters, {"key": self.key, "do": do, **more})

    def look(self, number: int) -> dict[str, Any]:
        return self.rooms.look(self.letters, ticket(number))

    def board(self, version: int = -1) -> Any:
        return self.rooms.board(self.letters, self.key, version)

    def again(self, seats: list[bool]) -> None:
        """Forget all, as a server does that was started again; the board makes the room again."""
        self.rooms = Rooms(lambda: self.now)
        self.rooms.open({**self.opened, "seats": seats})


def ticket(number: int) -> str:
    return f"{number:08d}"


@pytest.fixture
def group() -> Class:
    return Class()


def test_a_room_has_four_letters_that_make_no_word_and_a_key_that_nobody_guesses(group: Class) -> None:
    assert LETTERS.fullmatch(group.letters)
    assert not set(group.letters) & set("AEIOUY")
    assert len(group.key) == 32
    assert Class(group.rooms).letters != group.letters


def test_each_ticket_has_a_seat_of_its_own_and_finds_it_again(group: Class) -> None:
    seats = [group.join(number)["seat"] for number in range(MOST)]
    assert len({json.dumps(seat) for seat in seats}) == MOST
    assert [seat for seat in seats[:64] if "number" in seat] == []
    assert [group.join(number)["seat"] for number in (0, 63, 99)] == [seats[0], seats[63], seats[99]]
    assert group.look(63)["seat"] == seats[63]


def test_a_room_is_full_at_a_hundred_and_says_so_whoever_sits_there_stays(group: Class) -> None:
    for number in range(MOST):
        group.join(number)
    with pytest.raises(TooMany, match=f"The room {group.letters} is full: it has 100 places"):
        group.join(MOST)
    assert len(group.board()["seats"]) == MOST


def test_the_board_sees_who_is_where_and_what_is_answered(group: Class) -> None:
    group.join(1)
    group.join(2, {"place": 3})
    group.record(1, {"place": 0, "draw_bones": LINE}, at=2)
    board = group.board()
    assert board["answers"] == {"place": [[0, 0], [1, 3]], "draw_bones": [[0, LINE]]}
    assert [seat["at"] for seat in board["seats"]] == [2, 0]
    assert ticket(1) not in json.dumps(board)


def test_a_board_is_told_only_what_is_new(group: Class) -> None:
    version = group.board()["state"]["version"]
    assert group.board(version) is None
    for change in (
        lambda: group.join(1),
        lambda: group.record(1, {"place": 1}),
        lambda: group.record(1, {"place": 1}, at=1),
        lambda: group.steer("open", step=1),
        lambda: group.steer("show", show={"task": "place"}),
    ):
        change()
        new = group.board(version)
        assert new["state"]["version"] > version
        version = new["state"]["version"]
        assert group.board(version) is None
    group.record(1, {"place": 1}, at=1)  # once more the same
    group.look(1)
    assert group.board(version) is None


def test_a_device_that_asks_for_nothing_is_lost_until_it_asks_again(group: Class) -> None:
    group.join(1)
    version = group.board()["state"]["version"]
    group.now = LOST
    assert group.board(version) is None
    group.now += 0.1
    assert [seat["lost"] for seat in group.board(version)["seats"]] == [True]
    group.look(1)
    assert [seat["lost"] for seat in group.board()["seats"]] == [False]


def test_pupils_are_told_where_the_class_is(group: Class) -> None:
    group.join(1)
    group.steer("open", step=3)
    group.steer("reveal", step="ten_years")
    told = group.look(1)
    assert (told["open"], told["follow"], told["revealed"], told["closed"]) == (3, True, ["ten_years"], False)
    group.steer("reveal", step="ten_years")
    assert group.look(1)["revealed"] == ["ten_years"]


def test_pupils_that_go_freely_find_all_open_and_the_class_is_where_it_was_when_they_follow_again(group: Class) -> None:
    group.join(1)
    group.steer("open", step=1)
    group.steer("follow", follow=False)
    assert group.look(1)["open"] == STEPS - 1
    assert len(group.look(1)["revealed"]) == STEPS
    assert group.board()["state"]["open"] == 1
    assert group.board()["state"]["revealed"] == []
    group.steer("follow", follow=True)
    assert (group.look(1)["open"], group.look(1)["revealed"]) == (1, [])


def test_what_is_locked_can_change_until_its_result_is_told(group: Class) -> None:
    group.join(1, {"draw_bones": LINE, "place": 0})
    other = {"line": [50] * 21, "because": 1}
    group.record(1, {"draw_bones": other, "place": 0})
    assert group.board()["answers"]["draw_bones"] == [[0, other]]
    group.record(1, {})  # opened to change it
    assert group.board()["answers"] == {}
    group.record(1, {"draw_bones": other})
    group.steer("reveal", step="ten_years")
    group.record(1, {"draw_bones": LINE, "vote": [0]})
    assert group.board()["answers"] == {"draw_bones": [[0, other]], "vote": [[0, [0]]]}


def test_an_answer_that_comes_after_its_result_was_told_is_marked(group: Class) -> None:
    group.join(1, {"place": 0})
    group.steer("reveal", step="ten_years")
    group.record(1, {"place": 0, "draw_bones": LINE, "vote": [1]})
    group.join(2, {"place": 2})
    board = group.board()
    assert board["answers"] == {"place": [[0, 0], [1, 2, True]], "draw_bones": [[0, LINE, True]], "vote": [[0, [1]]]}
    assert [seat["late"] for seat in board["seats"]] == [False, True]
    assert (group.look(1)["late"], group.look(2)["late"]) == (False, True)


def test_after_a_restart_each_device_has_its_seat_again_and_nothing_is_lost(group: Class) -> None:
    before = [group.join(number, {"place": number})["seat"] for number in range(3)]
    group.steer("reveal", step="ten_years")
    answers = group.board()["answers"]
    group.again([False, False, False])
    with pytest.raises(Unknown):
        group.look(2)
    group.steer("reveal", step="ten_years")
    group.now = LOST + 1
    assert [seat["lost"] for seat in group.board()["seats"]] == [True] * 3
    assert [group.join(number, {"place": number}, place=number)["seat"] for number in (2, 0, 1)] == [
        before[2], before[0], before[1],
    ]  # fmt: skip
    assert sorted(group.board()["answers"]["place"]) == sorted(answers["place"])
    assert [(seat["late"], seat["lost"]) for seat in group.board()["seats"]] == [(False, False)] * 3


def test_a_seat_that_somebody_has_is_nobody_elses_whatever_is_asked_for(group: Class) -> None:
    group.join(1)
    assert [group.join(2, place=0)["place"], group.join(3, place=99)["place"]] == [1, 2]
    group.again([True])
    assert group.join(4, place=-1)["place"] == 1
    assert (group.join(5, place=0)["place"], group.look(5)["late"]) == (0, True)
    assert group.join(6, place=0)["place"] == 2


def test_a_room_that_was_made_again_is_not_taken_for_the_one_before(group: Class) -> None:
    versions = set()
    for _ in range(5):
        versions.add(group.board()["state"]["version"])
        group.again([])
    assert len(versions) == 5


@pytest.mark.parametrize("wish", [
    {"do": "open", "step": STEPS}, {"do": "open", "step": -1}, {"do": "open", "step": True}, {"do": "open"},
    {"do": "reveal", "step": "nowhere"}, {"do": "reveal"}, {"do": "follow", "follow": 1}, {"do": "show", "show": []},
    {"do": "everything"}, {},
])  # fmt: skip
def test_a_teacher_that_asks_for_what_cannot_be_is_told_so_and_nothing_changes(group: Class, wish: dict) -> None:
    before = group.board()
    with pytest.raises(ValueError, match=r"^Invalid .* Must "):
        group.rooms.steer(group.letters, {"key": group.key, **wish})
    assert group.board() == before


@pytest.mark.parametrize("key", ["", "x", None, 7, "\u00e9" * 32])
def test_nobody_steers_or_sees_the_board_without_the_key(group: Class, key: Any) -> None:
    with pytest.raises(PermissionError, match="Only the teacher's devices"):
        group.rooms.steer(group.letters, {"key": key, "do": "open", "step": 2})
    with pytest.raises(PermissionError):
        group.rooms.board(group.letters, str(key), -1)
    with pytest.raises((PermissionError, ValueError)):
        group.rooms.open({**group.opened, "key": key})
    assert group.board()["state"]["open"] == 0


def test_opening_the_same_room_twice_is_once_and_keeps_who_is_in_it(group: Class) -> None:
    group.join(1)
    assert group.rooms.open({**group.opened, "seats": [False, False]}) == group.opened
    assert len(group.board()["seats"]) == 1


def test_who_has_no_place_is_told_there_is_no_room_or_nobody_with_this_ticket(group: Class) -> None:
    with pytest.raises(Unknown, match=r"There is no room 'ZZZZ'\. Look at the letters"):
        group.rooms.look("ZZZZ")
    with pytest.raises(Unknown, match="Nobody in the room"):
        group.look(1)
    with pytest.raises(Unknown):
        group.record(1, {})
    assert group.board()["seats"] == []


@pytest.mark.parametrize(
    "wish", [{}, {"ticket": 12345678}, {"ticket": "ABCDEFGH"}, {"ticket": "short"}, {"ticket": ""}]
)
def test_a_ticket_is_eight_small_letters_and_digits(group: Class, wish: dict) -> None:
    for ask in (group.rooms.join, group.rooms.record):
        with pytest.raises(ValueError, match="Invalid ticket"):
            ask(group.letters, {"record": NOTHING, **wish})
    assert group.board()["seats"] == []


def test_a_hostile_record_changes_nothing_and_gives_no_seat(group: Class) -> None:
    group.join(1, {"place": 1})
    before = group.board()
    for ask, number in ((group.record, 1), (group.join, 1), (group.join, 2)):
        with pytest.raises(ValueError, match=r"^Invalid answer to place '4'"):
            ask(number, {"draw_bones": LINE, "place": 4})
    assert group.board() == before


def test_a_device_that_floods_is_refused_until_it_waits_and_others_are_not(group: Class) -> None:
    group.join(1)
    group.join(2)
    for _ in range(A_PUPIL[0]):
        group.look(1)
    for ask in (lambda: group.look(1), lambda: group.record(1, {"place": 0}), lambda: group.join(1)):
        with pytest.raises(TooMany, match="Wait a second"):
            ask()
    group.look(2)
    assert group.board()["answers"] == {}
    group.now += 1
    group.record(1, {"place": 0})


def test_strangers_that_flood_do_not_shut_out_who_is_in_the_room(group: Class) -> None:
    group.join(1)

    def guess(times: int, ask: Callable[[int], object]) -> None:
        for number in range(times):
            with pytest.raises(Unknown):
                ask(1000 + number)

    guess(STRANGERS[0] - 1, group.look)
    with pytest.raises(TooMany):
        group.look(2000)
    with pytest.raises(TooMany):
        group.join(2001)
    assert group.look(1)["place"] == 0


def test_a_whole_class_joins_at_once_and_asks_every_two_seconds_from_one_address(group: Class) -> None:
    for number in range(MOST):
        group.rooms.look(group.letters)
        group.join(number)
    for _ in range(30):
        group.now += 1.2
        for number in range(MOST):
            group.look(number)
            group.record(number, {"place": number % 4})
    assert len(group.board()["answers"]["place"]) == MOST


def test_a_room_that_its_teacher_ends_is_empty_and_says_so(group: Class) -> None:
    group.join(1, {"place": 1})
    assert group.steer("end") == ENDED
    assert group.look(1) == group.join(2) == group.record(1, {}) == group.rooms.look(group.letters) == ENDED
    assert group.board()["state"]["closed"] is True
    assert (group.board()["seats"], group.board()["answers"]) == ([], {})
    with pytest.raises(ValueError, match="That room has ended"):
        group.rooms.open(group.opened)


def test_a_room_is_gone_after_three_hours_even_if_its_board_is_still_there(group: Class) -> None:
    group.join(1)
    group.now = LIFE - 1
    assert group.board()["seats"]
    group.now = LIFE
    assert group.board()["seats"] == []
    assert group.look(1) == ENDED
    group.now = 2 * LIFE
    with pytest.raises(Unknown):
        group.look(1)


def test_a_server_has_so_many_rooms_and_gives_one_that_nobody_uses_to_another() -> None:
    used = Class()
    used.join(1)
    others = [used.rooms.open({"lesson": "mgp"}, f"10.0.0.{n}")["letters"] for n in range(MOST_ROOMS - 1)]
    with pytest.raises(TooMany, match="no free room: 50 are open"):
        used.rooms.open({"lesson": "mgp"}, "10.0.1.1")
    used.now = UNWATCHED + 1
    assert used.rooms.open({"lesson": "mgp"}, "10.0.1.2")["letters"]
    assert used.look(1)["place"] == 0
    with pytest.raises(Unknown):
        used.rooms.look(others[0])


def test_one_address_cannot_take_all_rooms_of_a_server(group: Class) -> None:
    for _ in range(OPENING[0]):
        group.rooms.open({"lesson": "mgp"}, "10.0.0.1")
    with pytest.raises(TooMany, match="Too many rooms"):
        group.rooms.open({"lesson": "mgp"}, "10.0.0.1")
    assert group.rooms.open({"lesson": "mgp"}, "10.0.0.2")


@pytest.mark.parametrize("wish", [
    {}, {"lesson": "none"}, {"lesson": 3}, {"lesson": "mgp", "letters": "ABCD", "key": "k" * 32},
    {"lesson": "mgp", "letters": "BCDF"}, {"lesson": "mgp", "letters": "BCDF", "key": "short"},
    {"lesson": "mgp", "letters": "BCDF", "key": "k" * 32, "seats": [1]},
    {"lesson": "mgp", "letters": "BCDF", "key": "k" * 32, "seats": [True] * (MOST + 1)},
    {"lesson": "mgp", "letters": ["B"], "key": "k" * 32},
])  # fmt: skip
def test_a_room_that_cannot_be_is_not_opened(wish: dict) -> None:
    rooms = Rooms()
    with pytest.raises(ValueError, match=r"^Invalid .* Must "):
        rooms.open(wish)
    with pytest.raises(Unknown):
        rooms.look("BCDF")
