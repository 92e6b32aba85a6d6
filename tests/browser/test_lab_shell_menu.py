"""The Lab's menu, keys and first visit; it goes on under a page translator, and says so where a browser is too old."""

import pytest
from playwright.sync_api import Browser, expect
from support.lab_page import LabPage, lab_page

from sim import Scenario
from sim.runs.scenario import PRESETS

PARADOX = PRESETS["calcium paradox"]
FOCUSED = "() => { const e = document.querySelector('#place').shadowRoot.activeElement; return e && e.outerHTML; }"


@pytest.fixture
def lab(still: LabPage) -> LabPage:
    return still


def focused(lab: LabPage) -> str:
    """Return the element that has the focus, as text."""
    return lab.page.evaluate(FOCUSED) or ""


def test_the_first_tab_offers_the_sliders_and_the_first_slider_is_four_stops_away_at_most(lab: LabPage) -> None:
    lab.start()
    lab.page.keyboard.press("Tab")
    expect(lab.page.get_by_role("button", name="To the sliders")).to_be_in_viewport(ratio=1)
    assert 'class="skip"' in focused(lab)
    lab.page.keyboard.press("Enter")
    assert 'type="range"' in focused(lab) and 'data-key="calcium"' in focused(lab)
    expect(lab.page.locator("svg.scene")).to_be_in_viewport(ratio=1)
    lab.page.keyboard.press("ArrowRight")
    assert lab.settings()["calcium"] == 1050


def test_sliders_and_numbers_follow_each_other_and_minus_and_plus_are_no_stops(lab: LabPage) -> None:
    lab.start()
    lab.slider("calcium").focus()
    stops = []
    for _ in range(4):
        lab.page.keyboard.press("Tab")
        stops.append(focused(lab))
    assert ['class="number"' in stop for stop in stops] == [True, False, True, False]
    assert ['type="range"' in stop for stop in stops] == [False, True, False, True]
    assert not any("minus" in stop or "plus" in stop for stop in stops)


def test_the_menu_is_used_by_arrows_and_closes_on_escape_choice_and_outside_press(lab: LabPage) -> None:
    lab.start()
    summary, sheet = lab.page.locator(".menu > summary"), lab.page.locator(".menu .sheet")
    summary.focus()
    lab.page.keyboard.press("ArrowDown")
    expect(sheet).to_be_visible()
    assert "Balanced" in focused(lab)
    lab.page.keyboard.press("ArrowDown")
    assert "Ordinary diet" in focused(lab)
    lab.page.keyboard.press("ArrowUp")
    lab.page.keyboard.press("ArrowUp")
    assert 'data-page="background"' in focused(lab)  # round and round
    lab.page.keyboard.press("Home")
    assert "Balanced" in focused(lab)
    lab.page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    assert "summary" in focused(lab)
    lab.open_menu()
    lab.page.locator("h1").click()
    expect(sheet).to_be_hidden()
    lab.open_menu().get_by_role("button", name="K2 deficiency").click()
    expect(sheet).to_be_hidden()
    assert Scenario(**lab.settings()) == PRESETS["K2 deficiency"]


def test_the_menu_holds_all_presets_both_accounts_and_real_links(lab: LabPage) -> None:
    lab.start(PARADOX)
    sheet = lab.open_menu()
    expect(sheet.locator("[data-preset]")).to_have_count(len(PRESETS))
    expect(sheet.locator("[data-preset][aria-pressed=true]")).to_have_text(["Calcium paradox"])
    expect(sheet.locator("[data-lens][aria-pressed=true]")).to_have_count(1)
    links = {link.get_attribute("data-page"): link.get_attribute("href") for link in sheet.locator("a").all()}
    assert set(links) == {"lessons", "compare", "map", "plate", "background"}
    assert all(href and href.startswith(f"{path}?calcium=2000&") for path, href in links.items())
    sheet.locator("a[data-page=map]").click()
    assert lab.page.evaluate("gone") == ["map"] and lab.page.url.endswith("lab.test/")


def test_what_the_server_makes_is_hidden_where_there_is_none(lab: LabPage) -> None:
    lab.start()
    sheet = lab.open_menu()
    for name in ("save", "share"):
        expect(sheet.locator(f"[data-do={name}]")).to_be_visible()
    lab.do("share")
    assert lab.page.evaluate("opened") == ["share"]
    lab.page.evaluate("refused = ['save']")
    sheet = lab.open_menu()
    expect(sheet.locator("[data-do=share]")).to_be_visible()
    expect(sheet.locator("[data-do=save]")).to_have_count(0)


def test_undo_in_the_menu_tells_whether_there_is_anything_to_undo(lab: LabPage) -> None:
    lab.start()
    undo = lab.open_menu().locator("[data-do=undo]")
    expect(undo).to_have_attribute("aria-disabled", "true")
    lab.page.locator(".sheet [data-preset='calcium paradox']").click()
    expect(lab.open_menu().locator("[data-do=undo]")).to_have_attribute("aria-disabled", "false")
    lab.page.locator(".sheet [data-do=undo]").click()
    assert Scenario(**lab.settings()) == Scenario()
    lab.do("redo")
    assert Scenario(**lab.settings()) == PARADOX
    lab.do("reset")
    assert Scenario(**lab.settings()) == Scenario()


def test_the_other_account_is_one_press_away_and_its_gap_can_be_shaded(lab: LabPage) -> None:
    lab.start(PARADOX)
    sheet = lab.open_menu()
    sheet.locator("[data-do=contrast]").click()
    line = sheet.locator(".contrast")
    expect(line).to_contain_text("Going by human trials")
    assert lab.store("store.shading") is False
    sheet.locator("[data-do=gap]").click()
    assert lab.store("[store.shading, store.other.scenario.lens]") == [True, "trials"]
    expect(lab.open_menu().locator("[data-do=gap]")).to_have_attribute("aria-pressed", "true")


def test_single_keys_work_unless_somebody_types_and_can_be_turned_off_for_good(lab: LabPage) -> None:
    lab.start()
    view = "store.session.view"
    lab.page.keyboard.press("p")
    assert lab.store(view) == "projector"
    expect(lab.page.get_by_role("button", name="Leave projector view")).to_be_visible()
    assert [each["changed"] for each in lab.said()] == [{"view": "projector"}]
    lab.number("calcium").click()
    lab.page.keyboard.type("p? ")
    assert lab.store(view) == "projector"
    expect(lab.page.locator("dialog")).to_have_count(0)
    lab.number("calcium").press("Escape")
    lab.page.get_by_role("button", name="Leave projector view").click()
    assert lab.store(view) == "page"
    lab.page.evaluate("document.querySelector('#place').shadowRoot.activeElement?.blur()")
    lab.page.keyboard.press(" ")
    assert lab.store("store.playing") is True
    lab.page.keyboard.press(" ")
    assert lab.store("store.playing") is False
    lab.page.keyboard.press("?")
    expect(lab.page.locator("dialog.panel-keys")).to_contain_text("projector view, and back")
    lab.page.keyboard.press("Escape")
    expect(lab.page.locator("dialog")).to_have_count(0)
    keys = lab.open_menu().locator("[data-do=keys-off]")
    expect(keys).to_have_attribute("aria-pressed", "true")
    keys.click()
    expect(keys).to_have_attribute("aria-pressed", "false")
    lab.page.keyboard.press("Escape")
    lab.page.keyboard.press("p")
    assert lab.store(view) == "page"
    lab.page.reload()
    lab.page.wait_for_function("window.loaded")
    lab.start()
    lab.page.keyboard.press("p")
    assert lab.store(view) == "page"
    lab.page.keyboard.press("Control+z")  # no single key: it still works
    lab.page.evaluate("localStorage.clear()")


def test_without_storage_the_keys_still_work(browser: Browser) -> None:
    with lab_page(browser, reduced_motion="reduce") as lab:
        lab.page.evaluate("""Object.defineProperty(window, 'localStorage', {get() { throw new Error('denied'); }})""")
        lab.start()
        lab.do("keys-off")
        lab.page.keyboard.press("Escape")
        lab.page.keyboard.press("p")
        assert lab.store("store.session.view") == "page"


def test_a_first_visit_shows_the_paradox_happen_once_and_then_one_hint(browser: Browser) -> None:
    with lab_page(browser) as lab:
        lab.stop_clock()
        lab.start(first=True)
        hint = lab.page.locator(".hint")
        assert Scenario(**lab.settings()) == PARADOX
        lab.page.clock.run_for(2000)
        assert 2 < lab.store("store.year") < 6
        expect(hint).to_be_hidden()
        lab.page.clock.run_for(3500)
        assert lab.store("[store.year, store.playing]") == [10, False]
        expect(hint).to_have_text("← drag me and watch")
        thumb, box = lab.slider("vitamin_k2").bounding_box(), hint.bounding_box()
        assert thumb and box and thumb["x"] + 0.14 * thumb["width"] < box["x"] < thumb["x"] + 0.4 * thumb["width"]
        assert lab.said() == []  # nobody has done anything
        lab.slider("vitamin_k2").press("ArrowRight")
        lab.page.clock.run_for(50)
        expect(hint).to_have_count(0)
        assert lab.said()[0]["changed"] == {"vitamin_k2": 15}  # what a first visit sees its host knows
        lab.page.clock.run_for(6000)
        assert lab.store("store.year") == 10  # once


def test_a_newcomer_may_drag_while_the_years_still_pass(browser: Browser) -> None:
    with lab_page(browser) as lab:
        lab.stop_clock()
        lab.start(first=True)
        lab.page.clock.run_for(1000)
        lab.drag("vitamin_k2", 0.632)
        lab.page.clock.run_for(50)
        assert lab.store("[store.year, store.playing]") == [10, False]
        assert Scenario(**lab.settings()) == PRESETS["paradox resolved with K2"]
        expect(lab.page.locator(".hint")).to_have_count(0)


def test_with_less_motion_nothing_moves_by_itself_and_the_hint_is_there_at_once(lab: LabPage) -> None:
    lab.stop_clock()
    lab.start(first=True)
    assert lab.store("[store.year, store.playing, store.moving]") == [10, False, False]
    expect(lab.page.locator(".hint")).to_be_visible()


def test_who_comes_with_settings_gets_no_hint(lab: LabPage) -> None:
    lab.start(PARADOX)
    expect(lab.page.locator(".hint")).to_have_count(0)
    assert lab.store("store.playing") is False


TRANSLATED = """async () => {
  const {liveSentence} = await import('/words/live_sentence.js');
  const root = document.querySelector('#place').shadowRoot, lab_ = root.querySelector('.lab');
  const next = () => new Promise(done => requestAnimationFrame(done));
  const translate = () => {
    const texts = [], walk = document.createTreeWalker(lab_, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) texts.push(walk.currentNode);
    for (const text of texts) {
      if (text.parentElement.tagName === 'FONT' || !text.data.trim()) continue;
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      inner.textContent = `übersetzt: ${text.data}`;
      outer.append(inner);
      text.replaceWith(outer);
    }
    document.documentElement.className = 'translated-ltr';
    document.documentElement.lang = 'de';
  };
  let seed = 7;
  const random = n => { seed = (seed * 16807) % 2147483647; return seed % n; };
  const pick = list => list[random(list.length)];
  const wrong = [];
  for (let i = 0; i < 200; i++) {
    if (i % 4 === 0) translate();
    const kind = random(4), before = root.querySelector('p.sentence').textContent;
    if (kind === 0) {
      const input = pick([...root.querySelectorAll('input[type=range]:not(.year)')]);
      input.value = random(1001) / 1000;
      for (const kind of ['input', 'change']) input.dispatchEvent(new Event(kind));
    } else if (kind === 1) {
      const input = pick([...root.querySelectorAll('input.number')]);
      input.value = random(3000); input.dispatchEvent(new Event('change'));
    } else if (kind === 2) pick([...root.querySelectorAll('.head button')]).click();
    else {
      root.querySelector('.menu').open = true; await next(); await next();
      const some = '[data-preset], [data-lens], [data-do=undo], [data-do=forget]';
      pick([...root.querySelectorAll(`.sheet :is(${some})`)]).click();
    }
    await next(); await next();
    const {run, balanced, year} = lab.store, told = liveSentence(run, balanced, year);
    const is = root.querySelector('p.sentence').textContent, should = `${told.lead} ${told.rest}`;
    // What has not changed may stay translated.
    if (is !== should && is !== before && is.replaceAll('übersetzt: ', '') !== should) wrong.push([i, is, should]);
    if (is.replaceAll('übersetzt: ', '') !== should) wrong.push([i, 'stale', is, should]);
  }
  return wrong;
}"""


def test_a_page_translator_breaks_nothing_and_no_sentence_stays_stale(lab: LabPage) -> None:
    lab.start(PARADOX)
    assert lab.page.evaluate(TRANSLATED) == []


def test_what_has_not_changed_stays_translated(lab: LabPage) -> None:
    """Written anew with every frame, it would flicker between two languages while the calcium moves."""
    lab.start(PARADOX)
    lab.page.evaluate("""() => {
      for (const element of document.querySelector('#place').shadowRoot.querySelectorAll('.lead, .slider .name')) {
        const font = document.createElement('font');
        font.textContent = 'übersetzt';
        element.replaceChildren(font);
      } }""")
    lab.page.evaluate("lab.store.touch()")
    lab.frame()
    expect(lab.page.locator(".lead font, .slider .name font")).to_have_text(["übersetzt"] * 4)


def test_a_browser_that_lacks_what_is_needed_gets_one_sentence(browser: Browser) -> None:
    with lab_page(browser) as lab:
        lab.page.evaluate("delete window.ResizeObserver")
        lab.page.evaluate(
            "x => start(x, {mode: 'lab'})", {"scenario": Scenario().to_dict(), "pins": [], "view": "page"}
        )
        expect(lab.root).to_have_text(
            "This browser is too old for the Lab. A newer Chrome, Edge, Firefox or Safari can show it."
        )
