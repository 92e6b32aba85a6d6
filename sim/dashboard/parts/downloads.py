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
    Draw a button that saves a file, whose name's ending tells what it is; the page is not drawn anew.

    What makes the bytes runs once the button is pressed, outside the session: it is given all it needs.
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
