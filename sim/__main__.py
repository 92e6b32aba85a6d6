"""
The command line: ``python -m sim`` gives the same runs, pictures, data and papers as the page, without the page.

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


if __name__ == "__main__":
    sys.exit(main())
