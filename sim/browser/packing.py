"""
Words and tables in the file taken home, packed: as they are they would take a third of it.

Code is not packed: it can be read, and a browser runs only what the policy of the file names.
"""

import json
import re
from base64 import b64encode
from collections.abc import Callable
from zlib import compress

from sim.browser import FOLDER
from sim.text import messages

TABLE = re.compile(
    r"^export const (?P<name>\w+) = (?P<json>.*?),?(?P<end>\n})?;$(?=\n(?:/\*\*|export)|\n*\Z)",
    re.MULTILINE | re.DOTALL,
)
TABLES = ("tables.js", "glossary_tables.js", "lesson_tables.js")


def _tables(path: str) -> dict[str, object]:
    """Return what a module holds as `sim.write_generated` wrote it; making it anew would import all that draws."""
    text = (FOLDER / path).read_text("utf-8")
    return {match["name"]: json.loads(match["json"] + (match["end"] or "")) for match in TABLE.finditer(text)}


MODULES = {"words/en.js": {"EN": messages.FILE.read_text("utf-8")}, **{path: _tables(path) for path in TABLES}}
"""What the modules hold that are nothing but words and tables."""
UNPACK = """\
const packed = JSON.parse(await new Response(new Blob([Uint8Array.from(atob(
"{0}"), (sign) => sign.charCodeAt(0))]).stream().pipeThrough(new DecompressionStream("deflate"))).text());
"""
"""The first lines of a script whose modules take their words from `packed`."""


def unpacking() -> str:
    """Return the first lines of a script in whose modules words and tables do not stand."""
    values = {name: value for module in MODULES.values() for name, value in module.items()}
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return UNPACK.format(b64encode(compress(text.encode(), 9)).decode())


def without_words(read: Callable[[str], str]) -> Callable[[str], str]:
    """Return what reads a module and takes words and tables from those lines."""

    def read_packed(path: str) -> str:
        if path not in MODULES:
            return read(path)
        return "".join(f"export const {name} = packed.{name};\n" for name in MODULES[path])

    return read_packed
