"""What somebody typed into a text that a colleague has made a draft meanwhile: it is offered."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.languages import Language
from articles.models import Article
from articles.text.richtext.paragraphs import as_html, paragraphs

from ..editing.drafts import forget_draft
from .first_form import FormValues
from .merging import TypedConflict, TypedMerge, mark
from .updating import may_update, put_into, updated_body

PUT = "put"
TEXTS = ("headline", "standfirst", "body")
"""The fields that are put into the draft by a button; the others are shown, to be copied."""


def to_taken(page: Any, merge: TypedMerge, done: str) -> HttpResponse | None:
    """The page of what was typed too late; nothing, where the draft says the same."""
    article: Article | None = page.received.article
    if article is None:
        return None
    language = Language.find(page.received.language or article.original_language)
    may_put = language is not None and may_update(article, language, page.user)
    if done == PUT and language and may_put:
        return write_ticked_texts(page, article, language, merge.sent)
    is_open = article.is_open_to(page.user)
    found = page.text.labelled(unsaved_values(merge, is_open=is_open))
    if not found:
        return None
    return page.show(
        _("Saved by somebody else meanwhile"),
        template_name="admin/articles/importing/taken.html",
        article=article if is_open else None,
        received=page.received,
        differing=found,
        offered=[one for one in found if one.name in TEXTS],
        may_put=may_put,
    )


def unsaved_values(merge: TypedMerge, *, is_open: bool) -> list[TypedConflict]:
    """What was typed on this page and not saved, beside what was, where that is open to them."""
    return [
        TypedConflict(name, merge.kept.get(name, "") if is_open else "", said)
        for name, said in merge.sent.items()
        if said.strip()
        and mark(said) != merge.base.get(name, mark(""))
        and mark(said) != mark(merge.kept.get(name, ""))
    ]


def write_ticked_texts(
    page: Any, article: Article, language: Language, sent: FormValues
) -> HttpResponse:
    """Write the texts that were ticked into the draft, or its working copy."""
    texts = {name: sent.get(name, "") for name in TEXTS if sent.get(f"put-{name}")}
    texts = {name: said for name, said in texts.items() if said.strip()}
    row = Article.with_copies.filter(working_copy_of=article).first() or article
    if "body" in texts:
        now = row.said("body", language)
        lines = [" ".join(one.split()) for one in texts["body"].splitlines() if one.strip()]
        texts["body"] = updated_body(now, paragraphs(now), lines) if now else as_html(lines)
    note = _("What a second person typed in the review.")
    row = put_into(article, language, texts, by=page.user, note=note)
    messages.success(page.request, _("What you typed is in the article; its history has both."))
    where = "changes" if row.working_copy_of_id else "change"
    address = reverse(f"admin:articles_article_{where}", args=[row.pk])
    return forget_draft(page.request, HttpResponseRedirect(address))
