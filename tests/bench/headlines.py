"""
What the page's sentence must be: settings as JSON on standard input, the model's sentences as JSON on standard output.

A process of its own, so that the model is that of the project measured and not of the benchmark's place.
"""

import json
import sys
from concurrent.futures import ProcessPoolExecutor

from sim import Scenario, simulate
from sim.runs.many import balanced_run
from sim.text.sentences import headline


def sentence(settings: dict[str, float]) -> str:
    """Return what the model says of these settings, without what page or model make bold."""
    scenario = Scenario(**settings)  # type: ignore[arg-type]
    return headline(simulate(scenario), balanced_run(scenario)).replace("**", "")


if __name__ == "__main__":
    with ProcessPoolExecutor() as pool:
        json.dump(list(pool.map(sentence, json.load(sys.stdin), chunksize=50)), sys.stdout)
