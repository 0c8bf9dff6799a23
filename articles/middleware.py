"""What happens around a request."""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import admin
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.middleware.locale import LocaleMiddleware
from django.shortcuts import render
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import translation

from articles.desk.databases import keeps_no_files
from articles.models.identity import asked_once
from articles.wire.plain_text import say_numbers

COME_BACK_IN = 600
"""Seconds."""
FEW_FIELDS, FEW_BYTES = 1_000, 2_500_000
"""What a form of somebody who is not signed in may have."""


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


class NewsroomMiddleware:
    """What the newsroom is called is asked of the database once in a request, at most."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        is_readers = EditionMiddleware.language_of(request) is not None
        with asked_once(only_reads=is_readers and request.method in {"GET", "HEAD"}):
            return self.get_response(request)


def is_of_no_language(response: HttpResponseBase) -> bool:
    """Whether an answer is the same in every language: a picture, a map of the site for robots."""
    kind = response.headers.get("Content-Type", "")
    return kind.startswith("image/") or kind == "application/xml"


OF_WORDS = (
    "text/",
    "application/json",
    "application/javascript",
    "application/xml",
    "image/svg+xml",
)


def is_of_words(response: HttpResponseBase) -> bool:
    """Whether an answer gets smaller: pictures, PDFs, archives are as small as they get.

    An archive that is compressed again has no length: the reader’s browser cannot say how long
    it takes.
    """
    kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    return kind.startswith(OF_WORDS) or kind.endswith(("+json", "+xml"))


REFUSED = re.compile(r"\s*q\s*=\s*0(?:\.0*)?\s*", re.IGNORECASE)
"""The weight of a coding in which a reader wants nothing to come (RFC 9110, 12.4.2)."""


class AcceptedCodingsMiddleware:
    """Leave in ``Accept-Encoding`` what a reader takes: Django and WhiteNoise read names alone."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        asked = request.META.get("HTTP_ACCEPT_ENCODING", "")
        if ";" in asked:
            request.META["HTTP_ACCEPT_ENCODING"] = ",".join(
                one for one in asked.split(",") if not REFUSED.fullmatch(one.partition(";")[2])
            )
        return self.get_response(request)


class CompressionMiddleware(GZipMiddleware):
    """Compress what is not compressed already."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        return super().process_response(request, response) if is_of_words(response) else response


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
        if code is None and is_of_no_language(response):
            return response
        if code is None:
            return super().process_response(request, response)
        response.headers.setdefault("Content-Language", code)
        return response


YEAR = 365 * 24 * 3600


def remember_language(response: HttpResponse, code: str) -> None:
    """Have the browser say, before anybody has signed in, which language was spoken here."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        code,
        max_age=YEAR,
        path=settings.LANGUAGE_COOKIE_PATH,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
        samesite="Lax",
    )


class AdminLanguageMiddleware:
    """Speak the language each person chose for the admin; public pages go by their address.

    The browser remembers it: whose session is over is asked in it to sign in again.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith(reverse("admin:index")):
            return self.get_response(request)
        chosen = getattr(request.user, "language", "")
        if chosen in dict(settings.LANGUAGES):
            translation.activate(chosen)
            request.LANGUAGE_CODE = chosen
        response = self.get_response(request)
        # A view may have let the person choose another one.
        spoken = getattr(request, "language_chosen", chosen)
        if spoken and spoken != request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME):
            remember_language(response, spoken)
        return response

    def process_template_response(
        self, request: HttpRequest, response: TemplateResponse
    ) -> TemplateResponse:
        """Have the desk, too, show numbers in their order, whichever text they are of."""
        if request.path.startswith(reverse("admin:index")):
            response.add_post_render_callback(say_numbers)
        return response


class FormBoundsMiddleware:
    """Let the desk's people send forms of any honest size, and nobody else.

    An event with hundreds of people has thousands of fields. The settings allow for that; who is
    not signed in at the desk is held to what a search form and a sign-in need. What is beyond
    the desk's own bounds is answered with a sentence. It has to come before the check against
    forged forms, which is the first to read what was sent.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.META.get("QUERY_STRING", "").count("&") >= FEW_FIELDS:
            raise TooManyFieldsSent
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *args: Any) -> HttpResponseBase | None:
        if request.method != "POST":
            return None
        is_desk = request.path.startswith(reverse("admin:index"))
        if is_desk and admin.site.has_permission(request):
            return self.read(request)
        try:
            refuse_many(request)
        except (TooManyFieldsSent, RequestDataTooBig):
            if is_desk and request.path != reverse("admin:login"):
                # The session has ended since the form was opened: whoever signs in gets it back.
                return redirect_to_login(request.get_full_path(), reverse("admin:login"))
            raise
        return None

    def read(self, request: HttpRequest) -> HttpResponse | None:
        try:
            request.POST  # noqa: B018 - reads all of it
        except TooManyFilesSent:
            beyond = "files"
        except TooManyFieldsSent:
            beyond = "fields"
        except RequestDataTooBig:
            beyond = "size"
        except OSError as error:
            if not keeps_no_files(error):
                raise
            beyond = "disk"
        else:
            return None
        bounds = {
            "beyond": beyond,
            "files": settings.DATA_UPLOAD_MAX_NUMBER_FILES,
            "fields": settings.DATA_UPLOAD_MAX_NUMBER_FIELDS,
            "megabytes": settings.DATA_UPLOAD_MAX_MEMORY_SIZE // 1024**2,
        }
        return render(request, "413.html", bounds, status=503 if beyond == "disk" else 413)


def refuse_many(request: HttpRequest) -> None:
    """Refuse, unread, what has more fields than any form of a reader.

    Raises:
        TooManyFieldsSent: it has.
        RequestDataTooBig: it is too long to look.
    """
    if int(request.META.get("CONTENT_LENGTH") or 0) > FEW_BYTES:
        raise RequestDataTooBig
    if request.content_type == "multipart/form-data":
        boundary = (request.content_params or {}).get("boundary", "")
        fields = request.body.count(f"--{boundary}".encode()) - 1
    else:
        fields = request.body.count(b"&") + 1
    if fields > FEW_FIELDS:
        raise TooManyFieldsSent


class WayBackMiddleware:
    """Lead whoever must sign in before a form is taken back to the page that the form was on.

    Django would lead them to the address it was sent to, which may show nothing.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        about: Any = request
        about.came_from = page_of_the_form(request) if request.method == "POST" else ""
        response = self.get_response(request)
        login = reverse("admin:login")
        if about.came_from and response.get("Location", "").startswith(f"{login}?"):
            response["Location"] = redirect_to_login(about.came_from, login)["Location"]
        return response


def page_of_the_form(request: HttpRequest) -> str:
    """The address in the desk that a form was sent from, as the browser says; else nothing."""
    page = urlsplit(request.headers.get("Referer", ""))
    is_ours = page.netloc == request.get_host() and page.path.startswith(reverse("admin:index"))
    if not is_ours or page.path.startswith((reverse("admin:login"), reverse("admin:logout"))):
        return ""
    return f"{page.path}?{page.query}" if page.query else page.path
