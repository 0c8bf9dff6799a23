"""The forms that take a password; each says when too many wrong ones came."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth import authenticate
from django.contrib.auth.forms import PasswordChangeForm
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import ngettext
from django.views.decorators.debug import sensitive_variables


def is_slowed(request: HttpRequest | None) -> bool:
    """Whether what was sent was not looked at, or is the last that is, for a while."""
    return bool(getattr(request, "axes_locked_out", False))


def too_many_tries() -> ValidationError:
    pause = settings.SIGN_IN_PAUSE
    said = ngettext(
        "Too many wrong tries: for %(pause)s minute, no password is taken from here. Wait, then "
        "try again.",
        "Too many wrong tries: for %(pause)s minutes, no password is taken from here. Wait, then "
        "try again.",
        pause,
    )
    return ValidationError(said, code="slowed", params={"pause": pause})


def told_to_wait(request: HttpRequest, response: HttpResponse, *args: Any) -> HttpResponse:
    """The page whose form says so, marked for machines too."""
    response.status_code = 429
    response["Retry-After"] = str(settings.SIGN_IN_PAUSE * 60)
    return response


class SignInForm(AdminAuthenticationForm):
    def get_invalid_login_error(self) -> ValidationError:
        return too_many_tries() if is_slowed(self.request) else super().get_invalid_login_error()


class OwnPasswordForm(PasswordChangeForm):
    """A new password, for who says the old one: wrong ones are counted as when one signs in."""

    def __init__(self, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        self.request = request
        super().__init__(*args, **kwargs)

    @sensitive_variables("old")
    def clean_old_password(self) -> str:
        old = self.cleaned_data["old_password"]
        username = self.user.get_username()
        if authenticate(self.request, username=username, password=old) is not None:
            return old
        if is_slowed(self.request):
            raise too_many_tries()
        raise ValidationError(self.error_messages["password_incorrect"], code="password_incorrect")
