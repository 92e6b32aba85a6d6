"""What readers' browsers do to the page: translate it, frame it, forbid it to copy, lose its server."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from playwright.sync_api import Browser, BrowserContext, FrameLocator, Page
from support.translator import TRANSLATE
from support.visit import Open, Visit, expect

from sim import PRESETS, Scenario

ROOT = Path(__file__).parents[2]
QUERY = "?calcium=2000&vitamin_d=4000&vitamin_k2=10&years=10"
PARADOX = PRESETS["calcium paradox"]
TRANSLATED = "[...document.querySelectorAll('h1 font, h2 font')].length > 0"


def test_translated_pages_follow_every_change_and_never_break(lab: Open) -> None:
    visit = lab(QUERY)
    visit.page.evaluate(TRANSLATE)
    visit.shows(PARADOX)
    visit.slider("vitamin_k2").press("End")
    visit.shows(Scenario(2000, 4000, 500))
    for page in ("compare", "map", "plate", "background"):
        visit.open_menu()
        visit.menu.locator(f"a[data-page={page}]").click()
        expect(visit.page).to_have_url(re.compile(f"/{page}[?]"))
        visit.settle().page.wait_for_function(TRANSLATED)
        visit.page.get_by_test_id("stTopNav").get_by_role("link").first.click()
        expect(visit.page).to_have_url(re.compile(f"^[^?]*(?<!{page})[?]"))
        visit.ready()
        visit.settle()
    visit.choose_preset("ordinary diet + tablets")
    visit.shows(PRESETS["ordinary diet + tablets"])
    expect(visit.page.get_by_test_id("stException")).to_have_count(0)


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


def copy(page: Page | FrameLocator) -> str:
    """Open Share by the menu of the Lab and press Copy; return what is to be copied."""
    page.locator(".lab details.menu > summary").click()
    page.locator(".lab [data-do=share]").click()
    dialog = page.get_by_role("dialog")
    dialog.locator("img").wait_for()
    dialog.get_by_test_id("stCode").first.hover()
    dialog.get_by_role("button", name="Copy to clipboard").first.click()
    return dialog.locator("code").first.inner_text()


def test_lab_and_copy_work_in_a_frame_of_another_site(browser: Browser, server: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 1000})
    page = context.new_page()
    source = f"{server}/{QUERY}"
    with another_site(f'<textarea></textarea><iframe src="{source}" width="1200" height="900"></iframe>') as site:
        page.goto(site)
        frame = page.frame_locator("iframe")
        frame.locator(".lab[data-ready=yes]").wait_for()
    frame.locator("input[type=range][data-key=vitamin_k2]").press("End")
    expect(frame.locator(".lab p.sentence")).to_contain_text("Paradox solved.")
    link = copy(frame)
    assert "vitamin_k2=500" in link
    expect(frame.get_by_role("dialog").get_by_role("button", name="Copied")).to_be_visible()
    box = page.locator("textarea")
    box.focus()
    page.keyboard.press("Control+V")
    expect(box).to_have_value(link)
    context.close()


def test_the_copy_button_works_over_plain_http_too(context: BrowserContext, server: str) -> None:
    page = context.new_page()
    # Over http from another computer a browser has no clipboard for the page; at 127.0.0.1 it has.
    page.add_init_script("Object.defineProperty(Navigator.prototype, 'clipboard', {value: undefined})")
    visit = Visit(page, server).open(QUERY)
    link = copy(page)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<textarea class=paste></textarea>')")
    page.locator(".paste").press("Control+V")
    expect(page.locator(".paste")).to_have_value(link)
    assert visit.errors == []
    page.close()


def test_where_nothing_may_be_copied_the_text_is_selected_and_the_keys_are_named(browser: Browser, server: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script("document.execCommand = () => false")
    page.add_init_script("navigator.clipboard.writeText = async () => { throw new Error('refused') }")
    Visit(page, server).open(QUERY)
    link, dialog = copy(page), page.get_by_role("dialog")
    expect(dialog.get_by_text("press Ctrl+C")).to_have_count(1)
    assert page.evaluate("getSelection().toString()") == link
    expect(dialog.get_by_role("button", name="Copied")).to_have_count(0)
    context.close()


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
