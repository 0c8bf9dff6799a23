"""The admin of accounts."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, Permission
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from articles.desk.sign_ins import log
from articles.models import User

from .base import DeskAdmin
from .date_fields import OVERRIDES
from .fieldsets import BESIDE, FOLDED
from .page_scripts import OURS
from .requests import number, person
from .rights import PermissionsField, RolesField, RolesFilter, asked_for, role_name
from .sign_ins.accounts import AccountForm, AccountPasswordForm, NewAccountForm

admin.site.unregister(Group)


class NotedRights:
    """Has the log say who gave and took which rights."""

    model: Any
    rights: Callable[[Any], set[str]]

    def named(self, record: Any) -> dict[str, str]:
        return {"account": record.get_username()}

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        before = self.model.objects.filter(pk=obj.pk).first() if change else None
        form.rights_before = self.rights(before) if before else set()
        saving: Any = super()
        saving.save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        saving: Any = super()
        saving.save_related(request, form, formsets, change)
        record = self.model.objects.get(pk=form.instance.pk)
        log.rights_changed(request, form.rights_before, self.rights(record), **self.named(record))

    def log_deletions(self, request: HttpRequest, queryset: Any) -> Any:
        deleting: Any = super()
        for record in queryset:
            said = self.named(record)
            log.by_whom(request, f"{next(iter(said))} deleted", **{"account": ""} | said)
        return deleting.log_deletions(request, queryset)


@admin.register(Group)
class NewsroomGroupAdmin(NotedRights, DeskAdmin, GroupAdmin):
    """The roles, in the words of the desk."""

    rights = staticmethod(log.rights_of_group)
    list_display = ["shown_name"]

    class Media:
        js = OURS

    @admin.display(description=Group._meta.verbose_name, ordering="name")
    def shown_name(self, group: Group) -> str:
        return role_name(group)

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "permissions":
            kwargs["form_class"] = PermissionsField
            kwargs["queryset"] = asked_for(Permission.objects.all())
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Keep what the group has of permissions that the desk does not offer."""
        group = form.instance
        others = group.permissions.exclude(pk__in=asked_for(Permission.objects.all()).values("pk"))
        kept = list(others) if change else []
        form.cleaned_data["permissions"] = [*form.cleaned_data.get("permissions", ()), *kept]
        super().save_related(request, form, formsets, change)

    def named(self, record: Any) -> dict[str, str]:
        return {"group": record.name}


@admin.register(User)
class NewsroomUserAdmin(NotedRights, DeskAdmin, UserAdmin):
    rights = staticmethod(log.rights_of)
    form = AccountForm
    add_form = NewAccountForm
    change_password_form = AccountPasswordForm
    formfield_overrides = OVERRIDES
    list_display = ["username", "first_name", "last_name", "email", "is_active", "last_login"]
    list_filter = [("groups", RolesFilter), "is_active", "is_superuser"]
    fieldsets = [
        (None, {"fields": [("username", "password")], "classes": ["side-by-side"]}),
        (
            _("Personal info"),
            {
                "fields": [("first_name", "last_name"), ("email", "language")],
                "classes": ["side-by-side"],
            },
        ),
        (_("Permissions"), {"fields": ["groups"]}),
        (
            None,
            {
                "fields": ["is_active", "is_staff", "is_superuser", "languages"],
                "classes": [BESIDE],
            },
        ),
        (_("Important dates"), {"fields": ["last_login", "date_joined"], "classes": [FOLDED]}),
    ]

    class Media:
        css = {"all": ["admin-newsroom/admin.css"]}
        js = OURS

    def formfield_for_dbfield(
        self, db_field: models.Field, request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        if db_field.name == "groups":
            kwargs["form_class"] = RolesField
        if db_field.name != "languages":
            return super().formfield_for_dbfield(db_field, request, **kwargs)
        return forms.MultipleChoiceField(
            label=capfirst(db_field.verbose_name),
            help_text=db_field.help_text,
            choices=settings.LANGUAGES,
            required=False,
            widget=forms.CheckboxSelectMultiple,
        )

    def user_change_password(
        self,
        request: HttpRequest,
        id: str,  # noqa: A002 - Django's name
        form_url: str = "",
    ) -> HttpResponse:
        response = super().user_change_password(request, id, form_url)
        if request.method == "POST" and response.status_code == HTTPStatus.FOUND:
            account = User.objects.filter(pk=number(id)).first()
            log.by_whom(request, "password changed", account.username if account else "")
        return response

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> Any:
        """Only somebody who may do everything makes another one who may."""
        return [] if person(request).is_superuser else ["is_superuser"]

    def get_fieldsets(self, request: HttpRequest, obj: User | None = None) -> Any:
        """Of who is only looked at, no password: Django would show what is kept of it."""
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None or self.has_change_permission(request, obj):
            return fieldsets
        (_heading, first), *rest = fieldsets
        return [(None, first | {"fields": ["username"]}), *rest]

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        beyond = obj is not None and obj.is_superuser and not person(request).is_superuser
        return not beyond and super().has_change_permission(request, obj)
