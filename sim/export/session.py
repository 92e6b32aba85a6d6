"""
A session as a file to save and open again: the same words as its link, so that both are read in one way.
"""

import json

from sim.links import Link, read, written
from sim.model import MODEL_VERSION
from sim.narrative import APP_NAME, NOTICE

FILE_NAME = "calcium-paradox-lab.json"
MIME = "application/json"


def session_text(link: Link) -> str:
    """
    Return settings, pinned runs, view and lesson as a file.

    Examples
    --------
    >>> from sim.links import Link
    >>> read_session(session_text(Link())) == (Link(), [])
    True
    """
    content = {"notice": NOTICE, "made_with": APP_NAME, "model_version": MODEL_VERSION, "link": written(link)}
    return json.dumps(content, indent=1, ensure_ascii=False) + "\n"


def read_session(text: str | bytes) -> tuple[Link, list[str]]:
    """
    Return what a saved file holds, and a notice for each thing in it that was not taken as it stood.

    Raises
    ------
    ValueError
        If it is not a file that `session_text` has made.
    """
    try:
        query = json.loads(text)["link"]
        query = {str(key): str(value) for key, value in dict(query).items()}
    except (ValueError, TypeError, KeyError, RecursionError):
        raise ValueError(f"Invalid file. Must be one that {APP_NAME} has saved, such as {FILE_NAME}.") from None
    link, notices = read(query)
    return link, [notice.replace("in the link", "in the file") for notice in notices]
