"""Parts of the live picture by themselves, without a server: how numbers are rounded, how fast the years pass."""

import numpy as np
import pytest
from playwright.sync_api import Page
from support.live_steps import plain

WRITE = """async numbers => {
  const {plain, signed} = await import('/numbers.js');
  return numbers.map(([value, decimals]) => [plain(value, decimals), signed(value, decimals)]);
}"""
PLAY = """async years => {
  const {createTransport} = await import('/transport.js');
  window.seen = {year: years, moving: true};
  createTransport(document.body, {years,
    onYear: year => { seen.year = year; }, onMoving: moving => { seen.moving = moving; }});
}"""


def test_halves_are_rounded_as_python_rounds_them(blank: Page) -> None:
    """Most decimal halves are none in binary: 0.175 lies below, 0.165 above; 0.125 is one: to the even digit."""
    halves = [(sign * (n + 0.5) / 10**d, d) for d in range(4) for n in range(2000) for sign in (1, -1)]
    single = [(float(np.float32(value)), d) for value, d in halves]
    assert blank.evaluate(WRITE, single) == [[plain(value, d), plain(value, d, "+")] for value, d in halves]


def test_large_and_tiny_numbers_are_written_as_python_writes_them(blank: Page) -> None:
    numbers = [(v, d) for v in (0, 0.0004, 999.5, 999.96, 1234.5, 99_999.95, 1_000_000, 1_234_567) for d in range(4)]
    single = [(float(np.float32(value)), d) for value, d in numbers]
    seven_digits = [(float(f"{value:.7g}"), d) for value, d in numbers]
    assert blank.evaluate(WRITE, single) == [[plain(value, d), plain(value, d, "+")] for value, d in seven_digits]


def start_playing(page: Page, years: int) -> None:
    """Put the transport bar on a page whose clock stands still, and press Play."""
    page.clock.install(time=0)
    page.clock.pause_at(1000)
    page.evaluate(PLAY, years)
    page.get_by_role("button", name="Play").click()


def year(page: Page) -> float:
    return page.evaluate("seen.year")


@pytest.mark.parametrize("years", [1, 10, 30])
def test_a_run_of_any_length_plays_in_eight_seconds(years: int, blank: Page) -> None:
    start_playing(blank, years)
    a_frame = years / 8 / 30
    for seconds in range(1, 8):
        blank.clock.run_for(1000)
        assert year(blank) == pytest.approx(years * seconds / 8, abs=a_frame)
    blank.clock.run_for(1100)
    assert year(blank) == years
    assert blank.get_by_role("button", name="Play").is_visible()


def test_with_less_motion_a_year_passes_in_four_fifths_of_a_second(blank: Page) -> None:
    blank.emulate_media(reduced_motion="reduce")
    start_playing(blank, 10)
    for passed in range(1, 5):
        blank.clock.run_for(700)
        assert year(blank) == passed - 1
        blank.clock.run_for(120)
        assert year(blank) == passed


def test_less_motion_asked_for_later_stops_what_moves_until_the_reader_starts_it_again(blank: Page) -> None:
    start_playing(blank, 10)
    blank.clock.run_for(1000)
    dots = blank.locator(".transport-dots")
    assert (dots.get_attribute("aria-disabled"), dots.get_attribute("aria-pressed")) == ("false", "true")
    blank.emulate_media(reduced_motion="reduce")
    blank.get_by_role("button", name="Play").wait_for()
    stopped = year(blank)
    blank.clock.run_for(2000)
    assert year(blank) == stopped < 2
    assert blank.evaluate("seen.moving") is False
    assert (dots.get_attribute("aria-disabled"), dots.get_attribute("aria-pressed")) == ("true", "false")
    assert dots.text_content() == "Moving calcium: off (reduced motion)"
    dots.click(force=True)
    assert blank.evaluate("seen.moving") is False
    blank.emulate_media(reduced_motion="no-preference")
    blank.get_by_text("Moving calcium", exact=True).wait_for()
    assert blank.evaluate("seen.moving") is False
    dots.click()
    assert blank.evaluate("seen.moving") is True
