"""
How every page looks beyond what Streamlit's theme can say.
"""

import streamlit as st

# Streamlit has no option for these: a thin bar at the bottom that lets go where zoom would make it cover the
# page, a focus that never stops behind it, buttons known by their icon whose words are for screen readers, and
# dark words on the light blue that the dark theme gives the chosen button (white on it is 1.9:1).
STYLE = """
<style>
[data-testid="stMain"] { scroll-padding-bottom: 10rem; }
[data-testid="stBottomBlockContainer"] { padding-top: 0.5rem; padding-bottom: 0.5rem; }
@media (max-height: 480px) { [data-testid="stBottom"] { position: static; } }
:is(.st-key-undo, .st-key-redo, .st-key-reset, .st-key-projector) button [data-testid="stMarkdownContainer"] {
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
}
[data-testid="stApp"] button[data-testid="stBaseButton-primary"]:not(:disabled) {
  color: light-dark(#ffffff, #10161d);
}
</style>
"""


def apply() -> None:
    """Give the page its look; call before it is drawn."""
    st.html(STYLE)
