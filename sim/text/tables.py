"""The numbers behind each picture, as tables a reader can open."""

from dataclasses import dataclass
from functools import partial
from html import escape

import numpy as np

from sim.model.parameters import control, lookup, number
from sim.runs.many import dose_response, tornado
from sim.runs.paradox_map import ACROSS, ParadoxMap
from sim.runs.quantities import CURVES, PROTEINS, QUANTITIES, Quantity
from sim.runs.run import Run
from sim.text.messages import say
from sim.text.sentences import (
    ARTERIES,
    BONE,
    label,
    lasting,
    ledger_name,
    parameter_name,
    printed,
    printed_ledger,
    unit,
)  # fmt: skip
from sim.text.values import digits, signed, unit_over_time

ENDS = tuple(f"{each.short} [{each.reader_unit}]" for each in (BONE, ARTERIES))
"""Heads of columns with the end of a run."""


@dataclass(frozen=True)
class Table:
    """A caption, column heads with units, and rows of text."""

    caption: str
    columns: tuple[str, ...]
    rows: list[tuple[str, ...]]

    def to_markdown(self, *, numbers: bool = True) -> str:
        """Return the table as Markdown, without its caption; all but the first column are aligned as numbers are."""
        aligned = (":---", *("---:" for _ in self.columns[1:])) if numbers else ("---",) * len(self.columns)
        return "\n".join(f"| {' | '.join(line)} |" for line in (self.columns, aligned, *self.rows))

    def to_html(self) -> str:
        """
        Return the table as HTML, without its caption; whatever is in it stays text.

        Examples
        --------
        >>> Table("Sum", ("a", "b"), [("1", "<2")]).to_html().partition("<tbody>")[2]
        '<tr><th scope="row">1</th><td>&lt;2</td></tr></tbody></table>'
        """
        head = "".join(f'<th scope="col">{escape(column)}</th>' for column in self.columns)
        rows = "".join(
            f'<tr><th scope="row">{escape(first)}</th>{"".join(f"<td>{escape(cell)}</td>" for cell in others)}</tr>'
            for first, *others in self.rows
        )
        return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _yearly(run: Run) -> list[tuple[int, str]]:
    """Return about ten evenly spaced samples and their years."""
    picks = np.unique(np.linspace(0, len(run.years) - 1, 11).round().astype(int))
    return [(int(i), number(round(float(run.years[i]), 2))) for i in picks]


def over_time_table(quantity: Quantity, run: Run, balanced: Run) -> Table:
    """Return a quantity that has a picture over the years, and what is told with it; bone in grams as well."""
    names = ("bone", quantity.name) if quantity is BONE else filter(None, (quantity.name, quantity.also))
    shown = [*(("table-this-run", QUANTITIES[name], run) for name in names), ("table-balanced", quantity, balanced)]
    columns = (say("table-years"), *(say(who, unit=unit_over_time(each)) for who, each, _ in shown))
    curves = [(each, each.of(of)) for _, each, of in shown]
    rows = [(year, *(digits(each, values[i], 1) for each, values in curves)) for i, year in _yearly(run)]
    return Table(quantity.title, columns, rows)


def daily_calcium_table(run: Run, balanced: Run) -> Table:
    """Return where the last day's calcium goes."""
    now, reference = run.last_day(), balanced.last_day()
    rows = [(name, signed(now[name], 3).lstrip("+"), signed(reference[name], 3).lstrip("+")) for name in now]
    columns = (say("table-last-day"), *(say(who, unit="mg/day") for who in ("table-this-run", "table-balanced")))
    return Table(say("table-daily-calcium"), columns, rows)


def activation_table(run: Run, balanced: Run) -> Table:
    """Return the activated fractions over the range of K2 intakes, the current one included."""
    doses, curves = dose_response(run.scenario, 11)
    points = [(number(d), o, m) for d, o, m in zip(doses, curves["osteocalcin"], curves["mgp"], strict=True)]
    now = (say("table-now", dose=number(run.scenario.vitamin_k2)), run.activation["osteocalcin"], run.activation["mgp"])
    rows = [
        (dose, *(digits(p, p.scale * share, 1) for p, share in zip(PROTEINS, shares, strict=True)))
        for dose, *shares in [now, *points]
    ]
    heads = (f"{each.short} [{each.reader_unit}]" for each in PROTEINS)
    return Table(
        say("table-activation"),
        (f"{run.scenario.form().nutrient.replace('Vitamin', 'vitamin')} [µg/day]", *heads),
        rows,
    )


def tornado_table(run: Run, balanced: Run) -> Table:
    """Return what each uncertain number does alone, at both ends of its plausible range."""
    columns = (say("table-assumption"), say("table-plausible"), *ENDS)
    rows = [
        (
            f"{parameter_name(swing.parameter)}: {lookup(swing.parameter).meaning}",
            " to ".join(map(number, swing.values)) + f" {unit(lookup(swing.parameter).unit)}".removesuffix(" -"),
            " to ".join(digits(BONE, value, 1) for value in swing.bone),
            " to ".join(digits(ARTERIES, value, 1) for value in swing.arteries),
        )
        for swing in tornado(run.scenario)
    ]
    return Table(say("table-tornado"), columns, rows)


def map_table(paradox_map: ParadoxMap) -> Table:
    """Return every fifth column and row of the paradox map, one setting a line."""
    controls = map(control, (paradox_map.up, ACROSS))
    heads = (f"{label(row, paradox_map.world)} [{unit(row.unit)}]" for row in controls)
    picks = [np.unique(np.append(np.arange(0, n, 5), n - 1)) for n in paradox_map.paradox.shape]
    rows = [
        (
            number(float(paradox_map.upwards[i])),
            number(float(paradox_map.vitamin_k2[j])),
            digits(BONE, float(paradox_map.bone_change[i, j]), 1),
            digits(ARTERIES, float(paradox_map.arteries_times[i, j]), 1),
            say("yes" if paradox_map.paradox[i, j] else "no"),
        )
        for i in picks[0]
        for j in picks[1]
    ]
    return Table(say("table-map"), (*heads, *ENDS, say("table-paradox")), rows)


def ledger_table(run: Run) -> Table:
    """Return the calcium ledger of the whole run; its last row adds up to what was eaten."""
    eaten, went = printed_ledger(run)
    ledger = run.ledger()
    whole = ledger.pop("eaten")
    shares = printed({name: 100 * amount / whole for name, amount in ledger.items()}, 100)

    def row(name: str, *numbers: float) -> tuple[str, ...]:
        return ledger_name(name), *(signed(value, 2).lstrip("+") for value in numbers)

    columns = (say("ledger-went"), say("ledger-grams"), say("ledger-share"))
    rows = [row(name, went[name], shares[name]) for name in ledger]
    rows += [row("sum", sum(went.values()), sum(shares.values())), row("eaten", eaten, 100)]
    return Table(say("ledger-caption", **lasting(run.scenario.years)), columns, rows)


TABLES = {
    **{name: partial(over_time_table, quantity) for name, quantity in CURVES.items()},
    "daily_calcium": daily_calcium_table,
    "activation": activation_table,
    "tornado": tornado_table,
}
