"""Numbers: a scenario, its run, many runs, and what can be read from them."""
