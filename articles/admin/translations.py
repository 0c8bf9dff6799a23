"""The translation desk's page: an article in two languages, paragraph beside paragraph."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, SuspiciousOperation, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.desk import translations as desk
from articles.desk import working_copies
from articles.desk.translations import Conflict, Saved, Shown
from articles.languages import Language
from articles.models import Article, Translation
from articles.text.alignment import UNCONFIRMED, Row
from articles.text.segments import said

from .paragraphs import Cell, cells_of
from .rights import person
from .working_copies import KEY_DIGITS, change_url

SAVE, CONFIRM, CONFIRM_ALL, SETTLE = "_save", "_confirm", "_confirm_all", "_settle"
MOST_ROWS = 5000


def translate_url(article: Article, language: Language | str) -> str:
    return reverse("admin:articles_article_translate", args=[article.pk, str(language)])


def states_of(article: Article) -> list[Translation]:
    """The translations of an article as translators have them: of its working copy, if any."""
    worked_on = getattr(article, "working_copy", None) or article
    by_code = {one.language: one for one in worked_on.translations.all()}
    return [by_code[one.code] for one in Language.all() if one.code in by_code]


@dataclass
class Typed:
    """What a form of the page says."""

    base: list[Shown]
    targets: dict[int, str]

    @classmethod
    def of(cls, post: Mapping[str, str]) -> Typed:
        """Read a POST; of a row that was in conflict, what the person chose.

        Raises:
            SuspiciousOperation: it is none of ours.
        """
        try:
            base = [Shown(*map(str, row)) for row in json.loads(post.get("_base", "[]"))]
        except (TypeError, ValueError):
            raise SuspiciousOperation from None
        if len(base) > MOST_ROWS:
            raise SuspiciousOperation
        targets = {
            number: post[f"target-{number}"]
            for number in range(len(base))
            if f"target-{number}" in post and post.get(f"keep-{number}") != "theirs"
        }
        return cls(base, targets)

    def undecided(self, post: Mapping[str, str]) -> set[int]:
        """The rows whose conflict is shown, and of which nobody has said whose shall be kept."""
        return {
            number
            for number in range(len(self.base))
            if f"asked-{number}" in post and not post.get(f"keep-{number}")
        }

    def is_changed(self, number: int) -> bool:
        """Whether something was typed into a row."""
        return self.as_seen(number).target != desk.cleaned_shown(self.base[number])

    def is_as_seen(self, number: int, row: Row) -> bool:
        """Whether nobody has written in a row since it was shown."""
        return desk.cleaned_shown(self.base[number]) == desk.cleaned_shown(desk.shown(row))

    def as_seen(self, number: int) -> Shown:
        """A row as the person has it before them, with what was typed."""
        row = self.base[number]
        if number not in self.targets:
            return row
        return Shown(row.field, row.source, desk.cleaned(row.field, self.targets[number]))


class TranslationMixin(admin.ModelAdmin):
    """For the admin of articles."""

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(self.translate_view)
        mine = path("<int:pk>/translate/<slug:code>/", view, name="articles_article_translate")
        return [mine, *super().get_urls()]

    def translate_view(self, request: HttpRequest, pk: int, code: str) -> HttpResponse:
        """The page, and what is sent from it."""
        article = self.article_to_translate(request, pk)
        if code not in {one.code for one in Language.all()}:
            raise Http404
        language = Language(code)
        copy = working_copies.copy_of(article) if article.is_live_somewhere else None
        if copy is not None and request.method != "POST":
            return HttpResponseRedirect(translate_url(copy, language))
        article = copy or article
        if article.translation_into(language) is None:
            messages.info(request, _("In this language, the article is no translation."))
            return HttpResponseRedirect(change_url(article))
        page = TranslationPage(self, request, article, language)
        return page.post() if request.method == "POST" else page.response()

    def article_to_translate(self, request: HttpRequest, pk: int) -> Article:
        """The article; where a working copy was published since its page was opened, that one."""
        article: Article | None = self.get_object(request, str(pk))
        origin = request.POST.get("_origin", "")
        if article is None and origin.isdecimal() and len(origin) <= KEY_DIGITS:
            article = self.get_object(request, origin)
        if article is None:
            raise Http404
        if not self.has_view_permission(request, article):
            raise PermissionDenied
        return article

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        if context.get("original") is not None:
            context["translations"] = states_of(context["original"])
        return super().render_change_form(request, context, *args, **kwargs)

    @admin.display(description=gettext_lazy("translations"))
    def translation_states(self, article: Article) -> SafeString:
        """A link to each translation, with its state."""
        return format_html_join(
            " ",
            '<a class="state translation-{}" href="{}"><abbr title="{}">{}</abbr> {}</a>',
            (
                (
                    one.state,
                    translate_url(one.article, one.language),
                    one.into.name,
                    one.language,
                    one.get_state_display(),
                )
                for one in states_of(article)
            ),
        )


class TranslationPage:
    """One request for the page of one article in one language."""

    def __init__(
        self, site: admin.ModelAdmin, request: HttpRequest, article: Article, language: Language
    ) -> None:
        self.site, self.request, self.article, self.language = site, request, article, language
        self.user = person(request)

    # What is sent.

    def post(self) -> HttpResponse:
        if "_from" in self.request.POST:
            return self.choose_source()
        typed = Typed.of(self.request.POST)
        waiting = typed.undecided(self.request.POST)
        targets = {n: one for n, one in typed.targets.items() if n not in waiting}
        try:
            saved = desk.save_targets(
                self.article, self.language, targets, base=typed.base, by=self.user
            )
        except ValidationError as refusal:
            messages.error(self.request, " ".join(refusal.messages))
            return self.response(typed, targets=typed.targets)
        self.article = saved.article
        still = [Conflict(n, typed.base[n].field, typed.as_seen(n).target, "") for n in waiting]
        saved.conflicts += still
        at = self.confirm(typed, saved)
        if saved.conflicts:
            return self.response(typed, conflicts=saved.conflicts)
        return self.onward(typed, at)

    def choose_source(self) -> HttpResponse:
        source = self.request.POST["_from"]
        if source not in {one.code for one in Language.all()}:
            raise Http404
        try:
            desk.translate_from(self.article, self.language, source, by=self.user)
        except ValidationError as refusal:
            messages.error(self.request, " ".join(refusal.messages))
        return HttpResponseRedirect(translate_url(self.article, self.language))

    def confirm(self, typed: Typed, saved: Saved) -> int | None:
        """Confirm the rows that a button names; returns the number after which to go on."""
        post = self.request.POST
        refused = {one.number for one in saved.conflicts}
        pressed = post.get(CONFIRM, post.get(SETTLE, ""))
        number = int(pressed) if pressed.isdecimal() and len(pressed) < KEY_DIGITS else -1
        if CONFIRM_ALL in post:
            wanted = self.unconfirmed(typed, refused)
        elif 0 <= number < len(typed.base) and number not in refused:
            wanted = [typed.as_seen(number)]
        else:
            if saved.written:
                messages.success(self.request, _("Saved."))
            return None
        try:
            self.article = desk.confirm(
                self.article, self.language, wanted, by=self.user, without_text=SETTLE in post
            )
        except ValidationError as refusal:
            messages.error(self.request, " ".join(refusal.messages))
            return number - 1 if number > 0 else None
        return number if number >= 0 else None

    def unconfirmed(self, typed: Typed, refused: set[int]) -> list[Shown]:
        """The rows that wait for a confirmation only, and are as they were seen."""
        seen = [typed.as_seen(number) for number in range(len(typed.base))]
        rows = desk.rows(self.article, self.language)
        wanted = []
        for number, place in desk.located(seen, rows).items():
            row, now = rows[place], desk.shown(rows[place])
            as_seen = said(now.source) == said(seen[number].source) and said(now.target) == said(
                seen[number].target
            )
            if row.state == UNCONFIRMED and row.target and as_seen and number not in refused:
                wanted.append(now)
        return wanted

    def onward(self, typed: Typed, at: int | None) -> HttpResponse:
        """To the next paragraph that is not settled, or to the one after which nothing is."""
        url = translate_url(self.article, self.language)
        rows = desk.rows(self.article, self.language)
        if all(row.is_settled for row in rows):
            messages.success(self.request, _("Every paragraph of this translation is confirmed."))
        if at is None:
            return HttpResponseRedirect(url)
        seen = [typed.as_seen(number) for number in range(len(typed.base))]
        place = desk.located(seen, rows).get(at, at)
        order = [*range(place + 1, len(rows)), *range(min(place + 1, len(rows)))]
        following = next((one for one in order if not rows[one].is_settled), place)
        return HttpResponseRedirect(f"{url}?at={following}#row-{following}")

    # What is shown.

    def response(
        self,
        typed: Typed | None = None,
        *,
        targets: Mapping[int, str] | None = None,
        conflicts: Sequence[Conflict] = (),
    ) -> HttpResponse:
        """The page; what was typed and could not be saved stands in its place."""
        translation = desk.translation_of(self.article, self.language)
        rows = translation.rows()
        placed = desk.located(typed.base, rows) if typed else {}
        cells = cells_of(self.article, translation, rows, self.user)
        adrift = []
        for number, text in (targets or {}).items():
            if typed is None or not typed.is_changed(number):
                continue
            if number in placed:
                place = placed[number]
                theirs = not typed.is_as_seen(number, rows[place])
                cells[place].keep_typed(text, is_conflict=theirs)
            else:
                adrift.append(text)
        for one in conflicts:
            mine = desk.value_of(one.field, one.mine)
            if one.number in placed:
                cells[placed[one.number]].keep_typed(mine, is_conflict=True)
            else:
                adrift.append(mine)
        context = self.context(translation, rows, cells) | {"adrift": adrift}
        status = 409 if conflicts else 422 if targets is not None else 200
        template = "admin/articles/translation/page.html"
        return TemplateResponse(self.request, template, context, status=status)

    def context(
        self, translation: Translation, rows: Sequence[Row], cells: list[Cell]
    ) -> dict[str, Any]:
        article = self.article
        at = self.request.GET.get("at", "")
        settled = sum(row.is_settled for row in rows)
        return {
            **self.site.admin_site.each_context(self.request),
            "title": _("Translate into %(language)s")
            % {"language": Language.active().name_of(self.language)},
            "subtitle": str(article),
            "opts": self.site.opts,
            "original": article,
            "translation": translation,
            "cells": cells,
            "base": json.dumps(
                [[one.field, one.source, one.target] for one in map(desk.shown, rows)],
                ensure_ascii=False,
            ),
            "may_translate": desk.may_translate(article, self.language, self.user),
            "may_edit_source": article.may_edit(self.user, translation.source),
            "settled": settled,
            "to_confirm": sum(row.state == UNCONFIRMED and bool(row.target) for row in rows),
            "at": int(at) if at.isdecimal() and len(at) < KEY_DIGITS else -1,
            "origin": article.working_copy_of_id or article.pk,
            "sources": [
                one
                for one in self.language.others
                if one != translation.source and article.said("body", one)
            ],
        }
