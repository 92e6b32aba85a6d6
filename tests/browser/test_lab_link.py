"""One link restores a run and says what it could not read; the address always holds what is on the page."""

from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect
from support.visit import Open, Visit

from sim import PRESETS, Scenario
from sim.session.link import Link, pins_of, to_query

MARKDOWN = {"calcium": "1*2*3", "vitamin_d": "**many** :red[x]", "vitamin_k2": "<b>press</b>", "years": "$x^2$ `a`"}
PINS = pins_of(
    ["little K2 ~1000~800~10~story~mk7".replace(" ~", "~"), "no (D) *~1000~0~100~trials~mk7~mgp_strength~0.3"]
)


def notes(visit: Visit) -> list[str]:
    """Return what stands over the Lab."""
    return visit.page.locator(".host-note p").all_inner_texts()


def test_the_address_of_a_run_opens_the_same_run_in_another_session(lab: Open) -> None:
    first = lab("?calcium=450&vitamin_d=3300&vitamin_k2=95&years=17")
    first.button("minus", "vitamin_d").click()
    scenario = Scenario(calcium=450, vitamin_d=3200, vitamin_k2=95, years=17)
    first.shows(scenario)
    second = lab("?" + first.page.url.partition("?")[2])
    second.shows(scenario)
    assert second.page.url == first.page.url


def test_the_browser_writes_the_address_that_python_would_write(lab: Open) -> None:
    scenario = Scenario(calcium=1033, vitamin_k2=7, lens="trials", k_form="k1", parameters={"mgp_strength": 0.35})
    also = Link(view="projector", pins=PINS)
    lab(f"?{urlencode(to_query(scenario))}&view=projector&pin1=little+K2~1000~800~10~story~mk7"
        "&pin2=no+(D)+*~1000~0~100~trials~mk7~mgp_strength~0.3").shows(scenario, also)  # fmt: skip


def test_a_value_between_two_steps_is_kept_exactly_and_of_a_key_that_stands_twice_it_is_said(lab: Open) -> None:
    visit = lab("?calcium=500&calcium=1033")
    assert notes(visit) == ["calcium stands 2 times in the link: the last one, '1033', counts."]
    visit.shows(Scenario(calcium=1033))
    visit.button("plus", "vitamin_k2").click()
    visit.shows(Scenario(calcium=1033, vitamin_k2=105))


def test_trackers_an_escaped_ampersand_and_other_cases_are_read_in_silence(lab: Open) -> None:
    visit = lab("?utm_source=mail&fbclid=x&_ga=1&Calcium=1500&amp;YEARS=12&embed=true")
    assert notes(visit) == []
    expected = {"embed": "true", **to_query(Scenario(calcium=1500, years=12))}
    visit.page.wait_for_url(lambda _: visit.address() == expected)


@pytest.mark.parametrize("version", ["1", "2", "3"])
def test_links_of_earlier_versions_open_and_say_that_the_numbers_have_changed(lab: Open, version: str) -> None:
    visit = lab(f"?calcium=2000&vitamin_d=4000&vitamin_k2=10&years=10&mgp_floor=0.2&link={version}")
    visit.shows(PRESETS["calcium paradox"])
    assert len(notes(visit)) == 2


def test_a_notice_shows_what_stood_in_the_link_letter_by_letter(lab: Open) -> None:
    shown = " ".join(notes(lab(f"?{urlencode(MARKDOWN)}")))
    assert [text for text in MARKDOWN.values() if text not in shown] == []


def test_notices_can_be_closed_and_go_when_a_setting_is_changed(lab: Open) -> None:
    visit = lab("?vitamin_k2=900&vitamin_c=5")
    note = visit.page.locator(".host-note")
    expect(note).to_have_count(1)
    visit.button("plus", "vitamin_d").click()
    expect(note).to_have_count(0)
    visit.button("minus", "vitamin_d").click()
    visit.shows(Scenario(vitamin_k2=500))
    expect(note).to_have_count(0)
    other = lab("?vitamin_k2=900")
    other.page.get_by_role("button", name="Close this note").click()
    expect(other.page.locator(".host-note")).to_have_count(0)


def test_pages_beside_the_lab_say_it_too_until_a_setting_is_changed(lab: Open) -> None:
    visit = lab("compare?vitamin_k2=900")
    expect(visit.notices.filter(has_text="vitamin_k2").first).to_be_visible()
    visit.page.locator("button.plus[data-key=vitamin_d]").click()
    expect(visit.notices).to_have_count(0)


def test_a_first_visit_shows_the_paradox_and_its_address_and_whoever_asks_for_more_means_that(lab: Open) -> None:
    visit = lab()
    visit.page.wait_for_url(lambda _: visit.address() == to_query(PRESETS["calcium paradox"]))
    assert not visit.line_to_server.said  # the Lab speaks only because its reader did something
    link = visit.open_panel("share").get_by_test_id("stCode").first.inner_text()
    assert urlencode(to_query(PRESETS["calcium paradox"])) in link
