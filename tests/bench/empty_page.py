"""The empty page that the lab is measured against: one slider and one text, what Streamlit costs by itself."""

import streamlit as st

st.write(f"Value {st.slider('Value', 0, 500, 100, step=5, key='vitamin_k2')}")
