"""What a machine asks: is the process up, can it serve."""

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.cache import never_cache

from articles.desk.upgrades import unfinished


@method_decorator(never_cache, name="dispatch")
class LiveView(View):
    """The process answers. Touches nothing else, so a slow database restarts no process."""

    def get(self, request: HttpRequest) -> JsonResponse:
        return JsonResponse({"status": "ok"})


@method_decorator(never_cache, name="dispatch")
class ReadyView(View):
    """The database answers and has every migration; else 503, and the name of what failed."""

    def get(self, request: HttpRequest) -> JsonResponse:
        failed = problem()
        if failed:
            return JsonResponse({"status": "unavailable", "failed": failed}, status=503)
        return JsonResponse({"status": "ok"})


def problem() -> str:
    """``"database"``, ``"migrations"`` or nothing. Says no more: anybody may ask."""
    try:
        executor = MigrationExecutor(connection)
        # Django sees no plan where some of the migrations that others stand for are missing.
        if unfinished(connection) or executor.migration_plan(executor.loader.graph.leaf_nodes()):
            return "migrations"
    except DatabaseError:
        return "database"
    return ""
