"""An address is one to both sides: thousands, random and nasty, are read alike, words included."""

from collections.abc import Iterator
from random import Random
from typing import Any
from urllib.parse import parse_qs, quote, urlencode

from playwright.sync_api import Page
from support.modules import open_modules

from sim.model.lenses import K_FORMS, LENSES
from sim.model.parameters import CONTROLS, PARAMETERS
from sim.session.link import Link, pin_texts, read, written
from sim.session.link_keys import GONE, PIN_KEYS, TRACKERS

ADDRESSES = 3000
READ = """async searches => {
  const {read} = await import('/lab/read_link.js');
  const {queryOf} = await import('/lab/link.js');
  return searches.map(search => {
    const {session, lesson, notices} = read(search);
    return {session, lesson, notices, written: queryOf(session, lesson)};
  });
}"""
NUMBERS = [
    "1000", "500.5", "0.5", "1.5", "2.5", "1e3", " 5 ", "٣", "0x10", "0b1", "inf", "-inf", "Infinity", "infinit", "nan",
    "1_000", "", ".", ".5", "5.", "+5", "--5", "-0", "1e400", "-1e400", "1e-400", "1,5", "１０", "\ufeff5", "\x855",
    "\x1c5", "\xa05\u3000", "5\n", "9" * 500, "0" * 500 + "7", "1" + "x" * 60, "1e5", "5e", "1e+2", "1E2", "−5", "5d",
    "0.15000000000000002", "1e-7", "0.00005", "true", "5\0", "𝟓", "0.1" + "0" * 50 + "1",
]  # fmt: skip
NAMES = [
    "a", "little K2", " two  words ", "", " ", "this run", "This-Run", "balanced  run", "=1", "a;-1", "＝1", "\u202ea",
    "a\u2800", "\u0301a", "é", "$x$", "x" * 36, "x" * 37, "😀" * 36, "😀" * 37, "a&b", "%", "+", "a\tb",
    "\ufeffa", "<b>",
]  # fmt: skip
TEXTS = [
    "story", "trials", "mk4", "k1", "projector", "page", "Story", "constructor", "__proto__", "😀" * 41, "paradox",
    "3", "ab-", "007", "1000", "1", "2", "4", "5", "one", "a\n", "%ED%A0%80", "\ud800", "\udfffx", "\x00",
]  # fmt: skip
UNKNOWN = [
    "iron", "", "toString", "__proto__", "0", "7", "embed", "utm", "amp", "k" * 50, "a b", "\ud83d", "é", "KCALCIUM",
]  # fmt: skip
OURS = ["lens", "k_form", "view", "lesson", "step", "answers", "link", *(row.name for row in CONTROLS)]


def number(random: Random, name: str) -> str:
    """Return a value for a setting or parameter: usually one that it may have."""
    row = next(row for row in (*CONTROLS, *PARAMETERS) if row.name == name)
    usual = [row.low, row.high, row.default, random.uniform(row.low, row.high), random.uniform(row.low, row.high)]
    return random.choice([random.choice(NUMBERS), *(repr(value).removesuffix(".0") for value in usual)])


def pin(random: Random) -> str:
    """Return a pinned run, one in some of which cannot be read."""
    parts = [random.choice(NAMES), *(number(random, row.name) for row in CONTROLS[:3])]
    parts += [random.choice([*LENSES, random.choice(TEXTS)]), random.choice([*K_FORMS, random.choice(TEXTS)])]
    for _ in range(random.choice([0, 0, 0, 0, 0, 0, 1, 2])):
        name = random.choice(PARAMETERS).name
        parts += [random.choice([name, name, name, *GONE, "calcium", "toString"]), number(random, name)]
    return "~".join(parts[: random.choice([99, 99, 99, 99, 6, 5])])


def pair(random: Random) -> tuple[str, str]:
    """Return a key and its text."""
    kind = random.choice([0, 1, 2, 3, 4, 5, 5, 5, 6])  # few parameters: each set of them is a run to solve
    if kind == 0:
        return random.choice([*UNKNOWN, *TRACKERS, "utm_x", "UTM_Y", "_ga"]), random.choice(TEXTS)
    if kind == 1:
        return random.choice(PIN_KEYS), pin(random)
    if kind == 2:
        return random.choice(GONE), random.choice(NUMBERS)
    if kind in (3, 4):
        return random.choice(OURS), random.choice([*TEXTS, *NUMBERS])
    name = random.choice(CONTROLS if kind == 5 else PARAMETERS).name
    return name, number(random, name)


def addresses() -> Iterator[str]:
    """Yield what may stand in an address after "?", written in every way that programs write it."""
    random = Random(14)
    for _ in range(ADDRESSES):
        parts = []
        for _ in range(random.randrange(9)):
            key, text = pair(random)
            key = random.choice(["", "", "", "amp;", "amp;amp;"]) + random.choice([key, key, key.upper(), key.title()])
            written_so = random.choice([lambda each: quote(each, errors="surrogatepass"), str])
            parts.append("=".join(map(written_so, random.choice([(key, text)] * 9 + [(key,)]))))
        yield random.choice(["&", "&", "&&"]).join(parts)
    yield from (
        "?calcium=2000",
        "%",
        "%zz=%",
        "%41=%4",
        "calcium=%32%30%30",
        "a=%C3%28%E2%82",
        "=",
        "calcium=1=2",
        "a=%EF%BB%BFb",
    )
    yield "k_endogenous=0.12&absorption_capacity=100&k_passive=0&calcium=2000"  # nobody could have these
    yield "&".join(f"{row.name}={row.high}" for row in PARAMETERS)


def as_in_browser(link: Link) -> dict[str, Any]:
    """Return a link as the browser holds it."""
    session = {"scenario": link.scenario.to_dict(), "pins": pin_texts(link.pins), "view": link.view}
    return {"session": session, "lesson": link.lesson}


def test_thousands_of_addresses_are_read_and_written_by_the_browser_as_by_the_server(blank: Page) -> None:
    open_modules(blank)
    searches = list(addresses())
    told: set[str] = set()
    for search, found in zip(searches, blank.evaluate(READ, searches), strict=True):
        link, notices = read(parse_qs(search.removeprefix("?"), keep_blank_values=True))
        assert {"session": found["session"], "lesson": found["lesson"]} == as_in_browser(link), search
        assert found["notices"] == notices, search
        assert parse_qs(found["written"]) == parse_qs(urlencode(written(link))), search
        assert read(parse_qs(found["written"])) == (link, []), search
        told.update(notice.split("'")[-1] for notice in notices)
    assert len(told) > 100
