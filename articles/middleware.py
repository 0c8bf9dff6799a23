"""What happens around a request."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.middleware.locale import LocaleMiddleware
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation

COME_BACK_IN = 600
"""Seconds."""


class MaintenanceMiddleware:
    """While the setting ``MAINTENANCE`` is on, answer 503 without touching the database.

    ``/health/live`` goes on answering, so that nobody restarts what is meant to rest.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not settings.MAINTENANCE or request.path == "/health/live":
            return self.get_response(request)
        response = render(None, "503.html", status=503)
        response["Retry-After"] = str(COME_BACK_IN)
        response["Cache-Control"] = "no-store"
        return response


def is_picture(response: HttpResponseBase) -> bool:
    """Whether an answer is a picture: as small as it gets, and of its own in no language."""
    return response.headers.get("Content-Type", "").startswith("image/")


class CompressionMiddleware(GZipMiddleware):
    """Compress what is not compressed already."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        return response if is_picture(response) else super().process_response(request, response)


class EditionMiddleware(LocaleMiddleware):
    """Speak the language of the address.

    Django knows only the languages it, or we, have a catalogue of words in: an edition in one
    that has none, such as Amazigh in Tifinagh, would have no pages. Here every configured
    language has its edition; words that are not translated are those of the default language.
    """

    @staticmethod
    def language_of(request: HttpRequest) -> str | None:
        """The language that the address begins with, where it is one of ours."""
        code = request.path_info.split("/", 2)[1]
        return code if code in dict(settings.LANGUAGES) else None

    def process_request(self, request: HttpRequest) -> None:
        code = self.language_of(request)
        if code is None:
            super().process_request(request)
            return
        translation.activate(code)
        request.LANGUAGE_CODE = code

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        code = self.language_of(request)
        if code is None and is_picture(response):
            return response
        if code is None:
            return super().process_response(request, response)
        response.headers.setdefault("Content-Language", code)
        return response


class AdminLanguageMiddleware:
    """Speak the language each person chose for the admin; public pages go by their address."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(reverse("admin:index")):
            chosen = getattr(request.user, "language", "")
            if chosen in dict(settings.LANGUAGES):
                translation.activate(chosen)
                request.LANGUAGE_CODE = chosen
        return self.get_response(request)
