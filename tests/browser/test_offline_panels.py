"""What the file shows in its panels and saves, with the network off: Python's digits and bytes."""

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, expect
from support.offline import OfflineLab, opened

from sim import Scenario
from sim.export import file_name
from sim.export.data import json_text, runs_bytes
from sim.runs.many import MEMBERS, ensemble
from sim.runs.paradox_map import UPWARDS, paradox_map
from sim.runs.run import simulate
from sim.session.link import to_query
from sim.text.sentences import NOTICE, certainty
from sim.text.tables import map_table

SETTINGS = Scenario(1450, 3300, 35, 17, {"mgp_strength": 0.8}, "trials", "mk4")
PARADOX = Scenario(2000, 4000, 10)
CELLS = "table => [...table.rows].map(row => [...row.cells].map(cell => cell.textContent))"


@pytest.fixture(scope="module")
def page(browser: Browser, lab_file: Path) -> Iterator[OfflineLab]:
    """Return the file, opened once for many questions."""
    with opened(browser, lab_file, reduced_motion="reduce") as lab:
        yield lab


@pytest.mark.parametrize("scenario", [PARADOX, SETTINGS], ids=["paradox", "others"])
def test_every_file_that_it_saves_holds_what_python_saves(page: OfflineLab, scenario: Scenario) -> None:
    page.open(urlencode(to_query(scenario)))
    run, saved = simulate(scenario), {}
    panel = page.panel("save")
    for button in panel.locator("[data-format]").all():
        with page.page.expect_download() as download:
            button.click()
        content = Path(download.value.path()).read_bytes()
        saved[button.get_attribute("data-format") or ""] = (download.value.suggested_filename, content)
    page.close()
    assert saved.keys() == {"png", "svg", "csv", "json"}
    assert saved["csv"] == (file_name(scenario, "run", "csv"), runs_bytes({"this run": run}, "csv"))
    assert saved["json"] == (file_name(scenario, "run", "json"), json_text(run).encode())
    assert json.loads(saved["json"][1])
    assert saved["png"][1].startswith(b"\x89PNG")
    assert NOTICE in saved["svg"][1].decode()
    assert "font/woff2" in saved["svg"][1].decode()


@pytest.mark.parametrize("scenario", [PARADOX, SETTINGS], ids=["paradox", "others"])
def test_map_and_share_of_plausible_models_are_pythons_to_the_last_digit_shown(
    page: OfflineLab, scenario: Scenario
) -> None:
    page.open(urlencode(to_query(scenario)))
    share = ensemble(scenario).paradox_share()
    expect(page.panel("certainty").locator(".certainty")).to_have_text(certainty(MEMBERS, share), timeout=60_000)
    page.close()
    table, panel = map_table(paradox_map(scenario, UPWARDS[0])), page.panel("map")
    expect(panel.locator("td").first).not_to_be_empty(timeout=60_000)
    expect(panel.locator("tr")).to_have_count(1 + len(table.rows))
    assert panel.locator("table").evaluate(CELLS) == [[*table.columns], *([*row] for row in table.rows)]
    page.close()
