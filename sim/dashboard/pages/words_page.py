"""
Words: a glossary that can be searched, what each vitamin does, and where each nutrient comes from.
"""

from collections.abc import Iterable

import streamlit as st

from sim.content import words
from sim.content.evidence import Claim
from sim.dashboard.escape import letter_by_letter
from sim.dashboard.parts import background
from sim.dashboard.parts.badges import badge
from sim.text.messages import say

SEARCH = say("words-find")
LONGEST_SEARCH = 40
"""[letters]"""


def page() -> None:
    """Draw the page."""
    background.head("words")
    st.markdown(f"{words.READING_LEVEL} A coloured grade says how well the claim beside it is backed by studies.")
    parts = {"Glossary": glossary, "Roles": roles, "Foods": foods}
    for tab, draw in zip(st.tabs(list(parts)), parts.values(), strict=True):
        with tab:
            draw()


def badges(claims: Iterable[Claim]) -> str:
    """Return the grades of claims as badges, each grade once."""
    return " ".join(badge(grade) for grade in dict.fromkeys(claim.grade for claim in claims))


def glossary() -> None:
    """Draw the words, all of them or those that a search finds."""
    st.header("Glossary", anchor=False)
    typed = st.text_input(SEARCH, key="glossary_search", max_chars=LONGEST_SEARCH, placeholder=say("words-example"))
    entries = words.search(typed)
    if not entries:
        st.markdown(say("words-none", typed=letter_by_letter(typed)))
        return
    st.caption(f"{len(entries)} of {len(words.GLOSSARY)} words")
    st.markdown("\n".join(f"- {entry_text(entry)}" for entry in entries))


def entry_text(entry: words.Entry) -> str:
    """Return a word with its other names, meaning, grade and what to read next."""
    names = f" ({', '.join(entry.aliases)})" if entry.aliases else ""
    grade = badges(filter(None, (entry.claim,)))
    see = say("words-see", see=", ".join(entry.see)) if entry.see else ""
    return " ".join(filter(None, (f"**{entry.term}**{names}: {entry.meaning}", grade, see)))


def roles() -> None:
    """Draw the table of what each vitamin does: its columns stand below each other on a phone."""
    st.header("What each vitamin does", anchor=False)
    for role in words.ROLES:
        st.subheader(role.about, anchor=False)
        columns = st.columns(len(words.ROLE_COLUMNS), border=True)
        for column, nutrient, cell in zip(columns, words.ROLE_COLUMNS, role.cells, strict=True):
            column.markdown(f"**{nutrient}**: {cell.text} {badges(cell.claims)}".strip())


def foods() -> None:
    """Draw where each nutrient comes from, in brief."""
    st.header("Where they come from", anchor=False)
    for food in words.FOODS:
        source = f"(Source: {food.source}.)" if food.source else ""
        st.markdown(" ".join(filter(None, (f"**{food.nutrient}**: {food.text}", badges(food.claims), source))))
