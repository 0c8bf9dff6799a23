"""Databases to measure in: files, or databases of the server that TEST_DATABASE_URL names."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

SERVER = os.environ.get("TEST_DATABASE_URL", "")
NAME = "PostgreSQL" if SERVER else "SQLite"


def described() -> str:
    """Which one, and which release of it."""
    if not SERVER:
        return f"{NAME} {sqlite3.sqlite_version}"
    with psycopg.connect(SERVER) as server:
        release = server.execute("SHOW server_version").fetchone()
    return f"{NAME} {release[0] if release else ''}"


@contextmanager
def database(name: str, folder: Path, *, keep: bool) -> Iterator[str]:
    """The address of a database, which is made where it is not there.

    Args:
        name: of it.
        folder: where files are.
        keep: leave it on the server; a file stays as long as its folder.
    """
    if not SERVER:
        yield f"sqlite:///{folder / name}.sqlite3"
        return
    if not keep:
        drop(name)
    make(name)
    try:
        yield urlunsplit(urlsplit(SERVER)._replace(path=f"/{name}"))
    finally:
        if not keep:
            drop(name)


def make(name: str) -> None:
    with psycopg.connect(SERVER, autocommit=True) as server:
        found = server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        if found.fetchone() is None:
            server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))


def drop(name: str) -> None:
    with psycopg.connect(SERVER, autocommit=True) as server:
        there = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
        server.execute(there)


def settle(url: str) -> None:
    """Have the database know its tables, as one that has been in use for a day does."""
    if SERVER:
        with psycopg.connect(url, autocommit=True) as server:
            server.execute("VACUUM ANALYZE")
