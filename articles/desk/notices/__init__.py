"""What concerns one person: told in the page, from rows that are there for other reasons."""
