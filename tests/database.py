"""A migrated SQLite file to begin each test run with: migrating takes longer than most tests."""

import hashlib
import os
import shutil
import sqlite3
import tempfile
from pathlib import Path

from django.db import connection

ROOT = Path(__file__).resolve().parent.parent


def migrated() -> Path:
    """Where a file is kept that has all migrations of today, with the libraries of today."""
    read = hashlib.sha256()
    migrations = sorted((ROOT / "articles/migrations").glob("*.py"))
    beside = ("uv.lock", "newsroom/settings.py", "articles/models/permissions.py")
    for path in [*migrations, *(ROOT / name for name in beside)]:
        read.update(path.name.encode() + path.read_bytes())
    return Path(tempfile.gettempdir()) / f"newsroom-migrated-{read.hexdigest()[:16]}.sqlite3"


def copy_migrated() -> bool:
    """Begin with a copy of it; says whether there was one."""
    kept = migrated()
    if connection.vendor != "sqlite" or not kept.exists():
        return False
    shutil.copy(kept, connection.settings_dict["TEST"]["NAME"])
    return True


def keep_migrated() -> None:
    """Keep the database, in which no test has been yet, for the runs to come."""
    kept = migrated()
    if connection.vendor != "sqlite" or kept.exists():
        return
    connection.ensure_connection()
    unfinished = kept.with_suffix(f".{os.getpid()}")
    copy = sqlite3.connect(unfinished)
    with copy:
        connection.connection.backup(copy)
    copy.close()
    unfinished.replace(kept)


def remove_copy() -> None:
    """Leave nothing behind."""
    if connection.vendor != "sqlite":
        return
    connection.close()
    name = str(connection.settings_dict["NAME"])
    for ending in ("", "-wal", "-shm"):
        Path(name + ending).unlink(missing_ok=True)
