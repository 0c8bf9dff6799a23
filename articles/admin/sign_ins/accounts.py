"""The forms of accounts: a password is changed and never shown, nor what is kept of it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.forms import (
    AdminPasswordChangeForm,
    AdminUserCreationForm,
    ReadOnlyPasswordHashField,
    UserChangeForm,
)
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

WITHOUT_PASSWORD = gettext_lazy(
    "Without a password nobody signs in with this account, until one is set."
)


class WayToPassword(forms.Widget):
    """Leads to the page on which a password is set: the only thing to be done with one."""

    def render(self, name: str, value: Any, *_args: Any, **_kwargs: Any) -> SafeString:
        is_set = value and not f"{value}".startswith(UNUSABLE_PASSWORD_PREFIX)
        words = _("Change the password") if is_set else _("Set a password")
        return format_html('<a class="button" href="../password/">{}</a>', words)

    def id_for_label(self, id_: Any) -> Any:
        return None


class AccountForm(UserChangeForm):
    password = ReadOnlyPasswordHashField(label=gettext_lazy("Password"), widget=WayToPassword)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "password" in self.fields:
            self.fields["password"].help_text = ""


class NewAccountForm(AdminUserCreationForm):
    usable_password = AdminUserCreationForm.create_usable_password_field(WITHOUT_PASSWORD)


class AccountPasswordForm(AdminPasswordChangeForm):
    usable_password_help_text = gettext_lazy(
        "Without a password nobody signs in with this account, until one is set; the present one "
        "is lost."
    )
