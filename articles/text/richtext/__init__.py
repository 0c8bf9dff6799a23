"""Rich text: taken apart into tokens, lines and segments, and put together again."""
