"""The page as it opens: quiet, at home, readable without the pictures."""

from collections.abc import Iterator
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import BrowserContext
from support.for_each import for_each
from support.visit import ALWAYS_SHOWN, Open, Visit, expect

from sim import PRESETS, Scenario, simulate
from sim.figures import DARK, FIGURES, LIGHT
from sim.runs.many import balanced_run

PARADOX = PRESETS["calcium paradox"]
# A picture in Markdown, at an address that the Internet reserves for documentation.
PICTURE = quote("![](http://192.0.2.1/x.png)", safe="")


@pytest.fixture(scope="module")
def all_shown(context: BrowserContext, server: str) -> Iterator[Visit]:
    """Return the page of the paradox with the pictures that have to be asked for as well."""
    visit = Visit(context.new_page(), server).open("?calcium=2000&vitamin_d=4000&vitamin_k2=10").show_bands()
    visit.unfold("Ledger and numbers").get_by_text("Blood calcium: numbers").wait_for()
    yield visit.settle()
    visit.page.close()


def foreign(visit: Visit) -> list[str]:
    """Return the requests that left this machine."""
    inside = ("127.0.0.1", "localhost", None)  # None: data: and blob: addresses
    return [url for url in visit.requests if urlsplit(url).hostname not in inside]


def test_the_page_opens_without_errors_in_the_console_and_starts_with_the_default(lab: Open) -> None:
    visit = lab()
    expect(visit.pictures).to_have_count(len(ALWAYS_SHOWN))
    expect(visit.page).to_have_title("Calcium Paradox Lab")
    visit.shows(Scenario())
    expect(visit.preset("balanced")).to_have_attribute("data-testid", "stBaseButton-primary")
    visit.more()
    expect(visit.slider("Years")).to_have_attribute("aria-valuetext", "10 years")
    assert visit.errors == []


def test_no_request_leaves_this_machine_on_a_tour_through_the_page(lab: Open) -> None:
    visit = lab()
    visit.more()
    visit.close_more()
    expect(visit.unfold("Ledger and numbers").locator("table").first).to_be_visible()
    visit.saving()
    visit.saved("Save file")
    visit.page.keyboard.press("Escape")
    visit.page.get_by_role("link", name="The model").click()
    expect(visit.page.get_by_role("heading", name="The model behind the lab")).to_be_visible()
    visit.settle()
    assert len(visit.requests) > 10
    assert foreign(visit) == []
    assert visit.errors == []


def test_no_link_can_make_the_page_fetch_from_outside(lab: Open) -> None:
    visit = lab(f"?calcium={PICTURE}&{PICTURE}=1")
    expect(visit.notices.first).to_be_visible()
    visit.settle()
    assert foreign(visit) == []


def test_every_picture_has_role_name_and_words_that_stand_for_it_and_shows_them_below(all_shown: Visit) -> None:
    expect(all_shown.pictures).to_have_count(len(ALWAYS_SHOWN))
    for name in ALWAYS_SHOWN:
        picture = all_shown.picture(name)
        expect(picture).to_have_role("img")
        expect(picture).to_have_accessible_name(FIGURES[name].title)
        words = picture.get_attribute("aria-description") or ""
        assert words == FIGURES[name].describe(simulate(PARADOX), balanced_run(PARADOX))
        expect(all_shown.stage.locator("figcaption").get_by_text(words)).to_be_visible()
    (standing,) = all_shown.page.locator("img").all()
    words = standing.get_attribute("alt") or ""
    assert len(words) > 60  # a sentence, not a name
    expect(all_shown.page.get_by_test_id("stCaptionContainer").get_by_text(words)).to_be_visible()


@for_each("title", [picture.title for picture in FIGURES.values()])
def test_the_numbers_of_each_picture_open_as_a_table_with_column_heads(all_shown: Visit, title: str) -> None:
    details = all_shown.page.locator("details:not(:has(details))", has_text=f"{title}: numbers")
    expect(details.locator("table")).to_have_count(0)
    details.locator("summary").click()
    expect(details.locator("table")).to_be_visible()
    heads = details.locator("th").all_inner_texts()
    assert len(heads) >= 3
    assert all(heads)
    assert details.locator("tbody tr").count() >= 6


def test_pictures_follow_the_page_from_light_to_dark_without_asking_the_server(lab: Open) -> None:
    visit = lab("?calcium=2000")
    line = visit.drawn("bone", "run").locator("path")
    expect(line).to_have_css("stroke", rgb(LIGHT.bone))
    visit.page.emulate_media(color_scheme="dark")
    expect(line).to_have_css("stroke", rgb(DARK.bone))
    expect(visit.picture("bone").locator("[id=patch_1] path")).to_have_css("fill", rgb(DARK.paper))


def rgb(colour: str) -> str:
    """Return a colour as a browser tells it."""
    return f"rgb({', '.join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))})"


def test_two_readers_at_the_same_time_each_see_their_own_run(lab: Open) -> None:
    queries = ["?calcium=2000&vitamin_d=4000&vitamin_k2=10&years=10", "?calcium=500&vitamin_k2=300&years=25"]
    first, second = (lab(query) for query in queries)
    first.shows(Scenario(calcium=2000, vitamin_d=4000, vitamin_k2=10))
    second.shows(Scenario(calcium=500, vitamin_k2=300, years=25))
    for visit in (first, second):  # both press before either looks
        visit.slider("Vitamin K2").press("ArrowRight")
    first.shows(Scenario(calcium=2000, vitamin_d=4000, vitamin_k2=15))
    second.shows(Scenario(calcium=500, vitamin_k2=305, years=25))
