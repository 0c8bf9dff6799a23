"""Files as people send them, read as text: a module for each kind, and the table of them."""
