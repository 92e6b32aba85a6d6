"""Where the lab is served: what people copy, type and set."""

import re
from pathlib import Path

import pytest
from support.for_each import for_each

from sim.session.lab_address import LONGEST_SHOWN, at_base, first_given, lab_address
from sim.session.pages import HOME, OTHERS, PAGES, PATHS

ROOT = Path(__file__).parents[3]
SETTINGS = "calcium=2000&vitamin_k2=10&lens=story&link=4"


@for_each(
    ("text", "served"),
    [
        (f"http://192.168.1.20:8501/?{SETTINGS}", "http://192.168.1.20:8501"),
        (f"http://192.168.1.20:8501/lessons?lesson=paradox&{SETTINGS}#x", "http://192.168.1.20:8501"),
        ("https://lab.example/compare/", "https://lab.example"),
        ("https://lab.example#top", "https://lab.example"),
        ("https://school.example/science/lab/", "https://school.example/science/lab"),
        ("https://school.example/science/lab/evidence?x=1", "https://school.example/science/lab"),
        ("https://school.example/lab", "https://school.example/lab"),
        ("https://school.example/lessons/lab", "https://school.example/lessons/lab"),
        (" HTTP://Lab.Example:80/ \n", "http://lab.example:80"),
        ("192.168.1.20:8501", "http://192.168.1.20:8501"),
        ("192.168.1.20/lessons?lens=story", "http://192.168.1.20"),
        ("http://[fd00::7]:8501/map", "http://[fd00::7]:8501"),
        ("http://laptop_7.local:8501", "http://laptop_7.local:8501"),
        ("https://sch\u00fcler.example/l\u00e4b", "https://xn--schler-5ya.example/l%C3%A4b"),
        ("https://lab.example/~ann/a%20b", "https://lab.example/~ann/a%20b"),
        ("http://lab.example:65535", "http://lab.example:65535"),
    ],
)
def test_an_address_as_people_copy_it_tells_where_the_lab_is_served(text: str, served: str) -> None:
    assert lab_address(text) == served
    assert lab_address(served) == served


BEGIN = "Must begin with http:// or https://."
HOST = "Must hold a host, and a port up to 65535 or none."
SPACES = "Must not hold spaces or backslashes."


@for_each(
    ("text", "rule"),
    [
        ("", BEGIN),
        (" ", BEGIN),
        ("lab", BEGIN),
        ("ftp://lab.example", BEGIN),
        ("javascript:alert(1)", BEGIN),
        ("localhost:8501", BEGIN),
        ("lab.example:8501", BEGIN),
        ("192.168.1.20x:8501", BEGIN),
        ("1.2.3.4.5", BEGIN),
        ("http:/lab.example", BEGIN),
        ("http://lab example", SPACES),
        ("http://lab.example/a\\b", SPACES),
        ("http://lab.example/a\x1bb", SPACES),
        ("http://lab.example/?a= b", SPACES),
        ("http://", HOST),
        ("http:///lessons", HOST),
        ("http://:8501", HOST),
        ("http://lab.example:0", HOST),
        ("http://lab.example:65536", HOST),
        ("http://lab.example:-1", HOST),
        ("http://lab.example:port", HOST),
        ("http://192.168.1.256:8501", HOST),
        ("http://192.168.1:8501", HOST),
        ("http://192.168.1.", HOST),
        ("http://0x7f.1.0x1", HOST),
        ("http://[fd00::7", HOST),
        ("http://[fd00::7]lab", HOST),
        ("http://lab..example", HOST),
        ("http://<lab>", HOST),
        ("http://a%20b", HOST),
        ("http://" + 64 * "a", HOST),
        ("http://ann:secret@lab.example", "Must not hold a name or password."),
        ("http://@lab.example", "Must not hold a name or password."),
    ],
)
def test_what_is_no_address_is_refused_in_one_sentence(text: str, rule: str) -> None:
    with pytest.raises(ValueError, match=re.escape(f"Invalid --x '{text}'. {rule}")):
        lab_address(text, "--x")


def test_a_refused_address_is_repeated_in_part() -> None:
    with pytest.raises(ValueError, match="Invalid address") as caught:
        lab_address(1000 * "x")
    assert len(str(caught.value)) < LONGEST_SHOWN + 100


def test_the_first_given_counts_and_what_is_wrong_before_it_is_said() -> None:
    good = ("typed", "http://10.0.0.2"), ("set", "http://10.0.0.3")
    assert first_given(good) == ("http://10.0.0.2", ())
    address, wrong = first_given([("typed", ""), ("set", "10"), *good])
    assert address == "http://10.0.0.2"
    assert wrong == (f"Invalid set '10'. {BEGIN}",)
    assert first_given([("typed", "")]) == ("", ())


def test_every_page_has_its_place_under_another_address() -> None:
    for page in ("", *PATHS):
        address = f"http://localhost:8501/{page}?{SETTINGS}"
        assert at_base(address, "https://lab.example/a") == f"https://lab.example/a/{page}?{SETTINGS}"
    assert at_base("http://localhost:8501/sub/", "https://lab.example") == "https://lab.example/"


def test_every_page_has_a_file_of_its_own() -> None:
    files = (ROOT / "sim" / "dashboard" / "pages").glob("*_page.py")
    assert sorted(file.stem for file in files) == sorted(f"{page.path}_page" for page in (HOME, *OTHERS))


def test_the_lab_at_home_has_no_path_of_its_own() -> None:
    assert {page.path for page in PAGES} - PATHS == {"lab"}
