"""What a test that commits leaves behind: threads still at work, rows that others would find.

Its tables are emptied after it. What is written later than that is nobody's, and the test that finds
it has no fault: whose it is has to be said at once.
"""

import threading

from django.apps import apps
from django.db import connection

from tests import emptied

PATIENCE = 60
"""Seconds within which what a test has begun is done."""
MADE_ANEW = {"ContentChange"}
"""What the program writes itself as soon as tables are empty."""


OF_THE_BROWSER = "asyncio_"
"""Threads in which Playwright writes pictures: they wait for the next one, and write no rows."""


def threads_since(before):
    """Those that somebody has begun, and that are to be waited for."""
    return [
        one
        for one in threading.enumerate()
        if one not in before and not one.daemon and not one.name.startswith(OF_THE_BROWSER)
    ]


def wait_for_threads(before):
    """Wait for what a test has begun: what it writes later would be the next one's."""
    begun = threads_since(before)
    for one in begun:
        one.join(PATIENCE)
    still = [one.name for one in begun if one.is_alive()]
    assert not still, f"Threads of this test are still at work: {', '.join(still)}"


def tables_with_rows():
    """The tables in which there is anything, in one query."""
    names = [
        connection.ops.quote_name(model._meta.db_table)
        for model in apps.get_app_config("articles").get_models()
        if model.__name__ not in MADE_ANEW
    ]
    asked = (f"SELECT '{one}' WHERE EXISTS (SELECT 1 FROM {one})" for one in names)  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(asked))
        return [name.strip('"') for (name,) in cursor.fetchall()]


def refuse_rows_of(test):
    """Say which test left rows, and take them away: one test fails, and not all that follow."""
    if left := tables_with_rows():
        emptied.empty_tables()
    connection.close()
    assert not left, f"{test} left rows behind: {', '.join(left)}"


def end_connections():
    """Those of threads that have ended too: no server removes a database that somebody has open."""
    connection.close()
    if connection.vendor == "postgresql":
        name = connection.settings_dict["NAME"]
        connection.close_pool()
        with connection._nodb_cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name]
            )
