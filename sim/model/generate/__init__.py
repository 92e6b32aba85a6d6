"""Writes code from the laws with SymPy. Development only: nothing of it is imported at run time."""
