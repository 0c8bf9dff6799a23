"""Moments in French as the rest of the program has them: « 28 novembre 2026 à 09:24 »."""

DATETIME_FORMAT = r"j F Y \à H:i"
