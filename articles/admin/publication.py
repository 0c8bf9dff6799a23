"""Buttons that publish: the form is saved and the move made, or neither."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles.desk.held import held_by_state
from articles.desk.readers import after_a_save, what_readers_have
from articles.desk.refusals import sentences_of
from articles.desk.returned import returns_of
from articles.desk.translations import unfinished_rows
from articles.desk.working_copies import frozen_dates_of
from articles.languages import Language
from articles.models import Article, Status, User
from articles.models.dates import date_columns
from articles.models.publication import MOVES, WITHDRAW, Move

from .checks import change_url, tell_warnings
from .dates import AT_ONCE, DatedForm, frozen_for
from .open_paragraphs import AS_IT_IS, asks_as_it_is
from .rights import person
from .telling import with_ways

ROWS = ("quotes",)


@dataclass(frozen=True)
class Button:
    """One move that the person at hand may make with one language of an article."""

    language: Language
    to: Status
    move: Move
    verb: str
    """What it says: whether it publishes or schedules goes by the dates."""

    @property
    def name(self) -> str:
        """The name of the submit button, and so what a POST says."""
        return f"_move-{self.language.code}-{self.to}"

    @property
    def is_later(self) -> bool:
        return self.verb != str(self.move.label)

    @property
    def label(self) -> str:
        return _("%(verb)s – %(language)s") % {
            "verb": self.verb,
            "language": Language.active().name_of(self.language),
        }


def buttons(article: Article, request: HttpRequest) -> list[Button]:
    """Every move this person may make now, language by language."""
    if not isinstance(request.user, User):
        return []
    return [
        Button(language, to, move, article.label_of(move, language))
        for language in Language.all()
        for to, move in article.moves(language, by=request.user).items()
    ]


def asked_move(request: HttpRequest) -> tuple[Language, Status] | None:
    """The move that a POST asks for, whether or not the person may."""
    for name in request.POST:
        if name.startswith("_move-") and name.count("-") == 2:
            __, code, to = name.split("-")
            language = Language.find(code)
            if language and to in Status.values:
                return language, Status(to)
    return None


class ArticleForm(DatedForm):
    """Says at the fields what keeps the asked move from being made."""

    asked: tuple[Language, Status] | None = None
    opens_copy = False
    """Whether it is saved on the way to a working copy."""
    conflicts: Sequence[Any] = ()
    as_it_is = False
    """Whether a translation is submitted with paragraphs that are open."""
    refused: Sequence[str] = ()
    """What was said against it when it was sent a moment ago."""

    def _post_clean(self) -> None:
        super()._post_clean()
        if self.conflicts:
            self.add_error(None, _("Somebody else saved this article since you opened it."))
        for language in self.languages_published():
            # What readers have already also has a date; what is published now is given one.
            find = self.instance.gaps if self.publishes_changes else self.instance.obstacles
            self.say_at_fields(find(language))
        for language in self.languages_waiting():
            found = self.instance.gaps(language)
            self.say_at_fields({one: found[one] for one in self.changed_data if one in found})
        if self.refused and not self.errors:
            self.add_error(None, list(self.refused))
        self.refuse_dates()
        self.refuse_at_once()
        self.ask_why()
        self.ask_as_it_is()

    def say_at_fields(self, found: dict[str, list[Any]]) -> None:
        for field, sentences in found.items():
            # The rows of an article say it themselves, and are not saved yet. An article that
            # readers see is not a form: it has no fields to say it at.
            if field not in ROWS and field not in self.errors:
                self.add_error(field if field in self.fields else None, sentences)

    def ask_why(self) -> None:
        if self.asked is None:
            return
        language, to = self.asked
        move = MOVES.get((self.instance.phase_in(language), to))
        if move and move.reason and not self.note:
            self.add_error(None, _("Say why, in the note beside the buttons: others will read it."))

    def ask_as_it_is(self) -> None:
        """Ask once more before a translation is submitted that is not done."""
        if self.asked is None or self.asked[1] != Status.IN_REVIEW or self.as_it_is:
            return
        if self.instance.pk and (number := unfinished_rows(self.instance, self.asked[0])):
            self.add_error(None, asks_as_it_is(number, "article_form"))

    def languages_published(self) -> list[Language]:
        """The languages in which readers will have what this form says."""
        live = self.instance.working_copy_of
        if self.publishes_changes and live is not None:
            return [one for one in Language.all() if live.status_in(one) == Status.PUBLISHED]
        return [self.asked[0]] if self.asked and self.asked[1] == Status.PUBLISHED else []

    def languages_waiting(self) -> list[Language]:
        """The languages that are published and wait for their moment: this form is their text."""
        moved = self.asked[0] if self.asked else None
        return [
            one
            for one in Language.all()
            if one != moved and self.instance.status_in(one) == Status.PUBLISHED
        ]


class MoveRefusedError(Exception):
    """What was refused after the form was saved, with the sentences that say why; nothing stays."""

    def __init__(self, refusal: ValidationError) -> None:
        super().__init__(refusal)
        self.sentences = with_ways(refusal)


class PublicationMixin:
    """For the admin of articles: buttons of moves, and saves that take back nothing."""

    form = ArticleForm

    def get_form(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        form = super().get_form(request, *args, **kwargs)
        form.asked = asked_move(request)
        form.note = request.POST.get("_note", "").strip()
        form.at_once = AT_ONCE in request.POST
        form.as_it_is = AS_IT_IS in request.POST
        form.refused = getattr(request, "refused", ())
        article = args[0] if args else kwargs.get("obj")
        form.frozen = frozen_for(article, request.user) if article else {}
        return form

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The form; once more where the database, or somebody faster, refused what it said.

        On the second time, validation sees the row that was in the way and says so at
        its field, with everything that was typed still there.
        """
        try:
            with transaction.atomic():
                return super().changeform_view(request, *args, **kwargs)
        except (IntegrityError, MoveRefusedError) as refusal:
            about: Any = request
            about.refused = getattr(refusal, "sentences", ())
            rewind(request)
            return super().changeform_view(request, *args, **kwargs)

    def save_model(
        self, request: HttpRequest, article: Article, form: forms.ModelForm, change: bool
    ) -> None:
        """Write the columns that were changed, no others: a colleague may have published since."""
        if not change:
            if not article.original_language:
                written = article.language_of("headline")
                article.original_language = written.code if written else ""
            article.save()
            return
        before = Article.with_copies.select_related("working_copy_of").get(pk=article.pk)
        kept = frozen_dates_of(before)
        if not (form.changed_data or kept):
            return
        dates: Any = getattr(form, "dates_of_now", {})
        for name, value in (dates | kept).items():
            setattr(article, name, value)
        article.fill_slugs()
        slugs = [language.field("slug") for language in Language.all()]
        try:
            article.save(update_fields=[*form.changed_data, *kept, *slugs])
        except ValidationError as refusal:
            # A date of what readers have had by now.
            raise MoveRefusedError(refusal) from refusal
        if not date_columns().isdisjoint(form.changed_data):
            now = Article.with_copies.get(pk=article.pk)
            now.note_new_dates(before, by=person(request))

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        asked = asked_move(request)
        if asked is None:
            form.tell_dates(request)
            if not (form.publishes_changes or form.opens_copy):
                tell_readers(request, form.instance)
            return
        language, to = asked
        try:
            note = request.POST.get("_note", "").strip()[:500]
            form.instance.move(language, to, by=request.user, note=note)
        except ValidationError as refusal:
            if to == Status.PUBLISHED and form.instance.obstacles(language):
                raise MoveRefusedError(refusal) from refusal
            messages.error(request, " ".join(sentences_of(refusal)))
        else:
            messages.success(request, done(form.instance, language))
            if to == Status.PUBLISHED:
                tell_warnings(request, form.instance, language)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        article = context.get("original") or Article()
        context["moves"] = buttons(article, request)
        is_form = not context.get("live") or bool(context.get("drafted"))
        context["note_label"] = note_label(context["moves"], is_form=is_form)
        if context.get("original"):
            shown = article.working_copy_of or article
            context["returned"] = returns_of(article)
            context["held"] = [*held_by_state(article, person(request))]
            context["states"] = [
                (language, shown.standing_in(language)) for language in Language.all()
            ]
        return super().render_change_form(request, context, *args, **kwargs)


def note_label(moves: Sequence[Button], *, is_form: bool) -> str:
    """What the note beside the buttons is for: the reason of what asks for one, else a note."""
    why = {button.move.verb for button in moves if button.move.reason}
    if WITHDRAW.verb in why and len(why) > 1:
        return _("Reason for the withdrawal, or for sending back; else a note on this change")
    if WITHDRAW.verb in why and not is_form:
        return _("Reason for the withdrawal")
    if WITHDRAW.verb in why:
        return _("Reason for the withdrawal; else a note on this change")
    if why:
        return _("Reason for sending back; else a note on this change")
    return _("Note on this change")


def done(article: Article, language: Language) -> SafeString:
    """What became of which text, and for its readers, for the person who pressed the button."""
    state = _("In %(language)s, this text is now “%(status)s”.") % {
        "language": Language.active().name_of(language),
        "status": article.phase_in(language).label,
    }
    readers = what_readers_have(article, language, just_now=True)
    return about(article, f"{state} {readers}", with_pages=article.is_live(language))


def about(article: Article, words: str, *, with_pages: bool) -> SafeString:
    """Words that name the article they are about, with ways to it, and to its pages."""
    language = article.language_of("headline") or Language.active()
    named = format_html(
        '<a href="{}"><bdi lang="{}">{}</bdi></a>', change_url(article), language, str(article)
    )
    pages = [one for one in Language.all() if with_pages and article.is_live(one)]
    links = format_html_join(
        " · ",
        '<a href="{}" lang="{}">{}</a>',
        ((article.url_in(one), one, one.name) for one in pages),
    )
    on_site = format_html(" {} {}", _("On the site:"), links) if pages else ""
    return format_html("{} – {}{}", named, words, on_site)


def tell_readers(request: HttpRequest, article: Article) -> None:
    """Say what readers have of what was saved, and no more than that."""
    messages.info(request, " ".join(after_a_save(article)))


def rewind(request: HttpRequest) -> None:
    """Let the uploads of a request be read again."""
    for name in request.FILES:
        for upload in request.FILES.getlist(name):
            upload.seek(0)
