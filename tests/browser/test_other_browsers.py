"""What readers' browsers do to the page: translate it, force colours, read it out, frame it, print it, lack things."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from math import pi
from threading import Thread

import pytest
from PIL import Image
from playwright.sync_api import Browser
from support.accessible import BOTH_THEMES
from support.visit import Open, Visit, expect, sentence

from sim import Scenario
from sim.dashboard.pages.map_page import TITLE as MAP
from sim.runs.scenario import NUTRIENTS, PRESETS
from sim.text.sentences import NOTICE_LONG

PARADOX = "?calcium=2000&vitamin_d=4000&vitamin_k2=10&years=10"
# As Google Translate in Chrome: texts that follow each other are taken away, and fonts with another text put there,
# again after every change. Here the words stay the same, so that they can be compared.
TRANSLATOR = """() => {
  const LEFT_ALONE = 'font, script, style, [translate=no]';
  const translate = () => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walk.nextNode()) texts.push(walk.currentNode);
    for (const text of texts) {
      if (!text.data.trim() || !text.isConnected || text.parentNode.closest(LEFT_ALONE)) continue;
      const font = document.createElement('font'), inner = document.createElement('font');
      const others = [];
      for (let next = text.nextSibling; next?.nodeType === Node.TEXT_NODE; next = next.nextSibling) others.push(next);
      inner.textContent = [text, ...others].map((each) => each.data).join('');
      font.append(inner);
      text.replaceWith(font);
      for (const other of others) other.remove();
    }
    watcher.takeRecords();
  };
  const watcher = new MutationObserver(translate);
  watcher.observe(document.body, {subtree: true, childList: true, characterData: true});
  translate();
}"""
COLOUR = """(node, name) => {
  const made = node.appendChild(document.createElement('i'));
  made.style.color = `var(${name})`;
  const colour = getComputedStyle(made).color;
  made.remove();
  return colour;
}"""
# What is drawn beside the window or in a box too low for it.
CUT = """() => [...document.querySelectorAll('[data-testid=stApp], [data-testid=stApp] :is(div, p)')].filter((node) => {
  const {left, right} = node.getBoundingClientRect(), low = node.scrollHeight > node.clientHeight + 1;
  const clips = getComputedStyle(node).overflowY !== 'visible';
  return node.checkVisibility() && right - left > 1 && (left < 0 || right > innerWidth || (clips && low));
}).map((node) => node.outerHTML.slice(0, 200))"""
TRANSLATED = "[...document.querySelectorAll('.st-key-sentence h2 font')].length > 0"


def words(visit: Visit) -> list[str]:
    """Return what is to be read on the page, line by line."""
    return visit.settle().page.get_by_test_id("stMain").inner_text().split("\n")


def test_a_translated_page_follows_every_change_and_never_breaks(lab: Open) -> None:
    visit = lab(PARADOX)
    visit.page.evaluate(TRANSLATOR)
    visit.page.wait_for_function(TRANSLATED)
    visit.shows(PRESETS["calcium paradox"])
    visit.slider("Vitamin K2").press("End")  # the sentence loses its bold words
    visit.shows(Scenario(calcium=2000, vitamin_d=4000, vitamin_k2=500))
    visit.page.wait_for_function(TRANSLATED)
    visit.lens("What human trials show").click()
    visit.shows(Scenario(lens="trials", calcium=2000, vitamin_d=4000, vitamin_k2=500))
    visit.lens("The popular story").click()
    visit.unfold("Ledger and numbers")
    visit.preset("K2 deficiency").click()
    visit.shows(PRESETS["K2 deficiency"])
    visit.slider("Vitamin D").press("End")  # above an upper limit, which is said
    expect(visit.told).to_contain_text("upper limit")
    visit.go("Evidence", "What is known, and how well")
    visit.go("Compare", "Compare runs")
    visit.go("Lab", "Calcium Paradox Lab")  # a preset pressed before it comes would be one of Compare's
    visit.preset("ordinary diet + tablets").click()
    visit.shows(PRESETS["ordinary diet + tablets"])
    fresh = lab(visit.page.url.removeprefix(f"{visit.server}/"))
    for each in (visit, fresh):
        if not each.page.get_by_text("Where a day's calcium goes").count():
            each.unfold("Ledger and numbers")
    assert words(visit) == words(fresh)


@BOTH_THEMES
def test_chosen_buttons_and_sliders_are_seen_where_the_system_forces_its_colours(lab: Open, dark: bool) -> None:
    visit = lab(PARADOX, dark=dark)
    visit.page.emulate_media(forced_colors="active")
    fill = "node => getComputedStyle(node).backgroundColor"
    plain = visit.preset("balanced").evaluate(fill)
    assert visit.preset("calcium paradox").evaluate(fill) != plain
    assert visit.lens("The popular story").evaluate(fill) != visit.lens("What human trials show").evaluate(fill)
    for name in NUTRIENTS:
        input_of = visit.page.locator(f".st-key-{name} input[type=range]")
        assert input_of.evaluate("node => getComputedStyle(node.parentNode.parentNode).backgroundColor") != plain
        track = visit.page.locator(f".st-key-{name} [role=group] > div > div").first
        assert track.evaluate("node => getComputedStyle(node).borderTopWidth") == "1px"
    # The picture brings its own paper: dark ink never stands on a forced black.
    assert visit.stage.evaluate(fill) == visit.stage.evaluate(COLOUR, "--paper")


def test_a_change_is_read_out_by_one_polite_line_and_the_chosen_preset_and_account_are_the_pressed_ones(
    lab: Open,
) -> None:
    visit = lab(PARADOX)
    line = visit.page.locator("[aria-live=polite]")
    expect(line).to_have_count(1)
    expect(line).to_have_text("")
    pressed = visit.page.get_by_role("button", pressed=True).and_(
        visit.page.locator(".st-key-presets button, .st-key-lenses button")
    )
    lifted = visit.page.get_by_role("button", pressed=False).and_(visit.page.locator(".st-key-presets button"))
    expect(pressed).to_contain_text(["The popular story", "calcium paradox"])
    expect(lifted).to_have_count(len(PRESETS) - 1)
    visit.preset("ordinary diet + tablets").click()
    expect(line).to_have_text(sentence(PRESETS["ordinary diet + tablets"]))
    expect(pressed).to_contain_text(["The popular story", "ordinary diet + tablets"])
    visit.slider("Vitamin K2").press("End")
    expect(line).to_have_text(sentence(replace(PRESETS["ordinary diet + tablets"], vitamin_k2=500)))
    expect(pressed).to_contain_text(["The popular story"])
    visit.lens("What human trials show").click()
    expect(pressed).to_contain_text(["What human trials show"])


@contextmanager
def another_site(html: str) -> Iterator[str]:
    """Serve one page of another origin and return its address."""

    class Site(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(html.encode())

        def log_message(self, format: str, *args: object) -> None: ...

    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as site:
        Thread(target=site.serve_forever, daemon=True).start()
        yield f"http://localhost:{site.server_port}"
        site.shutdown()


def test_the_copy_button_works_in_a_frame_of_another_site(browser: Browser, server: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 1000})
    page = context.new_page()
    with another_site(f'<textarea></textarea><iframe src="{server}" width="1200" height="900"></iframe>') as site:
        page.goto(site)
        frame = page.frame_locator("iframe")
        frame.locator(".st-key-live .stage[data-run=exact]").wait_for()
    frame.get_by_role("button", name="Share", exact=True).click()
    dialog = frame.get_by_role("dialog")
    dialog.locator("img").wait_for()
    dialog.get_by_test_id("stCode").hover()
    dialog.get_by_role("button", name="Copy to clipboard").click()
    expect(dialog.get_by_role("button", name="Copied")).to_be_visible()
    box = page.locator("textarea")
    box.focus()
    page.keyboard.press("Control+V")
    expect(box).to_have_value(dialog.locator("code").inner_text())
    context.close()


def test_where_nothing_may_be_copied_the_text_is_selected_and_the_keys_are_named(browser: Browser, server: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script("document.execCommand = () => false")
    page.add_init_script("navigator.clipboard.writeText = async () => { throw new Error('refused') }")
    dialog = Visit(page, server).open().share()
    dialog.get_by_test_id("stCode").hover()
    for _ in range(2):
        dialog.get_by_role("button", name="Copy to clipboard").click()
    expect(dialog.get_by_text("press Ctrl+C")).to_have_count(1)
    assert page.evaluate("getSelection().toString()") == dialog.locator("code").inner_text()
    expect(dialog.get_by_role("button", name="Copied")).to_have_count(0)
    context.close()


@BOTH_THEMES
def test_on_paper_there_is_nothing_to_press_nothing_cut_and_the_paper_is_white(lab: Open, dark: bool) -> None:
    visit = lab(PARADOX, dark=dark)
    visit.page.emulate_media(media="print")
    visit.page.set_viewport_size({"width": 800, "height": 1100})
    expect(visit.page.locator("button:visible, input:visible, summary:visible, nav a:visible")).to_have_count(0)
    for part in (visit.page.get_by_text(NOTICE_LONG[-40:]), visit.told, visit.notice_in_bar):
        expect(part.first).to_be_visible()
    expect(visit.page.locator("[data-testid=stSlider] p:visible")).to_contain_text(
        ["2000 mg/day", "4000 IU/day", "10 µg/day"]
    )
    assert visit.page.evaluate(CUT) == []
    picture = Image.open(BytesIO(visit.page.screenshot(full_page=True))).convert("L")
    assert picture.height > 1100  # all of it, not a window's worth
    counts = picture.histogram()
    assert sum(counts[250:]) > 0.75 * sum(counts)


def test_a_browser_that_cannot_unpack_gets_parts_as_they_are(browser: Browser, server: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script("delete window.DecompressionStream")
    visit = Visit(page, server).open(PARADOX)
    visit.shows(PRESETS["calcium paradox"])
    visit.pictures_tell(PRESETS["calcium paradox"])
    visit.preset("ordinary diet + tablets").click()
    visit.shows(PRESETS["ordinary diet + tablets"])
    visit.go("Map", MAP)
    page.locator(".map svg").wait_for()
    assert visit.errors == []
    context.close()


def test_accounts_and_buttons_stay_in_one_row_with_wider_letters_and_cover_no_other_on_a_phone(lab: Open) -> None:
    visit = lab(PARADOX).resize(1280, 720)
    visit.page.add_style_tag(content=".st-key-head { letter-spacing: 0.05em }")  # of letters half as wide as high
    rows = {box["y"] + box["height"] / 2 for each in visit.page.locator(".st-key-head button:visible").all()
            if (box := each.bounding_box())}  # fmt: skip
    assert max(rows) - min(rows) < 2
    visit.go("Compare", "Compare runs")
    visit.resize(390, 844)
    boxes = [box for each in visit.page.locator(".st-key-head button:visible").all() if (box := each.bounding_box())]
    assert len(boxes) >= 6
    for i, one in enumerate(boxes):
        assert one["x"] + one["width"] <= 390
        for other in boxes[:i]:
            beside = one["x"] >= other["x"] + other["width"] or other["x"] >= one["x"] + one["width"]
            assert beside or one["y"] >= other["y"] + other["height"] or other["y"] >= one["y"] + one["height"]


def test_the_thumb_of_the_years_has_a_style_of_its_own(lab: Open) -> None:
    visit = lab(PARADOX)
    years = visit.stage.get_by_role("slider", name="Time shown")
    assert years.evaluate("node => getComputedStyle(node).appearance") == "none"
    # At the end of the run all of the track is before it, and that is not drawn in ink.
    picture = Image.open(BytesIO(years.screenshot())).convert("L")
    assert sum(picture.histogram()[:60]) == pytest.approx(pi * 10**2, rel=0.1)


def test_texts_that_a_translator_has_put_into_one_come_back_as_they_were(lab: Open) -> None:
    visit = lab()
    read = visit.page.evaluate(
        """() => {
        const line = document.body.appendChild(document.createElement('p')), font = document.createElement('font');
        const [first, last] = ['bone ', '1 %'].map((words) => line.appendChild(document.createTextNode(words)));
        first.replaceWith(font);
        last.remove();
        last.nodeValue = '2 %';
        return line.textContent;
    }"""
    )
    assert read == "bone 2 %"
