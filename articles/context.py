"""What every template knows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from articles.languages import Language


def site(request: HttpRequest) -> dict[str, Any]:
    """The site's address, and the languages it speaks."""
    return {
        "site_url": settings.SITE_URL,
        "language": Language.active(),
        "languages": Language.all(),
    }
