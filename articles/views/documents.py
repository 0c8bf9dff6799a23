"""Documents as downloads, under an address that stays: readers have those of their articles."""

from __future__ import annotations

from typing import Any, cast

from django.http import (
    FileResponse,
    HttpRequest,
    HttpResponseBase,
    HttpResponseNotModified,
)
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.utils.csp import CSP
from django.views.decorators.http import require_safe

from articles.models import Document
from articles.models.permissions import VIEW_DOCUMENT
from articles.uploads import StorageAwayError

from .media import is_of_desk, not_there, previewed_article

RUNS_NOTHING = {"default-src": [CSP.NONE], "sandbox": True}
"""Wherever a browser should open it after all, nothing of it is run, and nothing is loaded."""


@require_safe
def document(request: HttpRequest, key: str) -> HttpResponseBase:
    """The file of a document, to be kept and not to be opened in the site."""
    found = Document.objects.filter(key=key).exclude(file="").first()
    if found is None:
        return not_there()
    has_readers = Document.objects.filter(pk=found.pk).with_readers().exists()
    if has_readers and found.is_withdrawn and not is_of_desk(request, found, VIEW_DOCUMENT):
        gone = render(request, "articles/document_withdrawn.html", status=410)
        patch_cache_control(gone, no_store=True)
        return gone
    if has_readers and not found.is_withdrawn:
        response = download(request, found)
        # It may be withdrawn, or another file, at any moment: caches ask each time.
        patch_cache_control(response, public=True, no_cache=True)
        return response
    if is_of_desk(request, found, VIEW_DOCUMENT) or is_previewed(request, found):
        response = download(request, found)
        patch_cache_control(response, private=True, no_store=True)
        return response
    return not_there()


def download(request: HttpRequest, found: Document) -> HttpResponseBase:
    """The stored file, or the word that it has not changed since."""
    tag = f'"{found.checksum}"'
    if request.headers.get("If-None-Match") == tag:
        response: HttpResponseBase = HttpResponseNotModified()
    else:
        try:
            file = found.file.storage.open(f"{found.file.name}")
        except StorageAwayError:
            raise
        except OSError:
            return not_there()
        response = FileResponse(
            file, as_attachment=True, filename=found.download_name, content_type=found.media_type
        )
        response["X-Content-Type-Options"] = "nosniff"
        response["X-Robots-Tag"] = "noindex"
    response["ETag"] = tag
    cast("Any", response)._csp_config = RUNS_NOTHING
    return response


def is_previewed(request: HttpRequest, found: Document) -> bool:
    """Whether it stands below a text that the link of a preview opens now."""
    article = previewed_article(request)
    return article is not None and article.attachments.filter(document=found).exists()
