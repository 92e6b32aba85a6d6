"""On every screen the scene can be read: letters are large, nothing overlaps or is cut, the foot is free for Play."""

from itertools import combinations
from typing import Any

import pytest
from playwright.sync_api import Browser
from support.scene_page import SIZES, STATES, open_scene, show

PLACE = """
const place = (node) => {
  const {a: unit, d, f} = node.getScreenCTM(), box = node.getBoundingClientRect();
  const size = parseFloat(getComputedStyle(node).fontSize) * unit;
  // A line of text is as high as its letters, not as its box, which has room for every script.
  const base = f + node.y.baseVal[0].value * d;
  const [top, bottom] = [base - size * 0.72, base + size * 0.2];
  return {words: node.textContent, size, left: box.left, right: box.right, top, bottom};
};
const seen = (selector) => [...document.querySelectorAll(selector)].filter(node => node.checkVisibility());
const written = () => seen('svg text').filter(node => node.textContent);
"""
TEXTS = (
    f"() => {{ {PLACE}"
    + """
  return written().map(node => {
    const free = node.parentNode.appendChild(node.cloneNode(true));
    free.removeAttribute('textLength');
    const squeezed = node.getComputedTextLength() / free.getComputedTextLength();
    free.remove();
    return {...place(node), squeezed};
  });
}"""
)
COVERED = (
    f"() => {{ {PLACE}"
    + """
  const things = seen('.bone-body, .coat, .lens-ring, .handle, .guards > g, .net-arrow');
  const solid = (thing, x, y) => {
    const at = new DOMPoint(x, y).matrixTransform(thing.getScreenCTM().inverse()), box = thing.getBoundingClientRect();
    if (thing.isPointInFill) return thing.isPointInFill(at) || thing.isPointInStroke(at);
    return x > box.left && x < box.right && y > box.top && y < box.bottom;
  };
  return written().map(place).flatMap(({words, left, right, top, bottom}) => {
    const points = [];
    for (let x = left; x <= right; x += 6) points.push([x, top + 2], [x, bottom - 3]);
    const below = things.filter(thing => points.some(([x, y]) => solid(thing, x, y)));
    return below.map(thing => words + ' on ' + thing.outerHTML);
  });
}"""
)
PLAY = {"wide": (290, 50), "board": (380, 48)}
"""Width and height of the row with Play, whose middle is at 47.8 % of the foot, as lab.css has it. [px]"""
LEAST = {"wide": 14, "tall": 14, "board": 24}


def overlap(a: dict[str, Any], b: dict[str, Any]) -> bool:
    return a["left"] < b["right"] and b["left"] < a["right"] and a["top"] < b["bottom"] and b["top"] < a["bottom"]


@pytest.mark.parametrize("size", SIZES)
def test_labels_can_be_read_and_none_runs_into_another_or_out_of_the_scene(browser: Browser, size: str) -> None:
    page = open_scene(browser, size)
    name, width, height = SIZES[size]
    for state, shown in STATES.items():
        show(page, shown)
        texts = page.evaluate(TEXTS)
        assert len(texts) > 8
        for text in texts:
            assert text["size"] >= LEAST[name] - 0.01, (state, text)
            assert text["squeezed"] > 0.8, (state, text)
            assert text["left"] >= 0 and text["right"] <= width, (state, text)
            assert text["top"] >= 0 and text["bottom"] <= height, (state, text)
        for a, b in combinations(texts, 2):
            assert not overlap(a, b), (state, a, b)
        if name in PLAY:
            wide, high = (240, 42) if width < 980 else PLAY[name]
            left = width * 0.478 - wide / 2
            foot = {"left": left, "right": left + wide, "top": height - high, "bottom": height}
            assert [text["words"] for text in texts if overlap(text, foot)] == [], state
    page.close()


@pytest.mark.parametrize("size", SIZES)
def test_no_label_lies_on_a_bone_an_artery_a_lens_or_a_guard(browser: Browser, size: str) -> None:
    page = open_scene(browser, size)
    for state in ("too much", "too little", "resolved"):
        show(page, STATES[state])
        assert page.evaluate(COVERED) == [], state
    page.close()


def test_the_projector_leaves_out_the_names_of_proteins_and_small_notes(browser: Browser) -> None:
    page = open_scene(browser, "projector")
    show(page, STATES["paradox"])
    words = page.locator("svg").text_content() or ""
    assert "K2: openers" in words
    for left_out in ("osteocalcin", "MGP", "less passes", "extra leaves"):
        assert left_out not in words
    page.close()


@pytest.mark.parametrize("size", SIZES)
def test_the_scale_of_bone_and_what_is_illustration_are_said_on_every_screen(browser: Browser, size: str) -> None:
    page = open_scene(browser, size)
    show(page, STATES["paradox"])
    words = page.locator("svg").text_content() or ""
    assert "drawn 3×" in words
    assert "illustration" in words
    page.close()


@pytest.mark.parametrize(("small", "large"), [("laptop", "large"), ("phone", "tablet"), ("small phone", "phone")])
def test_a_larger_screen_has_larger_organs_and_not_more_paper(browser: Browser, small: str, large: str) -> None:
    areas = {}
    for size in (small, large):
        page = open_scene(browser, size)
        show(page, STATES["paradox"])
        boxes = [page.locator(selector).bounding_box() for selector in (".bone-body", ".coat", ".lens-ring")]
        areas[size] = [box["width"] * box["height"] for box in boxes if box]
        page.close()
    assert len(areas[small]) == 3
    for less, more in zip(areas[small], areas[large], strict=True):
        assert more > 1.5 * less


@pytest.mark.parametrize("size", SIZES)
def test_sleepers_lie_and_those_awake_stand_large_enough_to_be_told_apart(browser: Browser, size: str) -> None:
    page = open_scene(browser, size)
    show(page, STATES["paradox"])
    awake = page.locator(".openers .awake path").first.bounding_box()
    asleep = page.locator(".openers .asleep:not([display=none])").first.bounding_box()
    assert awake and asleep
    assert asleep["width"] >= 12
    assert asleep["width"] > 1.3 * awake["width"]
    guards = [box for one in page.locator(".guards > g:visible").all() if (box := one.bounding_box())]
    assert len(guards) == 18
    for a, b in combinations(guards, 2):
        # A box has the width of its lines on all sides.
        beside = min(a["x"] + a["width"], b["x"] + b["width"]) - max(a["x"], b["x"])
        above = min(a["y"] + a["height"], b["y"] + b["height"]) - max(a["y"], b["y"])
        assert min(beside / a["width"], above / a["height"]) < 0.15
    page.close()
