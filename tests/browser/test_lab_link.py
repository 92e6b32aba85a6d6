"""One link restores a run and says what it could not read."""

from urllib.parse import urlencode

import pytest
from support.visit import Open, expect

from sim import Scenario
from sim.dashboard.escape import JOINER
from sim.session.link import to_query

# What stands in the link, what the page takes for it, and what the notice of each key must name.
BAD = {
    "vitamin_k2=900&years=0&calcium=-inf&vitamin_d=-1": (
        Scenario(calcium=200, vitamin_d=0, vitamin_k2=500, years=1),
        [("vitamin_k2", "900", "0 to 500"), ("years", "0", "1 to 30"), ("calcium", "-inf", "200 to 2,500"),
         ("vitamin_d", "-1", "0 to 10,000")],
    ),
    "vitamin_d=much&calcium=&years=nan": (
        Scenario(),
        [("vitamin_d", "much", "800"), ("calcium", "not a number", "1,000"), ("years", "nan", "10")],
    ),
    "vitamin_c=50&calcium=1000.4&link=99": (
        Scenario(calcium=1000),
        [("vitamin_c", "ignored"), ("calcium", "1000.4", "1,000"), ("link", "99", "version")],
    ),
    "calcium=2000&mgp_floor=0.2&link=3": (
        Scenario(calcium=2000),
        [("mgp_floor", "no longer part of the model"), ("settings", "now model 2.0", "History on the page Words")],
    ),
}  # fmt: skip
MARKDOWN = {"calcium": "1*2*3", "vitamin_d": "**many** :red[x]", "vitamin_k2": "[press](/x)", "years": "$x^2$ `a`"}


def test_a_link_opens_its_state_and_the_address_carries_every_key_and_the_version(lab: Open) -> None:
    visit = lab("?calcium=2000&vitamin_d=4000&vitamin_k2=10&years=10")
    visit.shows(Scenario(calcium=2000, vitamin_d=4000, vitamin_k2=10, years=10))
    assert set(visit.address()) == {"calcium", "vitamin_d", "vitamin_k2", "years", "lens", "k_form", "link"}
    expect(visit.notices).to_have_count(0)


def test_the_address_of_a_run_opens_the_same_run_in_another_session(lab: Open) -> None:
    first = lab("?calcium=450&vitamin_d=3300&vitamin_k2=95&years=17")
    first.slider("Vitamin D").press("ArrowLeft")
    scenario = Scenario(calcium=450, vitamin_d=3200, vitamin_k2=95, years=17)
    first.shows(scenario)
    second = lab("?" + first.page.url.partition("?")[2])
    second.shows(scenario)
    assert second.page.url == first.page.url


def test_a_value_between_two_steps_of_the_slider_is_kept_exactly(lab: Open) -> None:
    visit = lab("?calcium=1033")
    visit.shows(Scenario(calcium=1033))
    visit.slider("Vitamin K2").press("ArrowRight")
    visit.shows(Scenario(calcium=1033, vitamin_k2=105))


@pytest.mark.parametrize("query", list(BAD))
def test_what_cannot_be_taken_as_it_stands_is_named_in_a_notice(lab: Open, query: str) -> None:
    expected, notices = BAD[query]
    visit = lab(f"?{query}")
    visit.shows(expected)
    for names in notices:
        one = visit.notices
        for name in names:
            one = one.filter(has_text=name)
        expect(one.first).to_be_visible()
    assert visit.errors == []


def test_a_notice_shows_what_stood_in_the_link_letter_by_letter(lab: Open) -> None:
    visit = lab(f"?{urlencode(MARKDOWN)}")
    expect(visit.notices.first).to_be_visible()
    shown = " ".join(visit.notices.all_inner_texts()).replace(JOINER, "")  # not seen by readers
    assert [text for text in MARKDOWN.values() if text not in shown] == []
    expect(visit.notices.locator("a, img")).to_have_count(0)


def test_a_key_that_stands_twice_in_the_link_is_not_dropped_in_silence(lab: Open) -> None:
    visit = lab("?calcium=500&calcium=2000")
    expect(visit.notices.filter(has_text="calcium").first).to_be_visible()


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
