"""Signing in: how wrong passwords are counted, and what the log says of accounts."""
