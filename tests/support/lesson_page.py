"""A lesson in the browser's own player, without a server, opened at a step as if everything before it were done."""

import json
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Browser, Page

from sim import Scenario
from sim.lessons import played
from sim.runs.quantities import QUANTITIES
from sim.runs.run import Run, simulate
from sim.text.values import told
from support.modules import open_modules

OpenAt = Callable[..., Page]
TASKS: Any = played("tablets").tasks
SHEETS = ("scene/scene.css", "lab/lab.css", "lesson/lesson.css", "lesson/pictures/pictures.css")
LINKS = "".join(f'<link rel="stylesheet" href="/{sheet}">' for sheet in SHEETS)
FONT = '@font-face { font-family: "Source Sans"; font-weight: 200 900; src: url("/font.woff2"); }'
PAGE = f"""<!doctype html><html lang="en"><head><title>Lesson</title>{LINKS}<style>{FONT} body {{ margin: 0; }}</style>
<meta name="viewport" content="width=device-width, initial-scale=1"></head><body><main></main></body></html>"""
STORE = "([lesson, kept]) => localStorage.setItem(`calcium-lab.lesson.${lesson}`, JSON.stringify(kept))"
PLAY = """async key => {
  await document.fonts.load('16px "Source Sans"');
  const { createLesson } = await import("/lesson/player.js");
  window.lesson = createLesson(document.querySelector("main"), { key });
}"""
FOUND = {"runs": 1, "found": True, "table": []}
TABLETS: dict[str, Any] = {
    "place": 3,
    "draw_bones": {"line": [50, *(50 + i for i in range(1, 21))], "because": 0},
    "draw_arteries": {"line": [17, *(17 + i for i in range(1, 21))], "because": 1},
    "run": True,
    "first_idea": "It went from bone to artery.",
    "stop_it": {**FOUND, "settings": {"calcium": 2, "vitamin_d": 5, "vitamin_k2": 2}},
    "vote": [0, 1],
    "share_of_mgp": 2,
    "same_share": {**FOUND, "settings": {"calcium": 1, "vitamin_d": 5, "vitamin_k2": 2.4}},
    "trials": [70, 30],
    "sort": [0, 0, 1, 2, 2],
    "explain": ["Because of MGP."] * 3,
    "ticks": [True] * 5,
}
"""What a pupil may have answered, in the order of the tasks."""
STEPS = {"place": 0, "draw_bones": 1, "draw_arteries": 2, "run": 3, "first_idea": 3, "stop_it": 4, "vote": 5,
         "share_of_mgp": 6, "same_share": 6, "trials": 7, "sort": 7, "explain": 8, "ticks": 8}  # fmt: skip


def open_lesson(
    browser: Browser, task: str, *, lesson: str = "tablets", width: int = 1280, height: int = 720, **context: Any
) -> Page:
    """Open a lesson where a task is to be done next, all before it answered; others than the tablets at their start."""
    order = list(TABLETS)
    done = order[: order.index(task)] if task in order else order if lesson == "tablets" else []
    answers = {each: TABLETS[each] for each in done}
    kept = {"version": 1, "step": STEPS.get(task, 0), "answers": answers, "locked": done, "at": 1}
    page = browser.new_context(viewport={"width": width, "height": height}, **context).new_page()
    open_modules(page, PAGE)
    page.evaluate(STORE, [lesson, kept])
    page.evaluate(PLAY, lesson)
    page.locator(f'[data-task="{task}"]').wait_for()
    return page


def answer(page: Page, task: str, lesson: str = "tablets") -> Any:
    """Return what the device keeps of a task."""
    return kept(page, lesson)["answers"].get(task)


def kept(page: Page, lesson: str = "tablets") -> dict[str, Any]:
    """Return what the device keeps of a lesson."""
    return json.loads(page.evaluate("lesson => localStorage.getItem(`calcium-lab.lesson.${lesson}`)", lesson))


def can_go_on(page: Page) -> bool:
    """Return whether the button at the foot can be pressed."""
    return page.locator(".go").get_attribute("aria-disabled") != "true"


def run_of(calcium: float = 2, vitamin_d: float = 5, vitamin_k2: float = 0.1, lens: Any = "story") -> Run:
    """Return Python's run of settings in the neighbour's measure; hers where nothing is given."""
    return simulate(Scenario(calcium=1000 * calcium, vitamin_d=800 * vitamin_d, vitamin_k2=100 * vitamin_k2, lens=lens))


def end(quantity: str, **settings: Any) -> float:
    """Return where a quantity ends in Python's run."""
    return float(QUANTITIES[quantity].end(run_of(**settings)))


def seen(quantity: str, **settings: Any) -> str:
    """Return how readers see that end."""
    return told(QUANTITIES[quantity], end(quantity, **settings))


def press(page: Page) -> None:
    """Press the button at the foot."""
    page.locator(".go").click()


def keys(page: Page, *names: str) -> None:
    """Press keys, one after the other."""
    for name in names:
        page.keyboard.press(name)


def paper(page: Page) -> tuple[float, float, float, float]:
    """Return where the axes lie on the screen: left, right, top and bottom line."""
    rules = [page.locator(".axes-rule").nth(i).bounding_box() for i in (0, -1)]
    first, last = rules
    assert first and last
    ends = sorted([first["y"], last["y"]])
    return first["x"], first["x"] + first["width"], ends[0], ends[1]


def stroke(page: Page, *points: tuple[float, float]) -> None:
    """Draw with the mouse from point to point."""
    page.mouse.move(*points[0])
    page.mouse.down()
    for point in points[1:]:
        page.mouse.move(*point, steps=30)
    page.mouse.up()


def swipe(page: Page, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Move a finger over the screen."""
    screen = page.context.new_cdp_session(page)
    for i in range(11):
        x, y = (a + (b - a) * i / 10 for a, b in zip(start, end, strict=True))
        kind = "touchMove" if i else "touchStart"
        screen.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y}]})
    screen.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def slide(page: Page, nutrient: str, multiple: float) -> None:
    """Put a slider at a multiple."""
    page.locator(f"input[data-key={nutrient}]").fill(str(multiple))


def guess(page: Page, *words: str) -> None:
    """Guess what will become of each quantity."""
    for i, word in enumerate(words):
        page.locator(".guess").nth(i).get_by_text(word).click()


def try_out(page: Page, nutrient: str, multiple: float, *guesses: str) -> str:
    """Run a setting after a guess, and return what is said to it."""
    slide(page, nutrient, multiple)
    guess(page, *guesses)
    press(page)
    return page.locator("[data-task=stop_it] .reply").inner_text()


def drawn(page: Page) -> None:
    """Wait until all that was pressed or touched is drawn."""
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
