"""What becomes of a text on its way to readers: moves, checks, dates, previews."""
