"""Every text of the words, with a name for it."""

from collections.abc import Iterator

from sim.content.words import CHANGES, FOODS, GLOSSARY, QUESTIONS, ROLES, SAFETY


def texts() -> Iterator[tuple[str, str]]:
    """Yield every text of the room with a name for it."""
    yield from ((f"answer {each.key}", each.answer) for each in QUESTIONS)
    yield from ((f"meaning {entry.term}", entry.meaning) for entry in GLOSSARY)
    yield from ((f"role {role.about}", cell.text) for role in ROLES for cell in role.cells)
    yield from ((f"food {food.nutrient}", food.text) for food in FOODS)
    yield from ((f"safety {number}", line) for number, line in enumerate(SAFETY))
    yield from ((f"change {change.version}", f"{change.changed} {change.old_files}") for change in CHANGES)


TEXTS = list(texts())
