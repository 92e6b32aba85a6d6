"""The command line: the same runs, pictures, data and papers as the page, without the page."""
