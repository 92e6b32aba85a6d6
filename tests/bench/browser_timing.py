"""
How fast the picture follows: a key press, and a drag of the slider with the mouse.

A press is timed inside the page, from the key event to the change of the document; what the screen needs to show it
comes on top for both pages. The pages take turns and the median press counts.

Of a drag each frame is noted: what the slider, the picture and the sentence show in it. Afterwards the slider is put
to each of the places it was at, and what picture and sentence show there, at rest, is what they should have shown.
Frames from the hand to the picture are counted so: one is the frame in which the slider itself moves. A busy machine
slows the mouse as well: the picture cannot change in more frames than the slider moved in, which has its own row.
"""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from playwright.sync_api import Browser
from probe import SLIDERS, THUMBS, TRACKS, Kind, Visit, visiting
from support.served import Server
from table import Row, at_most

PRESSES = 22
PRESSED = "?calcium=2000&vitamin_d=4000&vitamin_k2=0&years=10&lens=story&k_form=mk7&link=4"
DRAGGED = PRESSED.replace("vitamin_k2=0", "vitamin_k2=150")
DRAGS = 3
SWEEPS = (0.9, 0.4, 0.9, 0.4)  # of the track: there each step of the mouse is another value of our stretched slider
STEPS = 30  # the mouse waits for the page at each step, so at 60 frames a second one sweep is half a second
SLOWED = 6
GOAL_PRESS, GOAL_PICTURES, GOAL_SLOWED, GOAL_FRAMES = 1.3, 55.0, 20.0, 1
PATIENCE = 20_000  # ms


@dataclass(frozen=True)
class Drag:
    """Frames a second, those in which the slider and the picture changed, most frames to each, and messages sent."""

    frames: float
    slider: float
    picture: float
    to_picture: float
    to_sentence: float
    sent: float


def press(visit: Visit) -> float:
    """Press the right arrow on the slider; return how long after it the picture changed. [ms]"""
    page = visit.page
    page.bring_to_front()
    page.locator(SLIDERS[visit.kind]).focus()
    page.evaluate("arm()")
    page.keyboard.press("ArrowRight")
    page.wait_for_function("seen.picture", polling=50, timeout=PATIENCE)
    seen = page.evaluate("seen")
    visit.settle(150)
    return seen["picture"] - seen["key"]


def presses(browser: Browser, empty: Server, ours: Server) -> tuple[float, float]:
    """Return the median press on the empty page and on ours. [ms]"""
    lab = f"{ours.address}/{PRESSED}"
    with visiting(browser, "empty", empty.address) as one, visiting(browser, "lab", lab) as other:
        rounds = [(press(one), press(other)) for _ in range(PRESSES)]
    its, our = zip(*rounds, strict=True)
    return statistics.median(its), statistics.median(our)


def sweep(visit: Visit) -> tuple[dict[str, Any], int]:
    """Hold the slider and sweep to and fro, one step a frame; return what frames showed, and the messages sent."""
    page, mouse = visit.page, visit.page.mouse
    page.bring_to_front()
    thumb, track = (page.locator(table[visit.kind]).bounding_box() for table in (THUMBS, TRACKS))
    if not thumb or not track:
        raise RuntimeError("The slider is not in sight.")
    y = thumb["y"] + thumb["height"] / 2
    # A range is its own thumb: it is taken hold of at the end of the sweep.
    x = track["x"] + SWEEPS[-1] * track["width"] if thumb == track else thumb["x"] + thumb["width"] / 2
    mouse.move(x, y)
    mouse.down()
    page.evaluate("watch()")
    before = visit.sent
    for share in SWEEPS:
        mouse.move(track["x"] + share * track["width"], y, steps=STEPS)
    watched = page.evaluate("(watched.stop = true, watched)")
    sent = visit.sent - before
    mouse.up()
    visit.settle()
    return watched, sent


def frames_behind(frames: Sequence[dict[str, str]], truths: dict[str, dict[str, str]], what: str) -> int:
    """Return how old, at most, was what a frame showed: one where it belongs to the slider of the same frame."""

    def age(place: int) -> int:
        shown = frames[place][what]
        ages = (back for back in range(place + 1) if shown == truths[frames[place - back]["slider"]][what])
        return 1 + next(ages, place)

    return max(map(age, range(len(frames))))


def drag(visit: Visit) -> Drag:
    """Drag the slider once and return what came of it."""
    watched, sent = sweep(visit)
    frames, seconds = watched["frames"], watched["seconds"]

    def a_second(what: str) -> float:
        return sum(last[what] != frame[what] for last, frame in pairwise(frames)) / seconds

    behind = (0, 0)
    if visit.kind != "empty":
        truths = visit.page.evaluate("values => truths(values)", sorted({frame["slider"] for frame in frames}))
        behind = frames_behind(frames, truths, "picture"), frames_behind(frames, truths, "sentence")
    return Drag(len(frames) / seconds, a_second("slider"), a_second("picture"), *behind, sent)


def dragged(browser: Browser, kind: Kind, address: str, slowed: float = 1) -> Drag:
    """Open a page, drag its slider some times, and return the median drag."""
    with visiting(browser, kind, address) as visit:
        visit.slow_down(slowed)
        drags = [drag(visit) for _ in range(DRAGS)]
    return Drag(*(statistics.median(getattr(each, name) for each in drags) for name in Drag.__dataclass_fields__))


def rows(browser: Browser, empty: Server, ours: Server) -> list[Row]:
    """Return the rows of these measures."""
    its_press, our_press = presses(browser, empty, ours)
    lab = f"{ours.address}/{DRAGGED}"
    its, our = dragged(browser, "empty", empty.address), dragged(browser, "lab", lab)
    slow = dragged(browser, "lab", lab, SLOWED)
    least, least_slowed, most = f"≥ {GOAL_PICTURES:g}", f"≥ {GOAL_SLOWED:g}", f"≤ {GOAL_FRAMES}"
    return [
        at_most("Key press to changed picture [ms]", its_press, our_press, GOAL_PRESS),
        Row("Drag: frames from hand to picture, most", None, our.to_picture, most, our.to_picture <= GOAL_FRAMES),
        Row("Drag: frames from hand to sentence, most", None, our.to_sentence, most, our.to_sentence <= GOAL_FRAMES),
        Row("Drag: pictures a second", None, our.picture, least, our.picture >= GOAL_PICTURES),
        Row("Drag: frames a second in which the slider moved", its.slider, our.slider),
        Row("Drag: frames a second, changed or not", its.frames, our.frames),
        Row("Drag: messages sent before the release", its.sent, our.sent, "0", our.sent == 0),
        Row(f"Drag, processor {SLOWED} times slower: pictures a second", None, slow.picture, least_slowed,
            slow.picture >= GOAL_SLOWED),
        Row(f"Drag, processor {SLOWED} times slower: frames from hand to picture, most", None, slow.to_picture),
    ]  # fmt: skip
