"""
The words page: questions with answers, a glossary, what each vitamin does, safety, and the model's history.
"""

from collections.abc import Iterable

import streamlit as st

from sim.content import words
from sim.content.evidence import GRADES, Claim
from sim.dashboard.escape import letter_by_letter
from sim.dashboard.parts.badges import badge
from sim.dashboard.parts.page_links import page_of
from sim.model.equations import MODEL_VERSION
from sim.text.sentences import NOTICE, NOTICE_LONG, RATS_ONLY

TITLE = "Words and questions"
SEARCH = "Find a word"
LONGEST_SEARCH = 40
"""[letters]"""


def page() -> None:
    """Draw the page."""
    st.title(TITLE, anchor=False)
    st.markdown(f"{words.READING_LEVEL} A coloured grade says how well the claim beside it is backed by studies.")
    parts = {
        "Questions": questions,
        "Glossary": glossary,
        "Roles": roles,
        "Foods": foods,
        "Safety": safety,
        "History": history,
    }
    for tab, draw in zip(st.tabs(list(parts)), parts.values(), strict=True):
        with tab:
            draw()
    with st.bottom:
        st.caption(NOTICE)


def badges(claims: Iterable[Claim]) -> str:
    """Return the grades of claims as badges, each grade once."""
    return " ".join(badge(grade) for grade in dict.fromkeys(claim.grade for claim in claims))


def grounds(claims: Iterable[Claim]) -> str:
    """Return claims as a Markdown list, each with its grade."""
    return "\n".join(f"- {badge(claim.grade)} {claim.statement}" for claim in claims)


def questions() -> None:
    """Draw every question, closed until it is opened."""
    st.header("Questions", anchor=False)
    with st.expander("What do the grades mean?", key="grades_explained"):
        st.markdown("\n".join(f"- {badge(grade)} {meaning}" for grade, meaning in GRADES.items()))
        st.page_link(page_of("evidence"), label="Each claim with its studies", icon=":material/arrow_forward:")
    for each in words.QUESTIONS:
        # No grades in the title: beside a question they would read as its answer.
        with st.expander(each.question, key=f"question_{each.key}"):
            st.markdown(each.answer)
            if each.claims:
                st.markdown(f"**What this rests on**\n\n{grounds(each.claims)}")


def glossary() -> None:
    """Draw the words, all of them or those that a search finds."""
    st.header("Glossary", anchor=False)
    typed = st.text_input(SEARCH, key="glossary_search", max_chars=LONGEST_SEARCH, placeholder="for instance MGP")
    entries = words.search(typed)
    if not entries:
        st.markdown(f"Nothing found for '{letter_by_letter(typed)}'. Try a shorter word or a part of it.")
        return
    st.caption(f"{len(entries)} of {len(words.GLOSSARY)} words")
    st.markdown("\n".join(f"- {entry_text(entry)}" for entry in entries))


def entry_text(entry: words.Entry) -> str:
    """Return a word with its other names, meaning, grade and what to read next."""
    names = f" ({', '.join(entry.aliases)})" if entry.aliases else ""
    grade = badges(filter(None, (entry.claim,)))
    see = f"See also: {', '.join(entry.see)}." if entry.see else ""
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


def safety() -> None:
    """Draw what must be said before somebody acts on what the lab shows."""
    st.header("Safety", anchor=False)
    st.markdown(NOTICE_LONG)
    st.markdown("\n".join(f"- {line}" for line in (*words.SAFETY, RATS_ONLY)))


def history() -> None:
    """Draw version, date and history of the model."""
    st.header("History of the model", anchor=False)
    newest = words.CHANGES[0]
    st.markdown(f"Model version **{MODEL_VERSION}**, last changed on **{words.day(newest.date)}**.")
    st.page_link(page_of("model"), label="The equations, numbers and sources", icon=":material/arrow_forward:")
    st.subheader("What changed", anchor=False)
    for change in words.CHANGES:
        st.markdown(f"**Version {change.version}**, {words.day(change.date)}: {change.changed} {change.old_files}")
