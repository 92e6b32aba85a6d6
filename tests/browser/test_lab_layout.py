"""On a projector, on a phone and zoomed in: everything can be seen and reached."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from playwright.sync_api import BrowserContext
from support.for_each import for_each
from support.visit import Open, Visit, expect

from sim.text.sentences import BLOOD_THINNER, NOTICE

PROJECTOR, PHONE, SMALL_PHONE = (1280, 720), (390, 800), (320, 640)
ZOOMED = (640, 360)  # what 200 % zoom leaves of 1280x720
END = 100_000

# For each element that has the focus: its name and whether the bar hides all of it.
FOCUSED = """() => {
  const focused = document.activeElement, bar = document.querySelector('[data-testid=stBottom]');
  const box = focused.getBoundingClientRect(), top = bar.getBoundingClientRect().top;
  const name = focused.getAttribute('aria-label') || focused.innerText.slice(0, 60);
  return {name, hidden: box.height > 0 && !bar.contains(focused) && box.top >= top - 1};
}"""
# Left and right end of each slider's value and of the row that clips it.
VALUES = """() => [...document.querySelectorAll('.st-key-bar [data-testid=stSliderThumbValue]')].map(value => {
  const own = value.getBoundingClientRect();
  const row = value.closest('[data-testid=stHorizontalBlock]').getBoundingClientRect();
  return {text: value.innerText, left: own.left, right: own.right, first: row.left, last: row.right};
})"""


@pytest.fixture
def sized(paradox: Visit) -> Iterator[Visit]:
    """Return the page for a test that resizes and scrolls it; afterwards it is as it was."""
    yield paradox
    paradox.resize(*PROJECTOR).scroll(0)


@pytest.fixture(scope="module")
def about(context: BrowserContext, server: str) -> Iterator[Visit]:
    """Return the page about the model."""
    visit = Visit(context.new_page(), server).open("model")
    yield visit
    visit.page.close()


@for_each("size", [PROJECTOR, PHONE])
def test_the_notice_is_in_sight_at_both_ends_of_the_page(sized: Visit, size: tuple[int, int]) -> None:
    sized.resize(*size)
    for top in (0, END):
        sized.scroll(top)
        expect(sized.notice_in_bar).to_be_in_viewport(ratio=1)
        expect(sized.bar.get_by_text(BLOOD_THINNER)).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("address", ["map", "?view=projector"])
def test_the_line_on_blood_thinners_is_in_sight_where_vitamin_k2_is_moved(
    context: BrowserContext, server: str, address: str
) -> None:
    visit = Visit(context.new_page(), server).resize(*PROJECTOR)
    visit.page.goto(f"{server}/{address}")
    expect(visit.bar.get_by_text(BLOOD_THINNER)).to_be_in_viewport(ratio=1)
    visit.page.close()


@pytest.mark.parametrize("size", [PROJECTOR, PHONE])
def test_the_notice_is_in_sight_at_both_ends_of_the_page_about_the_model(about: Visit, size: tuple[int, int]) -> None:
    about.resize(*size)
    for top in (0, END):
        about.scroll(top)
        about.page.wait_for_timeout(200)
        boxes = [notice.bounding_box() for notice in about.page.get_by_text(NOTICE).all()]
        assert any(box and 0 <= box["y"] <= size[1] - box["height"] for box in boxes), f"scrolled to {top}"


@pytest.mark.parametrize("size", [PROJECTOR, PHONE, SMALL_PHONE])
def test_sliders_and_sentence_are_in_sight_and_the_bar_takes_a_quarter_at_most(
    sized: Visit, size: tuple[int, int]
) -> None:
    sized.resize(*size).scroll(0)
    expect(sized.sentence).to_be_in_viewport(ratio=1)
    for label in ("Calcium intake", "Vitamin D", "Vitamin K2"):
        expect(sized.bar.get_by_text(label, exact=True)).to_be_in_viewport(ratio=1)
    box = sized.bar.bounding_box()
    assert box
    assert box["height"] <= size[1] / 4
    assert box["y"] + box["height"] == pytest.approx(size[1], abs=1)


def two_pictures_end_above_the_bar(visit: Visit) -> bool:
    """Tell whether bone and arteries are in sight."""
    boxes = [picture.bounding_box() for picture in visit.pictures.all()[:2]]
    bar = visit.bar.bounding_box()
    return bar is not None and all(box and box["y"] + box["height"] <= bar["y"] for box in boxes) and len(boxes) == 2


def test_both_pictures_of_the_paradox_are_in_sight_with_the_sliders_on_a_projector(sized: Visit) -> None:
    sized.resize(*PROJECTOR).scroll(0)
    for _ in range(50):  # coming from a phone, the server sends other paper, which takes a moment
        if two_pictures_end_above_the_bar(sized):
            break
        sized.page.wait_for_timeout(200)
    assert two_pictures_end_above_the_bar(sized)


def test_nothing_overflows_sideways_on_a_small_phone(sized: Visit, about: Visit) -> None:
    for visit in (sized, about):
        visit.resize(*SMALL_PHONE)
        visit.fits(SMALL_PHONE[0])


@pytest.mark.parametrize("size", [PHONE, SMALL_PHONE])
def test_the_value_of_every_slider_can_be_read_whole_on_a_phone(sized: Visit, size: tuple[int, int]) -> None:
    sized.resize(*size)
    sized.page.wait_for_timeout(300)  # the values glide to their new places
    values = sized.page.evaluate(VALUES)
    assert [value["text"] for value in values] == ["2000 mg/day", "4000 IU/day", "10 µg/day"]
    cut = [v for v in values if v["left"] < v["first"] - 0.5 or v["right"] > v["last"] + 0.5]
    assert cut == []
    assert all(a["right"] <= b["left"] for a, b in pairwise(values))


def test_the_bar_lets_go_when_the_page_is_zoomed_so_far_that_it_would_cover_it(sized: Visit) -> None:
    sized.resize(*ZOOMED).scroll(0)
    expect(sized.bar).not_to_be_in_viewport()
    expect(sized.sentence).to_be_in_viewport(ratio=1)
    sized.scroll(END)
    expect(sized.notice_in_bar).to_be_in_viewport(ratio=1)
    sized.resize(*PROJECTOR).scroll(0)
    expect(sized.bar).to_be_in_viewport(ratio=1)


def test_the_keyboard_reaches_everything_and_the_bar_never_hides_the_focus(lab: Open) -> None:
    visit = lab()
    seen = []
    for _ in range(70):
        visit.page.keyboard.press("Tab")
        seen.append(visit.page.evaluate(FOCUSED))
        if "More" in seen[-1]["name"] and seen[-1]["name"].endswith("expand_more"):
            break
    names = " ".join(stop["name"] for stop in seen)
    wanted = ("balanced", "Reset", "Save", "Ledger and numbers", "Calcium intake", "Vitamin K2", "More")
    assert [name for name in wanted if name not in names] == []
    assert [stop["name"] for stop in seen if stop["hidden"]] == []


def test_the_buttons_of_the_bar_have_names_on_a_phone(sized: Visit) -> None:
    sized.resize(*PHONE)
    expect(sized.bar.get_by_role("button", name="More")).to_be_in_viewport(ratio=1)
