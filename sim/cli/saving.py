"""
Saving files: all of them or none, and what cannot be saved is said before anything is drawn.
"""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from sim.model.invalid import invalid

Targets = Mapping[Path, Callable[[], bytes]]
"""What makes each file, by the path it is wanted at."""


def save(targets: Targets, folder: Path | None, *, force: bool) -> list[Path]:
    """
    Make all files, then write them all, or none; whether they can be written is looked at before any is made.

    `folder` is made for them; without one their folders must be there. `force` writes over files that exist.

    Raises
    ------
    ValueError
        If something cannot be written, in one sentence.
    """
    if folder:
        _check_folder(folder)
    for path in targets:
        _check_file(path, force=force, new_folder=folder)
    content = {path: make() for path, make in targets.items()}
    try:
        if folder:
            folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise invalid("--out", folder, f"{error.strerror}.") from None
    _write(content)
    return list(content)


def _check_folder(folder: Path) -> None:
    """Raise ValueError if a folder is not there and cannot be made."""
    try:
        there = next(path for path in (folder, *folder.absolute().parents) if path.exists())
        if not there.is_dir():
            raise invalid("--out", folder, "Must be a folder.")
        if not os.access(there, os.W_OK | os.X_OK):
            raise invalid("--out", folder, "Permission denied.")
    except OSError as error:
        raise invalid("--out", folder, f"{error.strerror}.") from None


def _check_file(path: Path, *, force: bool, new_folder: Path | None) -> None:
    """Raise ValueError if a file cannot be written, unless only its folder is not made yet."""
    try:
        if path.exists() and not path.is_file():
            raise invalid("file", path, "Must be a file, not a folder or device.")
        if path.exists() and not force:
            raise ValueError(f"{path} exists already. Add --force to overwrite it.")
        if path.parent != new_folder and not path.parent.is_dir():
            raise invalid("file", path, "Its folder does not exist.")
    except OSError as error:
        raise invalid("file", path, f"{error.strerror}.") from None


def _write(content: Mapping[Path, bytes]) -> None:
    """Write all files beside their places first, so that a full disk spoils none that exists."""
    parts = {path: path.resolve().with_name(f".{path.name}.part") for path in content}
    path = Path()
    try:
        for path, part in parts.items():
            part.write_bytes(content[path])
        for path, part in parts.items():
            part.replace(path.resolve())
    except OSError as error:
        raise invalid("file", path, f"{error.strerror}.") from None
    finally:
        for part in parts.values():
            part.unlink(missing_ok=True)
