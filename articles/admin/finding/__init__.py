"""The search over everything of the desk, from any of its pages."""
