"""Words as the search, the glossary and lists compare them: stems, terms, days, names, order."""
