"""
The report: the runs on the screen on one page of paper.
"""

from collections.abc import Sequence
from xml.sax.saxutils import escape

from matplotlib.figure import Figure
from reportlab.platypus import Flowable, KeepInFrame, Paragraph, Spacer

from sim.batch import balanced_run
from sim.evidence import claim_of
from sim.export.flowables import QR_SIZE, beside, check_address, figure_flowable, link, qr_flowable, table_flowable
from sim.export.markup import markup
from sim.export.paper import SMALL, TITLE, pdf_bytes
from sim.narrative import changed_line, headline, made_with, settings_line, signed
from sim.pins import MOST_PINS
from sim.plots import FIGURES, LIGHT
from sim.plots.style import CARD
from sim.scenarios import Result
from sim.tables import Table, ledger_table

MOST_RUNS = 1 + MOST_PINS
"""More do not fit one page."""
LONGEST_NAME = 40
LONGEST_CHANGE = 300
"""Letters."""
PICTURES = ("bone", "arteries")

Runs = Sequence[tuple[str, Result]]


def report_pdf(runs: Runs, balanced: Result, address: str, paper: str = "A4") -> bytes:
    """
    Return the report of the current runs, one page.

    Parameters
    ----------
    runs : sequence of (str, Result)
        One to five runs with their names, the current one first: pictures and ledger are its own.
    balanced : Result
        The balanced run beside the current one.
    address : str
        Link to the current settings; empty where there is none.
    paper : str
        ``A4`` or ``Letter``.

    Raises
    ------
    ValueError
        If there are too many runs or none, or paper or address are not what they must be.

    Examples
    --------
    >>> from sim import PRESETS, simulate
    >>> run = simulate(PRESETS["calcium paradox"])
    >>> report_pdf([("this run", run)], balanced_run(run.scenario), "")[:5]
    b'%PDF-'
    """
    if not 1 <= len(runs) <= MOST_RUNS:
        raise ValueError(f"Invalid number of runs '{len(runs)}'. Must be between 1 and {MOST_RUNS}.")
    check_address(address)
    current = runs[0][1]

    def story(width: float, height: float) -> list[Flowable]:
        half, gap = width / 2, 8
        pictures = beside([([figure_flowable(figure, half - gap)], half) for figure in _figures(runs, balanced)])
        ledger = table_flowable(ledger_table(current), 0.4 * width - gap, 0.34)
        differences = table_flowable(difference_table(runs), 0.6 * width, 0.28)
        content = [
            beside(
                [
                    (_opening(runs, address), width - QR_SIZE - gap),
                    ([qr_flowable(address)] if address else [], QR_SIZE + gap),
                ]
            ),
            Spacer(0, 4),
            *(_run(*run) for run in runs),
            Paragraph(f"Pictures and ledger: <b>{escape(short(runs[0][0]))}</b> beside the balanced run.", SMALL),
            pictures,
            Spacer(0, 4),
            beside([(ledger, 0.4 * width), (differences, 0.6 * width)]),
        ]
        # Names and changed parameters may be long: what would not fit one page is made a little smaller.
        return [KeepInFrame(width, height, content, mode="shrink", vAlign="TOP")]

    return pdf_bytes(paper, _title(runs), current.scenario, story)


def _title(runs: Runs) -> str:
    return f"Report: {short(runs[0][0])}" if len(runs) == 1 else f"Report of {len(runs)} runs"


def _figures(runs: Runs, balanced: Result) -> list[Figure]:
    """Return the pictures: of the current run, until `sim.plots.overlay` lays the runs over each other."""
    current = runs[0][1]
    return [FIGURES[name].draw(current, balanced, LIGHT, sheet=CARD) for name in PICTURES]


def _opening(runs: Runs, address: str) -> list[Flowable]:
    """Return title, model version, whose account it is and how well that is founded, and the link."""
    lines = [made_with(runs[0][1].scenario)]
    accounts = {run.scenario.lens: run.scenario.account() for _, run in runs}
    lines += [f"**{lens.label}.** {lens.about}" for lens in accounts.values()]
    claims = [claim_of(FIGURES[name].claim) for name in PICTURES]
    lines.append(" ".join(["**How well is it founded?**", *(f"{c.statement} Grade: *{c.grade}*." for c in claims)]))
    texts = [markup(line) for line in lines] + ([f"These settings: {link(address)}"] if address else [])
    return [Paragraph(escape(_title(runs)), TITLE), *(Paragraph(text, SMALL) for text in texts)]


def _run(name: str, run: Result) -> Paragraph:
    """Return a run's name, settings and sentence."""
    changed = changed_line(run.scenario)
    if len(changed) > LONGEST_CHANGE:
        changed = f"{len(run.scenario.parameters)} changed parameters."
    settings = f"<b>{escape(short(name))}</b>: {escape(settings_line(run.scenario))} {escape(changed)}"
    return Paragraph(f"{settings}<br/>{markup(headline(run, balanced_run(run.scenario)))}", SMALL)


def difference_table(runs: Runs) -> Table:
    """Return how each run ends beside its own balanced run: the same years, account and assumptions."""
    columns = ("minus its balanced run", "bone [% points]", "arteries [mg]", "blood [mg/dL]", "absorbed [mg/day]")
    return Table("Difference from the balanced run at the end", columns, [_differences(*run) for run in runs])


def _differences(name: str, run: Result) -> tuple[str, ...]:
    other = balanced_run(run.scenario)
    return (
        short(name),
        signed(run.bone_change[-1] - other.bone_change[-1], 2),
        signed(run.arteries_gain[-1] - other.arteries_gain[-1], 1),
        signed(run.blood_calcium[-1] - other.blood_calcium[-1], 3),
        signed(run.last_day()["absorbed"] - other.last_day()["absorbed"], 1),
    )


def short(name: str) -> str:
    """
    Return a run's name, cut where it is too long for a line.

    Examples
    --------
    >>> short("this run"), len(short("x" * 99))
    ('this run', 40)
    """
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 3]}..."
