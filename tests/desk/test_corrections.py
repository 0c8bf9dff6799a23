"""What readers have read changes in substance with a public correction, in each of their languages."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from articles.desk.editing import history, working_copies
from articles.desk.publication.corrections import CorrectionAnswers
from articles.models import Article, Correction
from tests.factories import (
    ArticleFactory,
    CorrectionFactory,
    PlaceFactory,
    QuoteFactory,
    SpeakerFactory,
    TopicFactory,
)

pytestmark = pytest.mark.django_db

FRENCH, ARABIC = "Douze pays, non dix.", "اثنا عشر بلدا لا عشرة."
MISPRINT = CorrectionAnswers(typographical=True)


@pytest.fixture
def live():
    article = ArticleFactory(
        live=["fr", "ar"],
        body_fr="<p>Dix pays ont pris part à une sesion plénière au Caire.</p>",
        body_ar="<p>شارك عشرة بلدان في جلسة عامه.</p>",
        dateline=PlaceFactory(),
    )
    QuoteFactory(article=article, text_fr="ont pris part", text_ar="")
    return article


@pytest.fixture
def copy(live, chief):
    return working_copies.open_copy(live, by=chief)


def write(copy, **columns):
    for name, (old, new) in columns.items():
        setattr(copy, name, getattr(copy, name).replace(old, new))
    copy.save()


def test_a_change_of_substance_needs_a_correction_in_each_language_it_is_made_in(copy, live, chief):
    write(copy, body_fr=("Dix", "Douze"), body_ar=("عشرة", "اثنا عشر"))
    with pytest.raises(ValidationError) as refusal:
        working_copies.publish(copy, by=chief, told=CorrectionAnswers({"fr": FRENCH}))
    (sentence,) = refusal.value.messages
    assert "arabe" in sentence
    assert "nombre" in sentence
    live.refresh_from_db()
    assert "Dix" in live.body_fr
    assert not live.corrections.exists()
    working_copies.publish(copy, by=chief, told=CorrectionAnswers({"fr": FRENCH, "ar": ARABIC}))
    correction = live.corrections.get()
    assert (correction.text_fr, correction.text_ar) == (FRENCH, ARABIC)
    assert (correction.public, correction.made_on) == (True, timezone.localdate())
    assert correction.kind == Correction.Kind.SUBSTANCE


def test_a_correction_in_the_letters_of_another_language_is_not_published(copy, live, chief):
    write(copy, body_fr=("Dix", "Douze"))
    with pytest.raises(ValidationError, match="pas écrit avec les lettres de sa langue"):
        working_copies.publish(copy, by=chief, told=CorrectionAnswers({"fr": ARABIC}))
    live.refresh_from_db()
    assert "Dix" in live.body_fr
    assert not live.corrections.exists()


def test_a_correction_written_in_the_copy_is_of_the_day_it_is_published(copy, live, chief):
    write(copy, body_fr=("Dix", "Douze"))
    CorrectionFactory(article=copy, text_fr=FRENCH, text_ar="", made_on=date(2020, 1, 1))
    working_copies.publish(copy, by=chief)
    assert live.corrections.get().made_on == timezone.localdate()


@pytest.mark.parametrize("columns", [{"public": False}, {"text_fr": "", "text_ar": ARABIC}])
def test_one_that_its_readers_will_not_see_is_none(copy, chief, columns):
    write(copy, body_fr=("Dix", "Douze"))
    CorrectionFactory(article=copy, **columns)
    with pytest.raises(ValidationError):
        working_copies.publish(copy, by=chief)


def test_an_older_correction_does_not_stand_for_a_new_one(live, chief):
    CorrectionFactory(article=live)
    copy = working_copies.open_copy(live, by=chief)
    write(copy, body_fr=("Dix", "Douze"))
    with pytest.raises(ValidationError):
        working_copies.publish(copy, by=chief)


def test_a_misprint_is_put_right_by_who_says_so_and_is_marked_as_one(copy, live, editor):
    write(copy, body_fr=("sesion", "session"), body_ar=("عامه", "عامة"))
    with pytest.raises(ValidationError):
        working_copies.publish(copy, by=editor)
    working_copies.publish(copy, by=editor, told=MISPRINT)
    mark = live.corrections.get()
    assert mark.is_typographical
    assert mark.public
    assert mark.text_fr != mark.text_ar
    assert mark.text_ar


def test_what_is_called_a_misprint_is_judged(copy, live, chief):
    write(copy, body_fr=("Dix", "Six"))
    with pytest.raises(ValidationError):
        working_copies.publish(copy, by=chief, told=MISPRINT)
    live.refresh_from_db()
    assert "Dix" in live.body_fr


def test_each_language_is_told_for_itself(copy, live, chief):
    write(copy, body_fr=("Dix", "Douze"), body_ar=("عامه", "عامة"))
    working_copies.publish(
        copy, by=chief, told=CorrectionAnswers({"fr": FRENCH}, typographical=True)
    )
    assert {(one.kind, one.text_fr or "") for one in live.corrections.all()} == {
        ("substance", FRENCH),
        ("typographical", ""),
    }


def test_spaces_links_pictures_and_topics_are_nothing_to_correct(copy, live, editor):
    write(copy, body_fr=("Dix pays", '<a href="https://un.org/">Dix</a>\u00a0pays'))
    copy.topics.add(TopicFactory())
    copy.mention(SpeakerFactory())
    QuoteFactory(article=copy, text_fr="une sesion plénière", text_ar="")
    working_copies.publish(copy, by=editor)
    assert not live.corrections.exists()


def test_a_language_that_nobody_reads_yet_is_written_freely(editor):
    live = ArticleFactory(live=["fr"])
    copy = working_copies.open_copy(live, by=editor)
    write(copy, body_ar=("جلسة عامة", "جلسة مغلقة"))
    working_copies.publish(copy, by=editor)
    live.refresh_from_db()
    assert "مغلقة" in live.body_ar


@pytest.mark.parametrize(
    "change",
    [
        lambda copy: copy.quotes.update(speaker=SpeakerFactory()),
        lambda copy: copy.quotes.all().delete(),
        lambda copy: copy.quotes.update(kind="reported"),
        lambda copy: Article.with_copies.filter(pk=copy.pk).update(dateline=PlaceFactory()),
    ],
)
def test_who_said_it_and_where_it_is_from_are_substance(copy, chief, change):
    change(copy)
    with pytest.raises(ValidationError):
        working_copies.publish(copy, by=chief, told=MISPRINT)


def test_a_misprint_in_reported_speech_is_no_change_of_somebodys_words(live, editor):
    live.quotes.all().delete()
    QuoteFactory(article=live, kind="reported", text_fr="Elle a promi d’agir.", text_ar="")
    copy = working_copies.open_copy(live, by=editor)
    copy.quotes.update(text_fr="Elle a promis d’agir.")
    working_copies.publish(copy, by=editor, told=MISPRINT)
    assert live.quotes.get().text_fr == "Elle a promis d’agir."


@pytest.mark.parametrize(
    "change",
    [
        lambda copy: copy.corrections.all().delete(),
        lambda copy: copy.corrections.update(public=False),
        lambda copy: copy.corrections.update(text_fr="Rien."),
        lambda copy: copy.corrections.update(made_on=date(2020, 1, 1)),
    ],
)
def test_a_correction_that_readers_have_is_not_taken_back(live, chief, change):
    CorrectionFactory(article=live)
    copy = working_copies.open_copy(live, by=chief)
    change(copy)
    with pytest.raises(ValidationError) as refusal:
        working_copies.publish(copy, by=chief)
    assert "reste tel quel" in refusal.value.messages[0]


def test_who_may_not_correct_writes_no_correction(copy, editor):
    write(copy, body_fr=("Dix", "Douze"))
    with pytest.raises(PermissionDenied):
        working_copies.publish(copy, by=editor, told=CorrectionAnswers({"fr": FRENCH}))


def test_an_older_text_comes_back_with_a_correction_and_takes_none_away(copy, live, chief):
    before = history.catch_up(live)
    with pytest.raises(ValidationError):
        history.restore(before, onto=live, by=chief)
    write(copy, body_fr=("Dix", "Douze"))
    working_copies.publish(copy, by=chief, told=CorrectionAnswers({"fr": FRENCH}))
    again = working_copies.open_copy(live, by=chief)
    history.restore(before, onto=again, by=chief)
    assert again.corrections.count() == 1
    with pytest.raises(ValidationError):
        working_copies.publish(again, by=chief)
    working_copies.publish(again, by=chief, told=CorrectionAnswers({"fr": "Dix était juste."}))
    live.refresh_from_db()
    assert "Dix" in live.body_fr
    assert live.corrections.count() == 2
