"""What is looked at before readers have a text: what blocks it, and what only warns."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles.desk.editing import history, working_copies
from articles.desk.publication import checks
from articles.desk.publication.corrections import CorrectionAnswers
from articles.languages import Language
from articles.models import Article
from articles.models.checks import CHECKS
from tests.factories import (
    ArticleFactory,
    ImageFactory,
    PlaceFactory,
    QuoteFactory,
    SourceFactory,
)

pytestmark = pytest.mark.django_db

FR, AR = Language("fr"), Language("ar")
ARABIC = "<p>ترأس المغرب، يوم الأربعاء، جلسة عامة.</p>"


def names(article, language=FR):
    look = checks.look(article, language, article.status_in(language))
    return [one.check.name for one in look.blocking], [one.check.name for one in look.warning]


def sound(**fields):
    """An article of which the checks find nothing, but for what a test says of it."""
    facts = {"dateline": PlaceFactory(), "source": SourceFactory()}
    return ArticleFactory(**facts | fields)


def link(address):
    return f'<p>Le Maroc a présidé <a href="{address}">une session</a> mercredi.</p>'


def test_a_complete_text_passes_every_check_in_both_languages():
    article = sound(lead_image=ImageFactory())
    assert [one.is_clear for one in checks.checked(article)] == [True, True]


def test_each_check_has_a_name_of_its_own():
    assert len({check.name for check in CHECKS}) == len(CHECKS)


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"headline_fr": ""}, "headline"),
        ({"body_fr": "<p> </p>"}, "body"),
        ({"body_fr": ARABIC}, "script"),
        ({"standfirst_fr": "ترأس المغرب جلسة عامة"}, "script"),
        ({"body_fr": link("/fr/articles/")}, "links"),
        ({"body_fr": link("javascript:alert(1)")}, "links"),
        ({"body_fr": link("https://")}, "links"),
        ({"body_fr": '<p>Le Caire <img src="a.jpg" alt=""></p>'}, "alternative_text"),
    ],
)
def test_what_blocks_a_text(fields, name):
    article = ArticleFactory.build(dateline=PlaceFactory(), source=SourceFactory(), **fields)
    assert name in names(article)[0]
    assert names(article, AR)[0] == ["slug"]


@pytest.mark.parametrize("address", ["https://iom.int/a?b=1", "http://ma.", "mailto:a@map.ma"])
def test_links_a_reader_can_follow_anywhere_pass(address):
    assert names(sound(body_fr=link(address))) == ([], [])


def test_a_name_in_latin_letters_is_no_french_text():
    assert names(sound(headline_ar="COP28"), AR) == ([], [])


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"dateline": None}, "dateline"),
        ({"source": None}, "source"),
        ({"own_reporting": True}, "source"),
        ({"embargoed_until": timezone.now() + timedelta(hours=1)}, "embargo"),
        (
            {"body_fr": f"<p>Le Maroc a présidé mercredi une session plénière.</p>{ARABIC}"},
            "paragraphs",
        ),
    ],
)
def test_what_warns_does_not_keep_a_text_from_readers(fields, name, editor):
    article = sound(**fields)
    assert names(article) == ([], [name])
    article.publish("fr", by=editor)


def test_own_reporting_needs_no_source():
    assert names(sound(source=None, own_reporting=True)) == ([], [])


def undescribed(article):
    article.lead_image = ImageFactory(alt_ar="")


def expired(article):
    article.lead_image = ImageFactory(expires_on=timezone.localdate() - timedelta(days=1))


def misquoted(article):
    article.body_ar = ARABIC.replace("جلسة", "ندوة")


@pytest.fixture(params=[undescribed, expired, misquoted])
def spoilt(request):
    """Something that spoils the Arabic text of an article."""
    return request.param


def test_no_move_lets_readers_have_what_is_blocked(spoilt, editor):
    article = QuoteFactory(article=sound()).article
    spoilt(article)
    article.save()
    with pytest.raises(ValidationError):
        article.publish("ar", by=editor)
    assert not Article.objects.get().is_live("ar")


def test_nor_do_changes_published_from_a_working_copy(spoilt, editor):
    live = QuoteFactory(article=sound(live=["fr", "ar"])).article
    copy = working_copies.open_copy(live, by=editor)
    spoilt(copy)
    copy.save()
    with pytest.raises(ValidationError):
        working_copies.publish(copy, by=editor)
    live.refresh_from_db()
    assert (live.body_ar, live.lead_image) == (ARABIC, None)


def test_nor_an_older_text_brought_back_while_it_waits_for_its_moment(spoilt, editor):
    tomorrow = timezone.now() + timedelta(days=1)
    waiting = QuoteFactory(article=sound(live=["ar"], live_at=tomorrow)).article
    spoilt(waiting)
    waiting.save()
    older = history.catch_up(waiting)
    Article.objects.update(body_ar=ARABIC, lead_image=None)
    with pytest.raises(ValidationError):
        history.restore(older, onto=waiting, by=editor)
    waiting.refresh_from_db()
    assert (waiting.body_ar, waiting.lead_image) == (ARABIC, None)


def test_a_quotation_and_the_words_it_quotes_may_be_changed_together(chief):
    live = QuoteFactory(article=sound(live=["fr"])).article
    copy = working_copies.open_copy(live, by=chief)
    copy.body_fr = "<p>Le Maroc a présidé, mercredi, une séance plénière.</p>"
    copy.save()
    copy.quotes.update(text_fr="une séance plénière")
    told = CorrectionAnswers({"fr": "« séance », non « session »."})
    assert "séance" in working_copies.publish(copy, by=chief, told=told).body_fr


def test_what_ended_meanwhile_keeps_nobody_from_taking_a_text_back(chief):
    article = sound(live=["fr"], lead_image=ImageFactory(expires_on=timezone.localdate()))
    article.lead_image.expires_on -= timedelta(days=2)
    article.lead_image.save()
    article.clean()
    article.withdraw("fr", by=chief, note="Périmé.")
    assert not article.is_live("fr")


def test_reported_speech_is_not_looked_for_in_the_body(editor):
    quote = QuoteFactory(article=sound(), kind="reported", text_fr="Le Maroc agira", text_ar="")
    quote.article.publish("fr", by=editor)
    assert Article.objects.get().is_live("fr")
