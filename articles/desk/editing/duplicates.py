"""A duplicate of an article: a draft that says the same, and of which no reader has heard."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Article, SitePage, User
from articles.models.date_fields import MomentField
from articles.models.permissions import ADD_ARTICLE

from . import history
from .snapshots import (
    Content,
    LostReferences,
    child_fields,
    content_fields,
    is_state,
    put_children,
    put_fields,
    snapshot,
)

ROWS = ("quotes", "mentions", "tagged")
"""What goes with the words. What readers were told of the one is not true of the other."""
OF_THE_ONE = (
    "slug",
    "embargo_line",
    "source_digest",
    "source_published_on",
    "source_text",
    "source_url",
    "translation_note",
)
"""Beside its states and moments: what is true of this one text alone."""


def may_duplicate(article: Article, by: User) -> bool:
    """Whether this person may add articles, and may see all of this one."""
    return by.has_perm(ADD_ARTICLE) and not article.is_abridged and article.is_open_to(by)


def duplicate(article: Article, *, by: User) -> Article:
    """Make a draft with the words of an article and what they are about; it is whose ``by`` is.

    Raises:
        PermissionDenied: ``by`` may add no articles, or may not see all of this one.
    """
    if not may_duplicate(article, by):
        raise PermissionDenied
    limits, lost = by.write_limits(), LostReferences()
    with transaction.atomic():
        content = snapshot(article)
        draft = Article(created_by=by)
        put_fields(draft, fields_to_copy(content, by), lost)
        draft.save()
        for kind in ROWS if not limits.facts else ():
            columns = {"key"} | {one.name for one in child_fields(kind) if not limits.holds(one)}
            rows = [{name: row[name] for name in row if name in columns} for row in content[kind]]
            put_children(draft, kind, rows, lost)
        note = _("Duplicate of “%(article)s”.") % {"article": article}
        history.keep_if_changed(draft, by=by, note=note)
    return draft


def fields_to_copy(content: Content, by: User) -> dict[str, Any]:
    """What of an article's columns a duplicate begins with, and this person may write."""
    limits = by.write_limits()
    fields = {
        column.name: content["fields"][column.name]
        for column in content_fields(Article)
        if not isinstance(column, MomentField)
        and not is_state(column)
        and not column.name.startswith(OF_THE_ONE)
        and not limits.holds(column)
    }
    if content["fields"].get("site_page"):
        # Of most static pages there is one; and none becomes news.
        fields["site_page"] = SitePage.OTHER
    return fields
