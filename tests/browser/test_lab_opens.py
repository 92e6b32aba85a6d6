"""The page as it opens: quiet, at home, each reader's own."""

from urllib.parse import quote, urlsplit

from support.visit import Open, Visit, expect

from sim import PRESETS, Scenario

PARADOX = PRESETS["calcium paradox"]
# A picture in Markdown, at an address that the Internet reserves for documentation.
PICTURE = quote("![](http://192.0.2.1/x.png)", safe="")


def foreign(visit: Visit) -> list[str]:
    """Return the requests that left this machine."""
    inside = ("127.0.0.1", "localhost", None)  # None: data: and blob: addresses
    return [url for url in visit.requests if urlsplit(url).hostname not in inside]


def test_a_first_visit_shows_the_paradox_and_one_drag_of_k2_solves_it_on_the_page_in_the_address_and_at_the_server(
    lab: Open,
) -> None:
    visit = lab()
    expect(visit.page).to_have_title("Calcium Paradox Lab")
    expect(visit.sentence).to_contain_text("The calcium paradox.")
    visit.hold("vitamin_k2", 1).up()
    visit.shows(Scenario(2000, 4000, 500))
    expect(visit.sentence).to_contain_text("Paradox solved.")
    assert visit.errors == []


def test_no_request_leaves_this_machine_on_a_tour_through_the_page(lab: Open) -> None:
    visit = lab()
    for panel in ("body", "numbers", "assumptions"):
        visit.do(panel)
        expect(visit.root.locator("dialog[open]")).to_be_visible()
        visit.page.keyboard.press("Escape")
    for panel in ("save", "share"):
        visit.open_panel(panel)
        visit.page.keyboard.press("Escape")
        expect(visit.page.get_by_role("dialog")).to_have_count(0)
    visit.open_menu()
    visit.menu.locator("a[data-page=map]").click()
    visit.page.locator(".lab[data-mode=bar][data-ready=yes]").wait_for()
    visit.settle()
    assert len(visit.requests) > 10
    assert foreign(visit) == []
    assert visit.errors == []


def test_no_link_can_make_the_page_fetch_from_outside(lab: Open) -> None:
    visit = lab(f"?calcium={PICTURE}&{PICTURE}=1")
    expect(visit.root.page.get_by_text("192.0.2.1").first).to_be_visible()
    visit.settle()
    assert foreign(visit) == []


def test_two_readers_at_the_same_time_each_see_their_own_run(lab: Open) -> None:
    queries = ["?calcium=2000&vitamin_d=4000&vitamin_k2=10&years=10", "?calcium=500&vitamin_k2=300&years=25"]
    first, second = (lab(query) for query in queries)
    first.shows(PARADOX)
    second.shows(Scenario(calcium=500, vitamin_k2=300, years=25))
    for visit in (first, second):  # both press before either looks
        visit.slider("vitamin_k2").press("ArrowRight")
    first.shows(Scenario(calcium=2000, vitamin_d=4000, vitamin_k2=15))
    second.shows(Scenario(calcium=500, vitamin_k2=305, years=25))


def test_a_browser_that_lacks_what_the_lab_needs_gets_one_sentence(lab: Open) -> None:
    visit = lab()
    visit.page.add_init_script("delete window.structuredClone")
    visit.page.reload()
    expect(visit.page.get_by_text("This browser is too old for the Lab.")).to_be_visible()
    visit.errors.clear()
