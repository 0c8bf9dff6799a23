"""What is done to a live coverage: entries are written, shown, corrected and taken back; it ends.

An entry is before readers as soon as somebody who may publish says so; others write drafts. Words
that readers have are changed in public, by the rules of ``corrections.py``: a misprint is marked as
put right, what is new or was wrong is told below the entry.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.desk.deleted_meanwhile import still_there
from articles.desk.notes import answer_requests_of_entry
from articles.desk.publication.corrections import ANOTHERS, IS_ANOTHERS
from articles.desk.publication.correctors import kinds_for, who_may
from articles.desk.publication.owed_corrections import OwedCorrection, names_in
from articles.languages import Language
from articles.models import Article, Correction, EntryState, LiveCoverage, LiveEntry, User
from articles.models.declarations import LIVE_ENTRY, Texts
from articles.models.faults import in_other_letters
from articles.text.comparison.substantive_change import Verdict, heaviest, judge

WORDS = LIVE_ENTRY.having("owed").names
TOLD = LIVE_ENTRY.lacking("owed")
Kind = Correction.Kind
ASKS_FOR_NOTE = _(
    "Readers have this entry in %(language)s. %(why)s "
    "Say in %(language)s what was changed: they read it below the entry."
)
IS_CHANGED = _("It was changed since you opened this page: read it again, then save.")
IS_PUT_RIGHT = _("The entry of the live coverage was put right.")
IS_TAKEN_BACK = _("The entry of the live coverage was taken back.")
FACTS = ("image", "at", "is_important", "is_pinned", "byline")


def coverage_of(article: Article) -> Article:
    """The article that entries hang on: of a working copy, the one that readers have."""
    return article.working_copy_of or article


def may_write(article: Article, user: User) -> bool:
    """Whether this person may add an entry in some language."""
    return any(article.is_written_by(user, language) for language in Language.all())


@transaction.atomic
def write_entry(
    entry: LiveEntry,
    values: Mapping[str, Any],
    *,
    by: User,
    show: Collection[Language] = (),
    notes: Mapping[str, str] | None = None,
    at: datetime | None = None,
    opened: str = "",
) -> LiveEntry:
    """Save what was typed of an entry, a new one or one that is there.

    Args:
        entry: whose ``article`` is known.
        values: the columns that were typed.
        by: who typed them.
        show: the languages whose readers get it now.
        notes: what readers are told of a change of words they have, by the code of the language.
        at: the moment.
        opened: when it was last changed, by the page that this was typed on.

    Raises:
        PermissionDenied: the words, or what they are to become, are not theirs to write.
        ValidationError: what is owed to readers is missing, the entry says nothing, or a
            colleague has changed it meanwhile.
        GoneError: a colleague has deleted it.
    """
    at, notes = at or timezone.now(), notes or {}
    entry.article = coverage_of(entry.article)
    entry = locked_entry(entry, opened) if entry.pk else new_entry(entry, by)
    before = {column: getattr(entry, column) or "" for column in columns_of_words()}
    had = [language for language in Language.all() if entry.is_before_readers(language)]
    facts = {name: getattr(entry, name) for name in FACTS}
    for name, value in values.items():
        setattr(entry, name, value)
    changed = reworded(entry, before)
    if not all(written_by(entry, by, language, had) for language in changed):
        raise PermissionDenied
    tell_of_changes(entry, [one for one in changed if one in had], before, notes, by=by, at=at)
    for language in [*show, *(one for one in changed if one in had)]:
        refuse_other_letters(entry, language)
    for language in show:
        if not entry.may_be_published_by(by, language):
            raise PermissionDenied
        entry.show(language, at)
    settle_facts(entry, facts, show, had, by)
    keep(entry, at)
    return entry


def settle_facts(
    entry: LiveEntry,
    before: Mapping[str, Any],
    show: Collection[Language],
    had: list[Language],
    by: User,
) -> None:
    """Refuse what may not be changed beside the words, and put an entry on top that is pinned."""
    if {name: getattr(entry, name) for name in FACTS} != before:
        refuse_change_of_facts(entry, had, by)
    is_new_picture = entry.image is not None and entry.image != before["image"]
    refuse_picture(entry, Language.all() if is_new_picture else show)
    is_new_pin = entry.is_pinned and not before["is_pinned"]
    put_on_top(entry, Language.all() if is_new_pin else show)


def reworded(entry: LiveEntry, before: Mapping[str, str]) -> list[Language]:
    """The languages whose words are not what they were, by column."""
    return [
        language
        for language in Language.all()
        if any((getattr(entry, one) or "") != before[one] for one in columns_of_words([language]))
    ]


def hold(article: Article) -> None:
    """Let nobody else write in a coverage before this transaction ends: it has one summary."""
    still_there(Article.objects.select_for_update(of=("self",), no_key=True).filter(pk=article.pk))


def locked_entry(entry: LiveEntry, opened: str = "") -> LiveEntry:
    """An entry as it is now, which nobody else changes before this transaction ends.

    Raises:
        GoneError: it was deleted.
        ValidationError: it was changed since it was ``opened``.
    """
    hold(entry.article)
    rows = LiveEntry.objects.select_for_update(of=("self",)).select_related("article")
    found = still_there(rows.filter(pk=entry.pk), entry)
    if opened and opened != found.updated_at.isoformat():
        raise ValidationError(IS_CHANGED)
    return found


def new_entry(entry: LiveEntry, by: User) -> LiveEntry:
    """A new entry, in a coverage that nobody else writes in before this transaction ends."""
    hold(entry.article)
    entry.created_by = by
    return entry


def columns_of_words(languages: Collection[Language] = ()) -> list[str]:
    return [language.field(name) for language in languages or Language.all() for name in WORDS]


def written_by(entry: LiveEntry, user: User, language: Language, had: Collection[Language]) -> bool:
    """Whether these words are this person's to write; of a new entry too."""
    if language in had:
        return entry.may_be_written_by(user, language)
    return entry.article.is_written_by(user, language)


def refuse_change_of_facts(entry: LiveEntry, had: Collection[Language], by: User) -> None:
    """Let nobody who may not publish move an entry, or pin it, that readers have.

    Raises:
        PermissionDenied: they did.
    """
    if (had or entry.is_pinned) and not publishes(entry.article, by):
        raise PermissionDenied


def refuse_other_letters(entry: LiveEntry, language: Language, texts: Texts = LIVE_ENTRY) -> None:
    """Let no words go to readers of a language that are plainly another's.

    Raises:
        ValidationError: they stand in the wrong box.
    """
    wrong = dict(in_other_letters(entry, texts, language))
    if wrong:
        raise ValidationError({language.field(name): words for name, words in wrong.items()})


def refuse_picture(entry: LiveEntry, languages: Collection[Language]) -> None:
    """Let no entry go to readers with a picture that no article goes to them with.

    Raises:
        ValidationError: it may not be shown any more, or is not described in their language.
    """
    image = entry.image
    told = [one for one in languages if entry.state_in(one) == EntryState.PUBLIC]
    if image is None or not told:
        return
    if not image.may_be_shown():
        sentence = _("This picture may not be shown any more: choose another, or none.")
        raise ValidationError({"image": sentence})
    if lacking := [one for one in told if not image.said("alt", one).strip()]:
        names = [Language.active().name_of(one) for one in lacking]
        sentence = _("Describe this picture in the library first. Its alternative text lacks: %s.")
        raise ValidationError({"image": str(sentence) % Language.active().listed(names)})


def publishes(article: Article, user: User, languages: Collection[Language] = ()) -> bool:
    """Whether this person may give an entry to readers of some language, once it has words."""
    return any(
        draft_in(article, one).may_be_published_by(user, one) for one in languages or Language.all()
    )


def draft_in(article: Article, language: Language) -> LiveEntry:
    draft = LiveEntry(article=article)
    draft.put(language, body="–")
    return draft


def tell_of_changes(
    entry: LiveEntry,
    languages: Collection[Language],
    before: Mapping[str, str],
    notes: Mapping[str, str],
    *,
    by: User,
    at: datetime,
) -> None:
    """Write down what readers are told of words they have had otherwise; not saved.

    Raises:
        ValidationError: what is lacking, of every language at once.
    """
    lacking: dict[str, list[ValidationError]] = {}
    is_told = False
    for language in languages:
        note = notes.get(language.code, "").strip()
        try:
            told = told_of_change(entry, language, before, note, by)
        except ValidationError as refusal:
            lacking = refusal.update_error_dict(lacking)
            continue
        if told:
            entry.put(language, **told, changed_at=at)
            is_told = True
    if any(one.code == ANOTHERS for one in lacking.get(NON_FIELD_ERRORS, [])):
        lacking[NON_FIELD_ERRORS].append(ValidationError(who_may(entry.article)))
    if lacking:
        raise ValidationError(lacking)
    if is_told and Kind.SUBSTANCE in kinds_for(entry.article, by):
        answer_requests_of_entry(entry, IS_PUT_RIGHT, by=by)


def told_of_change(
    entry: LiveEntry, language: Language, before: Mapping[str, str], note: str, by: User
) -> dict[str, Any]:
    """What readers of a language are told of words they have had otherwise, by column.

    Raises:
        ValidationError: they are owed a sentence, or it is somebody else's to write.
    """
    names = list(names_in(entry.article))
    verdict = heaviest(
        judge(before[column], getattr(entry, column) or "", names)
        for column in columns_of_words([language])
    )
    if verdict == Verdict.NONE:
        return {}
    owed = OwedCorrection(language, verdict)
    may = [one for one in owed.kinds if one in kinds_for(entry.article, by)]
    said = {"language": Language.active().name_of(language), "why": owed.why}
    if not may:
        raise ValidationError(str(IS_ANOTHERS) % said, code=ANOTHERS)
    kind = owed.proposed if owed.proposed in may else may[0]
    if note and kind == Kind.TYPOGRAPHICAL:
        kind = next((one for one in may if one != kind), kind)
    if kind != Kind.TYPOGRAPHICAL and not note:
        raise ValidationError({language.field("reader_note"): str(ASKS_FOR_NOTE) % said})
    return {"change_kind": kind} | ({"reader_note": note} if note else {})


def put_on_top(entry: LiveEntry, languages: Collection[Language]) -> None:
    """Let a pinned entry take the place of the former summary, where its readers have it now.

    A draft leaves the readers of its language the summary that they have.
    """
    for language in Language.all():
        is_there = entry.is_pinned and entry.state_in(language) == EntryState.PUBLIC
        if is_there and language in languages:
            take_down(entry, language)
            entry.put(language, is_summary=True)
        elif not is_there:
            entry.put(language, is_summary=False)


def take_down(entry: LiveEntry, language: Language) -> None:
    """Put the summary of a language into its place by time; in no language one, it is no more."""
    on_top = {language.field("is_summary"): True}
    for former in LiveEntry.objects.filter(article=entry.article, **on_top).exclude(pk=entry.pk):
        former.put(language, is_summary=False)
        former.is_pinned = any(former.is_summary_in(one) for one in Language.all())
        former.save()


def keep(entry: LiveEntry, at: datetime) -> None:
    """Save an entry, with the beginning of its coverage."""
    entry.full_clean(exclude=["article", "created_by"], validate_constraints=False)
    entry.save()
    LiveCoverage.objects.get_or_create(
        article=entry.article, defaults={"started_at": min(entry.at, at)}
    )


@transaction.atomic
def show_entry(entry: LiveEntry, language: Language, *, by: User) -> LiveEntry:
    """Give a draft to the readers of a language.

    Raises:
        PermissionDenied: that is not theirs to do, or it has no words.
    """
    return write_entry(entry, {}, by=by, show=[language])


@transaction.atomic
def withdraw_entry(entry: LiveEntry, language: Language, why: str, *, by: User) -> None:
    """Take an entry back from the readers of a language, who are told why.

    Raises:
        PermissionDenied: that is not theirs to do.
        ValidationError: nobody said why.
    """
    entry = locked_entry(entry)
    if not entry.may_be_withdrawn_by(by, language):
        raise PermissionDenied
    if not why.strip():
        raise ValidationError(gettext("Say why: readers are told."))
    entry.withdraw(language, why.strip(), timezone.now())
    # Its words may be in other letters: that is a reason to take it back.
    refuse_other_letters(entry, language, TOLD)
    if all(entry.state_in(one) != EntryState.PUBLIC for one in Language.all()):
        entry.is_pinned = False
        answer_requests_of_entry(entry, IS_TAKEN_BACK, by=by)
    entry.save()


def may_be_deleted(entry: LiveEntry, by: User) -> bool:
    """Whether this person may delete it: no reader has had it, and all of its words are theirs."""
    return not any(entry.is_before_readers(one) for one in Language.all()) and all(
        entry.may_be_written_by(by, one) for one in Language.all() if entry.said("body", one)
    )


@transaction.atomic
def delete_entry(entry: LiveEntry, *, by: User) -> None:
    """Delete an entry that no reader has had, whatever it was when its page was opened.

    Raises:
        PermissionDenied: a reader has, or it is not theirs.
    """
    entry = locked_entry(entry)
    if not may_be_deleted(entry, by):
        raise PermissionDenied
    entry.delete()


@transaction.atomic
def end_coverage(article: Article, *, by: User, is_over: bool = True) -> LiveCoverage:
    """End the live coverage of an article, or take it up again.

    Raises:
        PermissionDenied: that is not theirs to do.
    """
    article = coverage_of(article)
    if not publishes(article, by):
        raise PermissionDenied
    coverage, _is_new = LiveCoverage.objects.select_for_update().get_or_create(article=article)
    coverage.ended_at = max(timezone.now(), coverage.started_at) if is_over else None
    coverage.save()
    return coverage
