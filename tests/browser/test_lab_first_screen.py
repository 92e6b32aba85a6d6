"""What a newcomer meets: few things to touch, one obvious one, and an answer in the same moment."""

from collections.abc import Callable

import pytest
from support.lab import Lab, expect, sentence

from sim import PRESETS, Scenario

Alone = Callable[..., Lab]
PARADOX = PRESETS["calcium paradox"]
MOST_CONTROLS, MOST_NUMBERS = 12, 15
# What can be pressed or moved and is in sight: a slider with its number and its minus and plus is one. The picture
# answers where it is pressed, but nothing in it has to be.
CONTROLS = """root => {
  const inside = node => {
    const box = node.getBoundingClientRect();
    return box.width && box.height && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  };
  return [...root.querySelectorAll('[role=group], button, input, summary, a, select')].filter(node =>
    node.checkVisibility({visibilityProperty: true, opacityProperty: true}) && inside(node)
      && (node.matches('[role=group]') ? node.querySelector('input[type=range]') : !node.closest('.slider'))
  ).map(node => node.ariaLabel || node.textContent || node.className);
}"""
# Numbers in sight; K2 and the like are names.
NUMBERS = """root => {
  const found = [], walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const seen = node => node.checkVisibility({visibilityProperty: true, opacityProperty: true})
    && !node.closest('.unseen, [class*=spoken], title, desc');
  while (walk.nextNode()) {
    const {data, parentElement} = walk.currentNode, box = parentElement.getBoundingClientRect();
    if (seen(parentElement) && box.width > 1 && box.bottom > 0 && box.top < innerHeight)
      found.push(...data.match(/(?<![A-Za-z\\d.,])\\d[\\d.,]*/g) ?? []);
  }
  return [...found, ...[...root.querySelectorAll('input.number')].filter(seen).map(input => input.value)];
}"""


def counts(lab: Lab) -> tuple[list[str], list[str]]:
    """Return the controls and numbers in sight."""
    return lab.root.evaluate(CONTROLS), lab.root.evaluate(NUMBERS)


@pytest.mark.parametrize("size", [(1280, 720), (390, 844)], ids=["laptop", "phone"])
def test_little_stands_on_the_first_screen(alone: Alone, size: tuple[int, int]) -> None:
    lab = alone(first=True)
    lab.resize(*size)
    controls, numbers = counts(lab)
    assert 3 < len(controls) <= MOST_CONTROLS, controls
    assert 3 < len(numbers) <= MOST_NUMBERS, numbers


def test_one_drag_of_k2_from_the_first_screen_makes_the_paradox_vanish_and_the_sentence_says_so(alone: Alone) -> None:
    lab = alone(first=True, still=True)
    expect(lab.sentence).to_contain_text("The calcium paradox.")
    before = lab.line("bone_change")
    hand = lab.hold("vitamin_k2", 0.7)
    expect(lab.sentence).to_contain_text("Paradox solved.")  # still held
    assert lab.line("bone_change") != before
    hand.up()
    expect(lab.sentence).to_contain_text("Paradox solved.")


def test_the_first_visit_plays_the_ten_years_once_and_not_where_motion_is_unwanted(alone: Alone) -> None:
    still = alone(first=True, still=True)
    expect(still.sentence).to_have_text(sentence(PARADOX))
    assert float(still.year.input_value()) == PARADOX.years


def test_picture_and_sentence_follow_a_held_slider_at_each_move_and_the_host_hears_of_its_end_once(
    alone: Alone,
) -> None:
    lab = alone()
    said = "said.length"
    hand, seen = lab.hold("vitamin_k2", 0.3), []
    for share in (0.5, 0.9, 0.7, 0.0):
        hand.to(share)
        value = float(lab.number("vitamin_k2").input_value())
        lab.tells(Scenario(2000, 4000, value))
        seen.append(lab.line("arteries_times"))
    assert len(set(seen)) == len(seen)
    assert lab.page.evaluate(said) == 0
    hand.up()
    assert lab.page.evaluate(said) == 1
    assert lab.page.evaluate("said[0].changed") == {"vitamin_k2": 0}
