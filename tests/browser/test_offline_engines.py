"""The file taken home in other engines than Chromium's: Firefox, and WebKit, which is also Safari's."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from itertools import product
from pathlib import Path
from urllib.parse import urlencode

import pytest
from support.engines import Engine, firefox_path, running_firefox, running_webkit, webkit_paths
from support.lab import sentence
from support.offline import query_in
from support.optional import give_up

from sim import PRESETS, Scenario
from sim.model.lenses import LENSES
from sim.session.link import Link, read, to_query

PARADOX = PRESETS["calcium paradox"]
K2 = "document.querySelector('.lab input[type=range][data-key=vitamin_k2]')"
CURVE = "return document.querySelector('.lab .curve[data-quantity=arteries_times] path[class=line]').getAttribute('d')"
SENTENCE = "return document.querySelector('.lab p.sentence').textContent"
OPEN_DIALOGS = "return document.querySelectorAll('.lab dialog[open]').length === arguments[0]"
PANELS = ("body", "numbers", "assumptions", "certainty", "save", "share", "compare", "map", "words", "keys")
Start = Callable[[bool], AbstractContextManager[Engine]]


def firefox(dark: bool = False) -> AbstractContextManager[Engine]:
    path = firefox_path() or give_up("It needs Firefox on the PATH; on Debian: apt-get install firefox-esr")
    return running_firefox(path, dark)


def webkit(dark: bool = False) -> AbstractContextManager[Engine]:
    paths = webkit_paths()
    if paths is None:  # CI has none either: its driver needs a display
        pytest.skip("It needs WebKitGTK, its driver and Xvfb; on Debian: apt-get install webkit2gtk-driver xvfb")
    return running_webkit(*paths, dark)


@pytest.fixture(scope="module", params=[firefox, webkit], ids=lambda start: start.__name__)
def start(request: pytest.FixtureRequest) -> Start:
    """Return what starts a browser."""
    return request.param


@pytest.fixture(scope="module")
def engine(start: Start, lab_file: Path) -> Iterator[Engine]:
    """Return a browser with the file open in it, as wide as a laptop; it must not complain."""
    with start(False) as running:
        running.go(lab_file.as_uri())
        running.wait("return document.querySelector('.lab[data-ready=yes]') !== null")
        running.resize(1280, 720)
        yield running
        assert running.errors() == []


def put(engine: Engine, scenario: Scenario) -> None:
    """Put the link of a scenario and wait until it is told."""
    engine.run("location.hash = arguments[0]", urlencode(to_query(scenario)))
    tells(engine, scenario)


def tells(engine: Engine, scenario: Scenario) -> None:
    """Wait until the sentence tells of a scenario."""
    engine.wait(f"{SENTENCE} === arguments[0]", sentence(scenario))


def in_address(engine: Engine, scenario: Scenario) -> None:
    """Check that Python reads a scenario in the address."""
    assert read(query_in(engine.run("return location.href"))) == (Link(scenario), [])


def test_a_first_visit_sees_the_paradox_drawn_in_the_letters_of_the_file(engine: Engine) -> None:
    tells(engine, PARADOX)
    engine.wait(f"return (() => {{ {CURVE} }})().split('L').length > 40")  # it has been drawn to its end
    assert engine.run("return [...document.fonts].filter(font => font.status === 'loaded').length") == 2
    assert engine.run("return performance.getEntriesByType('resource').map(each => each.name)") == []


@pytest.mark.parametrize(("layout", "size"), [("wide", (1280, 720)), ("tall", (700, 844))])
def test_names_of_sliders_stand_whole_and_the_picture_lies_above_the_time(
    engine: Engine, layout: str, size: tuple[int, int]
) -> None:
    engine.resize(*size)
    engine.wait("return document.querySelector('.lab').dataset.layout === arguments[0]", layout)
    names = (
        "return [...document.querySelectorAll('.lab .slider > .name')].map(each => each.scrollWidth - each.clientWidth)"
    )
    assert engine.run(names) == [0, 0, 0]
    box = "const box = document.querySelector(arguments[0]).getBoundingClientRect(); return [box.top, box.bottom]"
    (_, scene), (time, _), (bar, _) = (engine.run(box, part) for part in (".lab svg.scene", ".lab .time", ".lab .bar"))
    assert scene <= (time if layout == "tall" else bar) + 1
    engine.resize(1280, 720)


def test_each_preset_is_told_in_both_accounts_as_python_tells_it(engine: Engine) -> None:
    for preset, lens in product(PRESETS.values(), LENSES):
        put(engine, replace(preset, lens=lens))


def test_keys_and_a_drag_of_the_k2_slider_move_sentence_picture_and_address(engine: Engine) -> None:
    put(engine, PARADOX)
    before = engine.run(CURVE)
    engine.run(f"{K2}.focus()")
    engine.press("End")
    tells(engine, replace(PARADOX, vitamin_k2=500))
    in_address(engine, replace(PARADOX, vitamin_k2=500))
    after = engine.run(CURVE)
    assert after != before
    left, top, width, height = engine.run(f"const box = {K2}.getBoundingClientRect();"
                                          "return [box.left, box.top, box.width, box.height]")  # fmt: skip
    y = top + height / 2
    engine.drag((left + width - 13, y), (left + width / 2, y), (left + 1, y))
    tells(engine, replace(PARADOX, vitamin_k2=0))
    in_address(engine, replace(PARADOX, vitamin_k2=0))
    assert engine.run(CURVE) not in (before, after)


def test_the_menu_and_each_panel_open_and_close(engine: Engine) -> None:
    for panel in PANELS:
        engine.run("document.querySelector('.lab details.menu > summary').click()")
        engine.wait("return document.querySelector('.lab [data-do=numbers]') !== null")
        engine.run("document.querySelector(`.lab [data-do=${arguments[0]}]`).click()", panel)
        engine.wait(OPEN_DIALOGS, 1)
        assert engine.run("return document.querySelector('.lab dialog[open]').clientHeight") > 200, panel
        engine.press("Escape")
        engine.wait(OPEN_DIALOGS, 0)
        assert engine.run("return document.querySelector('.lab details.menu').open") is False, panel


def test_the_file_follows_a_dark_system(start: Start, lab_file: Path) -> None:
    with start(True) as running:
        running.go(lab_file.as_uri())
        running.wait("return document.querySelector('.lab[data-ready=yes]') !== null")
        colours = "return getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)"
        assert max(running.run(colours)) < 60
        assert running.errors() == []
