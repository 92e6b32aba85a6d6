"""What was written by hand and is read from data files: evidence, foods, words; and MODEL.md."""
