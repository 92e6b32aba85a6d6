"""
The page Foods: the browser part puts foods on a plate and sets the sliders; here are the sources and the files.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

import streamlit as st

from sim.content.foods import TYPICAL, listing, plate, plate_listing, sun
from sim.content.intakes import IOM_2011, K_TOTAL, SUN_LEFT_OUT
from sim.dashboard import lab
from sim.dashboard.parts.downloads import download
from sim.model.lenses import check_name
from sim.session.pages import TITLES
from sim.text import data_files
from sim.text.sentences import NOTICE_LONG


def page() -> None:
    """Draw the page."""
    st.title(TITLES["plate"], anchor=False)
    st.markdown(
        "Put a day's food on a plate. The Lab's sliders mean **total supply**: all food and supplements, and for "
        "vitamin D what the sun makes in the skin."
    )
    try:
        day = day_of(lab.plate())
    except ValueError as error:
        st.error(str(error))
        day = {}, sun.NONE
    details(*day)
    st.markdown(NOTICE_LONG)


def day_of(told: Any) -> tuple[dict[str, int], str]:
    """
    Return the plate and the sun that a browser tells of; nothing told is an empty plate.

    Raises
    ------
    ValueError
        If it is no plate, naming what is wrong and what is allowed.

    Examples
    --------
    >>> day_of({"servings": {"tofu": 2, "milk": 0}, "sun": "some"})
    ({'tofu': 2}, 'some')
    """
    if told is None:
        return {}, sun.NONE
    try:
        servings, shining = dict(told["servings"]), str(told["sun"])
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"Invalid plate of a browser {told!r}.") from error
    return plate.check_servings(servings), check_name("sun", shining, sun.SUN)


def details(servings: plate.Servings, shining: str) -> None:
    """Draw the whole food table with its sources, and it and the plate as files."""
    opened = st.expander("The food table and its sources", key="food_table", on_change="rerun")
    if opened.open:
        opened.markdown(listing.food_table().to_markdown())
        opened.caption(f"A star marks numbers from memory, not checked. {TYPICAL}")
        opened.markdown("\n".join(f"- {line}" for line in (*listing.source_lines(), sun.ABOUT)))
        opened.caption(f"Recommended amounts: {IOM_2011}. {SUN_LEFT_OUT} {K_TOTAL}")
    with st.container(horizontal=True, gap="xsmall"):
        save("Food table", "food_table", listing.data_table)
        save("This plate", "plate", partial(plate_listing.data_table, servings, shining))


def save(label: str, name: str, make: Callable[[], data_files.DataTable]) -> None:
    """Draw the downloads of a table."""
    for file_format, form in data_files.SHORT_LABELS.items():
        download(f"{label}: {form}", partial(content, make, label, file_format), f"{name}.{file_format}")


def content(make: Callable[[], data_files.DataTable], title: str, file_format: str) -> bytes:
    """Return the bytes of a file; runs outside the session."""
    return data_files.file_bytes([make()], file_format, title)
