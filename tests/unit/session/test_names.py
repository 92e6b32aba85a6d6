"""A run's name comes from a link, a file or a reader: wherever it is shown it is what it says, and nothing else."""

import csv
import json
import re
from io import BytesIO, StringIO
from xml.etree import ElementTree

import pytest
from PIL import Image
from pypdf import PdfReader
from support.for_each import for_each

from sim import PRESETS, Scenario
from sim.dashboard.escape import JOINER, letter_by_letter, table_letter_by_letter
from sim.dashboard.parts.downloads import MIMES
from sim.export.compared_runs import FORMATS, comparison_bytes
from sim.export.report import report_pdf
from sim.export.session_file import read_session, session_text
from sim.figures.overlay import overlay_figure
from sim.session.link import Link, read, written
from sim.session.pins import MOST_PINS, Pin
from sim.text import data_files
from sim.text.comparison import differences_table, side_by_side
from sim.text.sentences import provenance

NAMES = [
    "$",
    "$$",
    r"$\frac$",
    "$x^$",
    r"\$",
    "|",
    r"a\|b",
    "![](http://a.b/c)",
    "<b>x</b>",
    "&amp;",
    "a,b;\"c'",
    "%d {x}",
]
REFUSED = ["this run", " This Run", "balanced run", "=1+1", "+1", "-1", "@x", "＝1", "\t=1", "a\nb", "\u202ex"]
PARADOX = PRESETS["calcium paradox"]
SEVERAL = [NAMES[first : first + MOST_PINS] for first in range(0, len(NAMES), MOST_PINS)]
each_name = for_each("name", NAMES)
each_refused = for_each("name", REFUSED)


def named(*names: str) -> Link:
    return Link(Scenario(), pins=tuple(Pin(name, PARADOX) for name in names))


@each_name
def test_a_link_and_a_file_bring_a_name_back_as_it_was(name: str) -> None:
    assert read(written(named(name))) == (named(name), [])
    assert read_session(session_text(named(name))) == (named(name), [])


@each_refused
def test_a_link_and_a_file_say_which_name_they_cannot_bring(name: str) -> None:
    query = written(named("good"))
    query["pin1"] = query["pin1"].replace("good", name)
    for link, notices in (read(query), read_session(json.dumps({"link": query}))):
        assert link == Link(Scenario())
        (notice,) = notices
        assert "Invalid name '" in notice and "Must " in notice and notice.isprintable()


@pytest.mark.slow
@each_name
@for_each("picture", ["bone", "activation"])
def test_a_picture_shows_a_name_letter_by_letter(name: str, picture: str) -> None:
    figure = overlay_figure(picture, side_by_side(Scenario(), named(name).pins))
    figure.savefig(BytesIO(), dpi=10)  # half a formula is an error only when it is drawn
    shown = [text for axes in figure.axes for text in axes.texts if text.get_gid() == f"label-{name}"]
    assert [text.get_text().split("\n")[0] for text in shown] == [f"■ {name}"]
    assert not any(text.get_parse_math() for text in [*shown, *figure.texts])


@pytest.mark.slow
@for_each("names", SEVERAL)
def test_the_report_shows_names_letter_by_letter(names: list[str]) -> None:
    (page,) = PdfReader(BytesIO(report_pdf(side_by_side(Scenario(), named(*names).pins), ""))).pages
    bare = "".join(page.extract_text().split())
    assert [name for name in names if f"{''.join(name.split())}:Calcium" not in bare] == []


@each_name
def test_a_table_of_runs_is_read_back_with_the_name_in_every_row(name: str) -> None:
    text = comparison_bytes(Scenario(), named(name).pins, "bone", "csv").decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(text)))
    assert {row["run"] for row in rows} == {"this run", name}
    of_pin = {row["quantity"]: row["value"] for row in rows if row["run"] == name}
    assert {row["vitamin_k_ug_per_day"] for row in rows if row["run"] == name} == {"10"}
    assert float(of_pin["bone_change"]) < 0


@pytest.mark.slow
@for_each("names", SEVERAL)
@for_each("file_format", ["png", "svg", "pdf"])
def test_a_compared_picture_tells_the_settings_of_every_run_in_its_description(
    names: list[str], file_format: str
) -> None:
    content = comparison_bytes(Scenario(), named(*names).pins, "bone", file_format)
    pinned = (f"{name}: {provenance(PARADOX)}" for name in names)
    expected = " ".join([f"this run: {provenance(Scenario())}", *pinned])
    if file_format == "pdf":
        about = PdfReader(BytesIO(content)).metadata
        assert about is not None and expected in str(about.subject)
    elif file_format == "svg":
        assert expected in "".join(ElementTree.fromstring(content).itertext())
    else:
        assert expected in str(Image.open(BytesIO(content)).info["Description"])


@each_name
def test_a_name_leaves_a_table_on_the_page_whole(name: str) -> None:
    table = differences_table(side_by_side(Scenario(), named(name).pins))
    lines = table_letter_by_letter(table).splitlines()
    assert all(unescaped(line).count("|") == len(table.columns) + 1 for line in lines)
    assert len(lines) == len(table.rows) + 2
    assert "<b>" not in table.to_html()


def unescaped(text: str) -> str:
    """Return Markdown without the signs that a backslash takes the meaning of."""
    return "".join(part[1:] if i else part for i, part in enumerate(text.replace("\\\\", "").split("\\")))


@for_each(
    ("text", "made"),
    [
        ("https://a.example", r"https?://"),
        ("WWW.a.example", r"www\."),
        ("me@a.example", r"@\w"),
        (":smile:", r":[\w+-]+:"),
        (":material_home: :material/home:", r":material"),
        (":streamlit:", r":streamlit:"),
        (":red[x]", r":red"),
        ("a -> b <- c <-> d", r"->|<-"),
        ("a -- b >= c <= d ~= e", r"--|>=|<=|~="),
    ],
)
def test_nothing_is_made_of_a_text_after_its_backslashes_have_gone(text: str, made: str) -> None:
    finished = re.sub(r"\\(.)", r"\1", letter_by_letter(text))
    assert re.search(made, text, re.IGNORECASE)
    assert not re.search(made, finished, re.IGNORECASE)
    assert finished.replace(JOINER, "") == text


def test_a_text_stays_in_its_line_and_shows_what_would_turn_it_around() -> None:
    assert letter_by_letter("a\n\n    b") == "a b"
    assert letter_by_letter("a\u202eb\u200bc") == "a\ufffdb\ufffdc"


def test_each_file_of_compared_runs_has_its_media_type() -> None:
    pictures = {"png": "image/png", "svg": "image/svg+xml", "pdf": "application/pdf"}
    assert pictures | data_files.FORMATS == {file_format: MIMES[file_format] for file_format in FORMATS}
