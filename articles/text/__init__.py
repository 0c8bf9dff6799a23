"""Pure functions on texts in French and Arabic: rich text, typography, comparison, words, extraction."""
