"""
Presses that are lost because they come in the same millisecond as other messages of the page.

In each round the page does several things in one and the same task, while answers to the rounds before come in: a
setting by its button, a step of a slider, an account. Each must be on the page at once, and after every batch the
server must have heard all that was said and hold what the page shows: a press that it lost would leave it behind.
"""

import time

from playwright.sync_api import Browser, Page
from probe import Visit
from support.line import Line
from support.served import Server
from table import Row

BATCHES, ROUNDS = 20, 10
PRESSES_A_ROUND = 5
PATIENCE = 15.0  # s
# Returns how many presses had no effect on the page.
PRESS = """async rounds => {
  const hosts = [...document.querySelectorAll('[class*=st-key-] *')];
  const host = hosts.find(each => each.shadowRoot?.querySelector('.lab'));
  const root = host.shadowRoot.querySelector('.lab');
  const click = selector => root.querySelector(selector).click();
  const drawn = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  const shown = name => root.querySelector(`input.number[data-key=${name}]`).value;
  const pressed = selector => [...root.querySelectorAll(selector)].some(each => each.ariaPressed === 'true');
  let lost = 0;
  for (let round = 0; round < rounds; round++) {
    const lens = round % 2 ? 'trials' : 'story', steps = 1 + round % 2;
    click('[data-preset="calcium paradox"]');
    for (let step = 0; step < steps; step++) click('button.plus[data-key=vitamin_k2]');
    if (steps === 1) click('button.minus[data-key=calcium]');
    click('button.plus[data-key=vitamin_d]');
    click(`[data-lens=${lens}]`);
    await drawn();
    lost += shown('vitamin_k2') !== String(10 + 5 * steps);
    lost += shown('calcium') !== (steps === 1 ? '1,950' : '2,000');
    lost += shown('vitamin_d') !== '4,100';
    lost += !pressed(`[data-lens=${lens}]`);
    await new Promise(done => setTimeout(done, 7 * (round % 5)));
  }
  return lost;
}"""


WANTED = {"calcium": 2000, "vitamin_d": 4100, "vitamin_k2": 20, "lens": "trials"}
"""What the last round of a batch sets."""


def unheard(page: Page, line: Line) -> int:
    """Return how many settings of the last round the server does not hold after a while."""
    end = time.monotonic() + PATIENCE
    while True:
        held = line.told.get("session", {}).get("scenario", {})
        missing = sum(held.get(name) != value for name, value in WANTED.items())
        if (line.heard() and not missing) or time.monotonic() > end:
            return missing
        page.wait_for_timeout(50)


def rows(browser: Browser, _: Server, ours: Server, batches: int = BATCHES) -> list[Row]:
    """Return the row of this measure."""
    visit, lost = Visit(browser, "lab"), 0
    line = Line(visit.page)
    visit.open(f"{ours.address}/?calcium=1000")
    for _batch in range(batches):
        lost += visit.page.evaluate(PRESS, ROUNDS) + unheard(visit.page, line)
    visit.page.context.close()
    presses = batches * ROUNDS * PRESSES_A_ROUND
    return [Row(f"Presses in the same millisecond as others, lost of {presses:,}", None, lost, "0", lost == 0)]
