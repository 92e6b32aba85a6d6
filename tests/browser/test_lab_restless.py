"""Whatever a restless class does to the Lab, translated or not: it never breaks, and in the end it tells one story."""

from collections.abc import Callable

import pytest
from support.lab import Lab
from support.restless import Class
from support.translator import TRANSLATE

from sim import Scenario

ACTIONS = 200
# The same settings in a Lab that has just been opened.
AFRESH = """() => {
  const {scenario, pins} = lab.store.session;
  lab.end();
  return {scenario, pins};
}"""
# All that is to be read or heard of the Lab at rest, and its curves. What is not displayed is left out by name:
# of texts in a drawing Chromium says that they are visible.
TOLD = """root => {
  const all = selector => [...root.querySelectorAll(selector)].filter(each => !each.closest('details, [display=none]')
    && (each.checkVisibility({visibilityProperty: true}) || each.matches('.unseen')));
  const words = all('h1, .sentence, .sliders, .time, .notice, .head > *, text').map(each => each.textContent);
  const heard = ['aria-label', 'aria-valuetext', 'aria-pressed'];
  const named = all(heard.map(name => `[${name}]`)).map(each => heard.map(name => each.getAttribute(name)).join(' | '));
  return [...words, ...named, ...all('.curve path[class=line]').map(each => each.getAttribute('d'))];
}"""
TRANSLATED = "root => root.querySelectorAll('.sentence font').length > 0"


def come_to_rest(lab: Lab) -> None:
    """Close what is open, and leave the Lab at its last year, without what was before."""
    lab.page.mouse.move(0, 0)  # first: what the mouse has shown of a curve stays where the focus is, until Escape
    for _ in range(4):
        lab.page.keyboard.press("Escape")
    lab.page.evaluate("lab.store.setView('page'), lab.store.setMoving(false), lab.store.shade(false)")
    lab.page.evaluate("lab.store.refuse(''), lab.store.setYear(99), lab.store.forget()")
    lab.frame()


@pytest.mark.parametrize(("seed", "translated"), [(1, False), (2, True)], ids=["as it is", "translated"])
def test_whatever_a_restless_class_does_the_lab_never_breaks_and_tells_what_a_fresh_one_tells(
    alone: Callable[..., Lab], seed: int, translated: bool
) -> None:
    lab, doing = alone(Scenario(), still=translated), Class(seed)
    if translated:
        lab.page.evaluate(TRANSLATE)
        assert lab.root.evaluate(TRANSLATED)
    try:
        for _ in range(ACTIONS):
            doing.act(lab)
            assert lab.errors == []
        come_to_rest(lab)
        told, held = lab.root.evaluate(TOLD), lab.page.evaluate(AFRESH)
        fresh = alone(Scenario(**held["scenario"]), pins=held["pins"])
        come_to_rest(fresh)
        assert told == fresh.root.evaluate(TOLD)
    except Exception as error:
        error.add_note(f"Seed {seed}; the last of {len(doing.done)} actions: {'; '.join(doing.done[-15:])}")
        raise
