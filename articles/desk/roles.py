"""The groups of the desk, made from the table of roles where they do not exist yet.

A group that exists is left as it is: what a newsroom gave or took is its own decision. A role with
a permission that does not exist stops `migrate` and `check` with a sentence.
"""

from __future__ import annotations

from typing import Any

from django.apps import apps as installed
from django.apps.registry import Apps
from django.contrib.auth.management import create_permissions
from django.core import checks
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction
from django.db.models.signals import post_migrate
from django.utils.translation import gettext as _

from articles.models import permissions

CHECK_ID = "articles.E002"


def connect() -> None:
    """Have `check` look at the roles, and `migrate` make their groups."""
    checks.register(check_roles, checks.Tags.models)
    post_migrate.connect(make_groups, installed.get_app_config("articles"), dispatch_uid=__name__)


def check_roles(app_configs: Any = None, **kwargs: Any) -> list[checks.CheckMessage]:
    """An error for each permission of a role that does not exist."""
    return [checks.Error(sentence, id=CHECK_ID) for sentence in unknown_permissions()]


def unknown_permissions() -> list[str]:
    """A sentence for each permission of a role that no installed model has."""
    known = declared(installed)
    sentence = _(
        "The role “%(role)s” has the permission “%(permission)s”, which does not exist. "
        "Correct it in articles/models/permissions.py; no group has been made or changed."
    )
    return [
        sentence % {"role": role, "permission": one}
        for role, names in permissions.ROLES.items()
        for one in sorted(names - known)
    ]


def declared(apps: Apps) -> set[str]:
    """The permissions of all models of a registry: of the program, or at one migration."""
    models = apps.get_models()
    of_django = {
        permissions.permission_to(verb, model)
        for model in models
        for verb in model._meta.default_permissions
    }
    return of_django | {
        f"{model._meta.app_label}.{name}"
        for model in models
        for name, _label in model._meta.permissions
    }


def make_groups(using: str = "default", apps: Apps = installed, **kwargs: Any) -> None:
    """Make the groups of the table that are not there: all of them, or none.

    Raises:
        ImproperlyConfigured: a role has a permission that does not exist.
    """
    wanted = set().union(*permissions.ROLES.values())
    if wrong := unknown_permissions():
        raise ImproperlyConfigured("\n".join(wrong))
    if wanted - declared(apps):
        # The target is an older migration, which lacks some; the newest comes here again.
        return
    groups = apps.get_model("auth", "Group").objects.using(using)
    there = set(groups.filter(name__in=permissions.ROLES).values_list("name", flat=True))
    if missing := permissions.ROLES.keys() - there:
        with transaction.atomic(using):
            rows = permission_rows(wanted, using, apps)
            for role in missing:
                group = groups.create(name=role)
                group.permissions.set([rows[one] for one in permissions.ROLES[role]])


def permission_rows(wanted: set[str], using: str, apps: Apps) -> dict[str, Any]:
    """The row of each permission. Django makes them after each migration, but maybe after us."""
    for label in {one.partition(".")[0] for one in wanted}:
        create_permissions(installed.get_app_config(label), verbosity=0, using=using, apps=apps)
    found = apps.get_model("auth", "Permission").objects.using(using)
    return {
        f"{one.content_type.app_label}.{one.codename}": one
        for one in found.select_related("content_type")
    }
