"""Databases, caches and mail servers, as a live site needs them: from what their addresses say."""

from copy import deepcopy
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

CONNECTION_OPTIONS: dict[str, dict[str, Any]] = {
    "django.db.backends.sqlite3": {
        # Writers queue for the lock at the start instead of failing half way.
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        # What was answered for as saved is on the disk, whatever becomes of the power.
        "init_command": (
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
        ),
    },
    # Who waits longer than these seconds for a server that is away is told so.
    "django.db.backends.postgresql": {
        "connect_timeout": 3,
        # A line that was cut is noticed within some ten seconds, and not after hours: by who waits
        # for an answer, and by who waits for what was sent to be taken.
        "keepalives_idle": 5,
        "keepalives_interval": 2,
        "keepalives_count": 3,
        "tcp_user_timeout": 10_000,
        # One that was away is tried again by who asks next, and not after a pause that grows.
        "pool": {"min_size": 1, "max_size": 8, "timeout": 3, "reconnect_timeout": 2},
    },
}
BEHIND_PGBOUNCER: dict[str, Any] = {
    # Each transaction may be another connection of the server's: it is PgBouncer that has the pool.
    "DISABLE_SERVER_SIDE_CURSORS": True,
    "CONN_MAX_AGE": 600,
}
PATIENCE_WITH_A_REPLICA = 1
"""Seconds: the primary has the same."""
PAGES_KEPT = {"LOCATION": "pages", "OPTIONS": {"MAX_ENTRIES": 1_500}}
FOUND_KEPT = {"LOCATION": "found", "OPTIONS": {"MAX_ENTRIES": 300}}


def databases(
    database: dict[str, Any], replica: str, *, pgbouncer: bool
) -> dict[str, dict[str, Any]]:
    """The database, and the replica that readers' pages may be made from.

    Raises:
        ImproperlyConfigured: only PostgreSQL has replicas and PgBouncer.
    """
    if "postgresql" not in database["ENGINE"]:
        for name, said in {"REPLICA_URL": replica, "PGBOUNCER": pgbouncer}.items():
            if said:
                raise ImproperlyConfigured(
                    f"Check the environment. {name}: DATABASE_URL must be a PostgreSQL."
                )
    found = {"default": connected_to(database, pgbouncer=pgbouncer)}
    if replica:
        follows = connected_to(dict(dj_database_url.parse(replica)), pgbouncer=pgbouncer)
        if is_same(follows, found["default"]):
            raise ImproperlyConfigured(
                "Check the environment. REPLICA_URL: It is the database of DATABASE_URL itself."
            )
        follows["OPTIONS"] |= {"connect_timeout": PATIENCE_WITH_A_REPLICA}
        if "pool" in follows["OPTIONS"]:
            follows["OPTIONS"]["pool"] |= {"timeout": PATIENCE_WITH_A_REPLICA}
        found["replica"] = follows
    return found


def is_same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two addresses lead to one database."""
    place = ("NAME", "HOST", "PORT")
    hosts = [connection["OPTIONS"].get("host") for connection in (one, other)]
    return [one[name] for name in place] == [other[name] for name in place] and len({*hosts}) == 1


def connected_to(database: dict[str, Any], *, pgbouncer: bool = False) -> dict[str, Any]:
    """A database with the options that its kind needs; SQLite has a folder for its file."""
    engine = database["ENGINE"]
    # Opening the file takes SQLite longer than answering does; PostgreSQL has its pool.
    kept_open = {"CONN_MAX_AGE": 600} if engine.endswith("sqlite3") else {}
    connected = (
        database
        | kept_open
        # A connection of before a restart of the server is found out before a reader meets it.
        | {"CONN_HEALTH_CHECKS": True}
        | {"OPTIONS": deepcopy(CONNECTION_OPTIONS.get(engine, {})) | database.get("OPTIONS", {})}
    )
    if pgbouncer:
        connected |= BEHIND_PGBOUNCER
        connected["OPTIONS"].pop("pool", None)
    if engine == "django.db.backends.sqlite3":
        Path(connected["NAME"]).parent.mkdir(parents=True, exist_ok=True)
    return connected


def kept_in(cache: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """A cache for anything, one for pages, and one for what a reader may ask for without end.

    Raises:
        ImproperlyConfigured: it is Redis, and the library to speak to it is not there.
    """
    if cache["BACKEND"].endswith("RedisCache"):
        signed = {"BACKEND": "newsroom.redis_cache.SignedRedisCache"}
        cache = cache | signed | {"OPTIONS": patience() | cache.get("OPTIONS", {})}
    of_this_process = cache["BACKEND"].endswith("LocMemCache")
    pages = cache | {"KEY_PREFIX": "pages"} | (PAGES_KEPT if of_this_process else {})
    # Searches make no room among pages: of those any number may be asked for.
    found = cache | {"KEY_PREFIX": "found"} | (FOUND_KEPT if of_this_process else {})
    return {"default": cache, "pages": pages, "found": found}


def patience() -> dict[str, Any]:
    """How long Redis is waited for: a server that says nothing holds no reader up."""
    if not find_spec("redis"):
        raise ImproperlyConfigured(
            "Check the environment. CACHE_URL: It needs redis: install newsroom[redis]."
        )
    return {"socket_connect_timeout": 0.5, "socket_timeout": 0.5}


def uploads_in(bucket: str) -> dict[str, Any]:
    """The storage of pictures and documents: a bucket, or the folder ``MEDIA_ROOT``."""
    if bucket:
        return {"BACKEND": "newsroom.bucket.BucketStorage", "OPTIONS": {"address": bucket}}
    return {"BACKEND": "django.core.files.storage.FileSystemStorage"}


def done_by(*, worker: bool) -> dict[str, Any]:
    """Who does background work: a worker, or a thread of the process itself."""
    if worker:
        # Any queue: the backend says which.
        return {"BACKEND": "newsroom.queue.QueueBackend", "QUEUES": []}
    return {"BACKEND": "django_tasks_local.ThreadPoolBackend", "OPTIONS": {"MAX_WORKERS": 1}}


def sent_by(email: dict[str, Any]) -> dict[str, Any]:
    """A mail server with those of its options that are set."""
    options = {
        # file:///folder, where somebody wants to look at mails and send none.
        "file_path": email["EMAIL_FILE_PATH"],
        "host": email["EMAIL_HOST"],
        "port": email["EMAIL_PORT"],
        "username": email["EMAIL_HOST_USER"],
        "password": email["EMAIL_HOST_PASSWORD"],
        "use_tls": email["EMAIL_USE_TLS"],
        "use_ssl": email["EMAIL_USE_SSL"],
        # A server that accepts and then says nothing holds nobody up for ever.
        "timeout": 10 if email["EMAIL_HOST"] else None,
    }
    return {
        "BACKEND": email["EMAIL_BACKEND"],
        "OPTIONS": {option: value for option, value in options.items() if value},
    }
