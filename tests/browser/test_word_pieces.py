"""Messages, words of the picture and numbers in the browser, one by one: as in Python, or as the design has them."""

import numpy as np
from fluent.runtime import FluentResource
from fluent.syntax import ast
from playwright.sync_api import Page
from support.for_each import for_each

from sim.model.parameters import number
from sim.text.messages import FILE
from sim.text.values import signed

REFUSE = """async asked => {
  const {messageNames, say} = await import('/words/messages.js');
  return [messageNames(), asked.map(([name, values]) => {
    try { return say(name, values); } catch (error) { return String(error); }
  })];
}"""
PICTURE = """async () => {
  const {openWord, guardWord, boneWord, wallWord} = await import('/words/picture.js');
  return {
    doors: [0.09, 0.1, 0.29, 0.3, 0.42, 0.58, 0.7, 0.82].map(openWord),
    guards: [0, 0.03, 0.38, 0.62, 0.95].map(guardWord),
    walls: [1.44, 1.45, 1.7].map(wallWord),
    struts: [-1.81, -1.8, -0.31, 0.29, 0.3, 0.9].map(change => boneWord(change, 10)),
    early: [-0.2, 0.2].map(change => boneWord(change, 1)),
  };
}"""
WRITE = """async ([values, decimals]) => {
  const {number, plain, signed} = await import('/words/numbers.js');
  return [values.map(value => plain(value, decimals)), values.map(value => signed(value, decimals)),
    values.map(value => number(Math.abs(value)))];
}"""


def test_the_browser_has_every_message_and_refuses_what_is_missing_as_python_does(blank: Page) -> None:
    names, refused = blank.evaluate(REFUSE, [["headlines", {}], ["years", {"count": 2}]])
    entries = FluentResource(FILE.read_text("utf-8")).body
    assert names == [entry.id.name for entry in entries if isinstance(entry, ast.Message)]
    assert refused == [
        "RangeError: Invalid message 'headlines'. en.ftl has none of that name.",
        "RangeError: Invalid message 'years'. Unknown variable: $years.",
    ]


def test_doors_guards_struts_and_walls_have_the_words_of_the_picture(blank: Page) -> None:
    words = blank.evaluate(PICTURE)
    assert words["doors"] == [
        "shut", "a quarter open", "a quarter open", "a third open", "half open", "two thirds open",
        "three quarters open", "wide open",
    ]  # fmt: skip
    assert words["guards"] == ["all asleep", "most asleep", "half awake", "most awake", "all awake"]
    springy, stiffening, stiff = words["walls"]
    assert (springy, stiffening) == ("wall springy: stretches with each beat", "wall stiffening")
    assert stiff == "wall stiff: hardly stretches"
    assert words["struts"] == [
        "struts thin and break", "struts thinner", "struts a little thinner", "struts strong",
        "struts a little thicker", "struts thicker",
    ]  # fmt: skip
    # Of a fifth of a percent in the first year the headline says that bone falls or grows.
    assert words["early"] == ["struts a little thinner", "struts thicker"]


@for_each("decimals", [0, 1, 2, 3])
def test_numbers_are_rounded_half_to_even_as_python_rounds_them(blank: Page, decimals: int) -> None:
    random = np.random.default_rng(5)
    values = [
        *np.arange(-40, 41) / 8,
        *random.normal(0, 10.0 ** random.integers(-3, 7, 2000)),
        0.0,
        -0.0,
        1234567.5,
        4e-5,
    ]
    plain, changes, settings = blank.evaluate(WRITE, [[float(value) for value in values], decimals])
    assert changes == [signed(float(value), decimals) for value in values]
    assert plain == [signed(float(value), decimals).lstrip("+") for value in values]
    assert settings == [number(abs(float(value))) for value in values]
