"""The sign under which a device keeps the newsroom: its logo, else the one of the program."""

from __future__ import annotations

import hashlib
import logging
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.templatetags.static import static
from django.urls import reverse
from django.views import View

from articles.models import Image
from articles.models.identity import identity
from articles.pictures.icons import DESIGN, SIZES, square_icon
from articles.pictures.renditions import UnreadableError, open_original

from .http_cache import say_freshness

logger = logging.getLogger(__name__)


def shown_logo() -> Image | None:
    logo = identity().logo
    return logo if logo is not None and logo.may_be_shown() else None


def icons() -> list[dict[str, str]]:
    """The icons of the manifest, each for whole and for cut squares (W3C: any, maskable)."""
    logo = shown_logo()
    return [
        {
            "src": address(size, logo),
            "sizes": f"{size}x{size}",
            "type": "image/png",
            "purpose": purpose,
        }
        for size in SIZES
        for purpose in ("any", "maskable")
    ]


def address(size: int, logo: Image | None) -> str:
    """Where it is; what an address is of says its end, since devices keep an icon for ever."""
    if logo is None:
        return static(f"icons/newsroom-{size}.png")
    drawn = hashlib.sha256(f"{DESIGN} {logo.original.recipe}".encode()).hexdigest()[:12]
    return f"{reverse('icon', kwargs={'size': size})}?v={drawn}"


class LogoIcon(View):
    """The logo in a square of one of the sizes: it is small, and drawn when it is asked for."""

    def get(self, request: HttpRequest, size: int) -> HttpResponse:
        logo = shown_logo()
        if logo is None or size not in SIZES:
            raise Http404
        try:
            drawn = square_icon(open_original(logo.original), size)
        except (UnreadableError, OSError):
            logger.warning("The logo cannot be read.", extra={"picture": logo.key})
            raise Http404 from None
        response: Any = HttpResponse(drawn, content_type="image/png")
        say_freshness(request, response, [logo])
        return response
