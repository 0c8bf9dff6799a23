"""The translation desk's page: an article in two languages, paragraph beside paragraph."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.requests import KEY_DIGITS
from articles.desk.editing import working_copies
from articles.desk.editing.unpublished_texts import are_apart, sync_unpublished_texts
from articles.desk.publication.reader_messages import after_a_save, seen_in
from articles.desk.publication.returned_texts import returns_of
from articles.desk.read_only import why_read_only
from articles.desk.translation import paragraphs as desk
from articles.desk.translation.paragraphs import RowConflict, ShownRow
from articles.languages import Language
from articles.models import Article, Translation
from articles.models.workflow import SUBMIT
from articles.text.comparison.alignment import UNCONFIRMED, Row
from articles.text.richtext.segments import typography_folded

from ..editing.article_submission import AS_IT_IS, asked_move
from ..pages import ArticleDeskPage
from ..publication.checks import change_url
from ..publication.moves import MoveButton, buttons, state_sentence
from .links import translate_url
from .open_paragraphs import asks_as_it_is, how_many
from .paragraphs import TranslationCell, cells_of
from .sent_translation import SentTranslation, put_back

SAVE, CONFIRM, CONFIRM_ALL, SETTLE = "_save", "_confirm", "_confirm_all", "_settle"
PROPOSED = gettext_lazy(
    "Readers have this picture: what you wrote of it is proposed to who may publish."
)


def states_of(article: Article) -> list[Translation]:
    """The translations of an article as translators have them: of its working copy, if any."""
    if article.is_abridged:
        return []
    worked_on = getattr(article, "working_copy", None) or article
    by_code = {one.language: one for one in worked_on.translations.all()}
    return [by_code[one.code] for one in Language.active().then_others if one.code in by_code]


def missing_in(article: Article) -> set[str]:
    """The codes of the languages in which nothing of an article is written yet."""
    return {one.language for one in states_of(article) if one.state == Translation.State.MISSING}


def translations_beside(_submission: Any, page: dict[str, Any]) -> dict[str, Any]:
    """The translations of an article, beside its form."""
    article: Article | None = page["original"]
    if article is None:
        return {}
    found = states_of(article)
    missing = {one.language for one in found if one.state == Translation.State.MISSING}
    return {"translations": found, "missing": missing}


def conflict_sentence(written: int) -> str:
    """That somebody else was faster, and what became of the other paragraphs."""
    asked = _("Somebody else has written a paragraph meanwhile: choose whose is kept.")
    others = _("Everything else is saved.")
    return f"{asked} {others}" if written else asked


class TranslationPage(ArticleDeskPage):
    """An article in one language beside its source, paragraph by paragraph."""

    template_name = "admin/articles/translation/page.html"
    article: Article
    language: Language

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.language = kwargs["language"]
        asked = self.article_to_translate(kwargs["pk"])
        self.article = self.where_it_is_written(asked)
        if self.article != asked and request.method != "POST":
            return HttpResponseRedirect(translate_url(self.article, self.language))
        if self.article.translation_into(self.language) is None:
            messages.info(request, _("In this language, the article is no translation."))
            return HttpResponseRedirect(change_url(self.article))
        return super().dispatch(request, *args, **kwargs)

    def article_to_translate(self, pk: int) -> Article:
        """The article; where a working copy was published since its page was opened, that one."""
        origin = self.request.POST.get("_origin", "")
        is_key = origin.isdecimal() and len(origin) <= KEY_DIGITS
        if is_key and self.site.get_object(self.request, str(pk)) is None:
            pk = int(origin)
        return self.article_to_see(pk)

    def where_it_is_written(self, article: Article) -> Article:
        """The article or its working copy, whichever holds what is written in the language."""
        origin = article.working_copy_of or article
        copy = article if article.working_copy_of_id else working_copies.copy_of(origin)
        if copy is None or not origin.is_live_somewhere:
            return article
        are_alike = not are_apart(copy)
        if not are_alike:
            sync_unpublished_texts(copy)
        here = origin.pk if self.language in origin.never_published else copy.pk
        return article if are_alike and here == article.pk else Article.with_copies.get(pk=here)

    def get(self, request: HttpRequest, pk: int, language: Language) -> HttpResponse:
        return self.response()

    # What is sent.

    def post(self, request: HttpRequest, pk: int, language: Language) -> HttpResponse:
        if "_from" in self.request.POST:
            return self.choose_source()
        typed = SentTranslation.of(self.request.POST)
        conflicts: dict[str, list[RowConflict]] = {}
        before, written = self.article, 0
        proposed: set[int] = set()
        try:
            with transaction.atomic():
                for side, save in (("source", desk.save_sources), ("target", desk.save_targets)):
                    said_there = typed.decided(side)
                    conflicts[side] = typed.open_conflicts(side)
                    if said_there:
                        saved = save(
                            self.article, self.language, said_there, base=typed.base, by=self.user
                        )
                        if side == "source" and saved.article.pk != before.pk:
                            self.tell_where(saved.article)
                        self.article = saved.article
                        written += saved.written
                        proposed.update(saved.proposed)
                        conflicts[side] += saved.conflicts
        except ValidationError as refusal:
            self.article = before
            messages.error(self.request, " ".join(refusal.messages))
            return self.response(typed, is_refused=True)
        refused = {one.number for side in conflicts.values() for one in side}
        if proposed:
            messages.info(self.request, PROPOSED)
        # Beside what is asked, no success is said.
        at = self.confirm(typed, refused | proposed, 0 if refused else written)
        if refused:
            messages.warning(request, conflict_sentence(written))
            return self.response(typed, conflicts=conflicts)
        self.submit()
        return self.onward(typed, at)

    def tell_where(self, copy: Article) -> None:
        """Say of a source that readers have where it was changed."""
        sentence = _("What you changed in the source waits in the working copy.")
        link = format_html('<a href="{}">{}</a>', change_url(copy), sentence)
        messages.info(self.request, link)

    def submit(self) -> None:
        """Make the move that a button of this page asks for: what is written goes on its way."""
        asked = asked_move(self.request.POST)
        if asked is None:
            return
        if asked not in [(one.language, one.to) for one in self.moves]:
            raise PermissionDenied
        language, to = asked
        number = desk.open_rows(self.article, language)
        if number and AS_IT_IS not in self.request.POST:
            messages.warning(self.request, asks_as_it_is(how_many(number), "translation"))
            return
        try:
            self.article.move(language, to, by=self.user)
        except ValidationError as refusal:
            messages.error(self.request, " ".join(refusal.messages))
        else:
            messages.success(self.request, state_sentence(self.article, language))

    @property
    def moves(self) -> list[MoveButton]:
        """What may be done with the language from here, where its text is read paragraph by
        paragraph; whatever takes it before readers is done where the checks are."""
        offered = buttons(self.article, self.request)
        return [one for one in offered if one.language == self.language and one.move == SUBMIT]

    def choose_source(self) -> HttpResponse:
        source = Language.find(self.request.POST["_from"])
        if source is None:
            raise Http404
        try:
            desk.translate_from(self.article, self.language, source, by=self.user)
        except ValidationError as refusal:
            messages.error(self.request, " ".join(refusal.messages))
        return HttpResponseRedirect(translate_url(self.article, self.language))

    def confirm(self, typed: SentTranslation, refused: set[int], written: int) -> int | None:
        """Confirm the rows that a button names; returns the number after which to go on.

        Args:
            typed: what was sent.
            refused: the numbers of rows that cannot be saved as they were sent.
            written: how many were saved.
        """
        post = self.request.POST
        pressed = post.get(CONFIRM, post.get(SETTLE, ""))
        number = int(pressed) if pressed.isdecimal() and len(pressed) < KEY_DIGITS else -1
        if CONFIRM_ALL in post:
            wanted = self.unconfirmed(typed, refused)
        elif 0 <= number < len(typed.base) and number not in refused:
            wanted = [typed.as_seen(number)]
        else:
            if written:
                messages.success(self.request, " ".join([_("Saved."), *after_a_save(self.article)]))
            return None
        try:
            self.article = desk.confirm(
                self.article, self.language, wanted, by=self.user, without_text=SETTLE in post
            )
        except ValidationError as refusal:
            messages.error(self.request, " ".join(refusal.messages))
            return number - 1 if number > 0 else None
        return number if number >= 0 else None

    def unconfirmed(self, typed: SentTranslation, refused: set[int]) -> list[ShownRow]:
        """The rows that wait for a confirmation only, and are as they were seen."""
        seen = [typed.as_seen(number) for number in range(len(typed.base))]
        rows = desk.rows(self.article, self.language)
        wanted = []
        for number, place in desk.located(seen, rows).items():
            row, now = rows[place], desk.shown_row(rows[place])
            as_seen = typography_folded(now.source) == typography_folded(
                seen[number].source
            ) and typography_folded(now.target) == typography_folded(seen[number].target)
            if row.state == UNCONFIRMED and row.target and as_seen and number not in refused:
                wanted.append(now)
        return wanted

    def onward(self, typed: SentTranslation, at: int | None) -> HttpResponse:
        """To the next paragraph that is not settled, or to the one after which nothing is."""
        url = translate_url(self.article, self.language)
        rows = desk.rows(self.article, self.language)
        if all(row.is_settled for row in rows):
            messages.success(self.request, _("Every paragraph of this translation is confirmed."))
        sides = "&source=1" if self.shows_source_fields else ""
        if at is None:
            return HttpResponseRedirect(f"{url}?{sides[1:]}" if sides else url)
        seen = [typed.as_seen(number) for number in range(len(typed.base))]
        place = desk.located(seen, rows).get(at, at)
        order = [*range(place + 1, len(rows)), *range(min(place + 1, len(rows)))]
        following = next((one for one in order if not rows[one].is_settled), place)
        return HttpResponseRedirect(f"{url}?at={following}{sides}#row-{following}")

    # What is shown.

    def response(
        self,
        typed: SentTranslation | None = None,
        *,
        is_refused: bool = False,
        conflicts: Mapping[str, Sequence[RowConflict]] | None = None,
    ) -> HttpResponse:
        """The page; what was typed and could not be saved stands in its place."""
        translation = desk.translation_of(self.article, self.language)
        rows = translation.rows()
        cells = cells_of(
            self.article,
            translation,
            rows,
            self.user,
            with_source=self.shows_source_fields and self.may_edit_source(translation),
        )
        placed = desk.located(typed.base, rows) if typed else {}
        adrift: list[str] = []
        if typed and is_refused:
            adrift = put_back(typed, cells, placed)
        for side, found in (conflicts or {}).items():
            for one in found:
                mine = desk.value_of(one.field, one.mine)
                if one.number not in placed:
                    adrift.append(mine)
                elif side == "source":
                    cells[placed[one.number]].keep_typed_source(mine, is_conflict=True)
                else:
                    cells[placed[one.number]].keep_typed(mine, is_conflict=True)
        context = self.context(translation, rows, cells)
        status = 409 if conflicts else 422 if is_refused else 200
        name = Language.active().name_of(self.language)
        title = _("Translate into %(language)s") % {"language": name}
        return self.show(title, status=status, adrift=adrift, **context)

    def may_edit_source(self, translation: Translation) -> bool:
        """Whether the source is this person's to write, and written where its translation is."""
        never_published = (self.article.working_copy_of or self.article).never_published
        together = (self.language in never_published) == (translation.source in never_published)
        return together and self.article.may_edit(self.user, translation.source)

    @property
    def shows_source_fields(self) -> bool:
        """Whether the person asked to write the source, too."""
        return "source" in self.request.GET or "_with_source" in self.request.POST

    def context(
        self, translation: Translation, rows: Sequence[Row], cells: list[TranslationCell]
    ) -> dict[str, Any]:
        article = self.article
        at = self.request.GET.get("at", "")
        settled = sum(row.is_settled for row in rows)
        return {
            "subtitle": str(article),
            "original": article,
            "translation": translation,
            "returned": [one for one in returns_of(article) if one[0] == self.language],
            "cells": cells,
            "base": json.dumps(
                [[one.field, one.source, one.target] for one in map(desk.shown_row, rows)],
                ensure_ascii=False,
            ),
            "may_translate": desk.may_translate(article, self.language, self.user),
            "held": why_read_only(article, self.language, self.user),
            "may_edit_source": self.may_edit_source(translation),
            "moves": self.moves,
            "is_never_published": self.language in article.never_published,
            "seen_in": seen_in(article),
            "with_source": self.shows_source_fields,
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
