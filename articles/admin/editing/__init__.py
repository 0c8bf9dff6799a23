"""What is written in a form of the desk, on its way into the database."""
