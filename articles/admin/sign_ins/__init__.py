"""Signing in at the desk, and the passwords for it."""
