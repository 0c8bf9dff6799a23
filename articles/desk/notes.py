"""Leaving a note to colleagues, who get it by mail in their own language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.desk.letters import letter, post
from articles.languages import Language
from articles.models import Article, LiveEntry, Note, User
from articles.models.phases import in_words
from articles.text.characters import if_seen

LONGEST = 4_000


def leave_note(
    article: Article,
    text: str,
    *,
    by: User | None,
    to: Iterable[User] = (),
    asks_correction: bool = False,
    entry: LiveEntry | None = None,
    proposed: dict[str, str] | None = None,
) -> Note:
    """Write a note on an article, and send it to those it addresses, and ``to`` others.

    Raises:
        ValidationError: it is empty, too long, or addresses somebody who is not there.
    """
    note = Note(
        article=article,
        author=by,
        text=if_seen(text.strip()),
        asks_correction=asks_correction,
        entry=entry,
        proposed=proposed,
    )
    if not note.text:
        raise ValidationError(_("A note needs some words."))
    if len(note.text) > LONGEST:
        raise ValidationError(_("This note is too long."))
    colleagues = list(User.objects.filter(username__in=note.names, is_active=True, is_staff=True))
    known = {one.username for one in colleagues}
    if unknown := [name for name in note.names if name not in known]:
        raise ValidationError(
            _("Nobody here is called %(names)s."),
            params={"names": " ".join(f"@{name}" for name in unknown)},
        )
    if without := [one for one in colleagues if not article.may_be_seen_by(one)]:
        raise ValidationError(
            _("This article is not theirs to see, and so no note on it: %(names)s."),
            params={"names": " ".join(f"@{one.username}" for one in without)},
        )
    colleagues = list(dict.fromkeys([*colleagues, *to]))
    with transaction.atomic():
        note.save()
        note.addressed.set(colleagues)
        post(letters_of(note, colleagues))
    return note


def notes_as_values(article: Article) -> list[dict[str, Any]]:
    """The notes on an article that is about to be deleted, as plain values."""
    return [
        {
            "key": note.key,
            "text": note.text,
            "author": note.author_id,
            "addressed": [one.pk for one in note.addressed.all()],
            "created_at": note.created_at.isoformat(),
            "resolved_at": note.resolved_at.isoformat() if note.resolved_at else None,
        }
        for note in article.notes.prefetch_related("addressed")
    ]


def put_back(article: Article, rows: Iterable[dict[str, Any]]) -> None:
    """Write the notes of an article that comes back; nobody is sent them again."""
    for row in rows:
        known = User.objects.in_bulk({row["author"], *row["addressed"]} - {None})
        resolved = row["resolved_at"]
        note = Note.objects.create(
            key=row["key"],
            article=article,
            text=row["text"],
            author=known.get(row["author"]),
            created_at=datetime.fromisoformat(row["created_at"]),
            resolved_at=datetime.fromisoformat(resolved) if resolved else None,
        )
        note.addressed.set(known[pk] for pk in row["addressed"] if pk in known)


def letters_of(note: Note, colleagues: list[User]) -> Iterator[EmailMessage]:
    """The mails of a note, to those who have an address, but not to its author."""
    for person in colleagues:
        article = Article.objects.for_desk(person).filter(pk=note.article_id).first()
        if person == note.author or not person.email or article is None:
            continue
        # What it is called is said as this colleague may know it.
        note.article = article
        with translation.override(person.language or settings.LANGUAGE_CODE):
            yield message_of(note, person)


def message_of(note: Note, person: User) -> EmailMessage:
    """The mail, in the active language."""
    context = {
        "note": note,
        "person": person,
        "address": settings.SITE_URL + address_of(note),
        "states": states_of(note.article),
    }
    subject = gettext("A note on “%(article)s”") % {"article": note.article}
    return letter(person, subject, "mail/note.txt", context)


def address_of(note: Note) -> str:
    """Where what a note says is done: of a request for a correction, where its changes are."""
    if note.entry_id:
        entry = reverse("admin:articles_article_live_entry", args=[note.article_id, note.entry_id])
        return f"{entry}?asked={note.pk}"
    copy = Article.with_copies.filter(working_copy_of=note.article_id).first()
    if note.asks_correction and copy is not None:
        return reverse("admin:articles_article_changes", args=[copy.pk])
    page = reverse("admin:articles_article_change", args=[note.article_id])
    return f"{page}#note-{note.pk}"


def states_of(article: Article) -> list[str]:
    """What each language that is written is at the moment."""
    return [
        in_words(language, article.state_in(language).label)
        for language in Language.all()
        if article.said("headline", language)
    ]


def answer_requests(article: Article, answer: str | Promise, *, by: User | None) -> None:
    """Settle the requests for a correction of an article, and tell who asked what came of it."""
    answer_each(Note.objects.requests().filter(article=article, entry=None), answer, by=by)


def answer_requests_of_entry(entry: LiveEntry, answer: str | Promise, *, by: User | None) -> None:
    """Settle the requests for a correction of an entry of a live coverage."""
    answer_each(Note.objects.requests().filter(entry=entry), answer, by=by)


def answer_each(requests: QuerySet[Note], answer: str | Promise, *, by: User | None) -> None:
    for note in requests.select_related("author", "article"):
        settle_notes(note)
        if note.author and note.author != by:
            with translation.override(note.author.language or settings.LANGUAGE_CODE):
                leave_note(note.article, str(answer), by=by, to=[note.author])


def settle_notes(note: Note) -> None:
    """Mark a note as dealt with, or as open again."""
    note.resolved_at = None if note.resolved_at else timezone.now()
    note.save(update_fields=["resolved_at"])
