"""What a text says, as the importer reads it: dates, places, people, events, and who speaks."""
