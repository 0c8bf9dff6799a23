"""News by mail for readers: who asked for it, what is due, how it is written and sent."""
