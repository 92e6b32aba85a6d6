"""
What a browser is sent: the modules of a host as one script and its style sheets as one, with nothing for readers.

`python -m sim.write_generated` makes them of the modules and keeps them in `built/`.
"""

from sim.browser import FOLDER, read
from sim.browser.packing import unpacking

HOSTS = ("streamlit", "offline", "join", "board")
"""What has a script and a style sheet."""
LATER = "pages"
"""What streamlit.js asks for on other pages than the Lab, with the style of that host."""
BUILT = FOLDER / "built"


def script(host: str) -> str:
    """Return the script of a host; its words and tables are packed."""
    text = read(f"built/{host}.js")
    return unpacking(text) + text


def style(host: str) -> str:
    """Return the style sheet of a host."""
    return read(f"built/{host}.css")
