"""Tables emptied after a test that commits, with what every newsroom begins with put back.

Django has kinds of content, rights and roles made anew each time, as after a migration: sixty
thousandths of a second for what is always the same. The first time it does; these rows are put back
from then on.
"""

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection, transaction

BEGUN_WITH = [ContentType, Permission, Group, Group.permissions.through]
"""What ``migrate`` makes by itself, each after those that it names."""
ROWS = {}


def empty_tables(_test_case=None):
    """What ``TransactionTestCase`` does at the end of a test."""
    how = {"verbosity": 0, "interactive": False, "reset_sequences": False}
    call_command("flush", **how, inhibit_post_migrate=bool(ROWS))
    with transaction.atomic(), connection.cursor() as cursor:
        for model in BEGUN_WITH:
            if model in ROWS:
                cursor.executemany(insert(model), ROWS[model])
            else:
                cursor.execute(f"SELECT {columns(model)} FROM {quoted(model)}")  # noqa: S608
                ROWS[model] = cursor.fetchall()


def insert(model):
    values = ", ".join(["%s"] * len(model._meta.concrete_fields))
    return f"INSERT INTO {quoted(model)} ({columns(model)}) VALUES ({values})"  # noqa: S608


def columns(model):
    return ", ".join(connection.ops.quote_name(one.column) for one in model._meta.concrete_fields)


def quoted(model):
    return connection.ops.quote_name(model._meta.db_table)
