"""Comparing runs: pins with names, undo and redo, and nothing lost in link and file."""

import json
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from streamlit.testing.v1 import AppTest
from support.alone import alone, press
from support.visit import Open, Visit, expect

from sim import PRESETS, Scenario, simulate
from sim.dashboard.escape import JOINER, letter_by_letter
from sim.dashboard.pages import compare_page
from sim.export.session_file import read_session, session_text
from sim.figures import overlay
from sim.figures.overlay import describe_overlay
from sim.session.link import Link, written
from sim.session.pages import TITLES
from sim.session.pins import Pin, Pins
from sim.text.comparison import side_by_side

PARADOX, RESOLVED = PRESETS["calcium paradox"], PRESETS["paradox resolved with K2"]
PINS: Pins = (Pin("with K2", RESOLVED), Pin("low", PRESETS["ordinary diet + tablets"]))
LINK = Link(PARADOX, pins=PINS)


def page(link: Link = LINK) -> AppTest:
    return alone("compare_page", **written(link))


def held(at: AppTest) -> Link:
    """Return what the session holds."""
    return at.session_state["session"].link


def names(at: AppTest) -> list[str]:
    return [pin.name for pin in held(at).pins]


def test_a_link_with_pins_shows_a_sentence_for_each_run_and_their_differences() -> None:
    at = page()
    text = "\n".join(each.value for each in at.markdown)
    for run in side_by_side(PARADOX, PINS):
        assert f"**{run.name}**: {run.sentence()}" in text
    at.session_state["differences"] = True
    table = "\n".join(each.value for each in at.run().markdown).replace("\\", "")
    bone = simulate(RESOLVED).amounts["bone"][-1] / 1000
    assert f"| bone calcium | with K2 | {bone:,.1f} g |" in table


def test_runs_are_pinned_by_name_or_by_the_name_that_suggests_itself_up_to_four() -> None:
    at = press(page(), "pin_run")
    assert names(at) == ["with K2", "low", "calcium paradox"]
    at.text_input(key="new_pin_name").set_value("my run").run()
    press(at, "pin_run")
    assert names(at) == ["with K2", "low", "calcium paradox", "my run"]
    assert held(at).pins[-1].scenario == PARADOX
    assert not [button for button in at.button if button.key == "pin_run"]
    assert "4 runs are pinned: remove one to pin another." in [caption.value for caption in at.caption]


def test_pins_are_renamed_moved_used_and_removed() -> None:
    at = page()
    at.text_input(key="pin_name_0_with K2").set_value("plenty").run()
    assert names(at) == ["plenty", "low"]
    assert names(press(at, "pin_up_1")) == ["low", "plenty"]
    assert held(press(at, "pin_use_1")).scenario == RESOLVED
    assert names(press(at, "pin_remove_0")) == ["plenty"]


def test_a_name_that_cannot_be_used_is_refused_and_nothing_is_lost() -> None:
    at = page()
    at.text_input(key="pin_name_0_with K2").set_value("low").run()
    assert not at.exception
    assert "Invalid name 'low'. Must differ" in at.warning[0].value.replace("\\", "")
    assert held(at) == LINK


def paste(at: AppTest, text: str) -> AppTest:
    """Open the text of a saved file, pasted."""
    at.session_state["save_runs"] = True
    at.run().text_area(key=compare_page.PASTED).set_value(text)
    return press(at, "open_pasted")


def test_the_pasted_text_of_a_saved_file_opens() -> None:
    at = paste(page(Link()), f"\n{session_text(LINK)}")
    assert held(at) == LINK
    assert not at.warning
    assert at.text_area(key=compare_page.PASTED).value == ""


def test_a_pasted_text_of_another_kind_is_refused_in_one_sentence_and_nothing_is_lost() -> None:
    for text in ("", "\x89PNG\r\n\ufffd{\0 $x$ a|b ![](x)"):
        at = paste(page(), text)
        (warning,) = at.warning
        assert warning.value.replace("\\", "").startswith(
            "Invalid file. Must be one that Calcium Paradox Lab has saved"
        )
        assert held(at) == LINK
        assert at.text_area(key=compare_page.PASTED).value == text


def test_of_thousands_of_keys_in_a_file_a_dozen_are_named_and_its_half_letters_end_no_page() -> None:
    keys = {f"k{i}": "1" for i in range(60_000)} | {"calcium": "2000", "pin1": "\ud800~1~2~3~story~mk7"}
    at = paste(page(), json.dumps({"link": keys}))
    assert held(at) == Link(replace(Scenario(), calcium=2000))
    said = [warning.value.replace("\\", "") for warning in at.warning]
    assert len(said) == 13
    assert said[0].endswith("in the file holds half a letter: left out.")
    assert said[-1] == "... and 59,989 more like these."


STRANGE = ("$x^$", "|", "![](http://a.b/c.png)", "www.a.example :smile:")


def test_the_page_shows_strange_names_letter_by_letter_wherever_they_stand() -> None:
    pins = tuple(Pin(name, RESOLVED) for name in STRANGE)
    at = page(Link(PARADOX, pins=pins))
    at.session_state["differences"] = True
    at.run()
    assert not at.exception and held(at).pins == pins
    texts = [each.value for each in (*at.markdown, *at.caption)]
    for index, name in enumerate(STRANGE):
        escaped = letter_by_letter(name)
        assert escaped != name
        assert at.text_input(key=f"pin_name_{index}_{name}").value == name
        assert sum(escaped in text for text in texts) >= 2  # sentence and table
        assert not any(name in text for text in texts if len(name) > 1)


def test_files_have_their_media_type_and_other_runs_another_name(monkeypatch: pytest.MonkeyPatch) -> None:
    given = []

    def take(label: str, **about: object) -> None:
        given.append((label, about.get("mime"), about["file_name"]))

    monkeypatch.setattr("streamlit.download_button", take)
    for link in (LINK, replace(LINK, pins=PINS[:1]), replace(LINK, pins=PINS[1:])):
        at = page(link)
        at.session_state["save_runs"] = True
        at.run()
        at.selectbox(key="compare_format").set_value("csv").run()
        assert not at.exception
    files = {name: mime for label, mime, name in given if label == "Save file"}
    assert len(files) == 6
    assert {name.rpartition(".")[2]: mime for name, mime in files.items()} == {"png": "image/png", "csv": "text/csv"}
    assert len({name for label, _, name in given if label.startswith("Report")}) == 3


@pytest.mark.parametrize("press", ["pin_named()", "rename_pin('low', 'pin_name_1_low')"])
def test_a_press_whose_box_has_gone_with_its_page_still_counts(press: str) -> None:
    script = (
        "from sim.dashboard import state\nfrom sim.dashboard.parts import pinning\n"
        f"state.begin('compare')\npinning.{press}"
    )
    at = AppTest.from_string(script, default_timeout=60)
    at.query_params.update(written(LINK))
    at.run()
    assert not at.exception
    assert names(at) == ["with K2", "low", *(["calcium paradox"] if press == "pin_named()" else [])]


def test_the_map_pins_with_one_press_and_says_where_the_run_is() -> None:
    at = press(alone("map_page", **written(Link(PARADOX))), "pin")
    assert names(at) == ["calcium paradox"]
    assert "Pinned as 'calcium paradox'" in at.warning[0].value.replace("\\", "")
    assert not at.run().warning  # it is said once


# In the browser.


@pytest.fixture
def visited(lab: Open) -> Visit:
    visit = lab(f"compare?{urlencode(written(LINK))}")
    visit.page.get_by_role("heading", name=TITLES["compare"], level=1).wait_for()
    visit.errors.clear()  # Streamlit asks below the page's path first, and is told 404
    return visit


def test_pictures_show_every_run_and_a_reload_loses_nothing(visited: Visit) -> None:
    described = [describe_overlay(name, side_by_side(PARADOX, PINS)) for name in overlay.TITLES]
    for _ in range(2):
        for words in described:
            expect(visited.page.get_by_role("img", name=words)).to_be_visible()
        assert visited.address() == written(LINK)
        visited.errors.clear()  # Streamlit asks below the page's path first, and is told 404
        visited.page.reload()
        visited.settle()
    visited.errors.clear()


def test_with_three_pins_bone_and_arteries_are_in_sight_at_once(lab: Open) -> None:
    link = replace(LINK, pins=(*PINS, Pin("K2 deficiency", PRESETS["K2 deficiency"])))
    visit = lab(f"compare?{urlencode(written(link))}").resize(1280, 720)
    visit.errors.clear()
    visit.page.locator(".lab[data-ready=yes]").wait_for()
    bottom = visit.page.get_by_test_id("stBottom").bounding_box()
    for name in ("bone", "arteries"):
        words = describe_overlay(name, side_by_side(PARADOX, link.pins))
        box = visit.page.get_by_role("img", name=words).bounding_box()
        assert box and bottom and box["y"] + box["height"] <= bottom["y"], name


def test_a_saved_file_opens_again_after_a_reset(visited: Visit, tmp_path: Path) -> None:
    page = visited.page
    page.locator(".st-key-save_runs").get_by_test_id("stPopoverButton").click()
    page.get_by_role("button", name="Save settings and pinned runs").wait_for()
    visited.saved("Save settings and pinned runs").save_as(tmp_path / "saved.json")
    assert read_session((tmp_path / "saved.json").read_text("utf-8")) == (LINK, [])
    page.keyboard.press("Escape")
    page.locator(".st-key-pins").get_by_test_id("stPopoverButton").first.click()
    page.get_by_role("button", name="Remove").click()
    page.wait_for_url(lambda url: "with" not in dict(parse_qsl(urlsplit(url).query)).get("pin1", ""))
    page.locator(".st-key-save_runs").get_by_test_id("stPopoverButton").click()
    page.locator("input[type=file]").set_input_files(tmp_path / "saved.json")
    page.wait_for_url(lambda _: visited.address() == written(LINK))
    bad = tmp_path / "bad.json"
    bad.write_text(json.dumps({"hello": "world"}))
    page.locator("input[type=file]").set_input_files(bad)
    expect(visited.notices).to_contain_text("Invalid file. Must be one that Calcium Paradox Lab has saved")
    assert visited.address() == written(LINK)


def test_a_strangers_link_shows_addresses_and_signs_as_they_are_written_and_fetches_nothing(lab: Open) -> None:
    names = ("![](//a.example/x.png)", "www.a.example", "a@b.example :smile:", "https://x.y $a$ b$")
    link = replace(LINK, pins=tuple(Pin(name, RESOLVED) for name in names))
    visit = lab(f"?{urlencode(written(link) | {'lens': 'see https://a.example and www.b.example'})}")
    for go in (lambda: None, lambda: visit.go("Compare", TITLES["compare"])):
        go()
        visit.settle()
        assert visit.page.locator("a[href*='example'], a[href*='x.y'], a[href^='mailto']").count() == 0
    visit.unfold("Difference from the balanced run")
    visit.settle()
    visit.page.locator(".st-key-pins").get_by_test_id("stPopoverButton").first.hover()
    tooltip = visit.page.get_by_test_id("stTooltipContent")
    expect(tooltip).to_contain_text(f"Use, rename, move or remove {names[0]}")
    assert visit.page.locator("a[href*='example'], a[href*='x.y'], a[href^='mailto'], img[src*='example']").count() == 0
    shown = visit.page.locator(".st-key-compared").inner_text().replace(JOINER, "")
    for name in names:
        assert f"{name}:" in shown
