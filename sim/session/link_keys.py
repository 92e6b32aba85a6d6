"""
Keys of an address, put in order before they are read: in any case, after ``&amp;``, more than once, from trackers.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from sim.model.invalid import shortened
from sim.model.lenses import K_FORMS, LENSES
from sim.model.parameters import CONTROLS, PARAMETERS
from sim.session.pins import MOST_PINS
from sim.text.messages import say

Value = TypeVar("Value")
VERSION_KEY = "link"
NAMED = {"lens": LENSES, "k_form": K_FORMS}
VIEW_KEY = "view"
PIN_KEYS = tuple(f"pin{number + 1}" for number in range(MOST_PINS))
LESSON_KEY = "lesson"
LESSON_NAME = r"[a-z0-9_]{1,40}"
"""What a lesson in a link must look like; whether there is one of that name is seen where lessons are shown."""
OLD_LESSON_KEYS = ("step", "answers")
"""What links of before held of a lesson beside its name; now a device keeps how far somebody is."""
ROLE_KEY = "role"
"""Who looks; a page reads it, a link does not pass it on."""
PARAMETER_ROWS = {row.name: row for row in PARAMETERS}
GONE = ("osteocalcin_floor", "mgp_floor", "deposition_slope", "quality_span")
"""Parameters of model 1.0 and 1.1 that the model has no longer."""
KNOWN = frozenset(
    (
        *(row.name for row in CONTROLS), *NAMED, *PARAMETER_ROWS, *GONE, *PIN_KEYS, LESSON_KEY, *OLD_LESSON_KEYS,
        VERSION_KEY, VIEW_KEY, ROLE_KEY,
    )
)  # fmt: skip
"""All keys that a link may hold."""
# What search engines, networks and mail programs hang on a link when somebody passes it on, and Streamlit where a page
# stands inside another. Keys of utm_ and all that begin with _ belong to them too; none of ours does.
TRACKERS = frozenset(
    {
        "fbclid", "gclid", "gclsrc", "gbraid", "wbraid", "dclid", "msclkid", "yclid", "twclid", "ttclid", "li_fat_id",
        "igsh", "igshid", "mc_cid", "mc_eid", "mkt_tok", "srsltid", "epik", "rdt_cid", "sccid", "vero_id", "wickedid",
        "embed", "embed_options",
    }
)  # fmt: skip
AMPERSANDS = re.compile("^(amp;)+")
"""What is left of ``&amp;`` where a program has written ``&`` as HTML does."""
BROKEN = re.compile("[\ud800-\udfff]")
"""Half of a letter (a lone surrogate): JSON can write it, but nothing can show or send it."""


def in_order(query: Mapping[str, str | Sequence[str]]) -> tuple[dict[str, list[str]], list[str]]:
    """
    Return an address with all values of each key, keys as we write them, and a notice for what cannot be read.

    Keys of trackers are left out in silence: who passes a link on does not know of them.

    Examples
    --------
    >>> in_order({"Calcium": "2000", "amp;years": ["5", "7"], "utm_source": "mail"})
    ({'calcium': ['2000'], 'years': ['5', '7']}, [])
    """
    pairs: list[tuple[str, str]] = []
    notices: list[str] = []
    for given, value in query.items():
        key = known_key(given)
        for text in [value] if isinstance(value, str) else value:
            if BROKEN.search(key + text):
                shown = shortened(BROKEN.sub("\ufffd", f"{key}={text}"))
                notices.append(say("link-half-letter", text=shown))
            elif not is_tracker(key):
                pairs.append((key, text))
    return gathered(pairs), notices


def gathered(pairs: Iterable[tuple[str, Value]]) -> dict[str, list[Value]]:
    """Return all values of each key, in their order."""
    values: dict[str, list[Value]] = {}
    for key, value in pairs:
        values.setdefault(key, []).append(value)
    return values


def known_key(key: str) -> str:
    """Return a key of ours as we write it, and any other as it stands."""
    plain = AMPERSANDS.sub("", key)
    return plain.lower() if plain.lower() in KNOWN else plain


def is_tracker(key: str) -> bool:
    """Tell whether a key is one that other programs hang on links."""
    return key.startswith("_") or key.lower().startswith("utm_") or key.lower() in TRACKERS
