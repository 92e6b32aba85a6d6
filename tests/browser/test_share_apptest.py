"""Share dialog without a browser: what is said, and that nothing crashes."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest
from support.for_each import for_each

from sim import Scenario
from sim.dashboard.escape import letter_by_letter
from sim.dashboard.parts import notices, share_panel
from sim.session.lab_address import ENVIRONMENT, configured
from sim.session.own_address import IN_A_CONTAINER

ROOT = Path(__file__).parents[2]


def words(at: AppTest) -> str:
    """Return all words on the page."""
    return "\n".join(part.value for part in (*at.markdown, *at.caption, *at.warning))


@for_each("count", range(notices.MOST + 3))
def test_every_notice_is_shown_or_counted(count: int) -> None:
    given = [str(place) for place in range(count)]
    left = count - notices.MOST
    last = [f"... and {left} more like these."] if count > notices.MOST else []
    assert notices.first_of(given) == [*given[: notices.MOST], *last]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """Return the lab with the share dialog open; the network is one that does not exist."""
    monkeypatch.setattr(share_panel, "own_address", lambda: "192.168.1.20")
    monkeypatch.setattr(share_panel, "in_container", lambda: False)
    monkeypatch.delenv(ENVIRONMENT)
    return shared()


def shared() -> AppTest:
    at = AppTest.from_file(str(ROOT / "sim/dashboard/pages/navigation.py"), default_timeout=60)
    at.query_params.update({"calcium": "2000", "vitamin_k2": "10"})
    at.run()
    at.session_state["session"].panel = "share"
    at.run()
    assert not at.exception
    return at


def test_in_a_container_the_address_is_asked_for_and_then_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(share_panel, "own_address", lambda: "172.17.0.2")
    monkeypatch.setattr(share_panel, "in_container", lambda: True)
    monkeypatch.setenv(ENVIRONMENT, "http://localhost:8501")  # a slip must not stand in the way of what is typed
    at = shared()
    assert "172.17.0.2" not in at.code[0].value
    assert share_panel.SCAN not in words(at)
    assert letter_by_letter(IN_A_CONTAINER) in words(at)
    field = at.text_input(key="share_typed")
    assert field.label == share_panel.TYPE_IT
    field.set_value("lab").run()
    assert at.warning[0].value == letter_by_letter("Invalid address 'lab'. Must begin with http:// or https://.")
    assert share_panel.SCAN not in words(at)
    at.text_input(key="share_typed").set_value("192.168.1.20:8501/lessons?lens=trials").run()
    assert not at.exception
    assert at.code[0].value.startswith("http://192.168.1.20:8501/?calcium=2000&")
    assert not at.warning
    assert share_panel.SCAN in words(at)
    assert at.text_input(key="share_typed").value  # a slip can be mended


def on_paper() -> None:
    """Draw which address a paper gets."""
    import streamlit as st

    from sim.dashboard.parts import share_panel

    st.code(share_panel.on_paper("http://localhost:8501/lessons"))


@pytest.mark.parametrize(
    ("contained", "given", "printed"),
    [
        (False, "", "http://192.168.1.20:8501/lessons"),
        (True, "", ""),
        (True, "https://lab.example/science/compare", "https://lab.example/science/lessons"),
    ],
)
def test_no_paper_gets_a_link_that_phones_cannot_open(
    contained: bool, given: str, printed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(share_panel, "own_address", lambda: "192.168.1.20")
    monkeypatch.setattr(share_panel, "in_container", lambda: contained)
    monkeypatch.setenv(ENVIRONMENT, given)
    at = AppTest.from_function(on_paper).run()
    assert at.code[0].value == printed
    assert [caption.value for caption in at.caption] == ([] if printed else [share_panel.NO_LINK])


def test_what_streamlit_is_told_of_its_address_counts() -> None:
    told = {"browser.serverAddress": "lab.example", "browser.serverPort": 8080, "server.baseUrlPath": "science",
            "server.sslCertFile": "a.pem"}  # fmt: skip
    assert configured(told.get) == "https://lab.example:8080/science"
    told.update({"browser.serverAddress": "localhost"})
    assert configured(told.get) == ""


def test_the_dialog_offers_the_settings_at_the_network_address_and_stays_when_the_page_runs_again(
    opened: AppTest,
) -> None:
    opened.run()
    assert opened.code[0].value.startswith("http://192.168.1.20:8501/?calcium=2000&vitamin_d=800&vitamin_k2=10&")
    assert "Phones cannot open" in opened.warning[0].value
    assert opened.code[1].value == opened.code[0].value.replace("http://192.168.1.20:8501/?", "calcium-lab.html#")


def test_a_link_too_long_for_a_qr_code_can_still_be_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(share_panel, "st", SimpleNamespace(warning=lambda text, **_: said.append(text)))
    share_panel.picture("http://192.168.1.20/?" + "x" * 5000, Scenario())
    assert said == [share_panel.qr.COPY_INSTEAD]


def test_the_file_of_the_code_is_made_without_a_session() -> None:
    assert share_panel.content("http://192.168.1.20/", Scenario(), "png").startswith(b"\x89PNG")
