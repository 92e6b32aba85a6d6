"""A page on which a lesson is played as its hosts do it, without a server; and what its device keeps."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any, Self

from playwright.sync_api import Browser, ConsoleMessage, Locator, Page

from sim.browser import FOLDER
from support.modules import open_modules

PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Lessons</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/hosts/offline.css">
<style>@font-face { font-family: "Source Sans"; font-weight: 200 900; src: url(/font.woff2); }</style>
<body><main class="host"></main>
<script type="module">
import { createLesson } from "/lesson/player.js";
const root = document.querySelector(".host");
let heard = () => {};
window.sent = [];
window.channel = {
  state: { open: 0, follow: true, revealed: [], closed: false },
  send: record => sent.push(structuredClone(record)),
  on: listener => { heard = listener; return () => { heard = () => {}; }; },
};
window.says = change => { Object.assign(channel.state, change); heard(); };
window.start = (key, inRoom) => {
  window.player?.end();
  window.player = createLesson(root, { key, ...(inRoom && { channel }) });
};
window.loaded = true;
</script>"""
PREFIX = "calcium-lab.lesson."
TEXTS = """() => {
  const names = ['aria-label', 'aria-valuetext', 'aria-description', 'title', 'placeholder'];
  const found = [document.title];
  for (const each of document.querySelectorAll('.lesson, .lesson *')) {
    const texts = [...each.childNodes].filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.data);
    found.push(...texts, each.value, ...names.map(name => each.getAttribute(name)));
  }
  return found.filter(Boolean).join(' | ');
}"""
TEXT = "I think it is the missing switch."


@cache
def lessons() -> dict[str, Any]:
    """Return the lessons as the browser gets them."""
    text = (FOLDER / "lesson_tables.js").read_text("utf-8")
    found = re.search(r"^export const LESSONS = (.*?),?\n};$", text, re.MULTILINE | re.DOTALL)
    assert found
    return json.loads(found[1] + "}")


def tasks(lesson: str) -> list[dict[str, Any]]:
    """Return all tasks of a lesson in their order."""
    return [task for step in lessons()[lesson]["steps"] for task in step["tasks"]]


def answer(task: dict[str, Any]) -> Any:
    """Return an answer to a task that can be locked, but for a drawn line with no regard to what is right."""
    several = task.get("several")
    return {
        "choose": 0,
        "draw": {"line": [50 + place for place in range(21)], "because": 0},
        "run": True,
        "write": [TEXT] * len(several["starters"]) if several else TEXT,
        "tick": [True] * len(task.get("items", [])),
        "find": {
            "runs": 1,
            "settings": {"calcium": 2, "vitamin_d": 5, "vitamin_k2": 1.8},
            "found": True,
            "table": [{"settings": {"calcium": 2, "vitamin_d": 5, "vitamin_k2": 1.8}, "hits": 1}],
        },
        "vote": [0, 1],
        "drag": [60, 30],
        "sort": [0] * len(task.get("cards", [])),
    }[task["kind"]]


def kept_at(lesson: str, step: int, done: int = 0) -> dict[str, Any]:
    """Return what a device keeps at a step (from 0) of which so many tasks are done, and all before."""
    steps = lessons()[lesson]["steps"]
    locked = [task for before in steps[:step] for task in before["tasks"]] + steps[step]["tasks"][:done]
    answers = {task["key"]: answer(task) for task in locked}
    keys = [task["key"] for task in locked]
    return {"version": 1, "step": step, "answers": answers, "locked": keys, "ticket": "abcd1234", "at": 4102444800000}


def places(lesson: str) -> list[tuple[int, int]]:
    """Return every place of a lesson: step, and how many of its tasks are done."""
    return [(at, done) for at, step in enumerate(lessons()[lesson]["steps"]) for done in range(len(step["tasks"]) + 1)]


class LessonPage:
    """A lesson on an open page, and everything the page complained about."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.errors: list[str] = []
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.root = page.locator(".lesson")
        self.heading = self.root.locator("h1")
        self.go = self.root.locator(".foot .go")
        self.back = self.root.locator(".foot .back")
        self.where = self.root.locator(".where")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(message.text)

    def start(self, lesson: str = "tablets", *, room: bool = False) -> Self:
        """Play a lesson, alone or in a room; where it was left if somebody has begun."""
        self.page.evaluate("([lesson, room]) => start(lesson, room)", [lesson, room])
        return self

    def at(self, step: int, done: int = 0, lesson: str = "tablets") -> Self:
        """Play a lesson from a place in its midst."""
        self.keep(kept_at(lesson, step, done), lesson)
        return self.start(lesson)

    def again(self, lesson: str = "tablets") -> Self:
        """Load the page anew, as a reader does, and play the lesson."""
        self.page.reload()
        self.page.wait_for_function("window.loaded")
        return self.start(lesson)

    def kept(self, lesson: str = "tablets") -> dict[str, Any]:
        """Return what the device keeps; nothing of a lesson that nobody has begun."""
        text = self.page.evaluate("name => localStorage.getItem(name)", PREFIX + lesson)
        return json.loads(text or "{}")

    def keep(self, kept: dict[str, Any], lesson: str = "tablets") -> None:
        """Put on the device what it shall keep."""
        self.page.evaluate(
            "([name, text]) => { localStorage.setItem(name, text); history.replaceState(null, ''); }",
            [PREFIX + lesson, json.dumps(kept)],
        )

    def task(self, key: str) -> Locator:
        """Return the place of a task."""
        return self.root.locator(f".task[data-task={key}]")

    def press(self) -> None:
        """Press the button at the foot."""
        self.go.click()

    def texts(self) -> str:
        """Return all that can be read or heard in the step, the picture's texts and the tab's title too."""
        return self.page.evaluate(TEXTS)


@contextmanager
def lesson_page(browser: Browser, *, width: int = 1280, height: int = 720, **how: Any) -> Iterator[LessonPage]:
    """Open a page on which lessons are played and nothing moves; it must not complain until the end of the block."""
    context = browser.new_context(viewport={"width": width, "height": height}, **{"reduced_motion": "reduce", **how})
    lesson = LessonPage(context.new_page())
    open_modules(lesson.page, PAGE)
    lesson.page.wait_for_function("window.loaded")
    yield lesson
    context.close()
    assert lesson.errors == []
