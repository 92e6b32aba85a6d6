"""What can be printed from the page, without a browser: the right file behind each button, the paper remembered."""

from functools import partial

import pytest
from streamlit.testing.v1 import AppTest

from sim import PRESETS
from sim.dashboard.parts import paper_panel
from sim.export.lesson_sheet import teacher_key_pdf
from sim.export.report import report_pdf
from sim.lessons.old import LESSONS
from sim.text.comparison import side_by_side

PARADOX = PRESETS["calcium paradox"]
ADDRESS = "http://lab.example/?link=4"


def panels() -> None:
    """Draw one of the panels, as the pages do: the script of these tests."""
    import streamlit as st

    from sim import PRESETS
    from sim.dashboard import state
    from sim.dashboard.parts import paper_panel
    from sim.lessons.old import LESSONS

    state.put(PRESETS["calcium paradox"])
    shown = st.radio("panel", ["report", "lesson", "none"])
    if shown == "report":
        paper_panel.panel()
    if shown == "lesson":
        paper_panel.lesson_panel(LESSONS["paradox"], PRESETS["calcium paradox"], "")


def test_the_paper_that_was_chosen_holds_for_both_panels_and_is_remembered_while_they_are_away() -> None:
    at = AppTest.from_function(panels, default_timeout=60).run()
    assert not at.exception
    assert at.radio[1].value == "A4"
    at.radio[1].set_value("Letter").run()
    for panel in ("lesson", "none", "report"):
        at.radio[0].set_value(panel).run()
        assert [radio.value for radio in at.radio] == [panel, *(["Letter"] if panel != "none" else [])]


def test_each_button_gives_its_own_file(monkeypatch: pytest.MonkeyPatch) -> None:
    given: dict[str, tuple[str, partial[bytes]]] = {}

    def take(label: str, *, data: partial[bytes], file_name: str, **_: object) -> None:
        given[label] = (file_name, data)

    monkeypatch.setattr("streamlit.download_button", take)
    monkeypatch.setattr(paper_panel.share_panel, "on_paper", lambda _: ADDRESS)
    AppTest.from_function(panels, default_timeout=60).run().radio[0].set_value("lesson").run()
    names = {label: name for label, (name, _) in given.items()}
    assert names == {
        "Report on one page (PDF)": "report_ca2000_d4000_k10_10y.pdf",
        "Student's sheet (PDF)": "lesson_4_paradox_student_A4.pdf",
        "Teacher's key (PDF)": "lesson_4_paradox_teacher_A4.pdf",
    }
    report = report_pdf(side_by_side(PARADOX, ()), ADDRESS)
    assert given["Report on one page (PDF)"][1]() == report
    assert given["Teacher's key (PDF)"][1]() == teacher_key_pdf(LESSONS["paradox"], PARADOX, "")


@pytest.mark.parametrize(
    ("address", "base"),
    [
        ("http://h:8501/", "http://h:8501/"),
        ("http://h:8501/lessons", "http://h:8501/"),
        ("http://h/lab/lessons", "http://h/lab/"),
    ],
)
def test_the_lab_is_served_where_the_page_is_without_its_name(
    address: str, base: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Context:
        url = address

    monkeypatch.setattr(paper_panel.st, "context", Context)
    assert paper_panel.served_at() == base
