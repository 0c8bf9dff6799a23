"""Tables emptied after a test that commits, and rows put back that are always the same.

Django has kinds of content, rights and roles made anew each time, as after a migration: sixty
thousandths of a second for what is always the same. The first time it does; these rows are put back
from then on. So may be what many tests of a folder begin with.
"""

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection, transaction

BEGUN_WITH = [ContentType, Permission, Group, Group.permissions.through]
"""What ``migrate`` makes by itself, each after those that it names."""
WRITTEN_ANEW = {"ContentChange"}
"""What the program writes itself as soon as others are put back."""
ROWS = {}


def empty_tables(_test_case=None):
    """What ``TransactionTestCase`` does at the end of a test."""
    how = {"verbosity": 0, "interactive": False, "reset_sequences": False}
    call_command("flush", **how, inhibit_post_migrate=bool(ROWS))
    if ROWS:
        put_back(ROWS)
    else:
        ROWS.update(rows_of(BEGUN_WITH))


def rows_made_since():
    """All that is in the tables beside what a newsroom begins with."""
    every = [*apps.get_models(include_auto_created=True)]
    own = [one for one in every if one._meta.managed and not one._meta.proxy]
    return rows_of(one for one in own if one not in BEGUN_WITH and one.__name__ not in WRITTEN_ANEW)


def rows_of(models):
    with connection.cursor() as cursor:
        read = {model: cursor.execute(select(model)).fetchall() for model in models}
    return {model: rows for model, rows in read.items() if rows}


def put_back(rows):
    with transaction.atomic(), connection.cursor() as cursor:
        for model in rows:
            cursor.executemany(insert(model), rows[model])


def select(model):
    # As it is stored: SQLite's driver would make dates of what is said to be one.
    as_stored = "+" if connection.vendor == "sqlite" else ""
    asked = ", ".join(as_stored + name for name in columns(model))
    return f"SELECT {asked} FROM {quoted(model._meta.db_table)}"  # noqa: S608


def insert(model):
    names = columns(model)
    places = ", ".join(["%s"] * len(names))
    table = quoted(model._meta.db_table)
    return f"INSERT INTO {table} ({', '.join(names)}) VALUES ({places})"  # noqa: S608


def columns(model):
    written = [one for one in model._meta.concrete_fields if not one.generated]
    return [quoted(one.column) for one in written]


def quoted(name):
    return connection.ops.quote_name(name)
