"""
The buttons that save a file.
"""

from collections.abc import Callable
from typing import Literal

import streamlit as st

from sim.export import FORMATS

MIMES = {**FORMATS, "xml": FORMATS["sbml"]}
"""Media types by the ending of a file's name."""


def download(
    label: str,
    data: Callable[[], bytes] | str,
    name: str,
    key: str | None = None,
    *,
    icon: str = "download",
    width: Literal["content", "stretch"] = "content",
) -> None:
    """
    Draw a button that saves a file; the page is not drawn anew.

    Parameters
    ----------
    label : str
    data : callable or str
        The text, or what makes the bytes once the button is pressed: outside the session, so it is given all it needs.
    name : str
        Name of the file; its ending tells what it is.
    key : str, optional
    icon : str
        Name of a Material symbol.
    width : str
        Whether the button fills its place.
    """
    st.download_button(
        label,
        data=data,
        file_name=name,
        mime=MIMES[name.rpartition(".")[2]],
        key=key,
        icon=f":material/{icon}:",
        width=width,
        on_click="ignore",
    )
