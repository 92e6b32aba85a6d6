"""What a newcomer meets: few things to touch, one obvious one, and an answer in the same moment."""

from collections.abc import Callable

import pytest
from support.lab import Lab

from sim import PRESETS

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
