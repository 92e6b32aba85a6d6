"""A lesson in the browser's own player, without a server, opened at a step as if everything before it were done."""

import json
from typing import Any

from playwright.sync_api import Browser, Page

from sim import Scenario
from sim.runs.run import Run, simulate
from support.modules import open_modules

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
}
"""What a pupil may have answered, in the order of the tasks."""
STEPS = {"place": 0, "draw_bones": 1, "draw_arteries": 2, "run": 3, "first_idea": 3, "stop_it": 4, "vote": 5,
         "share_of_mgp": 6, "same_share": 6, "trials": 7, "sort": 7}  # fmt: skip


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
