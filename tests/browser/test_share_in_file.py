"""The file gives its link in itself and in the class's page, copies it wherever it may, and opens either one."""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from support.accessible import BOTH_THEMES, found_by_axe, nothing_in
from support.for_each import for_each
from support.modules import open_modules
from support.offline import OfflineLab, opened
from support.visit import Open

from sim import PRESETS, Scenario
from sim.session.lab_address import lab_address
from sim.session.link import Link, read, written
from sim.session.pages import PATHS
from sim.session.pins import Pin

PARADOX = Link(PRESETS["calcium paradox"])
FULL = Link(
    Scenario(1033, 3300, 95, 17, {"mgp_strength": 0.35}, "trials", "k1"),
    "projector",
    (Pin("little (K2) *", Scenario(vitamin_k2=10)), Pin("é & ü + 100 %", Scenario(parameters={"mgp_block": 1}))),
)
PAGE = "http://192.168.1.20:8501"
REFUSES = """navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
document.execCommand = () => false;"""
COPIES = "if (navigator.clipboard) navigator.clipboard.writeText = async text => { window.copied = text; };"
KEEPS_NOTHING = "Object.defineProperty(window, 'localStorage', {get() { throw new Error('SecurityError'); }});"
ADDRESSES = [
    f"{PAGE}/?calcium=2000", f"{PAGE}/lessons?lesson=paradox#x", "https://lab.example/compare/", "https://lab.example#top",
    "https://school.example/science/lab/evidence?x=1", "https://school.example/lessons/lab", " HTTP://Lab.Example:80/ ",
    "192.168.1.20:8501", "192.168.1.20/lessons?lens=story", "http://[fd00::7]:8501/map", "http://laptop_7.local:8501",
    "https://sch\u00fcler.example/l\u00e4b", "https://lab.example/~ann/a%20b", "http://lab.example:65535", "", " ",
    "lab", "ftp://lab.example", "javascript:alert(1)", "localhost:8501", "192.168.1.20x:8501", "1.2.3.4.5",
    "http:/lab.example",
    "http://lab example", "http://lab.example/a\\b", "http://lab.example/a\x1bb", "http://", "http:///lessons",
    "http://:8501", "http://lab.example:0", "http://lab.example:65536", "http://lab.example:-1",
    "http://lab.example:port",
    "http://192.168.1.256:8501", "http://192.168.1:8501", "http://192.168.1.",
    "http://0X7F", "http://192.168.01.1", "http://[fd00::7", "http://lab..example",
    "http://<lab>", "http://a%20b", "http://" + 64 * "a", "http://ann:secret@lab.example", "http://@lab.example",
    "http://[::1]/a//b/", "http://[x]", "http://a@b@c.example", "http://lab.example?x@y", "\u202ehttp://lab.example",
    "http://lab.example/\U0001f9b4", "http://lab.example.", "https://lab.example/[x]^`", "x" * 400, "http://b\u00fc..d",
]  # fmt: skip


@pytest.fixture(scope="module")
def page(browser: Browser, lab_file: Path) -> Iterator[OfflineLab]:
    """Return the file, opened once for many questions; its dots stand still."""
    with opened(browser, lab_file, reduced_motion="reduce") as lab:
        lab.page.add_init_script(COPIES)
        yield lab


def query(link: Link) -> str:
    return urlencode(written(link))


def links(panel: Locator) -> list[str]:
    """Return the links that the panel shows, of the file and of the class's page."""
    return [box.input_value() for box in panel.locator("textarea:visible").all()]


def forget(lab: OfflineLab) -> OfflineLab:
    lab.page.evaluate("localStorage.clear()")
    return lab


def type_address(panel: Locator, text: str) -> None:
    box = panel.get_by_label("Address of the class's page")
    box.fill(text)
    box.press("Tab")


def test_both_links_hold_all_that_is_on_the_screen_and_open_in_the_page_and_in_the_file(
    page: OfflineLab, lab: Open
) -> None:
    panel = forget(page).open(query(FULL)).panel("share")
    assert len(links(panel)) == 1  # where the class's page is nobody has said yet
    expect(panel.get_by_role("link", name="Open there")).to_have_count(0)
    type_address(panel, f"{PAGE}/lessons?lens=story")
    of_file, of_page = links(panel)
    assert (of_file, of_page) == (f"{page.address}#{query(FULL)}", f"{PAGE}/?{query(FULL)}")
    assert panel.get_by_role("link", name="Open there").get_attribute("href") == of_page
    for parts in (urlsplit(of_file).fragment, urlsplit(of_page).query):
        assert read(parse_qs(parts)) == (FULL, [])
    page.close()
    lab("?" + urlsplit(of_page).query).shows(FULL.scenario, FULL)


def test_the_link_follows_what_is_on_the_screen_and_not_what_the_file_was_opened_with(page: OfflineLab) -> None:
    page.page.goto(f"{page.address}?{query(PARADOX)}")
    page.tells(PARADOX.scenario)
    page.number("vitamin_k2").fill("200")
    page.number("vitamin_k2").press("Enter")
    resolved = Link(PRESETS["paradox resolved with K2"])
    assert links(page.panel("share"))[0] == f"{page.address}#{query(resolved)}"
    page.close()


def test_the_address_is_remembered_and_one_that_is_none_is_refused_in_a_sentence(page: OfflineLab) -> None:
    panel = forget(page).open(query(PARADOX)).panel("share")
    type_address(panel, "https://school.example/science/lab/map")
    page.close()
    page.page.reload()
    page.ready()
    panel = page.panel("share")
    assert links(panel)[1].startswith("https://school.example/science/lab/?calcium=2000&")
    type_address(panel, "lab")
    expect(panel.get_by_role("alert").first).to_have_text("Invalid address 'lab'. Must begin with http:// or https://.")
    expect(panel.get_by_label("Address of the class's page")).to_have_attribute("aria-invalid", "true")
    assert len(links(panel)) == 1
    page.close()
    panel = page.panel("share")  # a slip does not cost what was right
    assert links(panel)[1].startswith("https://school.example/science/lab/?")
    type_address(panel, "")
    page.close()
    panel = page.panel("share")
    assert len(links(panel)) == 1
    expect(panel.get_by_role("alert").first).to_have_text("")
    page.close()


def test_a_link_is_copied_by_keyboard_and_that_is_said(page: OfflineLab) -> None:
    panel = page.open(query(PARADOX)).panel("share")
    button = panel.get_by_role("button", name="Copy the link").first
    button.focus()
    page.page.keyboard.press("Enter")
    expect(panel.get_by_role("status").first).to_have_text("Copied.")
    assert page.page.evaluate("copied") == links(panel)[0]
    page.close()


def test_where_the_browser_refuses_to_copy_the_link_is_selected_and_the_reader_told_how(
    browser: Browser, lab_file: Path
) -> None:
    with opened(browser, lab_file, reduced_motion="reduce") as lab:
        lab.page.evaluate(REFUSES)
        panel = lab.panel("share")
        panel.get_by_role("button", name="Copy the link").first.press("Enter")
        expect(panel.get_by_role("status").first).to_contain_text("The text is selected: press Ctrl+C")
        assert lab.page.evaluate("getSelection().toString()") == links(panel)[0]
        expect(panel.locator("textarea").first).to_be_focused()


def test_a_browser_that_keeps_nothing_still_gives_the_link_of_the_class_s_page(
    browser: Browser, lab_file: Path
) -> None:
    with opened(browser, lab_file, reduced_motion="reduce") as lab:
        lab.page.add_init_script(KEEPS_NOTHING)
        panel = lab.open(query(PARADOX)).panel("share")
        type_address(panel, PAGE)
        assert links(panel)[1] == f"{PAGE}/?{query(PARADOX)}"


@for_each("given", ["{}/?{}", "{}/lessons?{}#top", "file:///home/ann/calcium-lab.html#{1}", "calcium-lab.html#{1}",
                    "calcium-lab.html?lens=trials#{1}", "?{1}", "#{1}", "  {1}\n"])  # fmt: skip
def test_a_pasted_link_of_page_or_file_or_its_query_opens_and_undo_brings_back_what_was(
    page: OfflineLab, given: str
) -> None:
    panel = page.open(query(PARADOX)).panel("share")
    box = panel.get_by_label("Link of this file or of the class's page")
    box.fill(given.format(PAGE, query(FULL)))
    box.press("Enter")
    expect(page.root.locator("dialog")).to_have_count(0)
    page.shows(FULL)
    page.page.keyboard.press("Control+Z")
    page.tells(PARADOX.scenario)


@for_each("given", ["", " ", "https://example.org/?q=1", "hello", "https://lab.example/lessons", "calcium"])
def test_what_is_no_link_of_the_lab_is_refused_in_a_sentence_and_nothing_changes(page: OfflineLab, given: str) -> None:
    panel = page.open(query(PARADOX)).panel("share")
    panel.get_by_label("Link of this file or of the class's page").fill(given)
    panel.get_by_role("button", name="Open", exact=True).click()
    sentence = f"Invalid link '{given.strip()}'. Must be one of the Lab, with its settings after ? or #."
    expect(panel.get_by_role("alert").last).to_have_text(sentence)
    assert page.link() == (PARADOX, [])
    page.close()


def test_what_a_pasted_link_could_not_say_is_told_and_the_address_holds_what_is_shown(page: OfflineLab) -> None:
    panel = page.open(query(PARADOX)).panel("share")
    panel.get_by_label("Link of this file or of the class's page").fill("calcium=9000&vitamin_k2=10&iron=1&embed=true")
    panel.get_by_role("button", name="Open", exact=True).click()
    here, notices = read({"calcium": "9000", "vitamin_k2": "10", "iron": "1"})
    page.shows(here)
    assert page.notes.all_inner_texts() == notices
    assert len(notices) == 2


@BOTH_THEMES
@pytest.mark.parametrize(("width", "height"), [(1280, 720), (390, 844), (320, 640)])
def test_the_panel_is_accessible_and_nothing_leaves_the_window(
    browser: Browser, lab_file: Path, dark: bool, width: int, height: int
) -> None:
    size = {"viewport": {"width": width, "height": height}, "color_scheme": "dark" if dark else "light"}
    with opened(browser, lab_file, query(FULL), reduced_motion="reduce", **size) as lab:
        panel = lab.panel("share")
        type_address(panel, "lab")
        type_address(panel, PAGE)
        assert panel.locator(".panel-room").evaluate("room => room.scrollWidth - room.clientWidth") == 0
        nothing_in({"share": found_by_axe(lab.page)})


def mutated(random: Random) -> str:
    """Return an address with a letter changed, left out or put in."""
    text = random.choice(ADDRESSES)
    at = random.randrange(len(text) + 1)
    return text[:at] + random.choice(["", *"/:?#.@%[]7a\u00fc ", *PATHS]) + text[at + random.randrange(2) :]


def test_an_address_is_read_and_refused_as_python_does(blank: Page) -> None:
    open_modules(blank)
    random = Random(8501)
    asked = [*ADDRESSES, *(mutated(random) for _ in range(1500))]
    answers = blank.evaluate(
        """async texts => {
          const {labAddress} = await import('/panels/lab_address.js');
          return texts.map(text => {
            try {
              return labAddress(text);
            } catch (error) {
              if (error instanceof RangeError) return error.message;
              throw error;
            }
          });
        }""",
        asked,
    )
    for text, answer in zip(asked, answers, strict=True):
        try:
            expected = lab_address(text)
        except ValueError as error:
            expected = str(error)
        both_refuse = answer.startswith("Invalid") and expected.startswith("Invalid")
        assert answer == expected or (both_refuse and text not in ADDRESSES), text
