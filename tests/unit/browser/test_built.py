"""What hosts are sent: short where it is of these modules, and of words and tables only those that are asked for."""

import json
import re
from base64 import b64decode
from typing import Any
from zlib import decompress

from sim.browser import built
from sim.content.words import GLOSSARY
from sim.lessons import LESSONS
from sim.text.messages import FILE


def packed(script: str) -> dict[str, Any]:
    """Return the words and tables that stand packed in a script."""
    return json.loads(decompress(b64decode(re.findall(r'const packed.*?"([^"]+)"', script, re.DOTALL)[0])))


def test_a_host_gets_the_words_and_of_the_tables_what_it_asks_for() -> None:
    tables = {host: packed(built.script(host)) for host in built.HOSTS}
    assert {each["EN"] for each in tables.values()} == {FILE.read_text("utf-8")}
    assert {*tables["offline"]["GLOSSARY"]} == {entry.term for entry in GLOSSARY}
    # A first visit does without what only lessons and foods need.
    assert not {"GLOSSARY", "LESSONS", "FOODS"} & {*tables["streamlit"]}
    assert {"LESSONS", "FOODS"} <= {*packed(built.script(built.LATER))}
    assert {*tables["join"]["LESSONS"]} == {*LESSONS}
