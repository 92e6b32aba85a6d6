"""The Lab on every screen: all in sight, nothing over anything, nothing that jumps, few controls and few numbers."""

import io

import pytest
from PIL import Image
from playwright.sync_api import Browser, Locator, expect
from support.for_each import for_each
from support.lab_page import LabPage, lab_page

from sim import Scenario
from sim.runs.scenario import PRESETS

PARADOX = PRESETS["calcium paradox"]
BALANCED = Scenario().to_dict()
SCREENS = [
    (1280, 720), (1366, 638), (1280, 590), (1024, 576), (853, 480), (390, 844), (320, 640), (768, 1024), (1920, 1080),
]  # fmt: skip
MANY = [
    *PRESETS.values(), Scenario(lens="trials", vitamin_k2=0), Scenario(500, 100, 100), Scenario(2000, 4000, 30),
    Scenario(2500, 0, 500), Scenario(parameters={"mgp_block": 1}), Scenario(k_form="mk4", vitamin_k2=500, years=30),
]  # fmt: skip
# Elements that a reader sees, with their places; what is transparent, folded away or cut off is not seen.
SEEN = """(root, selector) => [...root.querySelectorAll(selector)].filter(e => {
  const box = e.getBoundingClientRect();
  return e.checkVisibility({opacityProperty: true, visibilityProperty: true}) && box.width > 1 && box.height > 1
    && getComputedStyle(e).clipPath === 'none';
})"""


@pytest.fixture
def lab(still: LabPage) -> LabPage:
    return still


def boxes(lab: LabPage, selector: str) -> list[dict[str, float]]:
    """Return the places of all that is seen and matches a selector."""
    return lab.root.evaluate(
        f"""(root, selector) => ({SEEN})(root, selector).map(e => {{
        const {{left, top, right, bottom}} = e.getBoundingClientRect();
        return {{left, top, right, bottom, name: e.outerHTML.slice(0, 90)}}; }})""",
        selector,
    )


CONTROLS = "button, input, summary, a, select"
MUST_BE_SEEN = [
    ("h1", 1), ("p.sentence", 1), ("svg.scene", 1), ("input[type=range][data-key]", 3), ("input.number", 3),
    ("button.play", 1), ("input.year", 1), (".menu > summary", 1), (".notice b", 1),
]  # fmt: skip


@for_each(("width", "height"), SCREENS)
def test_everything_is_in_sight_without_scrolling_and_nothing_lies_over_another(
    lab: LabPage, width: int, height: int
) -> None:
    lab.page.set_viewport_size({"width": width, "height": height})
    lab.start(PARADOX, ghost=BALANCED)
    lab.frame()
    assert lab.page.evaluate("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]") == [
        width,
        height,
    ]
    for selector, count in MUST_BE_SEEN:
        found = boxes(lab, selector)
        assert len(found) == count, selector
        for box in found:
            assert (
                box["left"] >= 0 and box["top"] >= 0 and box["right"] <= width + 0.5 and box["bottom"] <= height + 0.5
            ), box
    # A slider lies in its own row, and the picture ends where the sliders begin.
    apart = boxes(lab, ".bar .name, .bar .number, .bar .track, .bar .notice b, .head .pill, h1, p.sentence, .time > *")
    for i, one in enumerate(apart):
        for other in apart[i + 1 :]:
            across = min(one["right"], other["right"]) - max(one["left"], other["left"])
            down = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
            assert across <= 1 or down <= 1, (one["name"], other["name"], across, down)
    (scene,), (bar,) = boxes(lab, "svg.scene"), boxes(lab, ".bar")
    assert scene["bottom"] <= bar["top"] + 0.5
    assert (scene["bottom"] - scene["top"]) / height >= 0.4


@for_each(("width", "height"), SCREENS)
def test_nothing_jumps_and_no_sentence_is_cut_off(lab: LabPage, width: int, height: int) -> None:
    lab.page.set_viewport_size({"width": width, "height": height})
    lab.start(PARADOX)
    fixed = "h1, svg.scene, .bar, .track, .play, .menu, .head .pill"
    places = boxes(lab, fixed)
    for scenario in MANY:
        lab.page.evaluate("x => lab.store.put({...lab.store.session, scenario: x})", scenario.to_dict())
        lab.frame()
        found = boxes(lab, fixed)
        assert [[b[side] for side in ("left", "top", "right", "bottom")] for b in found] == [
            [b[side] for side in ("left", "top", "right", "bottom")] for b in places
        ]
        over = lab.sentence.evaluate("e => [e.scrollHeight - e.clientHeight, e.scrollWidth - e.clientWidth]")
        assert max(over) <= 1, (scenario, lab.sentence.text_content())


def test_a_refusal_moves_nothing_either(lab: LabPage) -> None:
    for width, height in SCREENS:
        lab.page.set_viewport_size({"width": width, "height": height})
        lab.start(PARADOX)
        before = boxes(lab, "svg.scene, .track, .notice b")
        lab.number("vitamin_d").fill("20000")
        lab.number("vitamin_d").press("Enter")
        lab.frame()
        expect(lab.refusal).to_be_in_viewport(ratio=1)
        assert boxes(lab, "svg.scene, .track, .notice b") == before, (width, height)


def test_the_first_screen_has_twelve_controls_and_fifteen_numbers_at_most(lab: LabPage) -> None:
    lab.start(PARADOX, ghost=BALANCED)
    lab.page.mouse.move(5, 300)
    lab.frame()
    controls = boxes(lab, CONTROLS)
    assert len(controls) <= 12, [box["name"] for box in controls]
    numbers = lab.root.evaluate(f"""root => {{
      const texts = ({SEEN})(root, '*').flatMap(e => e.tagName === 'INPUT' ? (e.type === 'text' ? [e.value] : [])
        : [...e.childNodes].filter(n => n.nodeType === 3).map(n => n.data));
      return texts.flatMap(text => text.match(/(?<![A-Za-z\\d.,])\\d[\\d.,]*/g) ?? []); }}""")
    assert 5 <= len(numbers) <= 15, numbers


@for_each(
    ("width", "height", "least", "view"), [(390, 844, 14, "page"), (320, 640, 14, "page"), (1280, 720, 24, "projector")]
)
def test_words_are_large_enough(lab: LabPage, width: int, height: int, least: int, view: str) -> None:
    """On a phone fourteen pixels, by a projector twenty-four: read from the last row."""
    lab.page.set_viewport_size({"width": width, "height": height})
    lab.start(PARADOX, ghost=BALANCED, view=view)
    lab.frame()
    small = lab.root.evaluate(
        f"""(root, least) => ({SEEN})(root, ':not(svg *)').filter(e =>
        (e.tagName === 'INPUT' ? e.type === 'text' : [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
        && parseFloat(getComputedStyle(e).fontSize) > 0 && parseFloat(getComputedStyle(e).fontSize) < least)
        .map(e => e.outerHTML)""",
        least,
    )
    assert small == []


def test_projector_view_fits_with_presets_accounts_and_a_way_out(lab: LabPage) -> None:
    for width, height in ((1280, 720), (1024, 768), (1920, 1080)):
        lab.page.set_viewport_size({"width": width, "height": height})
        lab.start(PARADOX, view="projector")
        lab.frame()
        assert lab.page.evaluate("document.documentElement.scrollHeight") == height
        for selector, count in [*MUST_BE_SEEN, (".head [data-preset]", 3), (".head [data-lens]", 2), (".leave", 1)]:
            found = boxes(lab, selector)
            assert len(found) == count, (selector, width)
            assert all(box["right"] <= width + 0.5 and box["bottom"] <= height + 0.5 for box in found), selector
        over = lab.sentence.evaluate("e => e.scrollHeight - e.clientHeight")
        assert over <= 1, width


@for_each(("width", "height"), [(320, 640), (390, 844), (853, 480), (1280, 590)])
def test_the_menu_stays_on_the_screen_and_scrolls(lab: LabPage, width: int, height: int) -> None:
    lab.page.set_viewport_size({"width": width, "height": height})
    lab.start(PARADOX)
    sheet = lab.open_menu()
    box = sheet.bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= width and box["y"] + box["height"] <= height
    last = sheet.locator("a").last
    last.scroll_into_view_if_needed()
    expect(last).to_be_in_viewport(ratio=1)
    for item in sheet.locator("button, a").all():
        place = item.bounding_box()
        assert place and place["height"] >= (44 if width < 700 else 24)


def pixel(what: Locator, x: float, y: float) -> tuple[int, ...]:
    """Return the colour at a place of an element, given as shares of its size."""
    image = Image.open(io.BytesIO(what.screenshot())).convert("RGB")
    found = image.getpixel((int(x * (image.width - 1)), int(y * (image.height - 1))))
    assert isinstance(found, tuple)
    return found


def far(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) > 150


@for_each("scheme", ["light", "dark"])
def test_with_forced_colours_sliders_and_pressed_buttons_are_seen(browser: Browser, scheme: str) -> None:
    with lab_page(browser, reduced_motion="reduce", forced_colors="active", color_scheme=scheme) as lab:
        lab.start(PARADOX)
        lab.page.mouse.move(5, 300)
        slider = lab.slider("calcium")
        position = float(slider.input_value())
        width = (slider.bounding_box() or {})["width"]
        thumb = (13 + position * (width - 26)) / width
        paper = pixel(slider, 0.5, 0.02)
        assert far(pixel(slider, 0.95, 0.5), paper) and far(pixel(slider, 0.2, 0.5), paper)
        assert far(pixel(slider, thumb, 0.5), paper)
        pressed, other = lab.preset("calcium paradox"), lab.preset("balanced")
        assert far(pixel(pressed, 0.08, 0.5), pixel(other, 0.08, 0.5))


@for_each("theme", ["light", "dark"])
def test_paper_has_no_controls_is_white_and_cuts_nothing(lab: LabPage, theme: str) -> None:
    for width, height in ((1280, 720), (390, 844)):
        lab.page.emulate_media()
        lab.page.set_viewport_size({"width": width, "height": height})
        lab.start(PARADOX, ghost=BALANCED)
        lab.root.evaluate("(e, theme) => { e.dataset.theme = theme; }", theme)
        lab.page.emulate_media(media="print")
        assert boxes(lab, "button, input[type=range], summary, a") == []
        for selector in ("h1", "p.sentence", "svg.scene", ".notice b", "input.number"):
            assert boxes(lab, selector), selector
        assert lab.root.evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(255, 255, 255)"
        assert lab.root.evaluate("e => getComputedStyle(e).color") == "rgb(10, 16, 22)"
        (scene,), (root,) = boxes(lab, "svg.scene"), boxes(lab, ".bar")
        assert scene["bottom"] <= root["top"] + 1 and scene["right"] <= width
        assert lab.sentence.evaluate("e => e.scrollHeight - e.clientHeight") <= 1
        lab.page.emulate_media(media="screen")


@for_each(("width", "most"), [(1280, 150), (853, 160), (390, 170), (320, 180)])
def test_the_bar_of_the_other_pages_is_low_and_keeps_sliders_and_notice_in_one_sight(
    lab: LabPage, width: int, most: int
) -> None:
    lab.page.set_viewport_size({"width": width, "height": 600})
    lab.start(PARADOX, mode="bar")
    lab.frame()
    (bar,) = boxes(lab, ".bar")
    assert bar["bottom"] - bar["top"] <= most
    assert lab.page.evaluate("document.documentElement.scrollWidth") == width
    tracks = boxes(lab, "input[type=range]")
    assert len(tracks) == 3 and len({box["top"] for box in tracks}) == 1
    expect(lab.page.get_by_text("Illustrative teaching model, not medical advice.")).to_be_in_viewport(ratio=1)
    for selector, count in ((".row .accounts button", 2), (".row [data-do=undo]", 1), (".menu > summary", 1)):
        assert len(boxes(lab, selector)) == count, selector
    assert len(boxes(lab, ".row [data-preset]")) == (3 if width >= 700 else 0)  # on a phone they are in the menu
    lab.drag("vitamin_k2", 0.632)
    assert lab.settings()["vitamin_k2"] == 200
    lab.page.locator(".row [data-do=undo]").click()
    assert Scenario(**lab.settings()) == PARADOX
    sheet = lab.open_menu().bounding_box()
    assert sheet and sheet["x"] >= 0 and sheet["x"] + sheet["width"] <= width
    expect(lab.page.locator(".sheet [data-preset]")).to_have_count(len(PRESETS))
