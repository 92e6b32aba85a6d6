"""
The words and the evidence that the file taken home has in itself, in short: who wants the studies opens the page.

Written into `glossary_tables.js`, a module of its own: the page has its own pages for them, and its script none.
"""

from typing import Any

from sim.content.evidence import CLAIMS, GRADES, KINDS, Claim
from sim.content.words import CHANGES, GLOSSARY, SAFETY, Change, Entry, day


def glossary_tables() -> dict[str, Any]:
    """Return every table by its name in JavaScript."""
    return {
        "GLOSSARY": {entry.term: _entry(entry) for entry in GLOSSARY},
        "CLAIMS": {title: [_claim(claim) for claim in CLAIMS if claim.kind == kind] for kind, title in KINDS.items()},
        "GRADES": GRADES,
        "SAFETY": list(SAFETY),
        "CHANGES": {change.version: _change(change) for change in CHANGES},
    }


def _entry(entry: Entry) -> list[str]:
    """Return other names, the meaning, the grade of the claim behind it and what to read next."""
    grade = entry.claim.grade if entry.claim else ""
    return [", ".join(entry.aliases), entry.meaning, grade, ", ".join(entry.see)]


def _claim(claim: Claim) -> list[str]:
    """Return grade, statement, what the model makes of it, and its studies."""
    return [claim.grade, claim.statement, claim.model_assumes, ", ".join(study.name for study in claim.studies)]


def _change(change: Change) -> list[str]:
    return [day(change.date), f"{change.changed} {change.old_files}"]
