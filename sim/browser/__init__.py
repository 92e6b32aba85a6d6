"""The lab as it runs in a browser: the files it is sent, and the words they show."""

from pathlib import Path

FOLDER = Path(__file__).parent
"""Where the files for the browser lie."""
