"""A newsroom to measure in: the database that TEST_DATABASE_URL names, else a temporary file."""

from __future__ import annotations

import os
import tempfile

SCRATCH = tempfile.TemporaryDirectory()


def up() -> None:
    """Let Django be ready."""
    os.environ["DATABASE_URL"] = (
        os.environ.get("TEST_DATABASE_URL") or f"sqlite:///{SCRATCH.name}/search.sqlite3"
    )
    os.environ |= {
        "SECRET_KEY": "measured-and-thrown-away-" * 3,
        "DEBUG": "false",
        "SITE_URL": "http://127.0.0.1",
        "DJANGO_SETTINGS_MODULE": "newsroom.settings",
        "LOG_LEVEL": os.environ.get("LOG_LEVEL", "ERROR"),
    }
    import django  # noqa: PLC0415 - the settings read the environment

    django.setup()
