"""What a text came in is taken off, before it is asked what it says."""
