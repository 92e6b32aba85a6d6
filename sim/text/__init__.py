"""Words and tables: from a run to sentences, text alternatives and files of numbers."""
