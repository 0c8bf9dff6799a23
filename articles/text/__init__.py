"""Pure functions on texts in French and Arabic: names, paragraphs, dates, quotations, addresses."""
