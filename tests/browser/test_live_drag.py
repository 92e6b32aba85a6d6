"""The picture follows a slider while it is dragged, without a word to the server, and ends at the exact run."""

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, BrowserContext, Route
from support.live_steps import frames_sent, ready_to_drag, shares_off
from support.visit import Open, Visit, expect

from sim import PRESETS, Scenario
from sim.session.link_settings import to_query

PARADOX = PRESETS["calcium paradox"]
QUERY = "?calcium=2000&vitamin_d=4000&vitamin_k2=10"
ROUNDING = 1e-4  # of the axis: what rounding to hundredths of a point leaves
MODEL = "**/run.js"
NO_RUN = "window.solved = 0; export const exactInk = () => { window.solved += 1; return null; };"


class Finger:
    """A finger on the slider of vitamin K2; as a mouse where nothing else is said."""

    def __init__(self, visit: Visit, scenario: Scenario = PARADOX) -> None:
        thumb = visit.slider("Vitamin K2").locator("xpath=../..").bounding_box()
        track = visit.slider("Vitamin K2").locator("xpath=../../..").bounding_box()
        assert thumb and track
        self.visit, self.scenario, self.left, self.width = visit, scenario, track["x"], track["width"]
        self.x, self.y = thumb["x"] + thumb["width"] / 2, thumb["y"] + thumb["height"] / 2

    def down(self) -> None:
        self.visit.page.mouse.move(self.x, self.y)
        self.visit.page.mouse.down()

    def move(self, x: float) -> None:
        self.visit.page.mouse.move(x, self.y, steps=3)

    def up(self) -> None:
        self.visit.page.mouse.up()

    def to(self, k2: int) -> Scenario:
        """Move to this intake; return the run that the slider then stands for."""
        self.move(self.left + self.width * k2 / 500)
        expect(self.visit.slider("Vitamin K2")).to_have_attribute("aria-valuetext", f"{k2} µg/day")
        return replace(self.scenario, vitamin_k2=k2)


class Fingertip(Finger):
    """A finger on a touch screen."""

    def _touch(self, kind: str, *points: dict[str, float]) -> None:
        self.screen.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": list(points)})

    def down(self) -> None:
        self.screen = self.visit.page.context.new_cdp_session(self.visit.page)
        self._touch("touchStart", {"x": self.x, "y": self.y})

    def move(self, x: float) -> None:
        self._touch("touchMove", {"x": x, "y": self.y})

    def up(self) -> None:
        self._touch("touchEnd")


def runs_ahead(visit: Visit, scenario: Scenario, laid: Scenario = PARADOX) -> None:
    """Check that the picture shows the exact run of these settings ahead of the server's answer."""
    expect(visit.stage).to_have_attribute("data-run", "ahead")
    assert {name: share for name, share in shares_off(visit, scenario, laid).items() if share > ROUNDING} == {}


def drawings(visit: Visit) -> list[str]:
    """Return all pictures as they are drawn now, to the last letter: curves, bars, markers and the body."""
    visit.page.wait_for_timeout(500)
    return [place.inner_html() for place in visit.pictures.all()]


def line_of(visit: Visit) -> str:
    """Return the bone's line as it is drawn now."""
    return visit.drawn("bone", "run").locator("path").get_attribute("d") or ""


def drag(finger: Finger) -> Scenario:
    """Put the finger down and move: the picture must follow at each move, without a word to the server."""
    visit, lines = finger.visit, [line_of(finger.visit)]
    before = frames_sent(visit)
    finger.down()
    for k2 in (60, 250, 125):  # forth and back
        scenario = finger.to(k2)
        runs_ahead(visit, scenario, finger.scenario)
        lines.append(line_of(visit))
    assert len(set(lines)) == len(lines)
    assert frames_sent(visit) == before
    return scenario


def drag_and_press_preset(finger: Finger) -> None:
    """Drag, and press a preset before the drag's own answer."""
    finger.down()
    finger.to(400)
    finger.up()
    finger.visit.preset("K2 deficiency").click()


@pytest.fixture
def touched(browser: Browser, server: str) -> Iterator[Visit]:
    """Return the page on a device with a touch screen."""
    context = browser.new_context(has_touch=True)
    visit = Visit(context.new_page(), server).open(QUERY)
    yield visit
    context.close()
    assert visit.errors == []


@pytest.fixture
def early(context: BrowserContext, server: str) -> Iterator[tuple[Visit, Route]]:
    """Return the page whose model is still on its way, and what holds it up."""
    page, held = context.new_page(), []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(MODEL, hold)
    visit = Visit(page, server).open(QUERY)
    for _ in range(100):
        if not held:
            page.wait_for_timeout(100)
    yield visit, held[0]
    page.close()
    assert visit.errors == []


def test_the_picture_follows_the_mouse_without_a_word_to_the_server_and_a_preset_pressed_next_wins(lab: Open) -> None:
    visit = lab(QUERY)
    ready_to_drag(visit)
    finger = Finger(visit)
    scenario = drag(finger)
    drawn = drawings(visit)
    finger.up()
    visit.shows(scenario)
    assert drawings(visit) == drawn
    assert max(shares_off(visit, scenario, PARADOX).values()) < ROUNDING
    assert frames_sent(visit) > 0  # so they were counted
    drag_and_press_preset(Finger(visit))
    visit.shows(PRESETS["K2 deficiency"])


def test_the_picture_follows_a_fingertip(touched: Visit) -> None:
    ready_to_drag(touched)
    finger = Fingertip(touched)
    scenario = drag(finger)
    finger.up()
    touched.shows(scenario)


def test_the_picture_follows_in_another_account_form_and_time_and_with_other_assumptions(lab: Open) -> None:
    assumed = {"osteocalcin_block": 0.5, "absorption_capacity": 300.0}
    world = Scenario(2000, 4000, 10, 30, lens="trials", k_form="mk4", parameters=assumed)
    visit = lab(f"?{urlencode(to_query(world))}")
    ready_to_drag(visit)
    finger = Finger(visit, world)
    scenario = drag(finger)
    drawn = drawings(visit)
    finger.up()
    visit.shows(scenario)
    assert drawings(visit) == drawn


def test_a_drag_before_the_model_has_come_waits_for_it(early: tuple[Visit, Route]) -> None:
    visit, model = early
    finger, before = Finger(visit), line_of(visit)
    finger.down()
    scenario = finger.to(250)
    expect(visit.stage).to_have_attribute("data-run", "exact")
    assert line_of(visit) == before
    model.continue_()
    runs_ahead(visit, scenario)
    finger.up()
    visit.shows(scenario)


def test_a_drag_to_the_balanced_settings_draws_what_the_answer_draws(lab: Open) -> None:
    low = Scenario(vitamin_k2=10)
    visit = lab(f"?{urlencode(to_query(low))}")
    ready_to_drag(visit)
    finger = Finger(visit, low)
    finger.down()
    assert finger.to(100) == Scenario()
    runs_ahead(visit, Scenario())
    drawn = drawings(visit)
    finger.up()
    visit.shows(Scenario())
    assert drawings(visit) == drawn


def test_a_model_that_did_not_come_is_asked_for_again_with_the_next_answer(early: tuple[Visit, Route]) -> None:
    visit, model = early
    model.abort()
    visit.page.unroute(MODEL)
    visit.preset("K2 deficiency").click()
    visit.shows(PRESETS["K2 deficiency"])
    ready_to_drag(visit)
    finger = Finger(visit, PRESETS["K2 deficiency"])
    finger.down()
    runs_ahead(visit, finger.to(250))
    finger.up()
    (said,) = visit.errors  # by the browser itself, of what did not come
    assert "Failed to load resource" in said
    visit.errors.clear()


def test_where_the_model_has_no_run_the_last_picture_stays(early: tuple[Visit, Route]) -> None:
    visit, model = early
    model.fulfill(body=NO_RUN, content_type="text/javascript")
    visit.page.wait_for_function("window.solved === 1")  # before any drag, so that the first one is quick
    finger, before = Finger(visit), line_of(visit)
    finger.down()
    for k2 in (250, 125):
        scenario = finger.to(k2)
        visit.page.wait_for_timeout(400)  # longer than the picture waits before it looks again
        assert line_of(visit) == before
    finger.up()
    visit.shows(scenario)


def test_arrow_keys_run_ahead_and_a_late_answer_never_pulls_a_newer_drag_back(lab: Open) -> None:
    visit = lab(QUERY, slow=True)
    assert visit.line
    ready_to_drag(visit)
    visit.line.hold()
    slider = visit.slider("Vitamin K2")
    for k2, key in ((15, "ArrowRight"), (20, "ArrowRight"), (15, "ArrowLeft")):
        slider.press(key)
        expect(slider).to_have_attribute("aria-valuetext", f"{k2} µg/day")
        runs_ahead(visit, replace(PARADOX, vitamin_k2=k2))
    visit.page.wait_for_timeout(1_000)  # the server has answered, but the answer is on its way
    finger = Finger(visit)
    finger.down()
    scenario = finger.to(250)
    runs_ahead(visit, scenario)
    line = line_of(visit)
    visit.line.release()
    visit.page.wait_for_timeout(1_000)  # the older answer has come
    expect(slider).to_have_attribute("aria-valuetext", "250 µg/day")
    runs_ahead(visit, scenario)
    assert line_of(visit) == line
    finger.up()
    visit.shows(scenario)
    visit.line.hold()
    drag_and_press_preset(Finger(visit))
    visit.page.wait_for_timeout(1_000)  # both answers are on their way
    visit.line.release()
    visit.shows(PRESETS["K2 deficiency"])
