"""What the Lab as one file saves with the network off: pictures that stand alone, and the very bytes of Python."""

import io
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode
from xml.etree import ElementTree

import numpy as np
import pytest
from matplotlib.image import imread
from playwright.sync_api import Browser, expect
from support.lab import Lab, sentence

from sim import PRESETS, Scenario
from sim.export import file_name, make_file
from sim.runs.experiments import EXPERIMENTS
from sim.session.link import to_query
from sim.text.sentences import NOTICE, made_with, provenance

Opened = Callable[..., Lab]
PARADOX = PRESETS["calcium paradox"]
CHANGED = Scenario(1033, 0, 7, 13, {"k_clearance": 4e-5, "mgp_strength": 0.35}, "trials", "k1")
EXPERIMENT = Scenario(parameters=next(iter(EXPERIMENTS.values())).parameters)


def saved(lab: Lab, file_format: str) -> tuple[str, bytes]:
    """Return name and content of what the panel's button saves."""
    with lab.page.expect_download() as download:
        lab.root.locator(f".panel-save [data-format={file_format}]").click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def at(opened: Opened, scenario: Scenario, *size: int, **how: str) -> Lab:
    """Return the file opened at a scenario, with its panel of files."""
    lab = opened(f"#{urlencode(to_query(scenario))}", *size, **how)
    lab.tells(scenario)
    lab.do("save")
    return lab


@pytest.mark.parametrize("scenario", [PARADOX, CHANGED, EXPERIMENT], ids=["preset", "changed", "experiment"])
def test_the_numbers_of_a_run_have_the_names_and_the_bytes_of_pythons_files(opened: Opened, scenario: Scenario) -> None:
    lab = at(opened, scenario)
    for file_format in ("csv", "json"):
        wanted = make_file(scenario, "run", file_format)
        assert saved(lab, file_format) == (wanted.name, wanted.content)


@pytest.mark.parametrize("size", [(1280, 720), (390, 844)], ids=["laptop", "phone"])
@pytest.mark.parametrize(("scenario", "scheme"), [(PARADOX, "light"), (CHANGED, "dark")], ids=["preset", "changed"])
def test_a_saved_picture_stands_alone_with_its_letters_and_the_png_looks_the_same(
    opened: Opened, browser: Browser, scenario: Scenario, size: tuple[int, int], scheme: str
) -> None:
    lab = at(opened, scenario, *size, color_scheme=scheme)
    name, svg = saved(lab, "svg")
    assert name == file_name(scenario, "lab", "svg")
    root = ElementTree.fromstring(svg)
    said = " ".join(" ".join(root.itertext()).split())
    for words in (NOTICE, *sentence(scenario).split(), *provenance(scenario).split()):
        assert words in said
    name, png = saved(lab, "png")
    assert name == file_name(scenario, "lab", "png")
    drawn = imread(io.BytesIO(png))[..., :3]
    width, height = (int(root.attrib[side]) for side in ("width", "height"))
    assert drawn.shape == (2 * height, 2 * width, 3)
    alone = browser.new_page(viewport={"width": width, "height": height}, device_scale_factor=2)
    alone.set_content(f"<style>body {{ margin: 0 }} svg {{ display: block }}</style>{svg.decode()}")
    fonts = alone.evaluate("document.fonts.ready.then(all => [...all].map(font => `${font.family} ${font.status}`))")
    assert fonts == ["Calcium Sans loaded"] * 2
    seen = imread(io.BytesIO(alone.screenshot()))[..., :3]
    alone.close()
    assert (np.abs(seen - drawn).max(axis=2) > 0.25).mean() < 0.002  # with other letters ten times as much


def test_the_panel_says_where_other_files_are_made(opened: Opened) -> None:
    lab = at(opened, PARADOX)
    expect(lab.root.locator(".panel-save .note")).to_contain_text("need Python: the class’s page")


def test_what_is_printed_is_the_lab_and_not_the_panel(opened: Opened) -> None:
    lab = at(opened, PARADOX)
    lab.page.evaluate("""() => { window.print = () => {
      window.printed = document.querySelectorAll('dialog[open]').length; }; }""")
    lab.root.locator(".panel-save [data-do=print]").click()
    assert lab.page.evaluate("window.printed") == 0
    lab.page.emulate_media(media="print")
    for element in ("h1", "p.sentence", "svg.scene", ".notice b"):
        expect(lab.root.locator(element)).to_be_visible()
    expect(lab.root.locator(".notice .made")).to_have_text(made_with(PARADOX))
    expect(lab.root.locator(".notice .made")).to_be_visible()
    for element in (".menu", ".presets", ".time", "input[type=range] >> nth=0"):
        expect(lab.root.locator(element)).to_be_hidden()
