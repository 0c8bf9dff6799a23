"""The admin of accounts."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group
from django.db import models
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from articles.models import User

from .base import DeskAdmin
from .date_fields import OVERRIDES
from .requests import person

admin.site.unregister(Group)


@admin.register(Group)
class NewsroomGroupAdmin(DeskAdmin, GroupAdmin):
    """The roles: as Django has them, with what is typed kept."""


@admin.register(User)
class NewsroomUserAdmin(DeskAdmin, UserAdmin):
    formfield_overrides = OVERRIDES
    list_display = ["username", "first_name", "last_name", "email", "is_active", "last_login"]
    list_filter = ["groups", "is_active", "is_superuser"]
    fieldsets = [
        (None, {"fields": ["username", "password"]}),
        (_("Personal info"), {"fields": ["first_name", "last_name", "email", "language"]}),
        (
            _("Permissions"),
            {"fields": ["is_active", "is_staff", "is_superuser", "groups", "languages"]},
        ),
        (_("Important dates"), {"fields": ["last_login", "date_joined"]}),
    ]

    def formfield_for_dbfield(
        self, db_field: models.Field, request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        if db_field.name != "languages":
            return super().formfield_for_dbfield(db_field, request, **kwargs)
        return forms.MultipleChoiceField(
            label=capfirst(db_field.verbose_name),
            help_text=db_field.help_text,
            choices=settings.LANGUAGES,
            required=False,
            widget=forms.CheckboxSelectMultiple,
        )

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> Any:
        """Only somebody who may do everything makes another one who may."""
        return [] if person(request).is_superuser else ["is_superuser"]

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        beyond = obj is not None and obj.is_superuser and not person(request).is_superuser
        return not beyond and super().has_change_permission(request, obj)
