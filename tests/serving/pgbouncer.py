"""PgBouncer before a PostgreSQL of the tests' own: each transaction may be another connection."""

import os
import shutil
import subprocess
from contextlib import contextmanager

from tests.serving.gunicorn import free_port, wait_for_port
from tests.serving.postgresql import folder_of_a_server, host, own

INI = """
[databases]
postgres = host={socket}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {port}
unix_socket_dir =
auth_type = trust
auth_file = {folder}/users
pool_mode = transaction
default_pool_size = 3
server_round_robin = 1
"""


def program():
    """Where it is; Debian has it where only root looks."""
    return shutil.which("pgbouncer") or shutil.which("pgbouncer", path="/usr/sbin")


@contextmanager
def pgbouncer(server):
    """What ``DATABASE_URL`` says of it."""
    with folder_of_a_server() as folder:
        own(folder)
        with started(server, folder) as port:
            yield f"postgresql://postgres@127.0.0.1:{port}/postgres"


@contextmanager
def started(server, folder):
    port = free_port()
    (folder / "users").write_text('"postgres" ""\n')
    written = INI.format(socket=host(server), port=port, folder=folder)
    (folder / "pgbouncer.ini").write_text(written)
    # It does not run as root.
    other = {"user": server.system_user} if os.geteuid() == 0 else {}
    with (folder / "log").open("wb") as log:
        command = [program(), str(folder / "pgbouncer.ini")]
        process = subprocess.Popen(command, stdout=log, stderr=log, **other)
    try:
        wait_for_port(port)
        yield port
    finally:
        process.terminate()
        process.wait()
