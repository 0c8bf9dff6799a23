"""What becomes of a text that was reviewed: a draft, a new version of an article, several texts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.desk.editing.history import keep_if_changed, locked
from articles.languages import Language
from articles.models import Article, Note, ReceivedText, Speaker
from articles.models.phases import by_the_clock
from articles.text.richtext.paragraphs import as_html, verbatim
from articles.wire.copy import WireCopy
from articles.wire.fetch import FetchedText, WireError
from articles.wire.incoming.notices import settle_versions
from articles.wire.markup import as_rich_text
from articles.wire.names import named_by_kind
from articles.wire.parse import parse
from articles.wire.reviewed import ReviewedImporter, save_reviewed
from articles.wire.save import ImportResult
from articles.wire.updated_people import UpdatedPeople
from articles.wire.versions import EarlierVersion

from .forms import ReviewForms
from .pages import review_url
from .questions import BESIDE, PART, UPDATE, OpenQuestion, answer_to, unanswered
from .reading import ReviewedText
from .reviewing import review_of
from .updating import (
    WordsThereError,
    give_quotations_their_words,
    put_into,
    updated_body,
    updated_headline,
)

State = ReceivedText.State


class NotSavedError(Exception):
    """Something is still to be answered, or to be put right, before a text is saved."""

    def __init__(self, forms: ReviewForms, asked: list[OpenQuestion]) -> None:
        self.forms, self.asked = forms, asked
        super().__init__()


def save(page: Any, text: ReviewedText) -> HttpResponse:
    """Make of a text what was answered.

    Args:
        page: on which it is reviewed.
        text: as it was reviewed; it is in a language of the newsroom.

    Raises:
        NotSavedError: nothing is made of it yet.
    """
    return Saving(page, text).save()


class Saving:
    """One text on its way out of its review."""

    def __init__(self, page: Any, text: ReviewedText) -> None:
        self.page, self.text, self.received = page, text, text.received
        self.wire_copy: Any = text.wire_copy
        self.forms, self.asked = text.forms(), text.asked()

    def save(self) -> HttpResponse:
        if answer_to(self.asked, "items") == PART:
            return self.part()
        is_open = unanswered(self.asked, self.text.typed)
        if not self.forms.are_valid() or is_open:
            raise NotSavedError(self.forms, self.asked)
        body = as_html([one for one in self.facts["body"].splitlines() if one])
        if self.forms.add_misquotes(lambda words: verbatim(words, body)):
            raise NotSavedError(self.forms, self.asked)
        before = self.text.before
        if before and answer_to(self.asked, "version") == UPDATE:
            return self.update(before)
        other = self.text.other
        if other and answer_to(self.asked, "other") == BESIDE:
            return self.put_beside(other.article)
        return self.draft()

    @property
    def facts(self) -> dict[str, Any]:
        return self.forms.facts.cleaned_data

    def draft(self) -> HttpResponse:
        try:
            review = review_of(self.wire_copy, self.forms, self.asked, self.text.choices)
            saved = save_reviewed(review, self.text.user, self.text.before)
        except IntegrityError:
            # Somebody saved the same text at the same moment: now there is a question about it.
            raise self.asked_again() from None
        self.page.site.log_addition(self.page.request, saved.article, [{"added": {}}])
        keep_if_changed(saved.article, by=self.text.user, note=self.note)
        self.done(saved.article)
        self.tell(saved)
        return to_article("change", saved.article)

    @property
    def note(self) -> str:
        return _("Imported from the file %(name)s.") % {"name": self.received.file.name}

    def done(self, article: Article) -> None:
        self.received.state = State.DRAFTED
        self.received.article = article
        # Who comes later is told whose draft it is.
        self.received.typed_by, self.received.typed_at = self.text.user, timezone.now()
        self.received.save(update_fields={"state", "article", "typed_by", "typed_at"})
        settle_versions(self.received.came_as)

    def tell(self, saved: ImportResult) -> None:
        made = named_by_kind(saved.created)
        told = [_("The draft is saved.")]
        if made:
            told.append(_("New records: %s") % made)
        messages.success(self.page.request, " ".join(told))

    def update(self, before: EarlierVersion) -> HttpResponse:
        """Write a newer version into its article, where whoever did it looks at what changed.

        Raises:
            PermissionDenied: it is not theirs to write.
        """
        article, language = before.article, Language.get(self.wire_copy.language)
        if not self.page.site.has_change_permission(self.page.request, article):
            raise PermissionDenied
        review = review_of(self.wire_copy, self.forms, self.asked, self.text.choices)
        importer = ReviewedImporter(review, self.text.user)
        row = put_into(
            article,
            language,
            self.texts(article, language),
            by=self.text.user,
            note=self.note,
            then=lambda row: self.update_people(row, importer),
        )
        self.done(article)
        if made := named_by_kind(importer.saved.created):
            messages.success(self.page.request, _("New records: %s") % made)
        if row.working_copy_of_id:
            told = _("The new version is in the working copy: these are its changes.")
            messages.success(self.page.request, told)
            return to_article("changes", row)
        messages.success(
            self.page.request, _("The article is updated; its history has what it said.")
        )
        return to_article("change", row)

    def put_beside(self, article: Article) -> HttpResponse:
        """Write a text into the article that says the same in another language.

        Raises:
            PermissionDenied: it is not theirs to write.
            NotSavedError: somebody has written in its language meanwhile.
        """
        language = Language.get(self.wire_copy.language)
        if not self.page.site.has_change_permission(self.page.request, article):
            raise PermissionDenied
        review = review_of(self.wire_copy, self.forms, self.asked, self.text.choices)
        importer = ReviewedImporter(review, self.text.user)
        texts = {
            "headline": self.facts["headline"],
            "standfirst": self.facts["standfirst"],
            "body": as_rich_text(list(review.copy.paragraphs)),
        }
        left = 0

        def give_words(row: Article) -> None:
            nonlocal left
            left = give_quotations_their_words(row, language, said_by(importer, row))

        try:
            row = put_into(
                article,
                language,
                texts,
                by=self.text.user,
                note=self.note,
                then=give_words,
                is_new=True,
            )
        except WordsThereError:
            told = _("Somebody has written in this language of that article meanwhile.")
            messages.warning(self.page.request, told)
            raise self.asked_again() from None
        self.done(article)
        self.hold(article, importer)
        messages.success(self.page.request, _("The article has this text now, beside its own."))
        if left:
            told = _("Quotations whose words are still to be entered: %(count)d.")
            messages.warning(self.page.request, told % {"count": left})
        return to_article("change", row)

    def hold(self, article: Article, importer: ReviewedImporter) -> None:
        """Note the embargo of a text that came later; one for all of it, where nobody has it."""
        until = importer.copy.embargoed_until
        if until is None:
            return
        told = _("Its text in another language came with an embargo, until %(moment)s.")
        Note.objects.create(
            article=article, author=self.text.user, text=told % {"moment": by_the_clock(until)}
        )
        if not article.is_live_somewhere:
            row = locked(article.pk)
            row.embargoed_until = max(until, row.embargoed_until or until)
            row.save(update_fields={"embargoed_until"})

    def asked_again(self) -> NotSavedError:
        again = ReviewedText(self.received, self.text.user)
        asked = again.asked()
        unanswered(asked, again.typed)
        return NotSavedError(self.forms, asked)

    def update_people(self, row: Article, importer: ReviewedImporter) -> None:
        """The quotations and people of the version, where no reader has them at once."""
        if row.is_live_somewhere:
            told = _("Readers have the article in another language: enter its quotations by hand.")
            messages.warning(self.page.request, told)
            return
        UpdatedPeople(row, importer).write()
        until = importer.copy.embargoed_until
        if until and row.working_copy_of_id is None:
            row.embargoed_until = until
            row.save(update_fields={"embargoed_until"})

    def texts(self, article: Article, language: Language) -> dict[str, str]:
        """What the article says after the update, in the row in which that is written."""
        row = Article.with_copies.filter(working_copy_of=article).first() or article
        then = self.as_it_came(article)
        new = [" ".join(one.split()) for one in self.facts["body"].splitlines() if one.strip()]
        before = list(then.paragraphs) if then else []
        headline = (then.headline or "") if then else ""
        return {
            "headline": updated_headline(
                row.said("headline", language), headline, self.facts["headline"]
            ),
            "body": updated_body(row.said("body", language), before, new),
            "standfirst": self.facts["standfirst"] or row.said("standfirst", language),
        }

    def as_it_came(self, article: Article) -> WireCopy | None:
        """What the version said that the article was made from, where it was imported."""
        codes = [one.code for one in Language.all()]
        try:
            came = FetchedText(article.source_text)
            return parse(came, codes, self.wire_copy.language, names=self.text.names)
        except WireError:
            return None

    def part(self) -> HttpResponse:
        """A text of its own for each report in it."""
        made = [
            ReceivedText(
                file=self.received.file,
                text=one,
                language=self.received.language,
                sender=self.received.sender,
                sent_on=self.received.sent_on,
                source=self.received.source,
                address=self.received.address,
                said=self.received.said,
                came_as=self.received.came_as,
            )
            for one in self.text.items
        ]
        for one in made:
            one.save()
        self.received.state = State.PARTED
        self.received.save(update_fields={"state"})
        told = _("Parted: here is the first; the others wait.")
        messages.success(self.page.request, told)
        return HttpResponseRedirect(review_url(made[0]))


def said_by(importer: ReviewedImporter, row: Article) -> Iterator[tuple[Speaker | None, str]]:
    """Who says what in a text, in its order; the words that stand in the body alone."""
    people = {one.name: one for one in importer.copy.speakers}
    body = row.said("body", importer.language)
    for quote in importer.copy.quotes:
        if verbatim(quote.text, body):
            person = people.get(quote.speaker or "")
            yield importer.speaker(person) if person else None, quote.text


def to_article(page: str, article: Article) -> HttpResponse:
    return HttpResponseRedirect(reverse(f"admin:articles_article_{page}", args=[article.pk]))
