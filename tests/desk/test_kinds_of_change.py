"""A change of what readers have is a misprint, an update or a correction: who says which, and when."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles.desk.editing import working_copies
from articles.desk.publication.corrections import CorrectionAnswers, still_owed
from articles.desk.publication.correctors import kinds_for
from articles.models import Correction, User
from tests.factories import ArticleFactory, CorrectionFactory, PlaceFactory, QuoteFactory

pytestmark = pytest.mark.django_db

Kind = Correction.Kind
FRENCH = "Le nombre de participants est connu."
UPDATE = CorrectionAnswers(updates={"fr": FRENCH})


@pytest.fixture
def live():
    article = ArticleFactory(
        live=["fr", "ar"],
        body_fr="<p>Dix pays ont pris part à une session. Un conseiller, Karim Alaoui, est là. "
        "Elle est ouverte.</p>",
        dateline=PlaceFactory(),
    )
    QuoteFactory(article=article, text_fr="ont pris part", text_ar="")
    return article


@pytest.fixture
def copy(live, editor):
    return working_copies.open_copy(live, by=editor)


def write(copy, old, new):
    copy.body_fr = copy.body_fr.replace(old, new)
    copy.save()


def owed(copy):
    return still_owed(copy, *working_copies.before_and_after(copy))


def test_a_sentence_that_is_added_is_an_update_by_whoever_publishes(copy, live, editor):
    write(copy, "ouverte.</p>", "ouverte.</p><p>Vingt orateurs, dont M. Bourita, y sont.</p>")
    (one,) = owed(copy)
    assert (one.language.code, one.proposed) == ("fr", Kind.UPDATE)
    working_copies.publish(copy, by=editor, told=UPDATE)
    told = live.corrections.get()
    assert (told.kind, told.text_fr, told.text_ar or "") == (Kind.UPDATE, FRENCH, "")
    assert (told.public, told.made_on) == (True, timezone.localdate())
    live.refresh_from_db()
    assert "Vingt orateurs" in live.body_fr


def test_a_day_that_is_cut_was_not_wrong_and_an_update_will_do(copy, live, editor):
    live.body_fr = copy.body_fr = live.body_fr.replace("part à", "part, mercredi, à")
    live.save()
    copy.delete()
    copy = working_copies.open_copy(live, by=editor)
    write(copy, ", mercredi,", "")
    working_copies.publish(copy, by=editor, told=UPDATE)
    assert live.corrections.get().kind == Kind.UPDATE


def test_without_what_is_new_it_is_not_published(copy, editor):
    write(copy, "ouverte.</p>", "ouverte.</p><p>Vingt orateurs y sont.</p>")
    for told in (
        CorrectionAnswers(),
        CorrectionAnswers(updates={"fr": "  "}),
        CorrectionAnswers(updates={"ar": "جديد"}),
    ):
        with pytest.raises(ValidationError) as refusal:
            working_copies.publish(copy, by=editor, told=told)
        assert "ce qui est nouveau" in refusal.value.messages[0]


@pytest.mark.parametrize(
    ("old", "new"),
    [("ouverte", "close"), ("Elle est ouverte.", ""), ("Elle est", "Elle n’est pas")],
)
def test_other_words_are_a_correction_or_an_update_as_the_editor_says(copy, editor, old, new):
    write(copy, old, new)
    (one,) = owed(copy)
    assert one.proposed == Kind.SUBSTANCE
    working_copies.publish(copy, by=editor, told=UPDATE)


@pytest.mark.parametrize(
    "change",
    [
        lambda copy: write(copy, "Dix", "Douze"),
        lambda copy: write(copy, "Un conseiller, Karim Alaoui, est là. ", ""),
        lambda copy: write(copy, "est ouverte", "est « ouverte »"),
        lambda copy: copy.quotes.update(text_fr="pris part"),
        lambda copy: copy.quotes.all().delete(),
        lambda copy: type(copy).with_copies.filter(pk=copy.pk).update(dateline=PlaceFactory()),
    ],
)
def test_figures_names_and_quotations_are_corrected_whatever_it_is_called(
    copy, live, editor, chief, change
):
    change(copy)
    with pytest.raises(ValidationError) as refusal:
        working_copies.publish(copy, by=editor, told=UPDATE)
    assert "rectificatif" in refusal.value.messages[0]
    both = CorrectionAnswers({"fr": "Douze.", "ar": "اثنا عشر."})
    working_copies.publish(copy, by=chief, told=both)
    assert live.corrections.get().kind == Kind.SUBSTANCE


def test_who_may_not_correct_is_told_who_may(copy, editor, chief):
    chief.first_name, chief.last_name = "Salma", "Alaoui"
    chief.save()
    write(copy, "Dix", "Douze")
    with pytest.raises(ValidationError) as refusal:
        working_copies.publish(copy, by=editor, told=UPDATE)
    assert "Salma Alaoui" in " ".join(refusal.value.messages)
    with pytest.raises(ValidationError) as refusal:
        working_copies.publish(copy, by=chief, told=UPDATE)
    assert "Salma Alaoui" not in " ".join(refusal.value.messages)


FIGURE = ("Dix", "Douze")
ADDED = ("ouverte.</p>", "ouverte.</p><p>Vingt orateurs y sont.</p>")
MISPRINT = ("session", "sesssion")


@pytest.mark.parametrize(
    ("kinds", "change", "asked"),
    [
        (["misprint", "update"], FIGURE, "C’est un rectificatif, que quelqu’un d’autre écrit."),
        (["misprint", "update"], ADDED, "dites en français ce qui est nouveau."),
        (["misprint", "update"], MISPRINT, "des coquilles sont corrigées, ou dites en français"),
        (["misprint"], MISPRINT, "Dites que seules des coquilles sont corrigées."),
        (["update"], MISPRINT, "Dites en français ce qui est nouveau."),
        ([], ADDED, "C’est un rectificatif, que quelqu’un d’autre écrit."),
    ],
)
def test_nobody_is_asked_for_what_they_may_not_say(
    copy, editor, chief, *, settings, kinds, change, asked
):
    settings.CHANGES_BY_EDITORS = kinds
    write(copy, *change)
    with pytest.raises(ValidationError) as refusal:
        working_copies.publish(copy, by=editor)
    first, *others = refusal.value.messages
    assert asked in first
    assert "écrivez un rectificatif" not in first
    assert "joignez aux modifications un rectificatif" not in first
    assert "Un rectificatif est écrit par une personne qui le peut" in " ".join(others)
    with pytest.raises(ValidationError) as refusal:
        working_copies.publish(copy, by=chief)
    assert "un rectificatif" in refusal.value.messages[0]
    assert "Un rectificatif est écrit par" not in " ".join(refusal.value.messages)


def test_a_misprint_may_be_called_more_than_it_is(copy, live, editor):
    write(copy, "session", "sesssion")
    assert owed(copy)[0].proposed == Kind.TYPOGRAPHICAL
    working_copies.publish(copy, by=editor, told=UPDATE)
    assert live.corrections.get().kind == Kind.UPDATE


def test_the_newsroom_says_what_editors_may_call_a_change(copy, editor, chief, settings):
    write(copy, "ouverte.</p>", "ouverte.</p><p>Vingt orateurs y sont.</p>")
    settings.CHANGES_BY_EDITORS = ["misprint"]
    assert kinds_for(copy, editor) == {Kind.TYPOGRAPHICAL}
    assert kinds_for(copy, chief) == set(Kind)
    with pytest.raises(PermissionDenied):
        working_copies.publish(copy, by=editor, told=UPDATE)
    settings.CHANGES_BY_EDITORS = ["correction"]
    working_copies.publish(copy, by=editor, told=CorrectionAnswers({"fr": FRENCH}))


def test_misprints_are_no_editor_s_where_the_newsroom_says_so(copy, editor, settings):
    write(copy, "session", "sesssion")
    settings.CHANGES_BY_EDITORS = ["update"]
    with pytest.raises(ValidationError):
        working_copies.publish(copy, by=editor, told=CorrectionAnswers(typographical=True))
    working_copies.publish(copy, by=editor, told=UPDATE)


def test_a_reporter_says_nothing_to_readers(copy, reporter):
    assert kinds_for(copy, reporter) == set()


def test_an_update_that_readers_have_stays(live, editor):
    CorrectionFactory(article=live, kind=Kind.UPDATE)
    copy = working_copies.open_copy(live, by=editor)
    copy.corrections.all().delete()
    with pytest.raises(ValidationError):
        working_copies.publish(copy, by=editor)


def test_the_database_knows_the_kinds(live):
    with pytest.raises(IntegrityError), transaction.atomic():
        CorrectionFactory(article=live, kind="rumour")


def test_each_language_is_told_in_its_own_words_and_its_own_kind(copy, live, chief):
    write(copy, "ouverte.</p>", "ouverte.</p><p>Vingt orateurs y sont.</p>")
    copy.body_ar = copy.body_ar.replace("عامة", "مغلقة")
    copy.save()
    working_copies.publish(
        copy, by=chief, told=CorrectionAnswers({"ar": "مغلقة."}, updates={"fr": FRENCH})
    )
    assert {(one.kind, one.text_fr or "", one.text_ar or "") for one in live.corrections.all()} == {
        ("update", FRENCH, ""),
        ("substance", "", "مغلقة."),
    }
    assert User.objects.count() == 2
