"""One module of many: the same exports, each run once, in order; what is not known is refused."""

import json
import shutil
import subprocess
from collections.abc import Mapping

import pytest

from sim.browser import FOLDER, trim
from sim.browser.bundle import bundle, styles

FILES = {
    "main.js": 'import * as all from "./parts/one.js";\nimport { two as second, log } from "./parts/two.js";\n'
    'import "./parts/alone.js";\nexport { log as told } from "./parts/two.js";\n'
    "export const sum = all.one + second;\n"
    'export async function later() {\n  return (await import("./parts/one.js")).one;\n}\n',
    "parts/one.js": 'import { log } from "./two.js";\nlog.push("one");\nconst one = 1;\n'
    "export { one, one as first };\n",
    "parts/two.js": 'export const log = [];\nlog.push("two");\nexport function two() {}\ntwo.valueOf = () => 2;\n',
    "parts/alone.js": 'import {\n  log,\n} from "./two.js";\nlog.push("alone");\n',
}


def run(files: Mapping[str, str], code: str) -> object:
    """Return what a line of JavaScript makes of the bundle's exports."""
    if not (node := shutil.which("node")):
        pytest.skip("node is not installed")
    text = f"{bundle('main.js', files.__getitem__)}\nconsole.log(JSON.stringify({code}));"
    made = subprocess.run([node, "--input-type=module", "-"], input=text, capture_output=True, text=True, check=True)
    return json.loads(made.stdout)


def test_modules_run_once_each_after_those_they_import_and_give_what_they_export() -> None:
    assert run(FILES, "[sum, told, await later()]") == [3, ["two", "one", "alone"], 1]


def test_what_a_module_gives_by_default_is_given_on() -> None:
    text = bundle("main.js", {"main.js": "export default function main() {}\nexport const a = 1;\n"}.__getitem__)
    assert text.endswith("export const { a } = modules[0];\nexport default modules[0].default;\n")


def test_a_circle_of_imports_is_named() -> None:
    files = {"main.js": 'import { b } from "./b.js";\n', "b.js": 'import { a } from "./main.js";\n'}
    with pytest.raises(
        ValueError, match=r"^Invalid import 'main\.js imports b\.js imports main\.js'\. Must not run in"
    ):
        bundle("main.js", files.__getitem__)


@pytest.mark.parametrize(
    "line", ["export default 1;", 'import a from "./a.js";', 'export * from "./a.js";', "export let a = 1;"]
)
def test_a_form_that_is_not_known_is_refused_with_its_line(line: str) -> None:
    with pytest.raises(ValueError, match=r"^Invalid line in main\.js '"):
        bundle("main.js", {"main.js": f"{line}\n", "a.js": ""}.__getitem__)


def test_the_page_s_own_modules_and_styles_are_one_file_each() -> None:
    def own(path: str) -> str:
        return (FOLDER / path).read_text("utf-8")

    text = bundle("hosts/streamlit.js", own)
    assert text.count("\nmodules[") > 40
    assert "import(" not in trim.script(text)  # types in comments may name files
    assert "@import" not in styles("hosts/streamlit.css", own)
