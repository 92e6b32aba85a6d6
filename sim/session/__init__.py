"""What a reader has set, without Streamlit: pins, links, history, addresses."""
