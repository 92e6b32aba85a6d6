"""Streamlit entry: page set-up and navigation, nothing else. Start: python -m streamlit run app.py"""

import streamlit as st

from sim.dashboard import evidence_page, lab, lessons_page, model_page, plate_page, state, words_page
from sim.narrative import APP_NAME

st.set_page_config(page_title=APP_NAME, page_icon="🦴", layout="wide")


page = st.navigation(
    [
        st.Page(lab.page, title="Lab", icon=":material/science:", url_path="lab", default=True),
        st.Page(plate_page.page, title="From plate to slider", icon=":material/restaurant:", url_path="plate"),
        st.Page(lessons_page.page, title="Lessons", icon=":material/school:", url_path="lessons"),
        st.Page(evidence_page.page, title="Evidence", icon=":material/fact_check:", url_path="evidence"),
        st.Page(words_page.page, title="Words", icon=":material/dictionary:", url_path="words"),
        st.Page(model_page.page, title="The model", icon=":material/menu_book:", url_path="model"),
    ],
    position="top",
)
state.begin()
page.run()
state.write_address()
