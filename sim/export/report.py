"""
The report: the runs on the screen on one page of paper.
"""

from collections.abc import Sequence
from typing import Any

from sim.content.evidence import claim_of
from sim.export.markup import Parts, markup
from sim.export.paper import pdf_bytes, picture_data, shown_provenance, table_data
from sim.export.printed_link import link_data
from sim.figures import FIGURES, LIGHT
from sim.figures.overlay import PLAIN, TITLES, describe_overlay, overlay_figure
from sim.figures.style import Sheet
from sim.model.invalid import invalid
from sim.runs.quantities import Quantity
from sim.session.lab_address import lab_address
from sim.session.pins import MOST_PINS
from sim.text.comparison import COMPARED, Named
from sim.text.sentences import changed_line, made_with, provenance, settings_line
from sim.text.tables import Table, ledger_table
from sim.text.values import called, signed

MOST_RUNS = 1 + MOST_PINS
"""More do not fit one page."""
LONGEST_CHANGE = 300
"""Letters."""
PICTURES = ("bone", "arteries")
SHAPES = {"wide": PLAIN, "tall": Sheet(7, 6.4, foot=False)}
"""Of pictures that stand below each other, and beside each other: the page takes those that fill it better."""
MOST_COMPARED = COMPARED[:4]
"""For more, a page has no room."""


def report_pdf(runs: Sequence[Named], address: str, paper: str = "A4") -> bytes:
    """
    Return the report of the current runs, one page.

    The current run comes first: the ledger is its own, and the address, which may be empty, links to its settings.

    Raises
    ------
    ValueError
        If there are too many runs or none, or paper or address are not what they must be.

    Examples
    --------
    >>> from sim import PRESETS
    >>> from sim.text.comparison import side_by_side
    >>> report_pdf(side_by_side(PRESETS["calcium paradox"], ()), "")[:5]
    b'%PDF-'
    """
    if not 1 <= len(runs) <= MOST_RUNS:
        raise invalid("number of runs", len(runs), f"Must be between 1 and {MOST_RUNS}.")
    if address:
        lab_address(address)
    current = runs[0].run
    scenario = current.scenario
    ledger = ledger_table(current)
    data = {
        "opening": _opening(runs),
        "address": link_data(address),
        "runs": [_run(named) for named in runs],
        "pictures": {shape: [_picture(name, runs, sheet) for name in PICTURES] for shape, sheet in SHAPES.items()},
        "ledger": table_data(ledger, f"{ledger.caption}: {runs[0].name}"),
        "differences": table_data(difference_table(runs)),
    }
    return pdf_bytes("report", paper, _title(runs), shown_provenance(scenario), provenance(scenario), data)


def _title(runs: Sequence[Named]) -> str:
    return f"Report: {runs[0].name}" if len(runs) == 1 else f"Report of {len(runs)} runs"


def _opening(runs: Sequence[Named]) -> list[Parts]:
    """Return model version, whose account it is and how well that is founded."""
    lines = [made_with(runs[0].run.scenario)]
    accounts = {named.run.scenario.lens: named.run.scenario.account() for named in runs}
    lines += [f"**{lens.label}.** {lens.about}" for lens in accounts.values()]
    claims = [claim_of(FIGURES[name].claim) for name in PICTURES]
    lines.append(" ".join(["**How well is it founded?**", *(f"{c.statement} Grade: *{c.grade}*." for c in claims)]))
    return [markup(line) for line in lines]


def _picture(name: str, runs: Sequence[Named], sheet: Sheet) -> dict[str, Any]:
    """Return the runs over each other in one picture."""
    figure = overlay_figure(name, runs, LIGHT, sheet)
    return picture_data(figure, runs[0].run.scenario, TITLES[name], describe_overlay(name, runs))


def _run(named: Named) -> dict[str, Any]:
    """Return a run's name, settings and sentence."""
    scenario = named.run.scenario
    changed = changed_line(scenario)
    if len(changed) > LONGEST_CHANGE:
        changed = f"{len(scenario.parameters)} changed parameters."
    settings = f"{settings_line(scenario)} {changed}".strip()
    return {"name": named.name, "settings": settings, "sentence": markup(named.sentence())}


def difference_table(runs: Sequence[Named]) -> Table:
    """Return how each run ends beside its own balanced run: the same years, account and assumptions."""
    columns = ("minus its balanced run", *(f"{called(each)} [{each.reader_unit}]" for each in MOST_COMPARED))
    rows = [(named.name, *(_difference(named, quantity) for quantity in MOST_COMPARED)) for named in runs]
    return Table("Difference from the balanced run, in brackets in percent of it", columns, rows)


def _difference(named: Named, quantity: Quantity) -> str:
    absolute, percent = named.difference(quantity)
    return f"{signed(absolute, quantity.decimals + 1)} ({signed(percent)}\u00a0%)"
