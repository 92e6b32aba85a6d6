"""
Scripts and style sheets without what is only for those who read the code: half of their size, which no browser needs.

Names stay as they are, and so do lines, on which the language relies.
"""

import re

COMMENT = re.compile(r"^[ ]*(?:/\*(?:(?!\*/)[\s\S])*\*/|//.*)\n", re.MULTILINE)
"""What stands on lines of its own."""
TEXT = r'`(?:\\.|\$\{(?:[^`}]|`(?:\\.|[^`\\])*`)*\}|[^`\\])*`|"(?:\\.|[^"\\\n])*"'
"""Here every space counts; a text may stand in another."""
PATTERN = r"(?:(?<=[(,=:\[!&|?{};])|(?<=[(,=:\[!&|?{};] ))/(?![/*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n\[])+/"
"""A regular expression, where it counts as well: a division never follows one of these signs."""
NOTE = r"/\*\*(?:(?!\*/).)*\*/ ?|(?<=[;{},)]) +//.*"
"""Types and comments within lines."""
SCRIPT = re.compile(rf"({TEXT}|{PATTERN})|^ +|{NOTE}|\n(?=\n)| ?([{{}}()\[\],;:?=<>&|!*%])(?! //) ?", re.MULTILINE)
STYLE = re.compile(rf"({TEXT})|^ +|\n(?=\n)| ?([{{}},;>])(?: |\n)?|(?<=:) ", re.MULTILINE)


def script(text: str) -> str:
    """
    Return a script that does the same.

    Examples
    --------
    >>> script('// why\\nconst f = (a) => {\\n  return a.replace(/ , /g, "; ") + `\\n  b`; // how\\n};\\n')
    'const f=(a)=>{\\nreturn a.replace(/ , /g,"; ")+ `\\n  b`;\\n};\\n'
    """
    return _trimmed(SCRIPT, text)


def style(text: str) -> str:
    """
    Return a style sheet that looks the same.

    Examples
    --------
    >>> style('/* why */\\n.a > b, i {\\n  margin: 0 auto; content: "a; b";\\n}\\n')
    '.a>b,i{margin:0 auto;content:"a; b";}'
    """
    return _trimmed(STYLE, text)


def _trimmed(form: re.Pattern[str], text: str) -> str:
    return form.sub(lambda match: match[1] or match[2] or "", COMMENT.sub("", text))
