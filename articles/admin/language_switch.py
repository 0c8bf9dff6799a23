"""The language of the admin: chosen in the header, kept with the account."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.views import View

from articles.languages import Language


class AdminLanguageView(View):
    """Remember a language for the person; the middleware has the browser remember it."""

    def post(self, request: HttpRequest) -> HttpResponse:
        response = HttpResponseRedirect(self.way_back(request))
        try:
            language = Language.get(request.POST.get("language", ""))
        except LookupError:
            return response
        about: Any = request
        about.language_chosen = language.code
        if request.user.is_authenticated:
            request.user.language = language.code
            request.user.save(update_fields=["language"])
        return response

    def way_back(self, request: HttpRequest) -> str:
        """The page the form was on; the index where that is not ours."""
        wished = request.POST.get("next", "")
        ours = url_has_allowed_host_and_scheme(
            wished, allowed_hosts={request.get_host()}, require_https=request.is_secure()
        )
        return wished if ours else resolve_url("admin:index")
