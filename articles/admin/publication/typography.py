"""Typography in the admin: a text is fixed where an editor says so, with a script or without.

With a script, the field at hand is rewritten and can be undone; without one, the button of a
fix sends the form, which is saved with the field as the rule has it.
"""

from __future__ import annotations

from typing import Any

from django.db import models
from django.forms import Field
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from modeltranslation.fields import TranslationField

from articles.desk.publication.checks import cared_columns, check_typography, with_typography
from articles.languages import Language
from articles.models.typography_checks import LABELS

from ..editing.submission import Next, Submission
from ..pages import DeskPage

FIX = "_fix"
LONGEST = 500_000


def asked_fixes(value: str) -> list[tuple[Language, str, str]]:
    """What a button asks for: ``body_fr:before`` one rule in one field, ``fr`` all of a language.

    Returns:
        For each field: its language, its column, the rule's name or nothing for all.
    """
    column, _, rule = value.partition(":")
    return [
        (language, one, rule)
        for language in Language.all()
        for one in cared_columns(language)
        if column in {one, language.code} and (not rule or rule in LABELS)
    ]


def marked_for_typography(field: Field | None, db_field: models.Field) -> Field | None:
    """A field of a form, with its language where a script may offer to put it right."""
    if field is not None and isinstance(db_field, TranslationField):
        cared = cared_columns(Language(db_field.language))
        if db_field.name in cared:
            kind = "rich" if cared[db_field.name] else "plain"
            field.widget.attrs |= {
                "data-typography": db_field.language,
                "data-typography-text": kind,
            }
    return field


def correct_typography(submission: Submission, go_on: Next) -> HttpResponse:
    """Let a form that was sent by the button of a fix say what the rule would have it say."""
    request = submission.request
    if submission.is_sent and FIX in request.POST:
        post: Any = request.POST.copy()
        for language, column, rule in asked_fixes(post[FIX]):
            if column in post:
                rich = cared_columns(language)[column]
                post[column] = with_typography(language, post[column], rich=rich, rule=rule)
        post["_continue"] = "1"
        submission.rewrite(post)
    return go_on(submission)


class TypographyPage(DeskPage):
    """A text that is being typed: what there is to say of it, and how it reads once fixed."""

    def post(self, request: HttpRequest) -> HttpResponse:
        """Answer a POST of ``language``, ``text``, ``kind`` (``rich`` or ``plain``) and, for one
        rule, ``rule``. Nothing is saved.
        """
        code, text = request.POST.get("language", ""), request.POST.get("text", "")
        language, rich = Language.find(code), request.POST.get("kind") == "rich"
        if language is None or len(text) > LONGEST:
            raise Http404
        rule = request.POST.get("rule", "")
        found = [
            one for one in check_typography(language, text, rich=rich) if rule in {"", one.rule}
        ]
        said = [(LABELS[one.rule], one) for one in found]
        return JsonResponse(
            {
                "fixed": with_typography(language, text, rich=rich, rule=rule),
                "changes": sum(len(one.changes) for one in found),
                "html": render_to_string(
                    "admin/articles/article/typography.html",
                    {"remarks": said, "language": language},
                ),
            }
        )
