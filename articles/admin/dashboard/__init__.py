"""What is to be done at the desk: the board of translations, one click towards readers."""
