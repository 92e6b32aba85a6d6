"""On a laptop, zoomed, on a projector, on a phone, on paper: what belongs together is in sight together."""

from collections.abc import Iterator
from io import BytesIO
from itertools import combinations

import pytest
from PIL import Image
from playwright.sync_api import BrowserContext, Locator
from pypdf import PdfReader
from support.accessible import BOTH_THEMES
from support.for_each import for_each
from support.visit import Open, Visit, expect

from sim.runs.scenario import NUTRIENTS
from sim.text.sentences import NOTICE

PARADOX = "?calcium=2000&vitamin_d=4000&vitamin_k2=10&years=10"
LAPTOPS = [(1280, 720), (1366, 638), (1280, 590), (1920, 1080)]
ZOOMED = [(1024, 576), (853, 480)]  # what 125 and 150 % leave of 1280x720
PHONES = [(390, 844), (320, 640)]
PROJECTOR = (1280, 720)
SMALLEST_LETTERS, SMALLEST_ON_A_PHONE = 13, 14  # px
# The boxes of words in the picture: [text, left, right, top, bottom].
WORDS = """svg => [...svg.querySelectorAll('text')].filter(text => text.textContent.trim() && !text.closest('.asleep')
  && text.checkVisibility({visibilityProperty: true, opacityProperty: true})).map(text => {
    const {left, right, top, bottom} = text.getBoundingClientRect(), less = (bottom - top) * 0.2;
    return [text.textContent, left, right, top + less, bottom - less];
  })"""
# What is drawn beside the window or in a box too low for it.
CUT = """root => [root, ...root.querySelectorAll('div, p, h1')].filter(node => {
  const {left, right, width} = node.getBoundingClientRect(), low = node.scrollHeight > node.clientHeight + 1;
  const clips = getComputedStyle(node).overflowY !== 'visible' && !node.matches('.unseen, .skip');
  return node.checkVisibility() && width > 1 && (left < -1 || right > innerWidth + 1 || (clips && low));
}).map(node => node.outerHTML.slice(0, 200))"""


@pytest.fixture(scope="module")
def opened(context: BrowserContext, server: str) -> Iterator[Visit]:
    """Return the page that shows the paradox."""
    visit = Visit(context.new_page(), server).open(PARADOX)
    yield visit
    visit.page.close()  # a page that is left open draws on, sixty times a second


@pytest.fixture
def sized(opened: Visit) -> Iterator[Visit]:
    """Return that page for a test that resizes it."""
    yield opened
    opened.resize(*PROJECTOR)


def in_sight(*parts: Locator) -> None:
    """Check that parts are wholly in sight."""
    for part in parts:
        expect(part).to_be_in_viewport(ratio=0.99)


def organs(visit: Visit) -> list[Locator]:
    """Return bone and artery."""
    return [visit.part("bone"), visit.part("arteries")]


@for_each("size", [*LAPTOPS, *ZOOMED, *PHONES])
def test_bone_artery_sentence_and_the_three_sliders_are_in_sight_together(sized: Visit, size: tuple[int, int]) -> None:
    sized.resize(*size)
    in_sight(sized.sentence, *organs(sized), *(sized.slider(name) for name in NUTRIENTS))
    in_sight(*(sized.number(name) for name in NUTRIENTS))
    expect(sized.root.get_by_text(NOTICE).or_(sized.root.locator(".notice b")).first).to_be_in_viewport()
    sized.fits(size[0])


@for_each("size", [*LAPTOPS, *ZOOMED, *PHONES])
def test_no_words_of_the_picture_lie_over_each_other_or_leave_the_window(sized: Visit, size: tuple[int, int]) -> None:
    sized.resize(*size)
    words = sized.scene.evaluate(WORDS)
    assert len(words) > 8
    over = [(a[0], b[0]) for a, b in combinations(words, 2)
            if min(a[2] - b[1], b[2] - a[1], a[4] - b[3], b[4] - a[3]) > 1]  # fmt: skip
    assert over == []
    assert [word for word, left, right, *_ in words if left < -1 or right > size[0] + 1] == []


@for_each(
    ("size", "least"),
    [*((each, SMALLEST_LETTERS) for each in LAPTOPS), *((each, SMALLEST_ON_A_PHONE) for each in PHONES)],
)
def test_letters_of_the_picture_are_large_enough_to_read(sized: Visit, size: tuple[int, int], least: float) -> None:
    sized.resize(*size)
    sizes = sized.letters()
    assert [(text, px) for text, px in sizes if px < least - 0.1] == []


@pytest.mark.parametrize("size", PHONES)
def test_on_a_phone_the_answer_to_a_drag_is_in_sight_while_the_finger_is_down(
    sized: Visit, size: tuple[int, int]
) -> None:
    sized.resize(*size)
    before = sized.line("bone_change")
    hand = sized.hold("vitamin_k2", 0.7)
    in_sight(*organs(sized), sized.sentence)
    expect(sized.sentence).to_contain_text("Paradox solved.")
    assert sized.line("bone_change") != before
    hand.to(0.14)
    hand.up()


@BOTH_THEMES
def test_on_paper_there_is_nothing_to_press_nothing_cut_and_the_paper_is_white(lab: Open, dark: bool) -> None:
    visit = lab(PARADOX, dark=dark)
    visit.page.emulate_media(media="print")
    visit.resize(800, 1100)
    expect(
        visit.page.locator("button:visible, input[type=range]:visible, summary:visible, nav a:visible")
    ).to_have_count(0)
    expect(visit.sentence).to_be_visible()
    for part in organs(visit):
        expect(part).to_be_visible()
    assert visit.root.evaluate(CUT) == []
    picture = Image.open(BytesIO(visit.page.screenshot(full_page=True))).convert("L")
    counts = picture.histogram()
    assert sum(counts[250:]) > 0.6 * sum(counts)
    pages = PdfReader(BytesIO(visit.page.pdf(format="A4"))).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert len(pages) == 1
    for told in ("The calcium paradox.", "2,000", "4,000", NOTICE.split(",")[0]):
        assert told.lower() in text.lower(), told
    assert "Menu" not in text
