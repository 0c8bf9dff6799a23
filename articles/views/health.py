"""What a machine asks: is the process up, can it serve."""

import logging
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from django.contrib.staticfiles.storage import ManifestFilesMixin, staticfiles_storage
from django.core.files.storage import FileSystemStorage, default_storage
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.cache import never_cache

from articles.desk.upgrades import unfinished

logger = logging.getLogger(__name__)

LEAST_ROOM = 50 * 1024**2
"""Bytes: a picture with its renditions, and what the databases write meanwhile."""


@method_decorator(never_cache, name="dispatch")
class LiveView(View):
    """The process answers. Touches nothing else, so a slow database restarts no process."""

    def get(self, request: HttpRequest) -> JsonResponse:
        return JsonResponse({"status": "ok"})


@method_decorator(never_cache, name="dispatch")
class ReadyView(View):
    """Everything that pages need is there; else 503, and what failed."""

    def get(self, request: HttpRequest) -> JsonResponse:
        failed = problems()
        if not failed:
            return JsonResponse({"status": "ok"})
        for one in failed:
            logger.error("Not ready: %s. %s", one, WHAT_TO_DO[one])
        # Says no more: anybody may ask.
        return JsonResponse({"status": "unavailable", "failed": ", ".join(failed)}, status=503)


WHAT_TO_DO = {
    "database": "It does not answer: see whether that of DATABASE_URL is up.",
    "migrations": "Run `manage.py migrate`.",
    "static": "No page can be made: run `manage.py collectstatic`, and start the site again.",
    "disk": "MEDIA_ROOT, or the folder of SQLite, is closed to the program or full: make room.",
}
"""What may fail, in this order, and what the log says of it."""


def problems() -> list[str]:
    """All that fails, of what is in ``WHAT_TO_DO``."""
    failing = {
        problem_of_database(): True,
        "static": not has_static_files(),
        "disk": not all(map(has_room, folders())),
    }
    return [one for one in WHAT_TO_DO if failing.get(one)]


def problem_of_database() -> str:
    """``"database"``, ``"migrations"`` or nothing."""
    try:
        executor = MigrationExecutor(connection)
        # Django sees no plan where some of the migrations that others stand for are missing.
        if unfinished(connection) or executor.migration_plan(executor.loader.graph.leaf_nodes()):
            return "migrations"
    except DatabaseError:
        return "database"
    return ""


def has_static_files() -> bool:
    """Whether this process knows the names that pages are to call static files by.

    It has read them as it started: what is collected later is known to the next.
    """
    return not isinstance(staticfiles_storage, ManifestFilesMixin) or bool(
        staticfiles_storage.hashed_files
    )


def folders() -> Iterator[Path]:
    """Where the program writes files: of pictures, and of SQLite."""
    if isinstance(default_storage, FileSystemStorage):
        yield Path(default_storage.location)
    if connection.vendor == "sqlite":
        yield Path(connection.settings_dict["NAME"]).parent


def has_room(folder: Path) -> bool:
    """Whether a folder, which may be to be made yet, can be written to, and its disk has room."""
    there = next(one for one in (folder, *folder.parents) if one.exists())
    return os.access(there, os.W_OK) and shutil.disk_usage(there).free > LEAST_ROOM
