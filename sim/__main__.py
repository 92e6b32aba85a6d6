"""The command line, from outside: ``python -m sim``; what it does stands in `sim.cli.entry`."""

import sys

from sim.cli.entry import main

if __name__ == "__main__":
    sys.exit(main())
