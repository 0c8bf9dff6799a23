"""SQLite files of the tests' own: migrated, and with the article from Cairo where one is read."""

import fcntl
import hashlib
import shutil
import tempfile
from pathlib import Path

from django.conf import settings

from tests.database import begin_migrated, fingerprint
from tests.serving.gunicorn import environment_in, manage


def migrated_in(folder):
    """The address of one without rows. That ``migrate`` makes it: ``tests/models/test_upgrade.py``."""
    file = folder / "db.sqlite3"
    address = f"sqlite:///{file}"
    if not begin_migrated(file):
        manage(environment_in(folder, DATABASE_URL=address), "migrate", "--no-input", "-v0")
    return address


def with_an_article_in(folder):
    """The address of a copy of the one that has the article from Cairo."""
    shutil.copy(with_an_article(), folder / "db.sqlite3")
    return f"sqlite:///{folder}/db.sqlite3"


def with_an_article():
    """A file made once for all tests and runs of today's migrations and fixtures."""
    kept = Path(tempfile.gettempdir()) / f"newsroom-cairo-{fingerprint()}-{fixtures()}.sqlite3"
    with Path(f"{kept}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.exists():
            with tempfile.TemporaryDirectory() as made:
                environment = environment_in(Path(made), DATABASE_URL=migrated_in(Path(made)))
                manage(environment, "loaddata", "cairo")
                # On another disk, a file cannot be moved in one step.
                shutil.copy(f"{made}/db.sqlite3", f"{kept}.made")
            Path(f"{kept}.made").rename(kept)
    return kept


def fixtures():
    read = hashlib.sha256()
    for path in sorted(Path(settings.BASE_DIR).glob("fixtures/*.json")):
        read.update(path.name.encode() + path.read_bytes())
    return read.hexdigest()[:16]
