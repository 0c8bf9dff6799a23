"""A form that is refused: a sentence says why, and what was typed stays to be read and copied."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.contrib import admin
from django.core.exceptions import FieldDoesNotExist, PermissionDenied
from django.db import DatabaseError, models
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import linebreaks
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles.admin.requests import number, person
from articles.desk.databases import is_away, keeps_no_files
from articles.desk.deleted_meanwhile import GoneError
from articles.desk.read_only import taken_by_others
from articles.languages import Language
from articles.models import Article, Correction, Note, Quote, User
from articles.models.fields import RichTextField, body_sanitizer

logger = logging.getLogger(__name__)
SOON = 30
"""Seconds."""
BESIDE = re.compile(r"_(?:note|ask_words|(?:correction|update)-(?P<language>\w+))")
"""Fields beside a form in which a person writes: a reason, a question, what readers are told."""
ROW = re.compile(r"(?:(?P<kind>\w+)-\d+-)?(?P<column>\w+)")
OF_TRANSLATIONS = re.compile(r"(target|source)-\d+")
"""The fields of the translation desk: each a paragraph, rich or plain."""
PLAIN = (models.CharField, models.TextField)
GONE = Http404 | GoneError | Article.DoesNotExist
"""What says that somebody else has deleted what a page is about, be it in this moment."""


@dataclass(frozen=True)
class RefusedText:
    """What stood in one field of a form."""

    label: str
    words: SafeString
    language: Language | None = None


class RefusedFormMiddleware:
    """Give back what was typed where any page of the desk refuses the form that brought it.

    A right may be taken away, or an article be gone, while its form is open; or somebody else
    deletes what it is about in the moment in which it is sent. What is not there is said at the
    desk: the readers' page of what is not found would be about an address.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, refusal: Exception) -> HttpResponse | None:
        if not request.path.startswith(reverse("admin:index")):
            return None
        if request.method == "POST" and (sentence := not_now(refusal)):
            return try_again(request, sentence)
        is_gone = isinstance(refusal, GONE)
        if not (is_gone or isinstance(refusal, PermissionDenied)) or not is_of_desk(request):
            return None
        typed = list(typed_in(request)) if request.method == "POST" else []
        return refused(request, refusal, typed)


def not_now(error: Exception) -> str:
    """Why nothing can be saved at this moment; nothing where it is another error."""
    if is_away(error):
        return _(
            "The database does not take anything at this moment, and nothing was saved. Go back "
            "with the button of your browser and send the form again in a minute."
        )
    if keeps_no_files(error):
        return _(
            "The server cannot keep files at this moment, because its disk is full or closed, and "
            "nothing was saved. Tell whoever looks after the server; without a file, the form "
            "can be saved."
        )
    return ""


def try_again(request: HttpRequest, sentence: str) -> HttpResponse | None:
    """The page that says so, with what was typed; none where even that cannot be looked up."""
    logger.error("A form could not be saved: %s", request.path, exc_info=True)
    try:
        if not is_of_desk(request):
            return None
        context = {
            **admin.site.each_context(request),
            "title": _("Nothing was saved"),
            "sentence": sentence,
            "typed": list(typed_in(request)),
        }
        response = TemplateResponse(request, "admin/refused.html", context, status=503).render()
    except DatabaseError:
        return None
    response["Retry-After"] = str(SOON)
    return response


def is_of_desk(request: HttpRequest) -> bool:
    return isinstance(request.user, User) and request.user.is_active and request.user.is_staff


def refused(request: HttpRequest, refusal: Exception, typed: list[RefusedText]) -> HttpResponse:
    """The page that says why, with what was typed."""
    is_gone, is_sent = isinstance(refusal, GONE), request.method == "POST"
    gone = _(
        "It is not there any more: somebody has deleted it, or it is not yours to see any more."
    )
    said = "" if isinstance(refusal, Http404 | Article.DoesNotExist) else str(refusal)
    article = article_of(request)
    taken = list(taken_by_others(article, person(request))) if article and not is_gone else []
    not_theirs = (
        _("You may not change this, or not any more.")
        if is_sent
        else _("You may not open this page.")
    )
    heading = _("Not found") if is_gone else _("Not allowed")
    context = {
        **admin.site.each_context(request),
        "title": _("Nothing was saved") if is_sent else heading,
        "sentence": said or (gone if is_gone else not_theirs),
        "typed": typed,
        "taken": taken,
        "article": article if taken else None,
    }
    status = 404 if is_gone else 403
    return TemplateResponse(request, "admin/refused.html", context, status=status)


def article_of(request: HttpRequest) -> Article | None:
    """The article whose form was refused, for who sees all of it."""
    page = request.resolver_match
    if page is None or page.url_name != "articles_article_change":
        return None
    article = Article.with_copies.filter(pk=number(str(page.kwargs["object_id"]))).first()
    return article if article and article.is_open_to(person(request)) else None


def typed_in(request: HttpRequest) -> Iterator[RefusedText]:
    """The texts of a form, in its order; not its choices, dates and keys."""
    for name, value in request.POST.items():
        words = str(value).strip()
        if not words:
            continue
        if beside := BESIDE.fullmatch(name):
            language = Language.find(beside["language"] or "")
            label = _("Correction") if language else _("Note")
            yield RefusedText(label, as_lines(words), language)
        elif name.startswith(("_", "csrf")):
            continue
        elif OF_TRANSLATIONS.fullmatch(name):
            yield RefusedText("", as_rich(words))
        elif column := column_named(name):
            yield of_column(column, words)


def column_named(name: str) -> Any:
    """The column of words that a field of a form stands for, of whatever the desk writes."""
    match = ROW.fullmatch(name)
    kinds: list[Any] = [Article, Quote, Correction, Note]
    for model in (*kinds, *apps.get_app_config("articles").get_models()):
        try:
            column: Any = model._meta.get_field(match["column"]) if match else None
        except FieldDoesNotExist:
            continue
        # What is chosen, in the first kind that has it, is no text of another kind either.
        return column if isinstance(column, PLAIN) and not column.choices else None
    return None


def of_column(column: Any, words: str) -> RefusedText:
    code = getattr(column, "language", None)
    named = getattr(column, "translated_field", column)
    is_rich = isinstance(column, RichTextField)
    shown = as_rich(words) if is_rich else as_lines(words)
    return RefusedText(capfirst(str(named.verbose_name)), shown, Language(code) if code else None)


def as_lines(words: str) -> SafeString:
    return SafeString(linebreaks(words, autoescape=True))


def as_rich(words: str) -> SafeString:
    return mark_safe(body_sanitizer()(words))  # noqa: S308 - sanitised here
