"""The floor: what Django itself costs to answer with a page of a given size."""
