"""A live coverage is written at once by who may publish, and changed in public."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles.desk.editing.working_copies import open_copy, publish
from articles.desk.publication.corrections import CorrectionAnswers
from articles.desk.publication.live import (
    delete_entry,
    end_coverage,
    may_be_deleted,
    show_entry,
    withdraw_entry,
    write_entry,
)
from articles.languages import Language
from articles.models import Article, EntryState, LiveCoverage, LiveEntry
from tests.at_once import begun_meanwhile
from tests.conftest import member_of
from tests.factories import ArticleFactory, LiveEntryFactory

pytestmark = pytest.mark.django_db
FRENCH, ARABIC = Language("fr"), Language("ar")
WORDS = {"body_fr": "<p>La route de Setti Fadma est coupée.</p>"}


@pytest.fixture
def article(reporter):
    return ArticleFactory(kind=Article.Kind.COVERAGE, live=["fr", "ar"], created_by=reporter)


def written(article, values=WORDS, *, by, **more):
    return write_entry(LiveEntry(article=article), values, by=by, **more)


def test_an_editor_writes_an_entry_that_readers_have_at_once(article, editor):
    entry = written(article, by=editor, show=[FRENCH])
    assert entry.state_in("fr") == EntryState.PUBLIC
    assert entry.state_in("ar") == EntryState.DRAFT
    assert entry.created_by == editor
    assert LiveCoverage.objects.get(article=article).ended_at is None


def test_a_reporter_writes_a_draft_which_an_editor_publishes(article, reporter, editor):
    entry = written(article, by=reporter)
    assert entry.state_in("fr") == EntryState.DRAFT
    with pytest.raises(PermissionDenied):
        show_entry(entry, FRENCH, by=reporter)
    show_entry(entry, FRENCH, by=editor)
    entry.refresh_from_db()
    assert entry.state_in("fr") == EntryState.PUBLIC


def test_a_reporter_does_not_change_what_readers_have(article, reporter, editor):
    entry = written(article, by=editor, show=[FRENCH])
    with pytest.raises(PermissionDenied):
        write_entry(entry, {"body_fr": "<p>La route est ouverte.</p>"}, by=reporter)
    with pytest.raises(PermissionDenied):
        write_entry(entry, {"is_important": True}, by=reporter)


def test_a_translator_writes_the_language_assigned_to_them_as_a_draft(article, translator, editor):
    entry = written(article, by=editor, show=[FRENCH])
    entry = write_entry(entry, {"body_ar": "<p>الطريق إلى ستي فاطمة مقطوعة.</p>"}, by=translator)
    assert entry.state_in("ar") == EntryState.DRAFT
    with pytest.raises(PermissionDenied):
        write_entry(entry, {"body_fr": "<p>Autre chose.</p>"}, by=translator)


def test_nobody_else_writes_in_a_colleagues_coverage(editor):
    entry = LiveEntry(article=ArticleFactory(kind="live", live=["fr"], created_by=editor))
    with pytest.raises(PermissionDenied):
        write_entry(entry, WORDS, by=member_of("reporter"))


def test_a_misprint_is_put_right_without_a_word_and_marked(article, editor):
    entry = written(article, {"body_fr": "<p>La route est coupé.</p>"}, by=editor, show=[FRENCH])
    entry = write_entry(entry, {"body_fr": "<p>La route est coupée.</p>"}, by=editor)
    assert entry.was_changed
    assert entry.change_kind_fr == "typographical"
    assert entry.reader_note_fr in {None, ""}


def test_a_number_that_was_wrong_is_corrected_in_public(article, chief):
    values = {"body_fr": "<p>La crue a emporté 3 ponts.</p>"}
    entry = written(article, values, by=chief, show=[FRENCH])
    right = {"body_fr": "<p>La crue a emporté 5 ponts.</p>"}
    with pytest.raises(ValidationError, match="a changé"):
        write_entry(entry, right, by=chief)
    entry = write_entry(entry, right, by=chief, notes={"fr": "Cinq ponts, et non trois."})
    assert entry.change_kind_fr == "substance"
    assert entry.reader_note_fr == "Cinq ponts, et non trois."
    assert entry.changed_at_fr > entry.shown_at_fr
    assert entry.changed_at_ar is None


def test_a_correction_is_not_an_editors_to_write(article, editor):
    values = {"body_fr": "<p>La crue a emporté 3 ponts.</p>"}
    entry = written(article, values, by=editor, show=[FRENCH])
    with pytest.raises(ValidationError, match="autre"):
        write_entry(entry, {"body_fr": "<p>5 ponts.</p>"}, by=editor, notes={"fr": "Cinq."})


def test_an_entry_is_taken_back_in_public_with_a_reason(article, editor, chief):
    entry = written(article, by=editor, show=[FRENCH])
    with pytest.raises(PermissionDenied):
        withdraw_entry(entry, FRENCH, "Faux.", by=editor)
    with pytest.raises(ValidationError):
        withdraw_entry(entry, FRENCH, " ", by=chief)
    withdraw_entry(entry, FRENCH, "La route n’a jamais été coupée.", by=chief)
    entry.refresh_from_db()
    assert entry.state_in("fr") == EntryState.WITHDRAWN
    assert LiveEntry.objects.shown("fr").get() == entry
    assert not LiveEntry.objects.public("fr").exists()
    assert not entry.may_be_written_by(chief, FRENCH)


def test_what_readers_had_is_never_deleted(article, editor):
    draft, had = written(article, by=editor), written(article, by=editor, show=[FRENCH])
    assert may_be_deleted(draft, editor)
    assert not may_be_deleted(had, editor)


BOTH = WORDS | {"body_ar": "<p>الطريق إلى ستي فاطمة مقطوعة.</p>"}
PINNED = {"is_pinned": True}


def on_top(article):
    """The summary of each language, by its code."""
    found = article.live_entries.all()
    return {
        code: next((one.pk for one in found if one.is_summary_in(code)), None)
        for code in ("fr", "ar")
    }


def test_a_coverage_has_one_summary(article, editor):
    first = written(article, WORDS | PINNED, by=editor, show=[FRENCH])
    second = written(article, WORDS | PINNED, by=editor, show=[FRENCH])
    first.refresh_from_db()
    assert (first.is_pinned, second.is_pinned) == (False, True)
    assert on_top(article) == {"fr": second.pk, "ar": None}
    with pytest.raises(IntegrityError), transaction.atomic():
        LiveEntryFactory(article=article, is_pinned=True)


def test_the_draft_of_a_summary_leaves_readers_the_one_they_have(article, reporter, editor):
    first = written(article, BOTH | PINNED, by=editor, show=[FRENCH, ARABIC])
    draft = written(article, BOTH | PINNED, by=editor)
    assert on_top(article) == {"fr": first.pk, "ar": first.pk}
    show_entry(draft, ARABIC, by=editor)
    assert on_top(article) == {"fr": first.pk, "ar": draft.pk}
    # Its French words are put right: it does not come back in Arabic.
    first = write_entry(first, {"byline": "S. Idrissi"}, by=editor)
    assert first.is_pinned
    assert on_top(article) == {"fr": first.pk, "ar": draft.pk}
    show_entry(draft, FRENCH, by=editor)
    first.refresh_from_db()
    assert not first.is_pinned
    assert on_top(article) == {"fr": draft.pk, "ar": draft.pk}


def test_an_entry_that_readers_have_is_pinned_in_each_of_its_languages_and_unpinned(
    article, editor
):
    entry = written(article, BOTH, by=editor, show=[FRENCH, ARABIC])
    entry = write_entry(entry, PINNED, by=editor)
    assert on_top(article) == {"fr": entry.pk, "ar": entry.pk}
    write_entry(entry, {"is_pinned": False}, by=editor)
    assert on_top(article) == {"fr": None, "ar": None}


@pytest.mark.databases
@pytest.mark.django_db(transaction=True)
def test_two_who_pin_a_summary_at_once_both_keep_their_words(article, editor):
    def pin():
        written(article, WORDS | PINNED, by=editor, show=[FRENCH])

    begun_meanwhile(pin, pin)
    assert article.live_entries.count() == 2
    assert article.live_entries.filter(is_pinned=True).count() == 1


@pytest.mark.databases
@pytest.mark.django_db(transaction=True)
def test_a_draft_that_a_colleague_shows_meanwhile_is_not_deleted(article, editor):
    entry = written(article, by=editor)
    with pytest.raises(PermissionDenied):
        begun_meanwhile(
            lambda: show_entry(LiveEntry.objects.get(), FRENCH, by=editor),
            lambda: delete_entry(entry, by=editor),
        )
    assert LiveEntry.objects.public("fr").exists()


@pytest.mark.databases
@pytest.mark.django_db(transaction=True)
def test_words_that_a_colleague_changes_meanwhile_are_not_written_over(article, editor):
    entry = written(article, by=editor)
    opened = entry.updated_at.isoformat()
    with pytest.raises(ValidationError, match="relisez-la"):
        begun_meanwhile(
            lambda: write_entry(entry, {"body_fr": "<p>La route rouvre.</p>"}, by=editor),
            lambda: write_entry(entry, WORDS | {"byline": "X"}, by=editor, opened=opened),
        )
    assert LiveEntry.objects.get().body_fr == "<p>La route rouvre.</p>"


def test_an_entry_of_a_moment_to_come_is_refused(article, editor):
    later = timezone.now() + timedelta(hours=1)
    with pytest.raises(ValidationError, match="pas encore venu"):
        written(article, WORDS | {"at": later}, by=editor)


def test_an_entry_without_words_is_refused_and_never_shown(article, editor):
    with pytest.raises(ValidationError):
        written(article, {"body_fr": ""}, by=editor)
    with pytest.raises(PermissionDenied):
        written(article, WORDS, by=editor, show=[ARABIC])
    with pytest.raises(IntegrityError), transaction.atomic():
        LiveEntryFactory(article=article, body_ar="", state_ar="public")


def test_a_coverage_ends_and_is_taken_up_again(article, reporter, editor):
    written(article, by=editor, show=[FRENCH])
    with pytest.raises(PermissionDenied):
        end_coverage(article, by=reporter)
    assert end_coverage(article, by=editor).ended_at is not None
    assert end_coverage(article, by=editor, is_over=False).ended_at is None


def test_a_coverage_never_ends_before_it_begins(article):
    now = timezone.now()
    with pytest.raises(IntegrityError), transaction.atomic():
        LiveCoverage.objects.create(article=article, started_at=now, ended_at=now - timedelta(1))


def test_entries_are_no_part_of_a_working_copy(article, chief):
    copy = open_copy(article, by=chief)
    entry = written(copy, by=chief, show=[FRENCH])
    assert entry.article == article
    copy.standfirst_fr = "Les secours évacuent trois villages."
    copy.save()
    publish(copy, by=chief, told=CorrectionAnswers(updates={"fr": "Trois villages évacués."}))
    assert LiveEntry.objects.get().article == article
