"""The scene in other hands: saved, printed, dark, and with colours that the system forces."""

import io
import re
from xml.etree import ElementTree

import numpy as np
import pytest
from matplotlib.image import imread
from playwright.sync_api import Browser, Page
from support.scene_page import SIZES, STATES, open_scene, run_of, show

from sim.runs.many import balanced_run
from sim.text.live_sentence import live_sentence
from sim.text.sentences import provenance

SVG = "{http://www.w3.org/2000/svg}"
LIGHT, DARK = (255, 255, 255), (16, 21, 27)
BONE, DARK_BONE = (0, 99, 163), (92, 179, 240)


def pixels(page: Page) -> np.ndarray:
    return (imread(io.BytesIO(page.screenshot()))[..., :3] * 255).round()


def share(picture: np.ndarray, colour: tuple[int, int, int]) -> float:
    return float((np.abs(picture - np.array(colour)).max(axis=2) <= 3).mean())


@pytest.mark.parametrize("size", SIZES)
def test_a_saved_scene_stands_alone_and_looks_as_it_did(browser: Browser, size: str) -> None:
    page = open_scene(browser, size)
    show(page, STATES["gap"])
    text = page.evaluate("scene.toSvg()")
    root = ElementTree.fromstring(text)
    assert root.tag == f"{SVG}svg"
    assert "Illustrative teaching model, not medical advice." in " ".join(root.itertext())
    words = "".join(root.itertext())
    run = run_of(STATES["gap"]["scenario"])
    said = live_sentence(run, balanced_run(run.scenario), 10)
    for told in (said.lead, *said.rest.split(), *provenance(run.scenario).split()):
        assert told in words
    for seen in page.locator("svg text:visible").all_text_contents():
        assert seen in words
    for left_out in ("var(", "color(", "color-mix", "class=", "tabindex", "http://scene", "display=", "NaN"):
        assert left_out not in text
    live = pixels(page)
    alone = browser.new_page(viewport=page.viewport_size)  # pyright: ignore[reportArgumentType]
    alone.set_content(f"<style>body {{margin: 0}} svg {{display: block; width: 100vw; height: auto}}</style>{text}")
    saved = pixels(alone)  # as much of it as the screen has shown, for the words stand below
    for colour in (LIGHT, BONE, (184, 70, 0)):
        assert share(saved, colour) == pytest.approx(share(live, colour), rel=0.12, abs=0.004)
    alone.close()
    page.close()


def test_a_scene_that_is_dark_is_saved_dark_and_printed_on_white(browser: Browser) -> None:
    page = open_scene(browser, color_scheme="dark")
    show(page, STATES["paradox"])
    assert share(pixels(page), DARK) > 0.4
    assert share(pixels(page), DARK_BONE) > 0.02
    assert f"rgb({DARK[0]}, {DARK[1]}, {DARK[2]})" in page.evaluate("scene.toSvg()") or "#10151b" in page.evaluate(
        "scene.toSvg()"
    )
    page.emulate_media(media="print", color_scheme="dark")
    assert share(pixels(page), DARK) < 0.005
    assert share(pixels(page), LIGHT) > 0.4
    page.close()


def test_the_readers_theme_overrules_the_systems(browser: Browser) -> None:
    page = open_scene(browser, color_scheme="dark")
    show(page, STATES["paradox"])
    page.evaluate("document.querySelector('.lab').dataset.theme = 'light'")
    assert share(pixels(page), LIGHT) > 0.4
    page.emulate_media(color_scheme="light")
    page.evaluate("document.querySelector('.lab').dataset.theme = 'dark'")
    assert share(pixels(page), DARK) > 0.4
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours_leave_the_drawing_its_own_paper_and_colours(browser: Browser, scheme: str) -> None:
    looks = []
    for forced in ("none", "active"):
        page = open_scene(browser, color_scheme=scheme, forced_colors=forced)
        show(page, STATES["paradox"])
        looks.append(pixels(page))
        page.close()
    assert np.abs(looks[0] - looks[1]).max() <= 3


def test_words_and_lines_stand_out_from_the_paper_in_both_themes(browser: Browser) -> None:
    for scheme in ("light", "dark"):
        page = open_scene(browser, color_scheme=scheme)
        show(page, STATES["gap"])
        colours = page.evaluate("""() => [...document.querySelectorAll('svg text, svg text *')]
          .filter(node => node.textContent).map(node => getComputedStyle(node).fill)""")
        paper = LIGHT if scheme == "light" else DARK
        for colour in set(colours):
            ink = tuple(int(part) for part in re.findall(r"\d+", colour)[:3])
            assert contrast(ink, paper) >= 5
        page.close()


def contrast(a: tuple[int, ...], b: tuple[int, ...]) -> float:
    """Return the contrast of two colours as WCAG 2 defines it."""

    def light(colour: tuple[int, ...]) -> float:
        parts = [c / 255 / 12.92 if c / 255 <= 0.03928 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    high, low = sorted((light(a), light(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)
