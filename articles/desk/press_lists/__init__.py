"""Texts that journalists are sent under their embargo: to whom, by which links, what is opened."""
