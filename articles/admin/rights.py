"""Roles and permissions in the words of the desk; their rows keep the names the program knows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin import RelatedFieldListFilter
from django.contrib.auth.models import Group, Permission
from django.db.models import Q, QuerySet
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from articles.models.permissions import OF_ARTICLES, ROLES
from articles.text.analysis.collation import sort_key

ROLE_NAMES: dict[str, Promise | str] = {
    "reporter": gettext_lazy("Reporter"),
    "translator": gettext_lazy("Translator"),
    "editor": gettext_lazy("Editor"),
    "chief": gettext_lazy("Chief editor"),
    "administrator": gettext_lazy("Administrator"),
}
"""What the roles that come with the program are called; a newsroom’s own have the name it gave."""
VERBS: dict[str, Promise | str] = {
    "view": pgettext_lazy("permission", "see"),
    "add": pgettext_lazy("permission", "add"),
    "change": pgettext_lazy("permission", "change"),
    "delete": pgettext_lazy("permission", "delete"),
}
OUR_OWN = dict(OF_ARTICLES)


def role_name(group: Group) -> str:
    return str(ROLE_NAMES.get(group.name, group.name))


def permission_name(permission: Permission) -> str:
    """« Articles : modifier »."""
    verb, _underscore, model = permission.codename.partition("_")
    if permission.codename in OUR_OWN:
        said = OUR_OWN[permission.codename]
    elif verb in VERBS and model == permission.content_type.model:
        said = VERBS[verb]
    else:
        said = permission.name
    kind = permission.content_type.model_class()
    table = kind._meta.verbose_name_plural if kind else permission.content_type.model
    return str(_("{kind}: {name}")).format(kind=capfirst(table), name=said)


def asked_for(permissions: QuerySet[Permission]) -> QuerySet[Permission]:
    """Those that the desk asks for: of its tables, their rows, and what a role has of others."""
    tables = {
        (model._meta.app_label, model._meta.model_name)
        for model, site in admin.site._registry.items()
        for model in (model, *(rows.model for rows in site.inlines))
    }
    wanted = Q(pk__in=[])
    for app in {app for app, _model in tables}:
        names = [model for one, model in tables if one == app]
        wanted |= Q(content_type__app_label=app, content_type__model__in=names)
    for app, names in by_app(set().union(*ROLES.values())):
        wanted |= Q(content_type__app_label=app, codename__in=names)
    return permissions.filter(wanted)


def by_app(permissions: Iterable[str]) -> list[tuple[str, list[str]]]:
    found: dict[str, list[str]] = {}
    for one in permissions:
        app, _dot, name = one.partition(".")
        found.setdefault(app, []).append(name)
    return [*found.items()]


class PermissionsField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return permission_name(obj)


class RolesField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return role_name(obj)


class RolesFilter(RelatedFieldListFilter):
    """Filters accounts by role."""

    def field_choices(self, field: Any, request: Any, model_admin: Any) -> list[tuple[Any, str]]:
        roles = [(one.pk, role_name(one)) for one in Group.objects.order_by("name")]
        return sorted(roles, key=lambda one: sort_key(one[1]))
