"""The floor: what Django itself costs for a page of one indexed SELECT and one template."""
