"""Where the lab is served: an address that somebody copied from a browser, typed or set."""

import os
import re
from collections.abc import Callable, Iterable
from ipaddress import ip_address
from typing import Any
from urllib.parse import quote, urlsplit

from sim.session.pages import PATHS
from sim.text.messages import say

Option = Callable[[str], Any]
"""Gives the value of a Streamlit option."""
ENVIRONMENT = "CALCIUM_LAB_ADDRESS"
"""The environment variable that tells where the lab is served."""
LONGEST_SHOWN = 300
"""Letters of an address that an error repeats."""


def lab_address(text: str, name: str = "address") -> str:
    """
    Return where the lab is served, from an address as it is copied from a browser: without page and settings.

    Without http:// only numbers such as 192.168.1.20:8501 are clear enough. An error calls the address `name`.

    Raises
    ------
    ValueError
        If it is none, in one sentence.

    Examples
    --------
    >>> lab_address("http://192.168.1.20:8501/lessons?lesson=paradox&calcium=2000#x")
    'http://192.168.1.20:8501'
    >>> lab_address("https://school.example/science/lab/compare")
    'https://school.example/science/lab'
    >>> lab_address("ftp://x")
    Traceback (most recent call last):
    ValueError: Invalid address 'ftp://x'. Must begin with http:// or https://.
    """

    def refused(rule: str) -> ValueError:
        return ValueError(say("address-refused", what=name, address=text[:LONGEST_SHOWN], rule=rule))

    address = text.strip()
    if re.match(r"\d+\.\d+\.\d+\.\d+(?=[:/?#]|$)", address):
        address = f"http://{address}"
    if not re.match("https?://", address, re.IGNORECASE):
        raise refused("scheme")
    if not address.isprintable() or re.search(r"[\s\\]", address):
        raise refused("signs")
    try:
        parts = urlsplit(address)
        host, port = _host(parts.hostname or ""), parts.port
        if port == 0 or re.search("](?!:|$)", parts.netloc):
            raise ValueError
    except ValueError:
        raise refused("host") from None
    if "@" in parts.netloc:
        raise refused("login")
    path = [quote(part, safe="%!$&'()*+,;=:@~") for part in parts.path.split("/") if part]
    served = path[:-1] if path and path[-1] in PATHS else path
    return "/".join([f"{parts.scheme}://{host}{f':{port}' if port else ''}", *served])


def _host(name: str) -> str:
    """Return a host as it may stand in a link; raises ValueError."""
    if ":" in name:
        return f"[{ip_address(name)}]"
    # What ends in a number is one, and whole: browsers read 192.168.1 as 192.168.0.1.
    if re.search(r"(^|\.)(\d+|0x[\da-f]*)\.?$", name):
        return str(ip_address(name))
    if not re.fullmatch(r"[\w.-]+", name):
        raise ValueError
    return name.encode("idna").decode()


def first_given(candidates: Iterable[tuple[str, str]]) -> tuple[str, tuple[str, ...]]:
    """
    Return the first address of the lab that somebody gave, and what is wrong with those before it.

    `candidates` are what each is called, and the address; empty where none was given.

    Examples
    --------
    >>> first_given([("typed", ""), ("CALCIUM_LAB_ADDRESS", "https://lab.example/lessons")])
    ('https://lab.example', ())
    """
    wrong = []
    for name, text in candidates:
        try:
            if text:
                return lab_address(text, name), tuple(wrong)
        except ValueError as error:
            wrong.append(str(error))
    return "", tuple(wrong)


def given_address(option: Option, typed: str = "") -> tuple[str, tuple[str, ...]]:
    """
    Return where the lab is served as far as somebody said so, and what is wrong with what else was said.

    What a visitor `typed` comes first.
    """
    return first_given([
        ("address", typed),
        (ENVIRONMENT, os.environ.get(ENVIRONMENT, "")),
        ("browser.serverAddress", configured(option)),
    ])  # fmt: skip


def configured(option: Option) -> str:
    """Return where Streamlit was told that browsers find it, empty if it was not."""
    host = option("browser.serverAddress")
    if host == "localhost":  # Streamlit's own default
        return ""
    scheme = "https" if option("server.sslCertFile") else "http"
    return f"{scheme}://{host}:{option('browser.serverPort')}/{option('server.baseUrlPath')}"


def at_base(address: str, base: str) -> str:
    """
    Return a page's address where the lab is served at `base`; page and query stay.

    Examples
    --------
    >>> at_base("http://localhost:8501/lessons?lens=story", "https://school.example/lab")
    'https://school.example/lab/lessons?lens=story'
    """
    parts = urlsplit(address)
    last = parts.path.rpartition("/")[2]
    return urlsplit(f"{base}/{last if last in PATHS else ''}")._replace(query=parts.query).geturl()
