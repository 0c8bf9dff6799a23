"""Working copies beside forms and in the list; what readers see is shown, and is not a form."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles.admin.requests import person
from articles.desk.editing import presence, working_copies
from articles.desk.editing.snapshots import CHILDREN, child_model
from articles.desk.publication.reader_messages import seen_in
from articles.languages import Language
from articles.models import Article
from articles.text.typography.direction import END, ISOLATE

from ..publication.change_notices import notice_fields
from .article_submission import ArticleSubmission


def is_only_shown(article: Article | None) -> bool:
    """Whether readers have every language of an article: it is changed in its working copy."""
    return article is not None and article.is_live_somewhere and not article.never_published


def inlines_here(inlines: Any, article: Article | None) -> list[Any]:
    """The rows that the form of an article has: those of its text where the text is written."""
    text = {child_model(kind) for kind in CHILDREN}
    if is_only_shown(article):
        return [inline for inline in inlines if inline.model not in text]
    if article is not None and article.working_copy_of_id:
        return [inline for inline in inlines if inline.model in text]
    return list(inlines)


def working_copy_beside(submission: ArticleSubmission, page: dict[str, Any]) -> dict[str, Any]:
    """Of a live article its working copy; of a working copy what may be done with it."""
    article: Article | None = page["original"]
    if article is not None and article.is_live_somewhere:
        request = submission.request
        may = submission.site.has_change_permission(request, article)
        may_open = may and article.may_be_changed_beside_by(person(request))
        # The one that was read with the article, where the form is only opened.
        copy = (
            working_copies.copy_of(article)
            if submission.is_sent
            else getattr(article, "working_copy", None)
        )
        beside = of_live_article(article, copy, page["adminform"].form.fields)
        inside = submission.in_copy
        if copy and submission.is_sent:
            inside = presence.others(copy, person(request))
        names = Language.active().listed(f"{ISOLATE}{one}{END}" for one in inside)
        return {**beside, "may_open_copy": may_open, "in_copy": names}
    if article is not None and article.working_copy_of_id:
        request = submission.request
        origin: Any = article.working_copy_of
        return {
            "copied_from": origin,
            "never_published": origin.never_published,
            "may_publish_changes": working_copies.may_publish(article, person(request)),
            **notice_fields(request, article),
            "show_save_and_add_another": False,
            "pages": [],
        }
    return {}


def of_live_article(article: Article, copy: Article | None, fields: Any) -> dict[str, Any]:
    drafted = [one for one in article.never_published if one.field("headline") in fields]
    shown = {
        "live": True,
        "copy": copy,
        "has_changes": copy is not None and working_copies.shows_changes(copy),
        "seen_in": seen_in(article),
        "drafted": drafted,
        "show_save_and_add_another": False,
    }
    if drafted:
        return shown
    return shown | {"show_save": False, "show_save_and_continue": False, "show_close": False}


def with_mark_of_changes(articles: models.QuerySet[Any]) -> models.QuerySet[Any]:
    """Articles of a list, each with whether its working copy says anything else."""
    beside = working_copies.copies_written_in().filter(working_copy_of=models.OuterRef("pk"))
    return articles.annotate(is_written_beside=models.Exists(beside.order_by()))


def link_to_changes(article: Article) -> SafeString | str:
    """A link to the changes that wait beside a live article."""
    copy = getattr(article, "working_copy", None)
    if copy is None:
        return ""
    url = reverse("admin:articles_article_changes", args=[copy.pk])
    words = (
        _("changes wait")
        if getattr(article, "is_written_beside", True)
        else _("open, nothing differs")
    )
    return format_html('<a href="{}">{}</a>', url, words)
