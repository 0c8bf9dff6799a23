"""What a machine asks: is the process up, can it serve."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from django.core.files.storage import FileSystemStorage, default_storage
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.cache import never_cache

from articles.desk.upgrades import unfinished

LEAST_ROOM = 50 * 1024**2
"""Bytes: a picture with its renditions, and what the databases write meanwhile."""


@method_decorator(never_cache, name="dispatch")
class LiveView(View):
    """The process answers. Touches nothing else, so a slow database restarts no process."""

    def get(self, request: HttpRequest) -> JsonResponse:
        return JsonResponse({"status": "ok"})


@method_decorator(never_cache, name="dispatch")
class ReadyView(View):
    """The database has every migration, and disks have room; else 503, and what failed."""

    def get(self, request: HttpRequest) -> JsonResponse:
        failed = problem()
        if failed:
            return JsonResponse({"status": "unavailable", "failed": failed}, status=503)
        return JsonResponse({"status": "ok"})


def problem() -> str:
    """``"database"``, ``"migrations"``, ``"disk"`` or nothing. Says no more: anybody may ask."""
    try:
        executor = MigrationExecutor(connection)
        # Django sees no plan where some of the migrations that others stand for are missing.
        if unfinished(connection) or executor.migration_plan(executor.loader.graph.leaf_nodes()):
            return "migrations"
    except DatabaseError:
        return "database"
    return "" if all(map(has_room, folders())) else "disk"


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
