"""
Scripts and style sheets without what is only for those who read the code: half of their size, which no browser needs.

Names stay as they are, and so do lines where they may end a statement.
"""

import re

COMMENT = re.compile(r"^[ ]*(?:/\*(?:(?!\*/)[\s\S])*\*/|//.*)\n", re.MULTILINE)
"""What stands on lines of its own."""
TEXT = r'`(?:\\.|\$\{(?:[^`}]|`(?:\\.|[^`\\])*`)*\}|[^`\\])*`|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\''
"""Here every space counts; a text may stand in another."""
PATTERN = (
    r"(?:(?<=[(,=:\[!&|?{};])|(?<=[(,=:\[!&|?{};] )|(?<=return ))/(?![/*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n\[])+/"
)
"""A regular expression, where it counts as well: a division never follows one of these."""
NOTE = r"/\*\*(?:(?!\*/).)*\*/ ?| +//.*"
"""Types and comments within lines."""
GOES_ON = r" ?([{(\[,;:?=<>&|!*%])(?! //)[ \n]?"
ENDS = r"(?:\n *| )?([})\]])(?! //) ?"
"""A line may end a statement, unless it ends with a sign of the first kind or the next begins with one of the other."""
SUM = r" ?([+/-]) (?![+/-])"
SCRIPT = re.compile(rf"({TEXT}|{PATTERN})|^ +|{NOTE}|\n(?=\n)|{ENDS}|{GOES_ON}|{SUM}", re.MULTILINE)
STYLE = re.compile(rf"({TEXT})|^ +|\n(?=\n)| ?([{{}},;>])(?: |\n)?|(?<=:) ", re.MULTILINE)


def script(text: str) -> str:
    """
    Return a script that does the same.

    Examples
    --------
    >>> script('// why\\nconst f = (a) => {\\n  return a.replace(/ , /g, "; ") + `\\n  b`; // how\\n};\\n')
    'const f=(a)=>{return a.replace(/ , /g,"; ")+`\\n  b`;};'
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
    return form.sub(lambda match: "".join(filter(None, match.groups())), COMMENT.sub("", text))
