"""The page: the only rooms besides app.py that know Streamlit. One file a page or panel."""
