"""Buttons that publish: the form is saved and the move made, or neither."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles.admin.requests import person
from articles.desk.editing.working_copies import frozen_dates_of
from articles.desk.publication.reader_messages import after_a_save, what_readers_have
from articles.desk.publication.returned_texts import returns_of
from articles.desk.read_only import why_form_is_read_only
from articles.desk.refusals import sentences_of
from articles.languages import Language
from articles.models import Article, Status, User
from articles.models.dates import date_columns
from articles.models.workflow import MOVES, WITHDRAW, Move
from articles.text.richtext.links import links

from ..editing.article_submission import ArticleSubmission
from ..editing.gone_references import save_or
from ..editing.submission import Next
from ..translation.open_paragraphs import asks_as_it_is, say_open, way_to_open
from .change_notices import with_ways
from .checks import change_url, tell_warnings
from .dates import DatedForm, date_that_passed, say_dated_of_now

ROWS = ("quotes",)


@dataclass(frozen=True)
class MoveButton:
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


def buttons(article: Article, request: HttpRequest) -> list[MoveButton]:
    """Every move this person may make now, language by language."""
    if not isinstance(request.user, User):
        return []
    return [
        MoveButton(language, to, move, article.label_of(move, language))
        for language in Language.active().then_others
        for to, move in article.moves(language, by=request.user).items()
    ]


class ArticleForm(DatedForm):
    """Says at the fields what keeps the asked move from being made."""

    submission = ArticleSubmission(None, HttpRequest())
    asks_why = False
    """Whether a move was refused for want of its reason: its field has the focus then."""

    def _post_clean(self) -> None:
        self.instance.addresses_typed = {
            language.code: {
                link.words: link.address
                for link in links(f"{self.data.get(self.add_prefix(language.field('body'))) or ''}")
            }
            for language in Language.all()
        }
        super()._post_clean()
        if self.submission.conflicts:
            self.add_error(None, _("Somebody else saved this article since you opened it."))
        for language in self.languages_published():
            # What readers have already also has a date; what is published now is given one.
            find = self.instance.gaps if self.options.publishes_changes else self.instance.obstacles
            self.say_at_fields(find(language))
        for language in self.languages_waiting():
            found = self.instance.gaps(language)
            self.say_at_fields({one: found[one] for one in self.changed_data if one in found})
        if self.submission.refused and not self.errors:
            self.add_error(None, list(self.submission.refused))
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
        if self.options.move is None:
            return
        language, to = self.options.move
        move = MOVES.get((self.instance.phase_in(language), to))
        if move and move.reason and not self.options.note:
            self.asks_why = True
            self.add_error(None, _("Say why, in the note beside the buttons: others will read it."))

    def ask_as_it_is(self) -> None:
        """Ask once more before a translation is submitted that is not done."""
        move = self.options.move
        if move is None or move[1] != Status.IN_REVIEW or self.options.as_it_is:
            return
        if self.instance.pk and (said := say_open(self.instance, move[0])):
            self.add_error(None, asks_as_it_is(said, "article_form"))

    def languages_published(self) -> list[Language]:
        """The languages in which readers will have what this form says."""
        live = self.instance.working_copy_of
        if self.options.publishes_changes and live is not None:
            return [one for one in Language.all() if live.status_in(one) == Status.PUBLISHED]
        move = self.options.move
        return [move[0]] if move and move[1] == Status.PUBLISHED else []

    def languages_waiting(self) -> list[Language]:
        """The languages that are published and wait for their moment: this form is their text."""
        moved = self.options.move[0] if self.options.move else None
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


# Steps of a form.


def save_or_ask_again(submission: ArticleSubmission, go_on: Next) -> HttpResponse:
    """Save the form; show it once more where the database, or somebody faster, refuses it.

    The second time, validation sees the row that was in the way and says so at its field, with
    everything that was typed still there.
    """

    def again(refusal: Exception) -> ArticleSubmission:
        return replace(submission, refused=getattr(refusal, "sentences", ()))

    return save_or(submission, go_on, (IntegrityError, MoveRefusedError), again)


def name_author(submission: ArticleSubmission, form: ArticleForm) -> None:
    if submission.is_addition:
        form.instance.created_by = person(submission.request)


def write_changed_columns(submission: ArticleSubmission, form: ArticleForm) -> None:
    """Write the columns that were changed, no others: a colleague may have published since."""
    article: Any = form.instance
    if submission.is_addition:
        if not article.original_language:
            written = article.language_of("headline")
            article.original_language = written.code if written else ""
        article.save()
        return
    before = Article.with_copies.select_related("working_copy_of").get(pk=article.pk)
    kept = frozen_dates_of(before)
    if not (form.changed_data or kept):
        return
    for name, value in (form.dates_of_now | kept).items():
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
        now.note_new_dates(before, by=person(submission.request))


def make_move(submission: ArticleSubmission, form: ArticleForm) -> None:
    """Make the move that a button asked for; say what has become of the text."""
    if form.options.move is None:
        return
    request, article = submission.request, form.instance
    language, to = form.options.move
    passed = date_that_passed(article, language)
    try:
        article.move(language, to, by=person(request), note=form.options.note[:500])
    except ValidationError as refusal:
        if to == Status.PUBLISHED and article.obstacles(language):
            raise MoveRefusedError(refusal) from refusal
        messages.error(request, " ".join(sentences_of(refusal)))
    else:
        submission.outcome.is_told = True
        messages.success(request, state_sentence(article, language))
        is_ahead = to in {Status.READY, Status.PUBLISHED}
        left = way_to_open(article, language) if is_ahead else []
        if to == Status.PUBLISHED:
            say_dated_of_now(request, article, language, passed)
            tell_warnings(request, article, language, left)
        elif left:
            messages.warning(request, left[0])


def say_what_readers_have(submission: ArticleSubmission, form: ArticleForm) -> None:
    """Where no move was asked for, say what readers have of what was saved."""
    options = form.options
    if options.move is not None:
        return
    form.tell_dates(submission.request)
    if not (options.publishes_changes or options.opens_copy):
        messages.info(submission.request, " ".join(after_a_save(form.instance, form.published_now)))


# Beside the form.


def moves_to_make(submission: ArticleSubmission, page: dict[str, Any]) -> dict[str, Any]:
    """The buttons of the moves, what the note beside them is for, and the states."""
    original: Article | None = page["original"]
    form = page["adminform"].form
    # Of a form that comes back, the buttons go by the dates that were typed.
    article = form.instance if form.is_bound else original or Article()
    moves = buttons(article, submission.request)
    is_form = not page.get("live") or bool(page.get("drafted"))
    shown = {
        "moves": moves,
        "note_label": note_label(moves, is_form=is_form),
        "asks_why": getattr(form, "asks_why", False),
    }
    if original is None:
        return shown
    readers = article.working_copy_of or article
    return shown | {
        "returned": returns_of(article),
        "held": [*why_form_is_read_only(article, person(submission.request))],
        "states": [(one, readers.state_in(one)) for one in Language.active().then_others],
    }


def note_label(moves: Sequence[MoveButton], *, is_form: bool) -> str:
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


def state_sentence(article: Article, language: Language) -> SafeString:
    """What became of which text, and for its readers, for the person who pressed the button."""
    state = _("In %(language)s, this text is now “%(status)s”.") % {
        "language": Language.active().name_of(language),
        "status": article.phase_in(language).label,
    }
    readers = what_readers_have(article, language, just_now=True)
    return about(article, f"{state} {readers}", with_pages=article.is_live(language))


def about(article: Article, words: str, *, with_pages: bool) -> SafeString:
    """Words that name the article they are about, with ways to it, and to its pages.

    Args:
        article: what they are about.
        words: a sentence.
        with_pages: whether the pages are named that readers have.
    """
    language = article.language_of("headline") or Language.active()
    named = format_html(
        '<a href="{}"><bdi lang="{}">{}</bdi></a>', change_url(article), language, str(article)
    )
    languages = Language.active().then_others if with_pages else []
    pages = [one for one in languages if article.is_live(one)]
    links = format_html_join(
        " · ",
        '<a href="{}" lang="{}">{}</a>',
        ((article.url_in(one), one, one.name) for one in pages),
    )
    on_site = format_html(" {} {}", _("On the site:"), links) if pages else ""
    return format_html("{} – {}{}", named, words, on_site)
