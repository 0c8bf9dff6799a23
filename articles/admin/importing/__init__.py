"""Texts that people send, on their way to being drafts: sent, read, reviewed, saved."""
