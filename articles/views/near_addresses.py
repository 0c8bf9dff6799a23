"""Addresses that differ from a page's own by what nobody sees, or what programs add: led to it.

Another composition of the letters, capitals, accents, a comma or a bracket that a program took
along, a second encoding, the address of a page of another kind (``/amp/``, ``/feed/``), what a
network adds where the address already ended. Of what is no record's page (``/FR/Articles/``), the
capitals alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from django.utils import translation

from articles.languages import Language
from articles.models import Article, FormerAddress, PageRecord
from articles.models.addresses import SLUG_LENGTH
from articles.text.slugs import UNSEEN, slugify_for

from . import not_found
from .redirects import moved_to, record_once_at
from .sitemaps import SECTIONS

ENCODED = 3
"""So often an address may have been encoded beyond once."""
LONGEST = SLUG_LENGTH * 4
LONGEST_PATH = 500
PROBED = re.compile(r"/(?:wp-|\.)|\.(?:php|css|js|map|ico|svg|gif|png|jpe?g|webp|woff2?)\Z")
"""What robots try, and files of a site: no article stood there, so nothing is asked."""
ADDED = re.compile(r"[?&#;].*\Z", re.DOTALL)
OF_OTHER_KINDS = frozenset(
    ["amp", "feed", "feed.rss", "rss", "print", "amp.html", "index.html", "index.php"]
)
OF_NO_RECORD = {"form", "year", "month"}
"""What the address of a page says that is no record's."""
TRAILING = " \t\n\u00a0،,.;:؛؟!?)]}>»”’\"'…*_|\\"


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Lead to the page that was meant, where only one can be; else say what is near."""
    found = None
    if request.method in {"GET", "HEAD"}:
        path = request.path_info
        found = without_capitals(request) or meant_by(path) or once_elsewhere(path)
    return found or not_found.page_not_found(request, exception)


def without_capitals(request: HttpRequest) -> HttpResponse | None:
    """A redirection to a list or another page of no record, with what was asked of it."""
    plain = request.path_info.lower()
    language = Language.find(plain[1:].partition("/")[0])
    if language is None or plain == request.path_info:
        return None
    with translation.override(language.code):
        for path in (plain, f"{plain}/"):
            try:
                found = resolve(path)
            except Resolver404:
                continue
            if found.kwargs.keys() <= OF_NO_RECORD:
                asked = request.META.get("QUERY_STRING", "")
                return moved_to(f"{path}?{asked}" if asked else path)
    return None


def once_elsewhere(path: str) -> HttpResponse | None:
    """A redirection to the article that had this address on a site that was brought in."""
    path = path.rstrip("/")
    if not path or len(path) > LONGEST_PATH or "\x00" in path or PROBED.search(path):
        return None
    former = FormerAddress.objects.filter(path=path).first()
    language = Language.find(former.language) if former else None
    if former is None or language is None:
        return None
    article = Article.objects.filter(key=former.record_key).first()
    if article is None or not article.has_page_in(language):
        return None
    return moved_to(article.url_in(language))


def meant_by(path: str) -> HttpResponse | None:
    """A redirection to the page whose address this nearly is."""
    code, section, slug = parts_of(path)
    language = Language.find(code)
    if language is None or not slug:
        return None
    with translation.override(language.code):
        try:
            model = SECTIONS.get(resolve(f"/{code}/{section}/a/").url_name or "")
        except Resolver404:
            return None
        found = page_at(model, language, [*spellings(slug, language)]) if model else None
        if found is None or not is_another(found, language, path):
            return None
        return moved_to(found.url_in(language))


def parts_of(path: str) -> tuple[str, str, str]:
    """Language, section and slug of an address, without what does not belong to it."""
    for _ in range(ENCODED):
        decoded = unquote(path)
        if decoded == path:
            break
        path = decoded
    parts = [one for one in ADDED.sub("", path).split("/") if one.strip(TRAILING)]
    while len(parts) > 3 and parts[-1].strip(TRAILING).lower() in OF_OTHER_KINDS:
        parts.pop()
    if len(parts) != 3 or len(parts[2]) > LONGEST:
        return "", "", ""
    return parts[0].lower(), parts[1].lower(), parts[2].strip(TRAILING)


def spellings(slug: str, language: Language) -> Iterator[str]:
    """A slug as it may have been meant, the nearest first."""
    yield (composed := UNSEEN.sub("", unicodedata.normalize("NFC", slug)))
    yield composed.lower()
    yield slugify_for(slug, language.script == "Latn")


def page_at(model: type[PageRecord], language: Language, slugs: list[str]) -> Any:
    """The record whose page is, or once was, at the first of these that leads to one."""
    column, rows = language.field("slug"), model._default_manager
    public: Any = rows.live() if model is Article else rows.public(language)  # type: ignore[attr-defined]
    found = {getattr(one, column): one for one in public.filter(**{f"{column}__in": slugs})}
    for slug in dict.fromkeys(slugs):
        record = found.get(slug) or record_once_at(model, slug)
        if record is not None and record.has_page_in(language):
            return record
    return None


def is_another(found: PageRecord, language: Language, path: str) -> bool:
    """Whether a page has another address than was asked for, by more than the last slash."""
    return unquote(found.url_in(language)).rstrip("/") != path.rstrip("/")
