"""How fast the translators' helps are: known terms, remembered paragraphs."""
