"""
The modules of the browser as one: a first visit asks for one file instead of forty, and a page taken home holds it.

Each module becomes a function that runs once, after those it imports. What a module may use of the language's imports
and exports is little, so that these lines can be read; anything else is refused.
"""

import re
from collections.abc import Callable
from functools import partial
from posixpath import dirname, join, normpath

from sim.model.invalid import invalid

NAMES = r"\{(?P<names>[^}]*)\}"
IMPORT = re.compile(rf'^import (?:(?:{NAMES}|\* as (?P<whole>\w+)) from )?"(?P<path>[^"]+)";\n', re.MULTILINE)
LAZY = re.compile(r'\bimport\("(?P<path>[^"]+\.js)"\)')  # of a .d.ts, comments name types
PASSED_ON = re.compile(rf'^export {NAMES} from "(?P<path>[^"]+)";\n', re.MULTILINE)
LISTED = re.compile(rf"^export {NAMES};\n", re.MULTILINE)
DECLARED = re.compile(r"^export (?P<main>default )?(?=(?:async )?(?:function|class|const) (?P<name>\w+))", re.MULTILINE)
LEFT = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)
MODULE = re.compile(r'\bmodules\["(?P<path>[^"]+)"\]')
STYLE_IMPORT = re.compile(r'^@import url\("(?P<path>[^"]+)"\);\n', re.MULTILINE)


def bundle(entry: str, read: Callable[[str], str]) -> str:
    """
    Return a module and all that it imports as one module with the same exports.

    Parameters
    ----------
    entry : str
        Path of the module, from the folder that `read` knows.
    read : callable
        Returns the text of a module by its path.

    Raises
    ------
    ValueError
        If modules import each other in a circle, or use a form of import or export that is not known here.

    Examples
    --------
    >>> files = {"a.js": 'import { b as c } from "./b.js";\\nexport const a = c;\\n', "b.js": "export const b = 1;\\n"}
    >>> print(bundle("a.js", files.__getitem__))
    const modules = {};
    modules[0] = (() => {
    const b = 1;
    return { b };
    })();
    modules[1] = (() => {
    const { b: c } = modules[0];
    const a = c;
    return { a };
    })();
    export const { a } = modules[1];
    <BLANKLINE>
    """
    done: dict[str, tuple[str, list[str]]] = {}
    _visit(entry, read, done, ())
    numbers = {path: number for number, path in enumerate(done)}
    texts = "".join(text for text, _ in done.values()) + _given_on(entry, done[entry][1])
    return "const modules = {};\n" + MODULE.sub(lambda match: f"modules[{numbers[match['path']]}]", texts)


def styles(entry: str, read: Callable[[str], str]) -> str:
    """
    Return a style sheet with those that it imports in their places.

    Examples
    --------
    >>> files = {"a/a.css": '@import url("../b.css");\\np { margin: 0 }\\n', "b.css": "a { color: red }\\n"}
    >>> styles("a/a.css", files.__getitem__)
    'a { color: red }\\np { margin: 0 }\\n'
    """
    return STYLE_IMPORT.sub(lambda match: styles(_beside(entry, match["path"]), read), read(entry))


def _visit(path: str, read: Callable[[str], str], done: dict, above: tuple[str, ...]) -> None:
    """Write a module into `done`, after those it imports."""
    if path in done:
        return
    if path in above:
        raise invalid("import", " imports ".join([*above, path]), "Must not run in a circle.")
    text = read(path)
    found = (match["path"] for form in (IMPORT, PASSED_ON, LAZY) for match in form.finditer(text))
    for other in dict.fromkeys(_beside(path, name) for name in found):
        _visit(other, read, done, (*above, path))
    done[path] = _written(path, text)


def _written(path: str, text: str) -> tuple[str, list[str]]:
    """Return a module as a function that runs at once, and the names it exports."""
    exports = {"default" if match["main"] else match["name"]: match["name"] for match in DECLARED.finditer(text)}
    exports |= {new: old for match in LISTED.finditer(text) for old, new in _pairs(match["names"])}
    for match in PASSED_ON.finditer(text):
        exports |= {new: f"{_module(path, match)}.{old}" for old, new in _pairs(match["names"])}
    text = PASSED_ON.sub("", DECLARED.sub("", LISTED.sub("", text)))
    text = LAZY.sub(lambda match: f"Promise.resolve({_module(path, match)})", IMPORT.sub(partial(_taken, path), text))
    if left := LEFT.search(text):
        raise invalid(f"line in {path}", left[0], "Must be one of the forms of import and export in bundle.py.")
    given = ", ".join(new if new == old else f"{new}: {old}" for new, old in exports.items())
    return f'modules["{path}"] = (() => {{\n{text}return {{ {given} }};\n}})();\n', list(exports)


def _given_on(path: str, names: list[str]) -> str:
    """Return what gives the exports of a module on."""
    named = [name for name in names if name != "default"]
    lines = [f'export const {{ {", ".join(named)} }} = modules["{path}"];\n'] if named else []
    return "".join([*lines, f'export default modules["{path}"].default;\n'] if named != names else lines)


def _taken(path: str, match: re.Match[str]) -> str:
    """Return an import as a constant taken from a module that has run."""
    if match["whole"]:
        return f"const {match['whole']} = {_module(path, match)};\n"
    if match["names"] is None:
        return ""
    names = ", ".join(old if old == new else f"{old}: {new}" for old, new in _pairs(match["names"]))
    return f"const {{ {names} }} = {_module(path, match)};\n"


def _pairs(names: str) -> list[tuple[str, str]]:
    """Return the names in braces as pairs: what each is called there, and here."""
    parts = [part.split(" as ") for part in map(str.strip, names.split(",")) if part]
    return [(part[0].strip(), part[-1].strip()) for part in parts]


def _module(path: str, match: re.Match[str]) -> str:
    return f'modules["{_beside(path, match["path"])}"]'


def _beside(path: str, name: str) -> str:
    """Return the path of a module that another names."""
    return normpath(join(dirname(path), name))
