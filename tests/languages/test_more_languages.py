"""A further language is one line of the settings and a migration; none is lost by another."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.db import connection

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("articles", "newsroom", "templates", "static", "locale", "fixtures", "manage.py")
LAST_LINE = '    ("ar", "العربية"),\n'
MORE = LAST_LINE + '    ("en", "English"),\n    ("zgh", "ⵜⴰⵎⴰⵣⵉⵖⵜ"),\n'


@pytest.fixture
def scratch(tmp_path):
    """A copy of the project, as a checkout has it."""
    for part in PARTS:
        source, target = ROOT / part, tmp_path / part
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target)
    for script in ("edition.py", "given_up.py"):
        shutil.copy(ROOT / "tests/languages" / script, tmp_path)
    return tmp_path


@pytest.fixture
def database(tmp_path, django_db_blocker):
    """The address of an empty database, on the server that the tests use."""
    if connection.vendor == "sqlite":
        yield f"sqlite:///{tmp_path}/newsroom.sqlite3"
        return
    name = f"languages_{os.getpid()}"
    with django_db_blocker.unblock(), connection._nodb_cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name}")
    yield urlunsplit(urlsplit(os.environ["TEST_DATABASE_URL"])._replace(path=f"/{name}"))
    with django_db_blocker.unblock(), connection._nodb_cursor() as cursor:
        cursor.execute(f"DROP DATABASE {name}")


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


def set_languages(scratch, old, new):
    path = scratch / "newsroom/settings.py"
    settings = path.read_text()
    assert old in settings
    path.write_text(settings.replace(old, new))


def test_english_and_amazigh_are_two_lines_and_a_migration_and_are_not_lost(scratch, database):
    set_languages(scratch, LAST_LINE, MORE)
    done = run(scratch, database, "edition.py")
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert seen["headlines"] == dict.fromkeys(("fr", "ar", "en", "zgh"), True)
    assert seen["languages"] == {code: code for code in ("fr", "ar", "en", "zgh")}
    assert not seen["missing"], "an edition that another one's page does not name"
    assert {path: what for path, what in seen["pages"].items() if what != 200} == {}
    assert seen["root"] == "/zgh/"

    # The line is taken out again: what was written is not.
    set_languages(scratch, MORE, LAST_LINE)
    done = run(scratch, database, "given_up.py")
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    for command in ("migrate", "prepare"):
        assert "LANGUAGES" in said[command]
        assert "zgh" in said[command]
    assert said["kept"] == [["ⴰⵎⵓⴷⴷⵓ: ⵍⵎⵖⵔⵉⴱ ⴷⴳ ⵍⵇⴰⵀⵉⵔⴰ", "published"]]
