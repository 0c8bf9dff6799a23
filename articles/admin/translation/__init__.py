"""Translating at the desk: the page, what helps, what goes to other tools and comes back."""
