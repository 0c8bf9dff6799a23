"""The list of articles: columns, periods, saved lists, quick looks, and what is done with many."""
