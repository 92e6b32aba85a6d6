"""The page: besides app.py the only room that knows Streamlit."""
