"""
The lab fills the window and lives in the browser; what the server makes for it opens over it, as panels.
"""


def page() -> None:
    """Draw nothing more."""
