"""The ledger and the numbers behind each curve: the tables and words that Python has."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect
from support.for_each import for_each
from support.lab_page import LabPage, lab_page

from sim import Scenario
from sim.runs.many import balanced_run
from sim.runs.run import simulate
from sim.runs.scenario import PRESETS
from sim.text import descriptions
from sim.text.sentences import ledger_sentence
from sim.text.tables import TABLES, Table, ledger_table

PARADOX = PRESETS["calcium paradox"]
RUNS = [
    PARADOX,
    Scenario(1150, years=2),  # a sum of rounded parts that once was not what was eaten
    Scenario(2500, 0, 500, years=17, lens="trials", k_form="k1", parameters={"mgp_strength": 0.35}),
    Scenario(vitamin_k2=0, parameters={"mgp_block": 1}),
]
DESCRIBE = {
    "bone": descriptions.describe_bone,
    "arteries": descriptions.describe_arteries,
    "blood": descriptions.describe_blood,
    "daily_calcium": descriptions.describe_daily_calcium,
    "activation": descriptions.describe_activation,
}
CELLS = "table => [...table.rows].map(row => [...row.cells].map(cell => cell.textContent))"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[LabPage]:
    with lab_page(browser, reduced_motion="reduce") as lab:
        yield lab


@pytest.fixture
def panel(page: LabPage) -> Locator:
    return opened(page, PARADOX)


def opened(lab: LabPage, scenario: Scenario) -> Locator:
    lab.start(scenario).do("numbers")
    panel = lab.page.locator("dialog.panel-numbers")
    expect(panel).to_be_visible()
    return panel


def cells(panel: Locator, name: str) -> list[list[str]]:
    return panel.locator(f"[data-table={name}] table").evaluate(CELLS)


def lines(table: Table) -> list[list[str]]:
    return [list(line) for line in (table.columns, *table.rows)]


@for_each("scenario", RUNS)
def test_tables_and_words_are_those_of_python(page: LabPage, scenario: Scenario) -> None:
    panel, run, balanced = opened(page, scenario), simulate(scenario), balanced_run(scenario)
    assert cells(panel, "ledger") == lines(ledger_table(run))
    expect(panel.locator("[data-table=ledger] > p")).to_have_text(ledger_sentence(run))
    for name in DESCRIBE:
        assert cells(panel, name) == lines(TABLES[name](run, balanced)), name
        expect(panel.locator(f"[data-table={name}] > p")).to_have_text(DESCRIBE[name](run, balanced))


@for_each("scenario", RUNS)
def test_the_ledger_adds_up_as_it_is_printed(page: LabPage, scenario: Scenario) -> None:
    _, *rows = cells(opened(page, scenario), "ledger")
    for column in (1, 2):
        *parts, total, eaten = [round(100 * float(row[column].replace(",", "").replace("−", "-"))) for row in rows]
        assert sum(parts) == total == eaten


def test_it_follows_the_settings(page: LabPage, panel: Locator) -> None:
    page.store("store.change({calcium: 600})")
    page.frame()
    assert cells(panel, "ledger") == lines(ledger_table(simulate(Scenario(600, 4000, 10))))


def test_a_copied_table_is_read_by_a_spreadsheet(page: LabPage, panel: Locator) -> None:
    page.page.evaluate(
        "() => Object.defineProperty(navigator, 'clipboard', {configurable: true, value:"
        " {writeText: async text => { window.copied = text; }}})"
    )
    panel.locator("[data-table=ledger] [data-copy]").click()
    expect(panel.locator("[data-table=ledger] [role=status]")).to_have_text("Copied.")
    rows = [line.split("\t") for line in page.page.evaluate("window.copied").split("\n")]
    assert rows[0] == list(ledger_table(simulate(PARADOX)).columns)
    amounts = [float(row[1]) for row in rows[1:]]
    assert sum(amounts[:-2]) == pytest.approx(amounts[-1], abs=1e-6)
    assert amounts[-1] == 7305


def test_where_the_browser_does_not_let_it_copy_the_table_is_selected(page: LabPage, panel: Locator) -> None:
    page.page.evaluate(
        "() => { Object.defineProperty(navigator, 'clipboard', {configurable: true, value: undefined});"
        " document.execCommand = () => false; }"
    )
    panel.locator("[data-table=ledger] [data-copy]").click()
    expect(panel.locator("[data-table=ledger] [role=status]")).to_contain_text("Ctrl+C")
    expect(panel.locator("textarea")).to_have_count(0)


def test_curves_pass_through_the_points_of_the_run(page: LabPage, panel: Locator) -> None:
    shapes = panel.locator("[data-table=blood] .sketch .line.now").get_attribute("d")
    assert shapes
    ys = [float(point.split(" ")[1]) for point in shapes.removeprefix("M").split("L")]
    blood = simulate(PARADOX).blood_calcium
    assert len(ys) == len(blood)
    # Down where blood calcium is up, on one straight scale.
    scale = (ys[-1] - ys[0]) / (blood[-1] - blood[0])
    assert scale < 0
    assert ys == pytest.approx([ys[0] + scale * (value - blood[0]) for value in blood], abs=0.1)
