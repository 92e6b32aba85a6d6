"""
The script that Streamlit runs for every change: page set-up and navigation, nothing else.

It stands among the pages, because a folder ``pages`` *beside* it would be taken for Streamlit's older kind of pages:
the first address of a fresh server that names a page would then not be found.
"""

import streamlit as st

from sim.dashboard import first_press, lab, page_style, state
from sim.dashboard.parts import notices, panels
from sim.dashboard.parts.page_links import go_to, page_of
from sim.session.pages import HOME, OTHERS, PATHS
from sim.text.sentences import APP_NAME

st.set_page_config(page_title=APP_NAME, page_icon="🦴", layout="wide")  # before `navigation`, which would fetch icons
page = st.navigation([page_of(row.path) for row in (HOME, *OTHERS)], position="top")
path = page.url_path or HOME.path
if path != HOME.path:
    st.set_page_config(page_title=f"{page.title} · {APP_NAME}")
wanted = state.begin(path)
if wanted != path and wanted in {HOME.path, *PATHS}:
    go_to(wanted)
first_press.take()
page_style.apply(whole_window=path == HOME.path or (path == "class" and not state.is_teacher()))
lab.show_on(path)
if path != HOME.path:  # there the browser part says it
    notices.show()
page.run()
panels.show()
first_press.note()
