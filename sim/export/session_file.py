"""
A session as a file to save and open again: the same words as its link, so that both are read in one way.
"""

import json
import re

from sim.model.equations import MODEL_VERSION
from sim.session.link import Link, read, written
from sim.session.link_keys import gathered
from sim.text.sentences import APP_NAME, NOTICE

FILE_NAME = "calcium-paradox-lab.json"
LONGEST = 1_000_000
"""A file of ours has some thousand; more than this keeps the server busy for nothing. [letters or bytes]"""
BLANKS = "\ufeff \t\r\n"
"""What may stand around a pasted text; the first is the mark that some editors put before it."""


def session_text(link: Link) -> str:
    """
    Return settings, pinned runs, view and lesson as a file.

    Examples
    --------
    >>> from sim.session.link import Link
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
        If it is too long or not a file that `session_text` has made.

    Examples
    --------
    >>> read_session('{"link": {"calcium": 500, "calcium": 2000}}')[1]
    ["calcium stands 2 times in the file: the last one, '2000', counts."]
    """
    if len(text) > LONGEST:
        raise ValueError(f"Invalid file of {len(text):,} letters. Must have at most {LONGEST:,}.")
    try:
        # Every object becomes all values of each key: JSON itself would drop what stands twice in silence.
        content = json.loads(text.strip(BLANKS) if isinstance(text, str) else text, object_pairs_hook=gathered)
        links = content["link"]
        query = {key: [str(value) for value in values] for key, values in links[-1].items()}
        if not query:
            raise ValueError
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise ValueError(f"Invalid file. Must be one that {APP_NAME} has saved, such as {FILE_NAME}.") from None
    link, notices = read(query)
    if len(links) > 1:
        notices.insert(0, f"link stands {len(links)} times in the link: the last one counts.")
    # What stands in quotes is the reader's own.
    return link, [re.sub("('.*')|in the link", lambda m: m[1] or "in the file", notice) for notice in notices]
