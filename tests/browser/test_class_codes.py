"""Class codes: what a device made is read again, from whatever it was pasted into, and no slip of a hand passes."""

import csv
from collections.abc import Callable
from io import StringIO
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from support.class_room import answers
from support.lab import Lab
from support.modules import open_modules

USE = """async ([what, ...given]) => {
  const {encode, decode, codesIn, SIGNS} = await import('/lesson/code.js');
  const {LESSONS} = await import('/lesson_tables.js');
  const lessons = Object.values(LESSONS);
  const plain = ({lesson, ticket, answers}) => ({lesson: lesson.key, ticket, answers});
  const said = code => { try { return plain(decode(code, lessons)); } catch (error) { return error.message; } };
  return {
    encode: (key, kept, ticket) => encode(LESSONS[key], kept, ticket),
    decode: said,
    passed: codes => codes.filter(code => typeof said(code) !== 'string'),
    read: text => { const {read, ...rest} = codesIn(text, lessons); return {read: read.map(plain), ...rest}; },
    spaces: () => lessons.map(lesson => encode(lesson, {}, 'a') && lesson.key),
    signs: () => SIGNS,
  }[what](...given);
}"""


class Codes:
    """The module of the browser that makes and reads codes."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def __call__(self, what: str, *given: Any) -> Any:
        return self.page.evaluate(USE, [what, *given])


@pytest.fixture
def codes(blank: Page) -> Codes:
    """Return it."""
    open_modules(blank)
    return Codes(blank)


def test_a_code_has_sixteen_signs_and_is_the_same_for_the_same_answers_and_device(codes: Codes) -> None:
    kept = answers(Random(3))
    made = codes("encode", "tablets", kept, "abcd1234")
    assert [len(group) for group in made.split("-")] == [4, 4, 4, 4]
    assert set(made) <= {*codes("signs"), "-"}
    assert not set(codes("signs")) & {*"O0I1"}
    assert codes("encode", "tablets", kept, "abcd1234") == made
    assert codes("encode", "tablets", kept, "abcd1235") != made


@pytest.mark.parametrize("seed", range(20))
def test_what_was_answered_is_read_again_and_of_lines_where_they_end(codes: Codes, seed: int) -> None:
    chance = Random(seed)
    kept = {key: value for key, value in answers(chance).items() if chance.random() < 0.8}
    read = codes("decode", codes("encode", "tablets", kept, f"ticket{seed:02}"))
    assert (read["lesson"], read["answers"].keys()) == ("tablets", kept.keys())
    for key, value in kept.items():
        told = read["answers"][key]
        if key in ("draw_bones", "draw_arteries"):
            assert told["because"] == value["because"]
            assert abs(told["end"] - value["line"][-1]) <= 50 / 9
        elif key == "trials":
            assert all(abs(a - b) <= 50 / 9 for a, b in zip(told, value, strict=True))
        else:
            assert told == ({"found": value["found"]} if "found" in str(value) else value)


def test_a_level_line_is_read_as_level(codes: Codes) -> None:
    kept = {"draw_bones": {"line": [50] * 21, "because": 0}}
    assert codes("decode", codes("encode", "tablets", kept, "a"))["answers"]["draw_bones"]["end"] == 50


def test_every_lesson_has_room_in_a_code_for_its_answers_and_many_devices(codes: Codes) -> None:
    assert "tablets" in codes("spaces")


def test_no_wrong_sign_two_wrong_signs_and_no_changed_places_pass(codes: Codes) -> None:
    made, signs = codes("encode", "tablets", answers(Random(1)), "abcdefgh"), codes("signs")
    places = [place for place, sign in enumerate(made) if sign != "-"]

    def put(code: str, place: int, sign: str) -> str:
        return code[:place] + sign + code[place + 1 :]

    wrong = {put(made, place, sign) for place in places for sign in signs}
    chance = Random(2)
    for _ in range(3000):
        one, two = chance.sample(places, 2)
        wrong.add(put(put(made, one, chance.choice(signs)), two, chance.choice(signs)))
    wrong |= {put(put(made, a, made[b]), b, made[a]) for a in places for b in places}
    assert codes("passed", sorted(wrong - {made})) == []
    assert "A sign in it is wrong" in codes("decode", sorted(wrong - {made})[0])


def test_of_random_texts_of_that_form_almost_none_is_a_code(codes: Codes) -> None:
    chance, signs = Random(5), codes("signs")
    texts = ["".join(chance.choices(signs, k=16)) for _ in range(20_000)]
    assert len(codes("passed", texts)) <= 3  # one in 32,768 passes the check, if it names a lesson


def test_codes_are_found_in_a_chat_a_table_and_small_letters_and_each_device_counts_once(codes: Codes) -> None:
    first, second = ({**answers(Random(seed)), "place": seed} for seed in (1, 2))
    a, later = (codes("encode", "tablets", each, "device01") for each in (first, second))
    b = codes("encode", "tablets", first, "device02")
    lines = [
        f"Ann (10:31): {a}".lower().replace("-", "–"),
        "2026-11-28, UUID 123e4567-e89b-12d3-a456-426614174000",
        f'Bob;"{b}";12'.replace("-", ""),
        "this word list will stay",
        f"{later}. {b}".replace("-", "\u00ad-"),
        f"{a[:-1]}{'3' if a.endswith('2') else '2'}",
    ]
    text = "\n".join(lines)
    found = codes("read", text)
    assert [each["answers"]["place"] for each in found["read"]] == [2, 1]
    assert found["replaced"] == 2
    assert len(found["refused"]) == 1
    assert found["refused"][0].startswith(f"Invalid code '{lines[-1]}'.")


def test_a_sign_that_is_not_used_is_named(codes: Codes) -> None:
    assert "no O, 0, I or 1" in codes("decode", "ABCD-EFGH-JKLM-NPQ0")


def test_the_file_reads_codes_and_saves_picture_and_counts_without_a_network(
    codes: Codes, opened: Callable[..., Lab]
) -> None:
    made = [codes("encode", "tablets", answers(Random(seed)), f"device{seed:02}") for seed in range(6)]
    page = opened().page
    page.evaluate("location.hash = 'lesson=all'")
    page.get_by_role("button", name="Read class codes").click()
    page.get_by_label("Class codes").fill("\n".join([*made, made[0]]))
    expect(page.get_by_text("One code came twice from the same device; the last counts.")).to_be_visible()
    expect(page.locator(".side .count")).to_have_text("6 codes")
    page.get_by_role("button", name="6 Votes").click()
    expect(page.locator(".plot .bar")).to_have_count(8)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save the counts").click()
    rows = list(csv.DictReader(StringIO(saved.value.path().read_text("utf-8-sig"))))
    votes = [int(row["pupils"]) for row in rows if row["step"] == "6"]
    assert (len(votes), sum(votes)) == (8, 12)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save the picture").click()
    assert saved.value.path().read_bytes().startswith(b"\x89PNG")
    page.get_by_role("button", name="Back").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Lessons")
