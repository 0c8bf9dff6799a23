"""What became of a text: its differences, its translation beside it, what is like it."""
