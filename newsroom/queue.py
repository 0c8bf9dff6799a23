"""Background work in processes of its own, by a queue in the database: ``WORKER``.

The queue is django-tasks-db's, with ``newsroom[worker]``; ``manage.py db_worker --queue-name '*'``
does what is in it. Each kind of work has a queue, so that one worker may have all, or one alone.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.tasks import DEFAULT_TASK_BACKEND_ALIAS, Task, TaskResultStatus
from django.utils import timezone
from django_tasks_db.backend import DatabaseBackend

GIVEN_UP_AFTER = timedelta(minutes=10)
"""How long a worker may be about a task; after that it is taken for dead."""
TRIES = 3
"""Workers that may die of one task."""


class QueueBackend(DatabaseBackend):
    """Puts the work of one kind into the queue of its name."""

    def __init__(self, alias: str, params: dict[str, Any]) -> None:
        # Workers ask for the work of one backend, and of several queues.
        super().__init__(DEFAULT_TASK_BACKEND_ALIAS, params)
        self.queue = alias

    def enqueue(self, task: Task, args: Any, kwargs: Any) -> Any:
        return super().enqueue(task.using(queue_name=self.queue), args, kwargs)


def take_up(at: datetime | None = None) -> int:
    """Put back what a worker had begun that was killed; returns how much.

    What is done so may have been done in part: each task looks for what is left, or does again
    what does no harm.
    """
    # Only once Django is set up.
    from django_tasks_db.models import DBTaskResult  # noqa: PLC0415

    from articles.models.connections import no_connection_kept  # noqa: PLC0415

    now = at or timezone.now()
    with no_connection_kept():
        left = DBTaskResult.objects.running().filter(started_at__lt=now - GIVEN_UP_AFTER)
        deadly = [one.pk for one in left if len(one.worker_ids) >= TRIES]
        left.filter(pk__in=deadly).update(status=TaskResultStatus.FAILED, finished_at=now)
        return left.update(status=TaskResultStatus.READY)
