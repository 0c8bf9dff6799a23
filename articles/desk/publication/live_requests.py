"""An entry of a live coverage that its writer may not correct, or take back: who may is asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from articles.desk.notes import leave_note
from articles.desk.publication.correctors import correctors, kinds_for
from articles.desk.publication.owed_corrections import Kind
from articles.languages import Language
from articles.models import Article, LiveEntry, Note, User
from articles.models.notes import ADDRESSED
from articles.models.permissions import WITHDRAW_ARTICLE
from articles.text.typography.direction import END, ISOLATE


def may_correct(article: Article, user: User) -> bool:
    """Whether this person may say to readers that words were wrong."""
    return Kind.SUBSTANCE in kinds_for(article, user)


def is_told_to_readers(article: Article, user: User) -> bool:
    """Whether anything that this person may say of a change is a sentence for readers."""
    return bool({Kind.SUBSTANCE, Kind.UPDATE} & kinds_for(article, user))


def who_takes_back(entry: LiveEntry) -> str:
    """Names those who may take an entry back from its readers."""
    people = User.with_right(WITHDRAW_ARTICLE).filter(is_staff=True, is_active=True)
    may = [
        one
        for one in people.prefetch_related("groups")
        if any(entry.may_be_withdrawn_by(one, language) for language in Language.all())
    ]
    return Language.active().listed(f"{ISOLATE}{one}{END}" for one in may)


def ask_correction(entry: LiveEntry, proposed: Mapping[str, Any], *, by: User) -> Note:
    """Hand the words that an entry is to have on to those who may correct it: a note, and a mail.

    Args:
        entry: as readers have it.
        proposed: what its form is to hold, by the names of the fields.
        by: who asks, and may write it but for its correction.

    Raises:
        PermissionDenied: they may not.
    """
    asked = correctors(entry.article)
    if not asked or not any(entry.may_be_written_by(by, one) for one in Language.all()):
        raise PermissionDenied
    # What somebody proposes anew takes the place of what they proposed before.
    Note.objects.requests().filter(entry=entry, author=by).delete()
    language = Language.active()
    text = _(
        "The entry “%(entry)s” (%(time)s) of the live coverage needs a correction, which I may not "
        "write. The words that I propose stand in its form: read them, and save."
    ) % {"entry": first_words(entry), "time": language.time(entry.at)}
    words = {name: str(value) for name, value in proposed.items()}
    return leave_note(
        entry.article, text, by=by, to=asked, asks_correction=True, entry=entry, proposed=words
    )


def first_words(entry: LiveEntry) -> str:
    """By what an entry is known among those of its minute; a name in it addresses no colleague."""
    return f"{ISOLATE}{Truncator(ADDRESSED.sub(r'\1', str(entry))).chars(60)}{END}"


def who_is_asked(request: Note | None) -> str:
    """Names those whom a request is addressed to."""
    people = request.addressed.order_by("username") if request else []
    return Language.active().listed(f"{ISOLATE}{one}{END}" for one in people)


def requests_of(entries: Iterable[LiveEntry]) -> dict[int | None, Note]:
    """The newest request of each of these entries that waits, by the entry's key."""
    found = Note.objects.requests().filter(entry__in=[one.pk for one in entries])
    return {note.entry_id: note for note in found.select_related("author").order_by("pk")}


def request_for(entry: LiveEntry) -> Note | None:
    """The newest request for a correction of an entry that waits."""
    found = Note.objects.requests().filter(entry=entry).select_related("author")
    return found.order_by("-pk").first()
