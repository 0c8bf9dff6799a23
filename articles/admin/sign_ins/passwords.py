"""Changing one's password, and getting a new one by mail: Django's views, on pages of the desk."""

from __future__ import annotations

from typing import Any

from axes.handlers.proxy import AxesProxyHandler
from django.contrib import admin
from django.contrib.auth import views
from django.contrib.auth.forms import PasswordResetForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import get_language

from articles.desk.sign_ins import log
from articles.desk.sign_ins.addresses import counted_address
from articles.desk.sign_ins.resets import send_links

from .forms import OwnPasswordForm


class OfDesk:
    """A page with the head of the desk."""

    request: HttpRequest

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: Any = super()
        return admin.site.each_context(self.request) | context.get_context_data(**kwargs)


class ChangePage(OfDesk, views.PasswordChangeView):
    form_class = OwnPasswordForm
    template_name = "registration/password_change_form.html"
    success_url = reverse_lazy("admin:password_change_done")

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"request": self.request}

    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        log.note("password changed", self.request, form.user.get_username())
        return response


class AskPage(OfDesk, views.PasswordResetView):
    """Asks for the address of the account; answers the same whether or not there is one."""

    def form_valid(self, form: PasswordResetForm) -> HttpResponse:
        send_links.enqueue(form.cleaned_data["email"], get_language())
        log.note("password link asked for", self.request, "")
        return HttpResponseRedirect(str(self.success_url))


class SentPage(OfDesk, views.PasswordResetDoneView):
    pass


class ChoosePage(OfDesk, views.PasswordResetConfirmView):
    """Takes the new password of who came by the link."""

    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        account = form.user.get_username()
        log.note("password changed by link", self.request, account)
        # Who owns the mailbox has waited enough.
        AxesProxyHandler.reset_attempts(username=account, ip_address=counted_address(self.request))
        return response


class ChosenPage(OfDesk, views.PasswordResetCompleteView):
    pass


def pages() -> list[URLPattern]:
    """The pages, by the names and addresses that Django's templates know."""
    change = admin.site.admin_view(ChangePage.as_view(), cacheable=True)
    return [
        path("password_change/", change),
        path("password_reset/", AskPage.as_view(), name="admin_password_reset"),
        path("password_reset/done/", SentPage.as_view(), name="password_reset_done"),
        path("reset/<uidb64>/<token>/", ChoosePage.as_view(), name="password_reset_confirm"),
        path("reset/done/", ChosenPage.as_view(), name="password_reset_complete"),
    ]
