"""
The report: the runs on the screen on one page of paper.
"""

from collections.abc import Sequence
from dataclasses import replace
from xml.sax.saxutils import escape

from reportlab.platypus import Flowable, KeepInFrame, Paragraph, Spacer

from sim.content.evidence import claim_of
from sim.export.flowables import QR_SIZE, beside, figure_flowable, link, qr_flowable, table_flowable
from sim.export.markup import markup
from sim.export.paper import SMALL, TITLE, pdf_bytes
from sim.figures import FIGURES, LIGHT
from sim.figures.overlay import PLAIN, overlay_figure
from sim.model.invalid import invalid
from sim.runs.quantities import Quantity
from sim.session.lab_address import lab_address
from sim.session.pins import MOST_PINS
from sim.text.comparison import COMPARED, Named
from sim.text.sentences import changed_line, made_with, settings_line
from sim.text.tables import Table, ledger_table
from sim.text.values import called, signed

MOST_RUNS = 1 + MOST_PINS
"""More do not fit one page."""
LONGEST_CHANGE = 300
"""Letters."""
PICTURES = ("bone", "arteries")
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

    def story(width: float, height: float) -> list[Flowable]:
        half, gap = width / 2, 8
        figures = (overlay_figure(name, runs, LIGHT, PLAIN) for name in PICTURES)
        pictures = beside([([figure_flowable(figure, half - gap)], half) for figure in figures])
        code = [qr_flowable(address)] if address else []
        of_current = replace(ledger_table(current), caption=f"{ledger_table(current).caption}: {runs[0].name}")
        ledger = table_flowable(of_current, 0.4 * width - gap, 0.34)
        differences = table_flowable(difference_table(runs), 0.6 * width, 0.28)
        content = [
            beside([(_opening(runs, address), width - QR_SIZE - gap), (code, QR_SIZE + gap)]),
            Spacer(0, 4),
            *(_run(named) for named in runs),
            pictures,
            Spacer(0, 4),
            beside([(ledger, 0.4 * width), (differences, 0.6 * width)]),
        ]
        # Names and changed parameters may be long: what would not fit one page is made a little smaller.
        return [KeepInFrame(width, height, content, mode="shrink", vAlign="TOP")]

    return pdf_bytes(paper, _title(runs), current.scenario, story)


def _title(runs: Sequence[Named]) -> str:
    return f"Report: {runs[0].name}" if len(runs) == 1 else f"Report of {len(runs)} runs"


def _opening(runs: Sequence[Named], address: str) -> list[Flowable]:
    """Return title, model version, whose account it is and how well that is founded, and the link."""
    lines = [made_with(runs[0].run.scenario)]
    accounts = {named.run.scenario.lens: named.run.scenario.account() for named in runs}
    lines += [f"**{lens.label}.** {lens.about}" for lens in accounts.values()]
    claims = [claim_of(FIGURES[name].claim) for name in PICTURES]
    lines.append(" ".join(["**How well is it founded?**", *(f"{c.statement} Grade: *{c.grade}*." for c in claims)]))
    texts = [markup(line) for line in lines] + ([f"These settings: {link(address)}"] if address else [])
    return [Paragraph(escape(_title(runs)), TITLE), *(Paragraph(text, SMALL) for text in texts)]


def _run(named: Named) -> Paragraph:
    """Return a run's name, settings and sentence."""
    scenario = named.run.scenario
    changed = changed_line(scenario)
    if len(changed) > LONGEST_CHANGE:
        changed = f"{len(scenario.parameters)} changed parameters."
    settings = f"<b>{escape(named.name)}</b>: {escape(settings_line(scenario))} {escape(changed)}"
    return Paragraph(f"{settings}<br/>{markup(named.sentence())}", SMALL)


def difference_table(runs: Sequence[Named]) -> Table:
    """Return how each run ends beside its own balanced run: the same years, account and assumptions."""
    columns = ("minus its balanced run", *(f"{called(each)} [{each.reader_unit}]" for each in MOST_COMPARED))
    rows = [(named.name, *(_difference(named, quantity) for quantity in MOST_COMPARED)) for named in runs]
    return Table("Difference from the balanced run, in brackets in percent of it", columns, rows)


def _difference(named: Named, quantity: Quantity) -> str:
    absolute, percent = named.difference(quantity)
    return f"{signed(absolute, quantity.decimals + 1)} ({signed(percent)}\u00a0%)"
