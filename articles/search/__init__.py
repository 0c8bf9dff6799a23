"""Search: what the newsroom has written, found by what a person remembers of it."""
