"""What can be printed from the page, without a browser: the right file behind each button, the paper remembered."""

from functools import partial

import pytest
from streamlit.testing.v1 import AppTest

from sim import PRESETS
from sim.dashboard.parts import paper_panel
from sim.export.lesson_sheet import student_sheet_pdf, teacher_key_pdf
from sim.export.report import report_pdf
from sim.lessons import LESSONS
from sim.session.own_address import Offer
from sim.text.comparison import side_by_side

PARADOX = PRESETS["calcium paradox"]
TABLETS = LESSONS["tablets"]
ADDRESS = "http://lab.example/?link=4"


def panels() -> None:
    """Draw one of the panels, as the pages do: the script of these tests."""
    import streamlit as st

    from sim import PRESETS
    from sim.dashboard import state
    from sim.dashboard.parts import paper_panel
    from sim.lessons import LESSONS

    state.put(PRESETS["calcium paradox"])
    shown = st.radio("panel", ["report", "lesson", "none"])
    if shown == "report":
        paper_panel.panel()
    if shown == "lesson":
        paper_panel.lesson_panel(LESSONS["tablets"])


def test_the_paper_that_was_chosen_holds_for_both_panels_and_is_remembered_while_they_are_away() -> None:
    at = AppTest.from_function(panels, default_timeout=60).run()
    assert not at.exception
    assert at.radio[1].value == "A4"
    at.radio[1].set_value("Letter").run()
    for panel in ("lesson", "none", "report"):
        at.radio[0].set_value(panel).run()
        assert at.radio[0].value == panel and not at.exception
        assert [radio.value for radio in at.radio if radio.label == "Paper"] == (["Letter"] if panel != "none" else [])


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> dict[str, tuple[str, partial[bytes]]]:
    """Return the files behind the buttons that were drawn last, by what the buttons say."""
    files: dict[str, tuple[str, partial[bytes]]] = {}

    def take(label: str, *, data: partial[bytes], file_name: str, **_: object) -> None:
        files[label] = (file_name, data)

    monkeypatch.setattr("streamlit.download_button", take)
    monkeypatch.setattr(paper_panel.share_panel, "on_paper", lambda _: ADDRESS)
    monkeypatch.setattr(paper_panel.share_panel, "for_others", lambda _: Offer("http://192.168.1.20:8501/", ()))
    return files


def test_each_button_gives_its_own_file(given: dict[str, tuple[str, partial[bytes]]]) -> None:
    AppTest.from_function(panels, default_timeout=60).run().radio[0].set_value("lesson").run()
    names = {label: name for label, (name, _) in given.items()}
    assert names == {
        "Report on one page (PDF)": "report_ca2000_d4000_k10_10y.pdf",
        "Student's sheet (PDF)": "lesson_1_tablets_student_A4.pdf",
        "Teacher's key (PDF)": "lesson_1_tablets_teacher_A4.pdf",
    }
    report = report_pdf(side_by_side(PARADOX, ()), ADDRESS)
    assert given["Report on one page (PDF)"][1]() == report
    assert given["Teacher's key (PDF)"][1]() == teacher_key_pdf(TABLETS)


def test_a_sheet_has_no_link_until_the_teacher_chooses_what_it_opens(
    given: dict[str, tuple[str, partial[bytes]]],
) -> None:
    at = AppTest.from_function(panels, default_timeout=60).run()
    at.radio[0].set_value("lesson").run()
    assert student(given) == student_sheet_pdf(TABLETS)
    choice = at.radio(key="paper_link")
    assert any("http://192.168.1.20:8501/lessons?lesson=tablets" in option for option in choice.options)
    choice.set_value("page").run()
    assert student(given) == student_sheet_pdf(TABLETS, "http://192.168.1.20:8501/lessons?lesson=tablets")
    given.clear()
    at.radio(key="paper_link").set_value("file").run()
    assert not given  # no address yet, and none that was chosen before
    at.text_input(key="paper_link_file").set_value("https://school.example/calcium-lab.html").run()
    assert student(given) == student_sheet_pdf(TABLETS, "https://school.example/calcium-lab.html#lesson=tablets")
    assert given["Teacher's key (PDF)"][1]() == teacher_key_pdf(TABLETS)


def test_an_address_that_is_none_gives_one_sentence_and_no_sheet(
    given: dict[str, tuple[str, partial[bytes]]],
) -> None:
    at = AppTest.from_function(panels, default_timeout=60).run()
    at.radio[0].set_value("lesson").run()
    at.radio(key="paper_link").set_value("file").run()
    given.clear()
    at.text_input(key="paper_link_file").set_value("ftp://x").run()
    assert not given
    assert "Must begin with http" in at.warning[0].value


def test_a_page_that_phones_cannot_open_is_not_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paper_panel.share_panel, "for_others", lambda _: Offer("http://localhost:8501/", (), False))
    at = AppTest.from_function(panels, default_timeout=60).run()
    at.radio[0].set_value("lesson").run()
    assert at.radio(key="paper_link").options == ["none", "the file, where you have put it"]


def student(given: dict[str, tuple[str, partial[bytes]]]) -> bytes:
    return given["Student's sheet (PDF)"][1]()


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
