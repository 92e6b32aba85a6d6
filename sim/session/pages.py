"""The pages of the lab: those of the menu in its order, and those that others lead to."""

from typing import NamedTuple


class Page(NamedTuple):
    """A page's path, its title and its icon's name; ``page()`` of sim/dashboard/pages/<path>_page.py draws it."""

    path: str
    title: str
    icon: str


LESSONS = Page("lessons", "Lessons", "school")
"""Links on paper lead there."""
PAGES = (
    Page("lab", "Lab", "science"),
    LESSONS,
    Page("compare", "Compare", "compare_arrows"),
    Page("map", "Map", "map"),
    Page("plate", "Foods", "restaurant"),
    Page("background", "Background", "menu_book"),
)
"""The menu."""
NOT_IN_MENU = (
    Page("class", "Class room", "groups"),
    Page("evidence", "Evidence", "fact_check"),
    Page("words", "Words", "dictionary"),
    Page("model", "Model", "schema"),
)
"""The teacher's view leads to the first; the others are parts of Background, each with the address it always had."""
HOME, *OTHERS = (*PAGES, *NOT_IN_MENU)
TITLES = {page.path: page.title for page in (HOME, *OTHERS)}
"""What a page is called in the menu, as its heading and in every text, by its path."""
PATHS = frozenset(page.path for page in OTHERS)
"""What may end the address of a page; the page at home has an address without."""
