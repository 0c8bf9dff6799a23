"""Reading without a network: the service worker, the manifests, the pages that stay."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.translation import gettext

from articles.languages import Language
from articles.models.identity import identity, newsroom_name

from .http_cache import KEPT_BY_CACHES
from .language_choice import language_asked_for
from .logo_icons import icons
from .pages import PublicPage

PAPER, ACCENT = "#fffdf8", "#8c1d2f"
"""As in the stylesheet, by day."""
SHORT = 24
"""Letters of a name that a device shows under a sign, more or less."""
FILES = ["css/newsroom.css", "js/offline.js", "favicon.svg"]
APART = ["/api/", "/health/"]
"""What the worker leaves alone, with the admin."""


class DevicePage(PublicPage):
    """A page about what is on the reader's own device: nothing for search engines."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"canonical": ""}


class SavedPage(DevicePage):
    page = "saved"
    template_name = "articles/saved.html"


class OfflinePage(DevicePage):
    page = "offline"
    template_name = "articles/offline.html"


def in_each_language(page: str) -> dict[str, str]:
    """The path of a page in every language, by its code."""
    found = {}
    for language in Language.all():
        with translation.override(language.code):
            found[language.code] = reverse(page)
    return found


def worker(request: HttpRequest) -> HttpResponse:
    """``/sw.js``: what the worker has to know, then the worker. Its place gives it the site."""
    offline, saved = in_each_language("offline"), in_each_language("saved")
    script = static("js/worker.js")
    needed = [*offline.values(), *saved.values(), *(static(name) for name in FILES)]
    known = {
        "shell": f"newsroom-shell-{fingerprint(script, *needed)}",
        "offline": offline,
        "fallback": offline[language_asked_for(request).code],
        "needed": needed,
        "apart": [reverse("admin:index"), *APART],
    }
    content = f"self.newsroom = {json.dumps(known)};\nimportScripts({json.dumps(script)});\n"
    response = HttpResponse(content, content_type="text/javascript; charset=utf-8")
    patch_cache_control(response, no_cache=True)
    patch_vary_headers(response, ["Accept-Language"])
    return response


def fingerprint(*addresses: str) -> str:
    """A digest that changes whenever a file does: their names have a hash of what is in them."""
    return hashlib.sha256(" ".join(addresses).encode()).hexdigest()[:12]


def short_name(name: str) -> dict[str, str]:
    """What stands under its sign; a device shortens a long name itself, as it has room."""
    return {"short_name": name} if len(name) <= SHORT else {}


def manifest(request: HttpRequest) -> HttpResponse:
    """What a device calls the newsroom in a language, and where it opens it (W3C manifest)."""
    language, home = Language.active(), reverse("home")
    described = {
        "id": home,
        "name": newsroom_name(),
        **short_name(newsroom_name()),
        "description": identity().tagline,
        "lang": language.code,
        "dir": language.direction,
        "start_url": home,
        "scope": reverse("root"),
        "display": "minimal-ui",
        "background_color": PAPER,
        "theme_color": ACCENT,
        "icons": icons(),
        "shortcuts": [
            {"name": gettext("Saved articles"), "url": reverse("saved")},
            {"name": gettext("Events"), "url": reverse("events")},
        ],
    }
    response = JsonResponse(
        described,
        content_type="application/manifest+json",
        json_dumps_params={"ensure_ascii": False},
    )
    patch_cache_control(response, public=True, max_age=int(KEPT_BY_CACHES.total_seconds()))
    return response
