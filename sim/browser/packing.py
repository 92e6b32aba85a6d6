"""
Words and tables in the scripts of hosts, packed: as they are they would take a third of the file taken home.

Code is not packed: a browser runs only what the policy of that file names.
"""

import json
import re
from base64 import b64encode
from functools import cache
from zlib import compress

from sim.browser import FOLDER
from sim.text import messages

TABLE = re.compile(
    r"^export const (?P<name>\w+) = (?P<json>.*?),?(?P<end>\n})?;$(?=\n(?:/\*\*|export)|\n*\Z)",
    re.MULTILINE | re.DOTALL,
)
ASKED = re.compile(r"\bpacked\.(\w+)")
TABLES = ("tables.js", "glossary_tables.js", "lesson_tables.js", "lesson_notes.js", "food_tables.js")


def _tables(path: str) -> dict[str, object]:
    """Return what a module holds as `sim.write_generated` wrote it; making it anew would import all that draws."""
    text = (FOLDER / path).read_text("utf-8")
    return {match["name"]: json.loads(match["json"] + (match["end"] or "")) for match in TABLE.finditer(text)}


@cache
def modules() -> dict[str, dict[str, object]]:
    """Return what the modules hold that are nothing but words and tables."""
    return {"words/en.js": {"EN": messages.FILE.read_text("utf-8")}, **{path: _tables(path) for path in TABLES}}


UNPACK = """\
const packed = JSON.parse(await new Response(new Blob([Uint8Array.from(atob(
"{0}"), (sign) => sign.charCodeAt(0))]).stream().pipeThrough(new DecompressionStream("deflate"))).text());
"""
"""The first lines of a script whose modules take their words from `packed`."""


def unpacking(script: str) -> str:
    """Return the first lines of a script in whose modules words and tables do not stand: those that it asks for."""
    asked = {*ASKED.findall(script)}
    values = {name: value for module in modules().values() for name, value in module.items() if name in asked}
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return UNPACK.format(b64encode(compress(text.encode(), 9)).decode())


def taking(module: str) -> str:
    """Return a module of words or tables that takes them from those lines."""
    return "".join(f"export const {name} = packed.{name};\n" for name in modules()[module])
