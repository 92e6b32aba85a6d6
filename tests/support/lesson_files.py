"""A lesson's file with one mistake."""

from pathlib import Path

from sim.lessons.reading import FOLDER

TEXT = (FOLDER / "tablets.toml").read_text("utf-8")


def wrong(tmp_path: Path, good: str, bad: str) -> Path:
    """Return a file with one mistake."""
    assert good in TEXT
    path = tmp_path / "wrong.toml"
    path.write_text(TEXT.replace(good, bad, 1), "utf-8")
    return path
