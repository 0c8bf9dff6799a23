"""A migrated database to begin each test run with: migrating takes longer than most tests.

On SQLite each run, and each worker of it, begins with a copy of a migrated file that is kept, with or
without ``--reuse-db``. On PostgreSQL ``--reuse-db`` keeps the database of each worker in the server.
Both are named by what they were made from, so that none is used once a migration has changed.
"""

import hashlib
import os
import shutil
import sqlite3
import tempfile
from pathlib import Path

from django.db import connection

ROOT = Path(__file__).resolve().parent.parent


def fingerprint() -> str:
    """What a migrated database depends on: migrations, libraries, settings, the roles."""
    read = hashlib.sha256()
    migrations = sorted((ROOT / "articles/migrations").glob("*.py"))
    settings = ("newsroom/settings.py", "newsroom/connections.py")
    beside = ("uv.lock", *settings, "articles/models/permissions.py")
    for path in [*migrations, *(ROOT / name for name in beside)]:
        read.update(path.name.encode() + path.read_bytes())
    return read.hexdigest()[:16]


def migrated() -> Path:
    """Where a file is kept that has all migrations of today, with the libraries of today."""
    return Path(tempfile.gettempdir()) / f"newsroom-migrated-{fingerprint()}.sqlite3"


def copy_migrated() -> bool:
    """Begin with a copy of it; says whether there was one."""
    kept = migrated()
    if connection.vendor != "sqlite" or not kept.exists():
        return False
    shutil.copy(kept, connection.settings_dict["TEST"]["NAME"])
    return True


def begin_migrated(file: Path) -> bool:
    """Have a file of a program's own begin with a copy of it; says whether there was one.

    What is left to ``migrate`` is then what it has not: nothing, or what a test adds.
    """
    kept = migrated()
    if not kept.exists():
        return False
    shutil.copy(kept, file)
    return True


def keep_migrated(*, anew: bool = False) -> None:
    """Keep the database, in which no test has been yet, for the runs to come."""
    kept = migrated()
    if connection.vendor != "sqlite" or (kept.exists() and not anew):
        return
    connection.ensure_connection()
    unfinished = kept.with_suffix(f".{os.getpid()}")
    copy = sqlite3.connect(unfinished)
    with copy:
        connection.connection.backup(copy)
    copy.close()
    unfinished.replace(kept)


def remove_copy() -> None:
    """Leave nothing behind: what is kept of SQLite is the file in which no test has been."""
    if connection.vendor != "sqlite":
        return
    connection.close()
    name = str(connection.settings_dict["NAME"])
    for ending in ("", "-wal", "-shm"):
        Path(name + ending).unlink(missing_ok=True)
