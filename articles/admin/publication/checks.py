"""The checks of an article in the admin: a list for each language, each line a way to its field."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import ngettext

from articles.desk.publication.checks import checked, look
from articles.languages import Language
from articles.models import Article, Quote
from articles.models.checks import Finding
from articles.models.declarations import EDITED_DATES

from ..pages import ArticleDeskPage

NAMES = "names"
"""The check whose findings are about records, each to be given its name."""
BRACKETS = "brackets"
"""The check whose findings are words, each quoted."""


@dataclass(frozen=True)
class CheckLine:
    """A finding, and where it is put right; nowhere, for who may not, or has no form of it."""

    finding: Finding
    url: str
    fixable: bool = False

    @property
    def field_label(self) -> str:
        """What the field is called, without its language."""
        column: Any = Article._meta.get_field(self.finding.fault.field)
        return str(getattr(column, "translated_field", column).verbose_name)

    @property
    def elsewhere(self) -> bool:
        """Whether it is another page: what is being typed in this one must not be left."""
        return not self.url.startswith("#")


def change_url(article: Article | None) -> str:
    return reverse("admin:articles_article_change", args=[article.pk if article else 0])


def where(finding: Finding, article: Article, form: Any) -> str:
    """The address of the field to put right: in this page, in the working copy, or of a picture.

    Args:
        finding: what is to be put right.
        article: what was looked at.
        form: the form beside it, if it is one.
    """
    fault = finding.fault
    if isinstance(fault.record, Quote):
        anchor = "#quotes-group"
    elif fault.record is not None:
        kind = fault.record._meta
        page = f"admin:{kind.app_label}_{kind.model_name}_change"
        at_field = f"#id_{fault.column}" if fault.column else ""
        return f"{reverse(page, args=[fault.record.pk])}{at_field}"
    else:
        anchor = f"#{field_id(fault.field)}"
    if form is not None and finding.language in article.written_here:
        return anchor if fault.record is not None or fault.field in form.fields else ""
    if article.is_live_somewhere:
        # What readers see is not a form; its working copy is.
        article = getattr(article, "working_copy", None)
    return f"{change_url(article)}{anchor}" if article else ""


def field_id(name: str) -> str:
    """The id of a field's input; a moment has two, the day's first."""
    moment = name.startswith(EDITED_DATES)
    return f"id_{name}_0" if moment else f"id_{name}"


def panel(article: Article, form: Any = None, only: Language | None = None) -> list[dict[str, Any]]:
    """What the template shows: for each language, what blocks, what warns, what typography says.

    The language of who reads comes first, as its text does.

    Args:
        only: one language, where the others are not shown.
    """
    in_order = Language.active().then_others
    return [
        {
            "language": one.language,
            "language_state": (article.working_copy_of or article).state_in(one.language),
            "clear": one.is_clear,
            "groups": [
                {"weight": weight, "lines": [CheckLine(f, where(f, article, form)) for f in found]}
                for weight, found in (
                    ("blocks", one.blocking),
                    ("warns", one.warning),
                    ("advises", one.advice),
                )
                if found
            ],
            "typography": [
                CheckLine(found, where(found, article, form), fixable(found, form))
                for found in one.careless
            ],
            "names": [
                CheckLine(found, where(found, article, form))
                for found in one.warning
                if found.check.name == NAMES
            ],
            "may_fix": any(fixable(found, form) for found in one.careless),
        }
        for one in sorted(checked(article, only), key=lambda one: in_order.index(one.language))
    ]


def fixable(finding: Finding, form: Any) -> bool:
    return form is not None and finding.fault.field in form.fields


def checks_beside(_submission: Any, page: dict[str, Any]) -> Any:
    """What blocks and what warns, beside the form."""
    article: Article | None = page["original"]
    if article is None:
        return {}
    form = page["adminform"].form
    # Looked at when the page is written, not while colleagues wait for this save.
    return {"checks": SimpleLazyObject(lambda: panel(article, form))}


class ChecksPage(ArticleDeskPage):
    """The checks of an article as it is being typed. Nothing is saved."""

    template_name = "admin/articles/article/checks_languages.html"

    def post(self, request: HttpRequest, object_id: str) -> HttpResponse:
        article: Any = self.site.get_object(request, object_id)
        if article is None or not article.written_here:
            raise Http404
        if not self.site.has_change_permission(request, article):
            raise PermissionDenied
        form = self.site.get_form(request, article, change=True)(request.POST, instance=article)
        # What is typed is put on the article, be it complete or not.
        form.is_valid()
        if "quotes-TOTAL_FORMS" in request.POST:
            article._prefetched_objects_cache = {"quotes": typed_quotes(request.POST, article)}
        context = {"checks": panel(article, form)}
        return TemplateResponse(request, self.template_name, context)


def typed_quotes(post: QueryDict, article: Article) -> list[Quote]:
    """The quotations of a form, with their words as they are being typed."""
    stored = {str(one.pk): one for one in article.quotes.all()}
    found = []
    for name in [one for one in post if re.fullmatch(r"quotes-\d+-id", one)]:
        row = name.removesuffix("id")
        quote = stored.get(str(post[name])) or Quote(article=article)
        for column in (language.field("text") for language in Language.all()):
            setattr(quote, column, post.get(row + column, getattr(quote, column)))
        if not post.get(f"{row}DELETE"):
            found.append(quote)
    return found


def tell_warnings(
    request: HttpRequest, article: Article, language: Language, left: Sequence[str] = ()
) -> None:
    """Say in one message what is left to do of a text that was published: warnings, typography.

    Args:
        left: what else is left.
    """
    found = look(article, language, article.status_in(language))
    said = [*warnings_said(article, language, found.warning), *left]
    level = messages.WARNING if said else messages.INFO
    if found.careless:
        number = len(found.careless)
        sentence = ngettext(
            "Typography: %(number)s remark", "Typography: %(number)s remarks", number
        )
        place = f"{change_url(article)}#checks-{language}"
        said.append(format_html('<a href="{}">{}</a>', place, sentence % {"number": number}))
    if said:
        lines = format_html_join(mark_safe("<br>"), "{}", ((one,) for one in said))
        messages.add_message(request, level, lines)


def warnings_said(article: Article, language: Language, found: list[Finding]) -> list[SafeString]:
    """The warnings with which a text was published all the same: as many as its page has."""
    if not found:
        return []
    published = ngettext(
        "Published with a warning: %(names)s.",
        "Published with %(count)d warnings: %(names)s.",
        len(found),
    )
    waiting = ngettext(
        "Scheduled with a warning: %(names)s.",
        "Scheduled with %(count)d warnings: %(names)s.",
        len(found),
    )
    sentence = published if article.is_live(language) else waiting
    said = sentence % {"count": len(found), "names": in_a_list(article, found)}
    return [mark_safe(said)]  # noqa: S308 - the names are escaped


def in_a_list(article: Article, found: list[Finding]) -> str:
    """What warns, each thing a way to where it is put right; whom it is about, by name."""
    by_label: dict[str, list[CheckLine]] = {}
    for one in found:
        # What readers have is no form: the list of checks of its page says where it is put right.
        url = where(one, article, None) or f"{change_url(article)}#checks-{one.language}"
        by_label.setdefault(str(one.check.label), []).append(CheckLine(one, url))
    said = []
    for label, lines in by_label.items():
        if lines[0].finding.check.name == NAMES:
            records = [link(one.url, str(one.finding.fault.record)) for one in lines]
            names = mark_safe(Language.active().listed(records))  # noqa: S308 - links, escaped above
            said.append(format_html("{} ({})", label, names))
        elif lines[0].finding.check.name == BRACKETS:
            # The words themselves: whoever reads this knows at once whether they are meant.
            quoted = Language.active().listed(one.finding.fault.words for one in lines)
            said.append(link(lines[0].url, f"{label} {quoted}"))
        else:
            said.append(link(lines[0].url, label))
    return Language.active().listed(said)


def link(url: str, words: str) -> SafeString:
    bdi = format_html("<bdi>{}</bdi>", words)
    return format_html('<a href="{}">{}</a>', url, bdi) if url else bdi
