"""A database between two versions: refused with a sentence, before anything is changed.

Until the first release there were thirty-three migrations, for which three stand now. A database
that has had all of them, or none, goes on; one in which an upgrade was interrupted is brought to
their end by the version that still has them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core import checks
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.recorder import MigrationRecorder
from django.utils.translation import gettext as _

from articles.migrations import SQUASHED

CHECK_ID = "articles.E004"
STANDING_FOR_THEM = "0001_tables"


def connect() -> None:
    """Have `migrate` and `check --database` ask."""
    checks.register(check_upgrade, checks.Tags.database)


def check_upgrade(
    app_configs: Any = None, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[checks.CheckMessage]:
    """An error for each database that an older upgrade has left in the middle."""
    return [
        checks.Error(sentence, id=CHECK_ID)
        for alias in databases or ()
        for sentence in unfinished(connections[alias])
    ]


def unfinished(connection: BaseDatabaseWrapper) -> list[str]:
    """A sentence that names the first migration that is missing, if some are and some are not."""
    applied = {
        name
        for app, name in MigrationRecorder(connection).applied_migrations()
        if app == "articles"
    }
    missing = [name for name in SQUASHED if name not in applied]
    if not missing or len(missing) == len(SQUASHED) or STANDING_FOR_THEM in applied:
        return []
    sentence = _(
        "This database has had %(number)d of the %(all)d migrations of the version before; the "
        "next one is %(name)s. Finish them with that version (python manage.py migrate), then "
        "upgrade again. Nothing has been changed."
    ) % {"number": len(SQUASHED) - len(missing), "all": len(SQUASHED), "name": missing[0]}
    return [sentence]
