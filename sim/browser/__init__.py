"""The lab as it runs in a browser: the files it is sent, and the words they show."""

from pathlib import Path

FOLDER = Path(__file__).parent
"""Where the files for the browser lie."""


def read(path: str) -> str:
    """Return the text of a file for the browser."""
    return (FOLDER / path).read_text("utf-8")
