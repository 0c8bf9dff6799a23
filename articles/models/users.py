"""The people who work in the newsroom."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AbstractUser, Permission
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.languages import Language

from .date_fields import MomentField
from .permissions import EDIT_ANY_LANGUAGE
from .rights import WriteLimits
from .text_fields import OneLineEmailField, OneLineField, PlainDataField


def retyped(name: str, as_class: type[Any]) -> Any:
    """A column of Django's account, as a column of ours: the same to the database."""
    column: Any = AbstractUser._meta.get_field(name)
    _name, _path, args, kwargs = column.deconstruct()
    return as_class(*args, **kwargs)


class User(AbstractUser):
    """An account of the desk."""

    username = retyped("username", OneLineField)
    first_name = retyped("first_name", OneLineField)
    last_name = retyped("last_name", OneLineField)
    email = retyped("email", OneLineEmailField)
    last_login = retyped("last_login", MomentField)
    date_joined = retyped("date_joined", MomentField)
    language = OneLineField(
        _("language of the admin"),
        max_length=10,
        blank=True,
        choices=settings.LANGUAGES,
        help_text=_("Empty: the language the browser asks for."),
    )

    languages = PlainDataField(
        _("languages to write"),
        default=list,
        blank=True,
        help_text=_("For translators: the languages whose texts the account may write."),
    )

    class Meta(AbstractUser.Meta):
        ordering = ["username"]

    def __str__(self) -> str:
        return self.get_full_name() or self.username

    def clean(self) -> None:
        super().clean()
        known = {language.code for language in Language.all()}
        if not isinstance(self.languages, list) or not known.issuperset(self.languages):
            raise ValidationError({"languages": _("The newsroom does not publish in this.")})

    def has_perm(self, perm: str, obj: Any = None) -> bool:
        """Whether they have a right. A page of the desk asks for hundreds.

        All that an account has is read at the first, in one question, and kept with it where
        Django's backend looks; that would ask twice, and go through the backends each time.
        """
        if obj is not None or not self.is_active or self.is_superuser or self.pk is None:
            return super().has_perm(perm, obj)
        if "_perm_cache" not in vars(self):
            self._perm_cache = self.rights_held()
        return perm in self._perm_cache

    def rights_held(self) -> set[str]:
        """The rights given to the account itself, and to its roles."""
        held = Permission.objects.filter(Q(user=self) | Q(group__user=self)).order_by()
        names = held.values_list("content_type__app_label", "codename").distinct()
        return {f"{app}.{name}" for app, name in names}

    @classmethod
    def know_rights(cls, people: Iterable[User]) -> None:
        """Read the rights of several accounts, in one question."""
        asked: dict[int, Any] = {one.pk: one for one in people if not one.is_superuser}
        known: dict[int, set[str]] = {pk: set() for pk in asked}
        own, of_groups = (
            table._base_manager.filter(user__in=[*asked])
            .order_by()
            .values_list("user", f"{way}__content_type__app_label", f"{way}__codename")
            for table, way in (
                (cls.user_permissions.through, "permission"),
                (cls.groups.through, "group__permissions"),
            )
        )
        for pk, app, codename in own.union(of_groups).order_by() if asked else ():
            known[pk].add(f"{app}.{codename}")
        for pk, rights in known.items():
            asked[pk]._perm_cache = rights

    @classmethod
    def with_right(cls, permission: str) -> models.QuerySet[User]:
        """The accounts that hold a permission: of the two backends, one knows permissions."""
        return cls.objects.with_perm(
            permission, backend="django.contrib.auth.backends.ModelBackend"
        )

    def may_write(self, language: Language | str) -> bool:
        """Whether texts of a language are theirs to write, whatever they stand in."""
        return self.has_perm(EDIT_ANY_LANGUAGE) or str(language) in self.languages

    def write_limits(self) -> WriteLimits:
        """What this person may read and not write of a record of the newsroom."""
        return WriteLimits(
            facts=not self.has_perm(EDIT_ANY_LANGUAGE),
            languages=frozenset(one for one in Language.all() if not self.may_write(one)),
        )
