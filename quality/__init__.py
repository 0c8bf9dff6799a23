"""Looks at every page of the running program, and measures each."""
