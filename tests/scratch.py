"""A copy of the project, for tests that change its code and run what comes of it."""

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.db import connection

from tests.database import begin_migrated

ROOT = Path(__file__).resolve().parents[1]
PARTS = ("articles", "newsroom", "templates", "static", "locale", "fixtures", "manage.py")
NUMBERS = count()


@pytest.fixture
def scratch(tmp_path):
    """A copy of the project, compiled as far as it is here: else each program would do it again."""
    for part in PARTS:
        source, target = ROOT / part, tmp_path / part
        if source.is_dir():
            # Files that somebody is about to compile are gone a moment later.
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("*.pyc.*"))
        else:
            shutil.copy(source, target)
    return tmp_path


@contextmanager
def empty_database(folder, django_db_blocker):
    """The address of an empty database, on the server that the tests use."""
    if connection.vendor == "sqlite":
        yield f"sqlite:///{folder}/newsroom.sqlite3"
        return
    name = f"scratch_{os.getpid()}_{next(NUMBERS)}"
    with django_db_blocker.unblock(), connection._nodb_cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name}")
    yield urlunsplit(urlsplit(os.environ["TEST_DATABASE_URL"])._replace(path=f"/{name}"))
    with django_db_blocker.unblock(), connection._nodb_cursor() as cursor:
        cursor.execute(f"DROP DATABASE {name}")


@pytest.fixture
def database(tmp_path, django_db_blocker):
    with empty_database(tmp_path, django_db_blocker) as address:
        yield address


@pytest.fixture
def newsrooms_own(database):
    """One with the tables of today, where the tests keep such a file; else an empty one."""
    if database.startswith("sqlite:///"):
        begin_migrated(Path(database.removeprefix("sqlite:///")))
    return database


def run(scratch, database, *command):
    environment = {
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "newsroom.settings",
        "SECRET_KEY": "for-tests-only",
        "DEBUG": "true",
        "LOG_LEVEL": "CRITICAL",
        "DATABASE_URL": database,
        "PYTHONPATH": str(scratch),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    return subprocess.run(
        [sys.executable, *command], cwd=scratch, env=environment, capture_output=True, text=True
    )


def change(scratch, path, old, new):
    """Change one place of its code."""
    file = scratch / path
    text = file.read_text()
    assert text.count(old) == 1, (path, old)
    file.write_text(text.replace(old, new))
