"""
How fast the picture follows: a key press, and a drag of the slider with the mouse.

Times are taken inside the page, from the key event to the change of the document; what the screen
needs to show it comes on top for both pages. Every setting is new to the server, so a press on our
page pays for the solve. The pages take turns and the median press counts. A busy machine slows the mouse
as well: the picture cannot change in more frames than the slider moved in, which has its own row.
"""

import statistics
from dataclasses import dataclass

from playwright.sync_api import Browser
from probe import SLIDER, THUMB, TRACK, Kind, Visit, visiting
from support.served import Server
from table import Row, at_most

PRESSES = 22
PRESSED = "?calcium=2000&vitamin_d=4000&vitamin_k2=0&years=10&lens=story&k_form=mk7&link=4"
DRAGGED = PRESSED.replace("calcium=2000", "calcium=2050")
DRAGS = 3
SWEEP_STEPS = 60  # the mouse waits for the page at each step, so at 60 frames a second one sweep is one second
GOAL_PRESS, GOAL_FRAMES = 1.3, 30.0
PATIENCE = 20_000  # ms


@dataclass(frozen=True)
class Press:
    """How long after a key press the picture changed, and how long after it the server's answer came. [ms]"""

    picture: float
    answer: float


@dataclass(frozen=True)
class Drag:
    """A second of dragging: frames, frames in which the slider moved, and the picture; and all messages sent."""

    frames: float
    slider: float
    picture: float
    sent: int


def press(visit: Visit) -> Press:
    """Press the right arrow on the slider and wait for what comes."""
    page = visit.page
    page.bring_to_front()
    page.locator(SLIDER).focus()
    page.evaluate("arm()")
    page.keyboard.press("ArrowRight")
    page.wait_for_function("seen.picture && seen.answer", polling=50, timeout=PATIENCE)
    seen = page.evaluate("seen")
    visit.settle(150)
    return Press(seen["picture"] - seen["key"], seen["answer"] - seen["key"])


def presses(browser: Browser, empty: Server, ours: Server) -> list[Press]:
    """Return the median press on the empty page and on ours."""
    lab = f"{ours.address}/{PRESSED}"
    with visiting(browser, "empty", empty.address) as one, visiting(browser, "lab", lab) as other:
        rounds = [(press(one), press(other)) for _ in range(PRESSES)]
    return [
        Press(statistics.median(each.picture for each in made), statistics.median(each.answer for each in made))
        for made in zip(*rounds, strict=True)
    ]


def middle(visit: Visit, selector: str) -> tuple[float, float]:
    """Return where the middle of an element is."""
    box = visit.page.locator(selector).bounding_box()
    if not box:
        raise RuntimeError(f"{selector} is not in sight.")
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def drag(visit: Visit) -> Drag:
    """Hold the slider and sweep to and fro over most of its length, each time with one step a frame."""
    page, mouse = visit.page, visit.page.mouse
    page.bring_to_front()
    x, y = middle(visit, THUMB)
    track = page.locator(TRACK).bounding_box() or {"x": x, "width": 0}
    mouse.move(x, y)
    mouse.down()
    page.evaluate("count()")
    before = visit.sent
    for share in (0.9, 0.1):
        mouse.move(track["x"] + share * track["width"], y, steps=SWEEP_STEPS)
    counted = page.evaluate("(counted.stop = true, counted)")
    sent = visit.sent - before
    mouse.up()
    visit.settle()
    frames, slider, picture = (counted[what] / counted["seconds"] for what in ("frames", "slider", "picture"))
    return Drag(frames, slider, picture, sent)


def dragged(browser: Browser, kind: Kind, address: str) -> Drag:
    """Open a page, drag its slider some times, and return the median drag, with the messages of all."""
    with visiting(browser, kind, address) as visit:
        drags = [drag(visit) for _ in range(DRAGS)]
    frames, slider, picture = (
        statistics.median(getattr(each, name) for each in drags) for name in ("frames", "slider", "picture")
    )
    return Drag(frames, slider, picture, sum(each.sent for each in drags))


def rows(browser: Browser, empty: Server, ours: Server) -> list[Row]:
    """Return the rows of these measures."""
    its_press, our_press = presses(browser, empty, ours)
    its_drag, our_drag = dragged(browser, "empty", empty.address), dragged(browser, "lab", f"{ours.address}/{DRAGGED}")
    smooth, silent = our_drag.picture >= GOAL_FRAMES, our_drag.sent == 0
    return [
        at_most("Key press to changed picture [ms]", its_press.picture, our_press.picture, GOAL_PRESS),
        Row("Key press to the server's answer [ms]", its_press.answer, our_press.answer),
        Row("Drag: frames a second in which the picture changed", None, our_drag.picture, f"≥ {GOAL_FRAMES:g}", smooth),
        Row("Drag: frames a second in which the slider moved", its_drag.slider, our_drag.slider),
        Row("Drag: frames a second, changed or not", its_drag.frames, our_drag.frames),
        Row("Drag: messages sent before the release", its_drag.sent, our_drag.sent, "0", silent),
    ]
