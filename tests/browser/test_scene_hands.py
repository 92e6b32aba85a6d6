"""The scene answers hands, keys and pointers, says what it shows, and stands still for those who ask for it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from support.scene_page import STATES, open_scene, run_of, show

from sim.browser.browser_tables import browser_tables

ORDER = [
    "gut", "vitamin_d", "blood", "urine",
    "bone_change", "bone", "osteocalcin_activation", "bone_formation", "osteocalcin", "bone_resorption", "day_bone",
    "bone_change", "arteries_times", "arteries", "stiffness", "mgp_activation", "mgp", "arteries_times",
]  # fmt: skip


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return the scene with the paradox, on a laptop."""
    opened = open_scene(browser)
    show(opened, STATES["paradox"])
    yield opened
    opened.close()


def focused(page: Page) -> str | None:
    return page.evaluate("document.activeElement.dataset.part ?? null")


def test_the_keyboard_meets_every_part_once_from_gut_to_bone_to_artery(page: Page) -> None:
    met = []
    for _ in ORDER:
        page.keyboard.press("Tab")
        met.append(focused(page))
        ring = page.locator(".focus-ring").bounding_box()
        part = page.locator(":focus").bounding_box()
        assert ring and part
        assert ring["x"] < part["x"] and ring["x"] + ring["width"] > part["x"] + part["width"]
    assert met == ORDER
    page.keyboard.press("Tab")
    assert focused(page) is None
    assert not page.locator(".focus-ring").is_visible()


@pytest.mark.parametrize("key", ["Enter", " ", "click"])
def test_every_part_answers_a_press_and_says_its_name(page: Page, key: str) -> None:
    parts = page.locator(".part:is([role=button], [role=slider])[tabindex='0'][aria-label]")
    assert parts.count() == len(ORDER) == page.locator(".part").count()
    for i, name in enumerate(ORDER):
        part = parts.nth(i)
        if key == "click":
            part.dispatch_event("click")
        else:
            part.focus()
            page.keyboard.press(key)
        assert page.evaluate("pressed.splice(0)") == [[name, "g"]]
        assert len(part.get_attribute("aria-label") or "") >= 3
    assert page.evaluate("scrollY") == 0


def test_those_who_hear_the_scene_hear_what_it_shows_now(page: Page) -> None:
    run = run_of(STATES["paradox"]["scenario"])
    needed = round(5 * float(run.constant("k2_need")))
    for protein, share in run.activation.items():
        label = page.locator(f"[data-part={protein}_activation]").get_attribute("aria-label") or ""
        assert f"{round(needed * float(share))} of {needed} guards" in label
    heard = {"bone": "−2.6 %", "arteries": "×2.4", "vitamin_d": "three quarters open", "mgp": "wide open"}
    heard |= {"day_bone": "−2.7 mg a day", "bone_formation": "477 mg a day"}
    for name, now in heard.items():
        assert now in (page.locator(f"[data-part={name}]").first.get_attribute("aria-label") or "")


def test_a_press_with_the_pointer_meets_what_is_seen_there(page: Page) -> None:
    for selector, name in {
        ".bone-body": "bone", ".coat": "arteries", ".lens-ring": "mgp", ".gut-body": "gut", ".net-arrow": "day_bone",
        ".closers > g": "mgp_activation", "[data-number=bone_change]": "bone_change",
    }.items():  # fmt: skip
        box = page.locator(selector).first.bounding_box()
        assert box
        down = 0.5 if name != "arteries" else 0.1  # the middle of the ring is partly behind the lens
        page.mouse.click(box["x"] + box["width"] * 0.5, box["y"] + box["height"] * down)
        assert page.evaluate("pressed.splice(0).map(press => press[0])") == [name]


def test_every_part_is_one_that_the_tables_explain() -> None:
    tables = browser_tables()
    assert set(ORDER) <= {*tables["PARTS"], *tables["QUANTITIES"]}


def test_dots_and_pulse_move_with_the_phase_but_not_where_motion_is_reduced(browser: Browser) -> None:
    for motion in ("no-preference", "reduce"):
        page = open_scene(browser, reduced_motion=motion)
        show(page, STATES["balanced"])
        moving = "'.stream circle, .part[data-part=arteries] > g > g'"
        look = f"() => [...document.querySelectorAll({moving})].map(node => node.outerHTML)"
        before = page.evaluate(look)
        page.evaluate("scene.frame(0.29)")
        assert (page.evaluate(look) == before) == (motion == "reduce")
        page.close()


def test_a_draw_of_the_same_writes_nothing(page: Page) -> None:
    written = page.evaluate(
        """async state => {
          const same = shown(state);
          scene.draw(same);
          let count = 0;
          const watch = new MutationObserver(records => { count += records.length; });
          const all = {subtree: true, childList: true, attributes: true, characterData: true};
          watch.observe(document.querySelector('svg'), all);
          scene.draw(same);
          await new Promise(done => setTimeout(done));
          return count;
        }""",
        STATES["gap"],
    )
    assert written == 0


def test_a_page_translator_that_wraps_words_does_not_make_them_stale(page: Page) -> None:
    page.evaluate("""() => {
      for (const node of document.querySelectorAll('svg tspan, svg text.end')) {
        if (!node.textContent || node.children.length) continue;
        const font = document.createElementNS('http://www.w3.org/2000/svg', 'tspan');
        font.textContent = 'x'.repeat(node.textContent.length);
        node.replaceChildren(font);
      }
    }""")
    show(page, STATES["resolved"])
    assert page.locator("[data-number=bone_change]").text_content() == "+1.5 %"
    assert "x" not in (page.locator(".curve .end").first.text_content() or "")
