"""
The command line: the same runs, pictures, data and papers as the page, without the page.

``python -m sim`` saves pictures and data; ``export`` after it saves the model for other programs, ``report`` a
report of the run on one page, ``lesson`` a lesson on paper.

It ends with 0 when all files are written; with 2 and one sentence when something is wrong, and then no file is
written; with 130 after Ctrl-C, 141 when nobody reads what it prints any more, 1 when that cannot be printed.
"""

import sys
from collections.abc import Sequence

from sim.cli.terminal import finished


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""

    def run() -> int:
        # Only now, because it takes a second: Ctrl-C is heeded while it is loaded.
        from sim.cli import commands

        return commands.run(list(sys.argv[1:] if argv is None else argv))

    return finished(run)
