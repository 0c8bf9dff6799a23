"""A wrong setting stops the start with a sentence that names it."""

import json
import os
import subprocess
import sys

import pytest
from django.conf import settings

# Its programs have a database of their own.
pytestmark = pytest.mark.no_database

GOOD = {
    "DEBUG": "false",
    "SECRET_KEY": "x" * 60,
    "DATABASE_URL": "sqlite:///:memory:",
    "EMAIL_URL": "smtp://mail",
}


def manage(*command, **environment):
    """Run manage.py in an environment of its own, and return what it said."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=settings.BASE_DIR,
        env=kept | GOOD | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DEBUG", "perhaps"),
        ("DATABASE_URL", "nonsense"),
        ("CACHE_URL", "nonsense"),
        ("SITE_URL", "newsroom.example"),
        ("PORT", "eight"),
        ("CHANGES_BY_EDITORS", "update,rumour"),
        ("CONTACT", "courrier@example.org"),
        ("EMBED_HOSTS", "youtube.com,videos.example"),
        ("FETCH_PRIVATE_NETWORKS", "*"),
        ("FETCH_PRIVATE_NETWORKS", "home"),
        ("FETCH_SECONDS", "0"),
        ("MAILBOX_URL", "imap://desk:word@mail.example/"),
        ("MAILBOX_URL", "https://mail.example/"),
        ("FETCH_KEYS", "foo"),
        ("PURGER", "newsroom.cdn.Cdn"),
        ("PURGE_URLS", "http://127.0.0.1:6081/,varnish:6081"),
        ("BUCKET_URL", "https://s3.example/newsroom"),
        ("BUCKET_URL", "https://key:secret@s3.example/"),
        ("REPLICA_URL", "sqlite:///other.sqlite3"),
        ("REPLICA_URL", "postgresql://reader@replica.example/newsroom"),
        ("PGBOUNCER", "true"),
        ("SEARCH_URL", "search.example"),
        ("SEARCH_URL", "https://search.example:9200/"),
    ],
)
def test_a_wrong_one_is_named_in_one_sentence(name, value):
    done = manage("check", **{name: value})
    assert done.returncode != 0
    assert name in done.stderr
    assert "Traceback" not in done.stderr


def test_the_settings_of_a_live_site_pass_djangos_own_check():
    done = manage(
        "check",
        "--deploy",
        "--fail-level",
        "WARNING",
        SITE_URL="https://newsroom.example",
        SECRET_KEY="".join(chr(48 + n % 74) for n in range(60)),
    )
    assert done.returncode == 0, done.stderr


def test_a_replica_is_another_server_than_the_one_it_follows():
    one = "postgresql://newsroom@database.example/newsroom"
    done = manage("check", DATABASE_URL=one, REPLICA_URL=one)
    assert "REPLICA_URL" in done.stderr
    assert manage("check", DATABASE_URL=one, REPLICA_URL=one.replace("@", "@copy-of-")).stderr == ""


NOTICED = {
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 10_000,
}


@pytest.mark.parametrize("pgbouncer", ["true", "false"])
def test_a_line_to_postgresql_that_is_cut_is_noticed(pgbouncer):
    one = "postgresql://newsroom@database.example/newsroom"
    script = (
        "import json\nfrom django.db import connections as all\n"
        "found = [all[name].get_connection_params() for name in ('default', 'replica')]\n"
        "print(json.dumps(found, default=str))"
    )
    environment = {"DATABASE_URL": one, "REPLICA_URL": one.replace("@", "@copy-of-")}
    done = manage("shell", "--no-imports", "-c", script, PGBOUNCER=pgbouncer, **environment)
    found = json.loads(done.stdout)
    assert [one | NOTICED for one in found] == found


def test_sqlite_is_set_up_for_a_live_site(tmp_path):
    script = (
        "from django.db import connection as c\n"
        "x = c.cursor()\n"
        "print([x.execute('PRAGMA ' + p).fetchone()[0] for p in "
        "('journal_mode', 'foreign_keys', 'busy_timeout')], c.transaction_mode)"
    )
    done = manage("shell", "-v", "0", "-c", script, DATABASE_URL=f"sqlite:///{tmp_path}/db.sqlite3")
    assert done.stdout.strip() == "['wal', 1, 20000] IMMEDIATE", done.stderr


def test_demo_accounts_are_made_nowhere_but_in_the_demo(tmp_path):
    script = "from articles.management.demo.accounts import allowed; print(allowed())"
    elsewhere = f"sqlite:///{tmp_path}/db.sqlite3"
    assert (
        manage("shell", "-v", "0", "-c", script, DATABASE_URL=elsewhere).stdout.strip() == "False"
    )


def test_a_mail_server_that_says_nothing_holds_nobody_up():
    program = "from django.conf import settings; print(settings.MAILERS['default']['OPTIONS'])"
    done = manage("shell", "--no-imports", "-c", program)
    assert "'timeout': 10" in done.stdout, done.stderr
