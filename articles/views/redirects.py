"""Addresses that pages once had: readers are led to where the pages are now."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse

from articles.languages import Language
from articles.models import FormerSlug, PageRecord

from .not_found import not_kept


def url_of(name: str, record: PageRecord) -> str:
    """A path that belongs to a record's page in the active language."""
    return reverse(name, kwargs={"slug": record.said("slug")})


def record_once_at(model: type[PageRecord], slug: str) -> Any:
    """The record that once had this slug, in the active language or else in another."""
    former = FormerSlug.objects.of(model).filter(slug=slug)
    keys = dict(former.values_list("language", "record_key"))
    key = next((keys[one.code] for one in Language.active().then_others if one.code in keys), None)
    return model._default_manager.filter(key=key).first() if key else None


def record_elsewhere_at(model: type[PageRecord], slug: str) -> Any:
    """The record whose page in another language has this slug, and is there."""
    for language in Language.active().others:
        for found in model._default_manager.filter(**{language.field("slug"): slug}):
            if found.has_page_in(language):
                return found
    return None


def moved_to(url: str) -> HttpResponse:
    """301. No cache keeps it unasked: a page may come back to the address it had."""
    return not_kept(HttpResponsePermanentRedirect(url))


def moved_or_404(model: type[PageRecord], name: str, slug: str) -> HttpResponse:
    """Lead to what belongs to a page, under its present address in the active language.

    Raises:
        Http404: no page has or had this slug, or readers of this language do not have it.
    """
    found = record_once_at(model, slug) or record_elsewhere_at(model, slug)
    if found is None or not found.has_page_in():
        raise Http404
    return moved_to(url_of(name, found))
