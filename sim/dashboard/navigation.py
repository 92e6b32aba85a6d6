"""The script that Streamlit runs for every change: page set-up and navigation, nothing else."""

import streamlit as st

from sim.dashboard import page_style, state
from sim.dashboard.pages import (
    class_page,
    compare_page,
    evidence_page,
    lab_page,
    lessons_page,
    map_page,
    model_page,
    plate_page,
    words_page,
)
from sim.dashboard.parts import notices
from sim.text.sentences import APP_NAME

st.set_page_config(page_title=APP_NAME, page_icon="🦴", layout="wide")


page = st.navigation(
    [
        st.Page(lab_page.page, title="Lab", icon=":material/science:", url_path="lab", default=True),
        st.Page(lessons_page.page, title="Lessons", icon=":material/school:", url_path="lessons"),
        st.Page(compare_page.page, title="Compare", icon=":material/compare_arrows:", url_path="compare"),
        st.Page(map_page.page, title="Map", icon=":material/map:", url_path="map"),
        st.Page(plate_page.page, title="Foods", icon=":material/restaurant:", url_path="plate"),
        st.Page(class_page.page, title="Class results", icon=":material/bar_chart:", url_path="class"),
        st.Page(evidence_page.page, title="Evidence", icon=":material/fact_check:", url_path="evidence"),
        st.Page(words_page.page, title="Words", icon=":material/dictionary:", url_path="words"),
        st.Page(model_page.page, title="The model", icon=":material/menu_book:", url_path="model"),
    ],
    position="top",
)
page_style.apply()
with state.page(page.url_path):
    notices.show()
    page.run()
