"""What callbacks read of widgets: a widget may have gone since the browser sent its message."""

import ast
from pathlib import Path

import pytest

import sim.dashboard

FOLDER = Path(sim.dashboard.__file__).parent
OWN_KEYS_ONLY = {"state.py"}  # it gives every key it reads a value when a session begins
FILES = [path for path in sorted(FOLDER.rglob("*.py")) if path.name not in OWN_KEYS_ONLY]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_nothing_is_read_of_the_session_that_may_not_be_there(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Subscript) and ast.unparse(node.value) == "st.session_state":
            assert not isinstance(node.ctx, ast.Load), f"{path.name}:{node.lineno}: use st.session_state.get"
