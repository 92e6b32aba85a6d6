"""What a reader has set, without Streamlit: pins, links, pages, addresses."""
