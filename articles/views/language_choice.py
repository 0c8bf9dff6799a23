"""The way in: the root, which chooses a language."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.translation.trans_real import parse_accept_lang_header

from articles.languages import Language

from .http_cache import KEPT_BY_CACHES


def language_asked_for(request: HttpRequest) -> Language:
    """What the reader's browser prefers of what we publish in; no cookie and no account counts."""
    known = dict(settings.LANGUAGES)
    for wished, _ in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        # Django overlooks a language that it has no words in.
        for code in (wished, wished.partition("-")[0]):
            if code in known:
                return Language(code)
        try:
            return Language.get(translation.get_supported_language_variant(wished))
        except LookupError:
            continue
    return Language(settings.LANGUAGE_CODE)


def choose_language(request: HttpRequest) -> HttpResponse:
    """Send a reader at the root to the front page in a language."""
    with translation.override(language_asked_for(request).code):
        response = redirect(reverse("home"))
    patch_vary_headers(response, ["Accept-Language"])
    patch_cache_control(response, public=True, max_age=int(KEPT_BY_CACHES.total_seconds()))
    return response
