"""One link restores a run and says what it could not read."""

from urllib.parse import urlencode

from support.visit import Open, expect

from sim import Scenario
from sim.dashboard.escape import JOINER
from sim.session.link import to_query

MARKDOWN = {"calcium": "1*2*3", "vitamin_d": "**many** :red[x]", "vitamin_k2": "[press](/x)", "years": "$x^2$ `a`"}


def test_the_address_of_a_run_opens_the_same_run_in_another_session(lab: Open) -> None:
    first = lab("?calcium=450&vitamin_d=3300&vitamin_k2=95&years=17")
    first.slider("Vitamin D").press("ArrowLeft")
    scenario = Scenario(calcium=450, vitamin_d=3200, vitamin_k2=95, years=17)
    first.shows(scenario)
    second = lab("?" + first.page.url.partition("?")[2])
    second.shows(scenario)
    assert second.page.url == first.page.url


def test_a_value_between_two_steps_of_the_slider_is_kept_exactly_and_of_a_key_that_stands_twice_it_is_said(
    lab: Open,
) -> None:
    visit = lab("?calcium=500&calcium=1033")
    expect(visit.notices.filter(has_text="calcium stands 2 times").first).to_be_visible()
    visit.shows(Scenario(calcium=1033))
    visit.slider("Vitamin K2").press("ArrowRight")
    visit.shows(Scenario(calcium=1033, vitamin_k2=105))


def test_a_notice_shows_what_stood_in_the_link_letter_by_letter(lab: Open) -> None:
    visit = lab(f"?{urlencode(MARKDOWN)}")
    expect(visit.notices.first).to_be_visible()
    shown = " ".join(visit.notices.all_inner_texts()).replace(JOINER, "")  # not seen by readers
    assert [text for text in MARKDOWN.values() if text not in shown] == []
    expect(visit.notices.locator("a, img")).to_have_count(0)


def test_notices_go_when_a_setting_is_changed_and_stay_away(lab: Open) -> None:
    visit = lab("?vitamin_k2=900&vitamin_c=5")
    expect(visit.notices.filter(has_text="vitamin_k2").first).to_be_visible()
    visit.slider("Vitamin D").press("ArrowRight")
    visit.shows(Scenario(vitamin_d=900, vitamin_k2=500))
    expect(visit.notices).to_have_count(0)
    visit.slider("Vitamin D").press("ArrowLeft")
    visit.shows(Scenario(vitamin_k2=500))
    visit.settle()
    expect(visit.notices).to_have_count(0)


def test_notices_go_when_reset_is_pressed(lab: Open) -> None:
    visit = lab("?vitamin_k2=900")
    expect(visit.notices.first).to_be_visible()
    visit.reset()
    visit.shows(Scenario())
    expect(visit.notices).to_have_count(0)


def test_a_link_may_ask_for_the_page_without_its_frame(lab: Open) -> None:
    visit = lab("?embed=true&calcium=2000")
    expected = {"embed": "true", **to_query(Scenario(calcium=2000))}
    visit.page.wait_for_url(lambda _: visit.address() == expected)
    expect(visit.notices).to_have_count(0)
    expect(visit.notice_in_bar).to_be_visible()
