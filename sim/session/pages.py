"""The pages of the lab, in the order of the menu."""

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
    Page("class", "Class results", "bar_chart"),
    Page("evidence", "Evidence", "fact_check"),
    Page("words", "Words", "dictionary"),
    Page("model", "The model", "menu_book"),
)
HOME, *OTHERS = PAGES
PATHS = frozenset(page.path for page in OTHERS)
"""What may end the address of a page; the page at home has an address without."""
