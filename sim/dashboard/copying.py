"""
Copy buttons that work in a classroom: there the page comes over plain http, where browsers hide their clipboard.
"""

import streamlit as st

# On a page without https that is not on this computer, `navigator.clipboard` does not exist and Streamlit's copy
# button does nothing. The old way to copy still works there; a dialog keeps the focus, so there it starts from inside.
SCRIPT = """
<script>
if (!navigator.clipboard) {
  const writeText = async (text) => {
    const focused = document.activeElement;
    const box = document.createElement("textarea");
    box.value = text;
    box.readOnly = true;
    box.style.cssText = "position: fixed; opacity: 0";
    (document.querySelector("[role=dialog]") ?? document.body).append(box);
    box.select();
    const copied = document.execCommand("copy");
    box.remove();
    focused?.focus({ preventScroll: true });
    if (!copied) throw new Error("the browser does not let this page copy");
  };
  Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });
}
</script>
"""


def code_to_copy(text: str) -> None:
    """Draw a line of text with a button that copies it, in any browser and over plain http."""
    st.code(text, language=None, wrap_lines=True)
    st.html(SCRIPT, unsafe_allow_javascript=True)
