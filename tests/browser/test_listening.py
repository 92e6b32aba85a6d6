"""A curve is walked by keys, pointer and finger, says its values in words, and is a tone for who asks for it."""

import re
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from playwright.sync_api import Browser, Locator, expect
from support.accessible import BOTH_THEMES, found_by_axe, nothing_in
from support.for_each import for_each
from support.heard import contexts, record_sound, tones
from support.lab import Lab
from support.lab_page import LabPage, lab_page
from support.scene_page import open_scene, show

from sim import Scenario
from sim.runs.many import balanced_run
from sim.runs.quantities import QUANTITIES
from sim.runs.run import simulate
from sim.runs.scenario import PRESETS
from sim.text.values import told

BALANCED, PARADOX = PRESETS["balanced"], PRESETS["calcium paradox"]
CURVES = ["bone_change", "arteries_times"]
OPENED = """() => document.querySelector('#place').shadowRoot.activeElement?.dataset.quantity ?? ''"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[LabPage]:
    with lab_page(browser, reduced_motion="reduce") as lab:
        yield lab


@pytest.fixture
def lab(page: LabPage) -> LabPage:
    """Return the Lab with the paradox, and the balanced adult as the state before; what it plays is written down."""
    record_sound(page.page)
    page.start(BALANCED)
    page.store(f"store.change({PARADOX.nutrients()})")
    page.frame()
    return page


def curve(lab: Lab, name: str) -> Locator:
    return lab.scene.locator(f".curve[data-quantity={name}]")


def walked(lab: Lab, name: str, *keys: str) -> str:
    """Focus a curve, press keys, and return what is said there then."""
    curve(lab, name).focus()
    for key in keys:
        lab.page.keyboard.press(key)
    return curve(lab, name).get_attribute("aria-valuetext") or ""


def seen(lab: Lab) -> list[str]:
    """Return what is written at the cursors in sight."""
    return lab.scene.locator(".told text:visible").all_text_contents()


def words(name: str, scenario: Scenario, year: float) -> str:
    """Return what must be said of a year of a run, from Python's numbers."""
    runs = simulate(scenario), balanced_run(scenario)
    own, usual = (told(QUANTITIES[name], float(np.interp(year, run.years, QUANTITIES[name].of(run)))) for run in runs)
    return f"Year {year:g}: {QUANTITIES[name].short} {own}, balanced {usual}"


@for_each("name", CURVES)
def test_each_point_of_a_walk_says_and_shows_the_models_values_in_words(lab: LabPage, name: str) -> None:
    said = [walked(lab, name)]
    for _ in range(10):
        assert seen(lab) == said[-1:]
        lab.page.keyboard.press("ArrowLeft")
        said.append(curve(lab, name).get_attribute("aria-valuetext") or "")
    assert said == [words(name, PARADOX, year) for year in range(10, -1, -1)]
    assert lab.settings()["vitamin_k2"] == PARADOX.vitamin_k2 and lab.store("store.year") == 10


def test_home_end_and_page_keys_take_their_steps_and_the_ends_hold(lab: LabPage) -> None:
    years = [
        curve(lab, "bone_change").get_attribute("aria-valuenow")
        for key in [
            "",
            "ArrowRight",
            "Home",
            "ArrowLeft",
            "PageDown",
            "PageUp",
            "ArrowRight",
            "PageUp",
            "PageDown",
            "End",
        ]
        if walked(lab, "bone_change", *([key] if key else []))
    ]
    assert years == ["10", "10", "0", "0", "0", "5", "6", "10", "5", "10"]


@for_each(("years", "before"), [(30, "29"), (5, "4"), (4, "3.5"), (2, "1.5"), (1, "0.9")])
def test_the_step_fits_the_years_of_the_run(lab: LabPage, years: int, before: str) -> None:
    lab.store(f"store.change({{years: {years}}})")
    lab.frame()
    assert walked(lab, "arteries_times", "ArrowLeft").startswith(f"Year {before}: arteries ×")
    assert walked(lab, "arteries_times", "ArrowLeft", "ArrowRight", "Home").startswith("Year 0: arteries ×1.0")
    lab.page.keyboard.press("Escape")


def test_a_place_between_two_points_leads_to_the_nearest_on_either_side(lab: LabPage) -> None:
    lab.store("store.setYear(7.4)")
    lab.frame()
    assert walked(lab, "bone_change").startswith("Year 7.4: ")
    assert walked(lab, "bone_change", "ArrowRight").startswith("Year 8: ")
    lab.page.keyboard.press("Escape")
    assert walked(lab, "bone_change", "ArrowLeft").startswith("Year 7: ")


def test_up_and_down_change_between_this_run_before_and_the_other_account(lab: LabPage) -> None:
    lab.store("store.shade(true)")
    lab.frame()
    bone, name = QUANTITIES["bone_change"], "bone_change"
    trials = simulate(Scenario(**{**PARADOX.to_dict(), "lens": "trials"}))
    lines = {f"Year 9, before: bone {told(bone, bone.of(simulate(BALANCED))[108])}": "before",
             f"Year 9, trials: bone {told(bone, bone.of(trials)[108])}": "other"}  # fmt: skip
    first = walked(lab, name, "ArrowLeft")
    for said, line in lines.items():
        assert walked(lab, name, "ArrowDown") == said
        assert on_line(lab, name, f".line.{line}")
    assert walked(lab, name, "ArrowDown") in lines  # there is no fourth
    assert walked(lab, name, "ArrowUp", "ArrowUp") == first == words(name, PARADOX, 9)
    assert walked(lab, name, "ArrowUp") == first


def test_a_line_of_fewer_years_is_walked_as_far_as_it_goes(browser: Browser) -> None:
    page = open_scene(browser)
    show(page, {"scenario": BALANCED.to_dict(), "ghost": {**PARADOX.to_dict(), "years": 5}})
    bone = page.locator(".curve[data-quantity=bone_change]")
    for key in ("ArrowDown", "End", "ArrowRight"):
        bone.press(key)
        assert (bone.get_attribute("aria-valuetext") or "").startswith("Year 5, before: bone")
    page.close()


def test_the_balanced_run_is_not_compared_with_itself(lab: LabPage) -> None:
    lab.start(BALANCED)
    assert walked(lab, "arteries_times", "Home") == "Year 0: arteries ×1.0"


def on_line(lab: Lab, name: str, line: str) -> bool:
    """Return whether the cursor's dot lies on a line as it is drawn."""
    away = curve(lab, name).evaluate(
        """(part, line) => {
          const dot = part.querySelector('.cursor'), path = part.querySelector(line);
          const [x, y] = ['cx', 'cy'].map(name => Number(dot.getAttribute(name)));
          const points = Array.from({length: 2001}, (_, i) => path.getPointAtLength(i / 2000 * path.getTotalLength()));
          return Math.min(...points.map(point => Math.hypot(point.x - x, point.y - y)));
        }""",
        line,
    )
    return away < 0.15


@for_each("name", CURVES)
def test_the_cursor_lies_on_the_drawn_curve_with_its_hairline_at_the_year(lab: LabPage, name: str) -> None:
    for year in range(9, -1, -1):
        walked(lab, name, "ArrowLeft")
        part = curve(lab, name)
        assert [part.locator(node).get_attribute("display") for node in (".cursor", ".reading")] == ["inline", "inline"]
        assert on_line(lab, name, 'path[class="line"]')
        width = float(part.get_attribute("data-width") or 0)
        assert float(part.locator(".cursor").get_attribute("cx") or -1) == pytest.approx(width * year / 10, abs=0.06)
        start = re.match(r"M([\d.]+) ", part.locator(".reading").get_attribute("d") or "")
        assert start and start[1] == part.locator(".cursor").get_attribute("cx")


@for_each("key", ["Escape", "Tab", "Shift+Tab"])
def test_escape_and_leaving_the_curve_take_the_cursor_away(lab: LabPage, key: str) -> None:
    walked(lab, "bone_change", "Home")
    assert len(seen(lab)) == 1
    lab.page.keyboard.press(key)
    assert seen(lab) == []
    assert curve(lab, "bone_change").get_attribute("aria-valuetext") == words("bone_change", PARADOX, 10)
    assert (lab.page.evaluate(OPENED) == "bone_change") == (key == "Escape")


def test_a_walk_follows_what_is_changed_meanwhile_and_says_nothing_while_the_years_pass(lab: LabPage) -> None:
    walked(lab, "bone_change", "Home", "PageUp")
    lab.page.keyboard.press("Control+z")
    lab.frame()
    assert walked(lab, "bone_change") == "Year 5: bone 0.0 %"
    lab.page.keyboard.press("Escape")
    still = curve(lab, "bone_change").get_attribute("aria-valuetext")
    lab.store("(store.year = 3, store.play())")
    lab.frame()
    assert lab.store("store.playing") and curve(lab, "bone_change").get_attribute("aria-valuetext") == still


def test_a_curve_can_be_walked_while_the_years_of_a_first_visit_pass(browser: Browser) -> None:
    with lab_page(browser) as lab:
        lab.stop_clock()
        lab.start(BALANCED, first=True)
        assert lab.store("store.playing")
        for name in CURVES:
            assert (curve(lab, name).get_attribute("aria-valuetext") or "").startswith("Year 0")
            assert walked(lab, name, "End") == words(name, PARADOX, 10)
            lab.page.clock.run_for(1000)
            assert seen(lab) == [curve(lab, name).get_attribute("aria-valuetext")] == [words(name, PARADOX, 10)]


def test_keys_with_a_modifier_and_those_that_lead_nowhere_are_left_alone(lab: LabPage) -> None:
    first = walked(lab, "bone_change")
    assert walked(lab, "bone_change", "Control+Home", "Alt+ArrowUp", "x") == first
    lab.page.keyboard.press("Enter")
    expect(lab.root.get_by_role("dialog", name="Bone over the years")).to_be_visible()
    assert seen(lab) == []
    lab.page.keyboard.press("Escape")


def test_the_pointer_reads_a_curve_and_takes_its_words_along(lab: LabPage) -> None:
    axis = curve(lab, "arteries_times").locator(".axis").bounding_box()
    assert axis
    lab.page.mouse.move(axis["x"] + axis["width"] * 0.4, axis["y"] - 5)
    assert seen(lab) == [words("arteries_times", PARADOX, 4)]
    lab.page.mouse.move(640, 300)
    assert seen(lab) == []


def test_who_listens_meets_a_slider_with_a_name_a_value_and_its_keys(lab: LabPage) -> None:
    walked(lab, "bone_change", "ArrowLeft")
    session = lab.page.context.new_cdp_session(lab.page)
    nodes = [node for node in session.send("Accessibility.getFullAXTree")["nodes"] if not node.get("ignored")]
    (bone,) = (
        node for node in nodes if node.get("name", {}).get("value") == "Bone over the years" and role(node) == "slider"
    )
    values = {each["name"]: each["value"].get("value") for each in bone["properties"]}
    assert curve(lab, "bone_change").get_attribute("aria-valuetext") == words("bone_change", PARADOX, 9)
    assert (values["valuemin"], values["valuemax"], bone["value"]["value"]) == (0, 10, 9)
    assert bone["description"]["value"].startswith("Left and right: the years.")
    inside = [node for node in nodes if node.get("parentId") == bone["nodeId"]]
    assert inside == [] and not [node for node in nodes if node.get("name", {}).get("value") == seen(lab)[0]]  # once


def role(node: dict) -> str:
    return node["role"]["value"]


def pitch(name: str, values: np.ndarray) -> np.ndarray:
    """Return the pitches of values: two octaves from 220 Hz over the axis that the table of quantities fixes. [Hz]"""
    axis = QUANTITIES[name].range
    assert axis
    low, high = axis
    return 220 * 4 ** ((values - low) / (high - low))


def heard(lab: LabPage, name: str, scenario: Scenario, start: float = 0.02) -> float:
    """Check that the last tones are a curve behind a quiet one of where it began; return when they end. [s]"""
    reference, whole = tones(lab.page)[-2:]
    values = QUANTITIES[name].of(simulate(scenario))
    wave = {"bone_change": "sine", "arteries_times": "triangle"}[name]
    assert reference.wave == whole.wave == wave
    assert reference.pitches == pytest.approx(pitch(name, values[[0, 0]]), rel=1e-6)
    assert whole.pitches == pytest.approx(pitch(name, values), rel=1e-4) and len(whole.pitches) == len(values)
    assert whole.sides == [-1, 1] and reference.sides == [0, 0]
    assert reference.loudness < whole.loudness / 2 and whole.loudness <= 0.25
    assert reference.start == pytest.approx(start) and reference.end < whole.start
    assert whole.end - whole.start == pytest.approx(3)
    return whole.end


@for_each("name", CURVES)
def test_s_plays_the_curve_that_has_the_focus_and_stops_it(lab: LabPage, name: str) -> None:
    record_sound(lab.page)
    lab.start(PARADOX)
    walked(lab, name, "s")
    assert heard(lab, name, PARADOX) and len(tones(lab.page)) == 2
    lab.page.keyboard.press("S")
    assert [tone.stopped for tone in tones(lab.page)] == [True, True]
    lab.page.keyboard.press("s")
    assert [tone.stopped for tone in tones(lab.page)] == [True, True, False, False]
    lab.page.evaluate("heard.contexts[0].currentTime = 4")  # it has come to its end: there is nothing to stop
    lab.page.keyboard.press("s")
    assert len(tones(lab.page)) == 6 and contexts(lab.page) == ["running"]


def test_the_line_at_the_cursor_is_what_is_heard(lab: LabPage) -> None:
    walked(lab, "arteries_times", "ArrowDown", "s")
    heard(lab, "arteries_times", BALANCED)


def test_nothing_is_opened_for_sound_before_somebody_asks(lab: LabPage) -> None:
    walked(lab, "bone_change", "Home", "PageUp", "ArrowDown", "Enter", "Escape", "Escape")
    lab.scene.hover()
    lab.do("keys")
    expect(lab.root.get_by_role("dialog")).to_contain_text("hear the curve that has the focus")
    lab.page.keyboard.press("s")  # a dialog is open
    lab.page.keyboard.press("Escape")
    lab.number("calcium").click()
    lab.page.keyboard.press("s")  # somebody types
    lab.page.keyboard.press("Escape")
    expect(lab.open_menu().locator("[data-do=sound]")).to_have_attribute("aria-pressed", "false")
    assert contexts(lab.page) == []


def test_the_menus_entry_plays_both_curves_one_after_the_other_and_the_next_press_ends_all_sound(lab: LabPage) -> None:
    lab.do("sound")
    bone, artery = tones(lab.page)[:2], tones(lab.page)[2:]
    assert heard(lab, "arteries_times", PARADOX, start=artery[0].start)
    assert [tone.wave for tone in bone] == ["sine", "sine"] and bone[1].end < artery[0].start
    assert contexts(lab.page) == ["running"]
    expect(lab.open_menu().locator("[data-do=sound]")).to_have_attribute("aria-pressed", "true")
    lab.do("sound")
    assert contexts(lab.page) == ["closed"] and all(tone.stopped for tone in tones(lab.page))
    expect(lab.open_menu().locator("[data-do=sound]")).to_have_attribute("aria-pressed", "false")
    walked(lab, "bone_change", "Home")
    assert len(tones(lab.page)) == 4
    lab.do("sound")
    assert contexts(lab.page) == ["closed", "running"]


def test_with_sound_on_each_step_of_a_walk_is_heard_for_a_moment(lab: LabPage) -> None:
    walked(lab, "arteries_times", "s", "ArrowLeft")
    *whole, step = tones(lab.page)
    assert all(tone.stopped for tone in whole) and not step.stopped
    value = QUANTITIES["arteries_times"].of(simulate(PARADOX))[[108, 108]]
    assert step.pitches == pytest.approx(pitch("arteries_times", value), rel=1e-4)
    assert step.end - step.start < 0.3
    lab.page.keyboard.press("s")  # a step is nothing to stop
    heard(lab, "arteries_times", PARADOX)


def test_a_finger_on_a_curve_is_heard_and_a_pointer_over_it_or_the_end_of_a_walk_is_not(phone: LabPage) -> None:
    phone.do("sound")
    before = len(tones(phone.page))
    box = curve(phone, "arteries_times").locator(".axis").bounding_box()
    assert box
    x, y, width = box["x"], box["y"] - 6, box["width"]
    phone.page.mouse.move(x, y)
    phone.page.mouse.move(x + width / 2, y)
    assert len(seen(phone)) == 1
    walked(phone, "arteries_times", "Escape")
    assert len(tones(phone.page)) == before
    touch(phone, (x + 1, y), (x + width / 2, y), (x + width, y))()
    assert len(tones(phone.page)) == before + 3
    assert tones(phone.page)[-1].pitches[0] > tones(phone.page)[-3].pitches[0]
    phone.do("sound")


def test_where_single_keys_are_off_s_is_off_and_the_menu_still_plays(lab: LabPage) -> None:
    entry = lab.open_menu().locator("[data-do=keys-off]")
    expect(entry).to_have_text("Single keys: P, S, ? and space")
    entry.click()
    lab.page.keyboard.press("Escape")
    walked(lab, "bone_change", "s")
    assert contexts(lab.page) == []
    lab.do("sound")
    assert contexts(lab.page) == ["running"]
    lab.do("keys-off")
    lab.page.evaluate("localStorage.clear()")


NO_SOUND = "This browser gives the Lab no sound: a setting of the page or of the device may forbid it."


@for_each("missing", ["undefined", "function() { throw new Error() }"])
def test_a_browser_without_sound_says_so_in_one_sentence(lab: LabPage, missing: str) -> None:
    lab.page.evaluate(f"() => {{ window.AudioContext = {missing}; }}")
    lab.start(PARADOX)
    walked(lab, "bone_change", "s")
    expect(lab.refusal).to_have_text(NO_SOUND)
    expect(lab.open_menu().locator("[data-do=sound]")).to_have_attribute("aria-pressed", "false")


def test_sound_that_the_browser_holds_back_is_told_as_well(browser: Browser) -> None:
    with lab_page(browser, reduced_motion="reduce") as lab:
        lab.stop_clock()
        record_sound(lab.page)
        lab.page.evaluate("window.noSound = true")
        lab.start(PARADOX)
        walked(lab, "bone_change", "s")
        lab.page.clock.run_for(900)
        expect(lab.refusal).to_be_empty()
        lab.page.clock.run_for(200)
        expect(lab.refusal).to_have_text(NO_SOUND)
        assert contexts(lab.page) == ["closed"]


def test_the_bar_of_the_other_pages_has_no_curves_and_no_sound(lab: LabPage) -> None:
    lab.start(PARADOX, mode="bar")
    expect(lab.open_menu().locator("[data-do=sound]")).to_have_count(0)
    lab.page.keyboard.press("Escape")
    lab.page.keyboard.press("s")
    assert contexts(lab.page) == []
    lab.do("keys")
    expect(lab.root.get_by_role("dialog")).not_to_contain_text("curve that has the focus")


def test_an_ended_lab_is_silent(lab: LabPage) -> None:
    walked(lab, "bone_change", "s")
    lab.page.evaluate("lab.end()")
    assert contexts(lab.page) == ["closed"]


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[LabPage]:
    """Return the Lab on a phone's screen, on a page that goes on below it."""
    with lab_page(browser, width=390, height=844, has_touch=True, is_mobile=True, reduced_motion="reduce") as lab:
        lab.page.evaluate(
            "document.body.style.height = '300%'; document.querySelector('#place').style.height = '844px'"
        )
        record_sound(lab.page)
        lab.start(PARADOX)
        yield lab


def touch(lab: LabPage, *points: tuple[float, float]) -> Callable[[], object]:
    """Put a finger down and move it; return what lifts it."""
    session = lab.page.context.new_cdp_session(lab.page)
    kinds = ["touchStart", *["touchMove"] * (len(points) - 1)]
    for kind, (x, y) in zip(kinds, points, strict=True):
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y}]})
        lab.frame()
    return lambda: session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_a_finger_that_is_drawn_along_a_curve_shows_its_values_and_opens_no_card(phone: LabPage) -> None:
    box = curve(phone, "bone_change").locator(".axis").bounding_box()
    assert box
    places = [(box["x"] + share * box["width"], box["y"] + 6) for share in (0.1, 0.3, 0.5, 0.7)]
    lift = touch(phone, *places)
    assert seen(phone) == [words("bone_change", PARADOX, 7)]
    lift()
    phone.frame()
    assert seen(phone) == []
    expect(phone.root.get_by_role("dialog")).to_have_count(0)
    assert phone.page.evaluate("scrollY") == 0


def test_a_tap_on_a_curve_still_explains_it(phone: LabPage) -> None:
    curve(phone, "arteries_times").tap()
    card = phone.root.get_by_role("dialog", name="Artery calcium over the years")
    expect(card).to_be_visible()
    card.get_by_role("button").tap()
    expect(card).to_have_count(0)


def test_a_finger_on_a_magnified_page_moves_what_is_seen_of_it(phone: LabPage) -> None:
    session = phone.page.context.new_cdp_session(phone.page)
    session.send("Emulation.setPageScaleFactor", {"pageScaleFactor": 2})
    axis = curve(phone, "bone_change").locator(".axis")
    phone.page.evaluate("scrollTo(0, 400)")
    x, y = axis.evaluate("axis => { const {right, y} = axis.getBoundingClientRect(); return [right, y + 6]; }")
    touch(phone, *[(x - along, y) for along in range(0, 80, 10)])()
    phone.page.wait_for_function("visualViewport.offsetLeft > 20")
    session.send("Emulation.setPageScaleFactor", {"pageScaleFactor": 1})
    phone.page.evaluate("scrollTo(0, 0)")


def test_a_finger_that_is_drawn_up_from_a_curve_scrolls_the_page(phone: LabPage) -> None:
    box = curve(phone, "bone_change").locator(".axis").bounding_box()
    assert box
    lift = touch(phone, *[(box["x"] + 30, box["y"] - up) for up in range(0, 200, 20)])
    lift()
    phone.page.wait_for_function("scrollY > 50")
    phone.page.evaluate("scrollTo(0, 0)")
    assert seen(phone) == []


@BOTH_THEMES
def test_axe_finds_nothing_on_a_curve_that_is_walked(alone: Callable[..., Lab], dark: bool) -> None:
    lab = alone(PARADOX, dark=dark)
    found = {}
    for size in ((1280, 720), (390, 844)):
        lab.resize(*size)
        found |= {f"{name} at {size}": found_by_axe(lab.page) for name in CURVES if walked(lab, name, "Home")}
    lab.open_menu()
    found["menu"] = found_by_axe(lab.page)
    nothing_in(found)
