"""
The Lab as one HTML file that asks nobody for anything: the modules of the browser under `hosts/offline.js`.

What the file may do stands in it as a policy that browsers keep: no request, and no script or style but its own, which
are named by their hashes. It holds no time of its making, so that the same words and tables give the same bytes.
"""

from base64 import b64encode
from hashlib import sha256
from html import escape

from sim.browser import FOLDER, built
from sim.content.words import CHANGES
from sim.model.equations import MODEL_VERSION
from sim.text.messages import say
from sim.text.sentences import APP_NAME, NOTICE

NAME = "calcium-lab.html"
FONTS = FOLDER.parent / "figures" / "fonts"
WEIGHTS = {"Regular": 400, "Bold": 700}
LICENCES = (
    FOLDER.parent / "LICENSE",
    FONTS / "OFL.txt",
    FOLDER / "words" / "fluent" / "LICENSE",
)
"""Of the program, of the letters, and of what fills in texts."""


def html(link_query: str = "") -> str:
    """
    Return the file; it opens at the settings of a link, by itself as a first visit does.

    Parameters
    ----------
    link_query : str
        What stands after the "?" of a link.

    Examples
    --------
    >>> html("calcium=2000&link=4").count('<body data-start="calcium=2000&amp;link=4">')
    1
    """
    return _document("offline", f'data-start="{escape(link_query)}"')


def join_html() -> str:
    """Return the page that a server gives to pupils of a live room: the lessons, and the line to that server alone."""
    return _document("join", "", "; connect-src 'self'")


def _document(host: str, body: str, more_policy: str = "") -> str:
    style, script = letters() + built.style(host), built.script(host)
    policy = (
        f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(style)}; font-src data:; "
        f"img-src data: blob:; base-uri 'none'; form-action 'none'{more_policy}"  # pictures are saved by way of a blob
    )
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="{made()} {NOTICE}">
<title>{APP_NAME}</title><link rel="icon" href="data:,">
<!--
{_licences()}
-->
<style>{style}</style>
</head><body {body}><main class="host"></main>
<p class="waiting"><b>{made()}</b> {NOTICE}<span class="line">{say("file-needs")}</span></p>
<script type="module">{script}</script></body></html>"""


def made() -> str:
    """Return what the file is made of: the model's version, and the day of the newest words on what changed in it."""
    date = CHANGES[0].date
    return say("file-made", model=MODEL_VERSION, date=f"{date.day} {date:%B %Y}")


def letters() -> str:
    """Return the letters of the file and of saved pictures, as rules of a style sheet that hold them."""
    faces = {weight: (FONTS / f"CalciumSans-{name}.woff2").read_bytes() for name, weight in WEIGHTS.items()}
    return "".join(
        f'@font-face {{ font-family: "Calcium Sans"; font-weight: {weight}; '
        f"src: url(data:font/woff2;base64,{b64encode(face).decode()}); }}\n"
        for weight, face in faces.items()
    )


def _licences() -> str:
    return "\n\n".join(path.read_text("utf-8").strip() for path in LICENCES)


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
