"""Pictures as files: readers have them while something before the readers shows them.

One query decides, so that the file of a text under embargo, of what was withdrawn or of a licence
that has ended is with nobody who may not see it, whoever knows its address.
"""

from __future__ import annotations

import mimetypes
from pathlib import PurePosixPath
from typing import Any, cast

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import (
    FileResponse,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseNotFound,
    HttpResponseNotModified,
    HttpResponseRedirect,
)
from django.utils import timezone, translation
from django.utils.cache import patch_cache_control
from django.utils.http import http_date
from django.views.decorators.http import require_safe
from django.views.static import was_modified_since

from articles.desk.press_lists.embargoed import DeadLinkError, PublishedError, opened_copy
from articles.desk.publication.previews import BadLinkError, OldLinkError, Preview, open_preview
from articles.languages import Language
from articles.models import Article, Document, Image, LiveEntry, User
from articles.models.permissions import VIEW_IMAGE
from articles.uploads import StorageAwayError

from .http_cache import KEPT_BY_CACHES

PREVIEW = "previewed"
"""The cookie of somebody who has opened a preview: the link, for its pictures."""
DOCUMENTS, PREVIEW_OF_DOCUMENTS = "/documents/", "previewed-documents"
"""Where documents are, and the cookie that goes there: no answer sets one of a name twice."""
COPY = "~"
"""Stands for the key of an article where the link is that of a journalist's copy."""
MIME = {".avif": "image/avif", ".webp": "image/webp"}


@require_safe
def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """A picture, or one of its renditions."""
    now = timezone.now()
    moments = now, now + KEPT_BY_CACHES
    pictures = Image.objects.of_file(path).with_use().with_live_articles(*moments)
    picture: Any = pictures.first()
    is_seen, stays = picture.seen_at(*moments) if picture else (False, False)
    if is_seen and picture.is_current:
        response = file_at(request, path)
        # What ends within the time that caches keep it is not kept.
        kept = KEPT_BY_CACHES.total_seconds() if stays else 0
        patch_cache_control(response, public=True, max_age=int(kept))
        return response
    if picture is not None and (
        is_of_desk(request, picture, VIEW_IMAGE) or is_previewed(request, picture)
    ):
        response = file_at(request, path)
        patch_cache_control(response, private=True, no_store=True)
        return response
    if is_seen:
        return led_on(picture, path)
    return not_there()


def led_on(picture: Image, path: str) -> HttpResponse:
    """The way from a file that was replaced to what readers have now, in the same size.

    Pages that somebody keeps, and feeds that were fetched, have its address for a while.
    """
    name, old = f"{picture.file.name}", PurePosixPath(path)
    stem = PurePosixPath(name).stem
    folders = [stem if part.startswith(picture.key) else part for part in old.parent.parts]
    rendition = str(PurePosixPath(*folders, old.name))
    is_there = stem in folders and default_storage.exists(rendition)
    response = HttpResponseRedirect(default_storage.url(rendition if is_there else name))
    patch_cache_control(response, no_cache=True)
    return response


def not_there() -> HttpResponse:
    """404, which nobody keeps: what is scheduled is there at its very minute."""
    response = HttpResponseNotFound(content_type="text/plain")
    patch_cache_control(response, no_store=True)
    return response


def is_of_desk(request: HttpRequest, found: Image | Document, permission: str) -> bool:
    """Whether a file is asked for by somebody of the desk who finds it in the library."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return False
    user = cast("User", request.user)
    may = user.is_authenticated and user.is_staff and user.has_perm(permission)
    return may and type(found).objects.for_desk(user).filter(pk=found.pk).exists()


def is_previewed(request: HttpRequest, picture: Image) -> bool:
    """Whether it is the picture of a text that the link of a preview opens now."""
    article = previewed_article(request)
    if article is None:
        return False
    inside = article.body_pictures.filter(image=picture)
    language = Language.find(link_of_preview(request)[0])
    entries = LiveEntry.objects.with_picture(article, language).filter(image=picture)
    return article.lead_image_id == picture.pk or inside.exists() or entries.exists()


def shows_pictures(article: Article) -> bool:
    """Whether a preview of a text has pictures to load."""
    inside = article.body_pictures.all(), LiveEntry.objects.with_picture(article)
    return bool(article.lead_image_id) or any(rows.exists() for rows in inside)


def link_of_preview(request: HttpRequest) -> tuple[str, str]:
    """The language, by its code, and the link of the preview that somebody has opened last."""
    cookies = request.COOKIES
    said = cookies.get(PREVIEW) or cookies.get(PREVIEW_OF_DOCUMENTS) or ""
    code, __, link = said.partition("|")
    return code, link


def previewed_article(request: HttpRequest) -> Article | None:
    """The text that the link of a preview opens now, which this person has opened."""
    code, link = link_of_preview(request)
    key, __, token = link.partition("|")
    if Language.find(code) is None or not token:
        return None
    with translation.override(code):
        try:
            if key == COPY:
                return opened_copy(token).sending.article
            return open_preview(key, token).article
        except (BadLinkError, OldLinkError, DeadLinkError, PublishedError):
            return None


def let_see_pictures(response: HttpResponse, preview: Preview, token: str) -> None:
    """Let who has opened a preview load its picture, as long as the link opens it."""
    link = f"{preview.article.key}|{token}"
    let_see(response, preview, link, settings.MEDIA_URL, PREVIEW)


def let_see_documents(response: HttpResponse, preview: Preview, token: str) -> None:
    """Let them load its documents, too: the same cookie, where those are."""
    link = f"{preview.article.key}|{token}"
    let_see(response, preview, link, DOCUMENTS, PREVIEW_OF_DOCUMENTS)


def let_see_pictures_of_copy(response: HttpResponse, preview: Preview, token: str) -> None:
    """The same for whoever has opened a journalist's copy."""
    let_see(response, preview, f"{COPY}|{token}", settings.MEDIA_URL, PREVIEW)


def let_see_documents_of_copy(response: HttpResponse, preview: Preview, token: str) -> None:
    let_see(response, preview, f"{COPY}|{token}", DOCUMENTS, PREVIEW_OF_DOCUMENTS)


def let_see(response: HttpResponse, preview: Preview, link: str, path: str, cookie: str) -> None:
    if preview.until is None:
        return
    response.set_cookie(
        cookie,
        f"{preview.language}|{link}",
        max_age=int((preview.until - timezone.now()).total_seconds()),
        path=path,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def file_at(request: HttpRequest, path: str) -> HttpResponseBase:
    """The stored file, or the word that it has not changed since."""
    try:
        changed = default_storage.get_modified_time(path).timestamp()
        if not was_modified_since(request.headers.get("If-Modified-Since"), changed):
            return HttpResponseNotModified()
        file = default_storage.open(path)
    except StorageAwayError:
        raise
    except OSError:
        return not_there()
    suffix = path[path.rfind(".") :]
    kind = MIME.get(suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"
    response = FileResponse(file, content_type=kind)
    response.headers["Last-Modified"] = http_date(changed)
    return response
