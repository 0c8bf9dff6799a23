"""What readers have had keeps its dates; what is taken back and comes again gets new ones."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles.models import Article, Phase, Status, Transition
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def live(now):
    return ArticleFactory(live=["fr"], published_at_fr=now - 3 * HOUR)


def stored(article):
    return Article.objects.get(pk=article.pk)


# What a save may not do.


@pytest.mark.parametrize("column", ["published_at_fr", "live_until_fr", "embargoed_until"])
@pytest.mark.parametrize("hours", [-48, -1, 48])
@pytest.mark.parametrize("alone", [True, False], ids=["this column", "all columns"])
def test_no_save_moves_a_date_of_what_readers_have(live, now, column, hours, alone):
    before = getattr(live, column)
    setattr(live, column, now + hours * HOUR)
    with pytest.raises(ValidationError) as refused:
        live.save(update_fields=[column] if alone else None)
    assert set(refused.value.message_dict) == {column}
    assert getattr(stored(live), column) == before


def test_a_save_of_words_is_no_change_of_dates(live):
    live.headline_fr = "Autre titre"
    live.save()
    assert stored(live).headline_fr == "Autre titre"


def test_the_other_language_keeps_its_freedom(live, now):
    live.published_at_ar = now + HOUR
    live.save()
    assert stored(live).published_at_ar == now + HOUR


def test_what_waits_for_its_moment_may_be_given_another(now):
    article = ArticleFactory(live=["fr"], published_at_fr=now + HOUR)
    article.published_at_fr, article.embargoed_until = now + 2 * HOUR, now + 3 * HOUR
    article.save()
    assert stored(article).state_in("fr").moment == now + 3 * HOUR


def test_what_was_withdrawn_at_its_date_does_not_come_back_by_a_date(now):
    article = ArticleFactory(live=["fr"], published_at_fr=now - 3 * HOUR, live_until_fr=now - HOUR)
    article.live_until_fr = None
    with pytest.raises(ValidationError, match="retiré à sa date"):
        article.save()


# Until when readers have it.


def test_an_end_is_given_by_who_may_withdraw_with_a_reason_on_record(live, now, chief):
    made = live.withdraw_at("fr", now + HOUR, by=chief, note="Offre limitée.")
    assert stored(live).live_until_fr == now + HOUR
    assert (made.from_status, made.to_status) == (Phase.PUBLISHED, Phase.EXPIRED)
    assert (made.made_by, made.effective_at, made.note) == (chief, now + HOUR, "Offre limitée.")
    live.withdraw_at("fr", None, by=chief, note="Elle est prolongée.")
    assert stored(live).live_until_fr is None
    assert live.transitions.first().note == "Elle est prolongée."
    assert str(live.transitions.first()) == "fr: publié → publié, sans fin"


def test_an_end_that_is_past_withdraws_at_once(client, live, now, chief):
    live.withdraw_at("fr", now - HOUR, by=chief, note="Une erreur.")
    assert stored(live).status_fr == Status.WITHDRAWN
    assert client.get(live.url_in("fr")).status_code == 410


def test_an_editor_gives_no_end_and_nobody_without_a_reason(live, now, editor, chief):
    with pytest.raises(PermissionDenied):
        live.withdraw_at("fr", now + HOUR, by=editor, note="Une raison.")
    with pytest.raises(ValidationError):
        live.withdraw_at("fr", now + HOUR, by=chief, note=" ")
    assert stored(live).live_until_fr is None
    assert not live.transitions.exists()


def test_what_readers_have_not_is_given_no_end_that_way(now, chief):
    article = ArticleFactory(live=["fr"], published_at_fr=now + HOUR)
    with pytest.raises(ValidationError):
        article.withdraw_at("fr", now + 2 * HOUR, by=chief, note="Une raison.")


# What was seen and left by itself is not what was never seen.


def test_what_left_at_its_date_is_not_taken_off_a_schedule(client, now, editor, chief):
    article = ArticleFactory(live=["fr"], published_at_fr=now - 3 * HOUR, live_until_fr=now - HOUR)
    assert article.moves("fr", by=editor) == {}
    assert set(article.moves("fr", by=chief)) == {Status.PUBLISHED, Status.DRAFT}
    with pytest.raises(ValidationError):
        article.move("fr", Status.READY, by=editor)
    article.move("fr", Status.DRAFT, by=chief, note="À récrire.")
    assert client.get(article.url_in("fr")).status_code == 410


# What comes again.


def come_again(article, chief, editor, *, way):
    if way == "withdrawn, published again":
        article.withdraw("fr", by=chief, note="Une erreur.")
        article.publish("fr", by=chief)
    elif way == "withdrawn, rewritten, published":
        article.withdraw("fr", by=chief, note="Une erreur.")
        article.move("fr", Status.DRAFT, by=chief, note="À récrire.")
        article.headline_fr = "Tout autre chose"
        article.save()
        article.publish("fr", by=editor)
    else:
        article.withdraw_at("fr", timezone.now() + HOUR, by=chief, note="Jusque-là.")
        Article.objects.update(live_until_fr=timezone.now() - HOUR)
        Article.objects.get().publish("fr", by=chief)
    return stored(article)


WAYS = ["withdrawn, published again", "withdrawn, rewritten, published", "left, published again"]


@pytest.mark.parametrize("way", WAYS)
def test_what_comes_again_has_a_new_date_and_readers_see_its_first_one(
    client, live, chief, editor, way
):
    first, now = live.published_at_fr, timezone.now()
    again = come_again(live, chief, editor, way=way)
    assert again.published_at_fr >= now
    assert again.first_published_at_fr == first
    assert again.is_live("fr")
    page = client.get(again.url_in("fr")).text
    assert "Publié à nouveau ; première parution le" in page
    assert f'datetime="{timezone.localtime(first):%Y-%m-%d}"' in page


def test_what_was_never_taken_back_has_no_such_mark(client, live):
    assert "première parution" not in client.get(live.url_in("fr")).text


@pytest.mark.parametrize("hours", [-48, -1])
def test_no_old_date_is_typed_for_what_comes_again(live, now, chief, hours):
    live.withdraw("fr", by=chief, note="Une erreur.")
    live.published_at_fr = now + hours * HOUR
    live.save()
    live.publish("fr", by=chief)
    assert stored(live).published_at_fr >= now


def test_a_moment_to_come_is_kept_and_until_then_the_page_is_gone(client, live, now, chief):
    address = live.url_in("fr")
    live.withdraw("fr", by=chief, note="Une erreur.")
    live.publish("fr", by=chief, at=now + HOUR)
    assert stored(live).phase_in("fr") == Phase.SCHEDULED
    assert client.get(address).status_code == 410
    live.move("fr", Status.READY, by=chief)
    assert client.get(address).status_code == 410


def test_the_first_date_stays_the_first_however_often_it_goes_and_comes(live, chief):
    first = live.published_at_fr
    for _ in range(2):
        live.withdraw("fr", by=chief, note="Une erreur.")
        live.publish("fr", by=chief)
    assert stored(live).first_published_at_fr == first


def test_a_new_embargo_on_what_was_withdrawn_leaves_its_page_gone(client, live, now, chief):
    live.withdraw("fr", by=chief, note="Une erreur.")
    live.embargoed_until = now + HOUR
    live.save()
    assert client.get(live.url_in("fr")).status_code == 410


@pytest.mark.parametrize("hours", [-48, -1])
def test_what_no_reader_had_is_published_at_the_moment_it_is(now, editor, hours):
    article = ArticleFactory(published_at_fr=now + hours * HOUR)
    article.publish("fr", by=editor)
    assert stored(article).published_at_fr >= now


def test_a_program_says_when_a_text_of_an_archive_came_out(now, editor):
    article = ArticleFactory()
    article.publish("fr", by=editor, at=now - 48 * HOUR)
    assert stored(article).published_at_fr == now - 48 * HOUR


# On record.


def test_a_transition_says_what_the_text_was_when_it_was_made(now, editor):
    article = ArticleFactory(published_at_fr=now + HOUR)
    made = article.publish("fr", by=editor)
    assert (made.to_status, made.effective_at) == (Phase.SCHEDULED, now + HOUR)
    assert "programmé" in str(made)
    made = article.move("fr", Status.READY, by=editor)
    assert (made.from_status, made.to_status) == (Phase.SCHEDULED, Phase.READY)


def test_the_moment_of_a_transition_is_kept_as_it_was_written(now, editor):
    made = ArticleFactory(published_at_fr=now + HOUR).publish("fr", by=editor)
    with pytest.raises(IntegrityError), transaction.atomic():
        Transition.objects.filter(pk=made.pk).update(effective_at=now)


# When readers got it.


def test_an_embargo_lifted_early_leaves_no_date_that_nobody_had_it_on(now, chief):
    article = ArticleFactory(
        live=["fr"], published_at_fr=now - 3 * HOUR, embargoed_until=now + HOUR
    )
    article.move("fr", Status.READY, by=chief)
    article.embargoed_until = None
    article.save()
    article.publish("fr", by=chief)
    assert stored(article).published_at_fr >= now


def test_readers_are_told_when_they_got_what_an_embargo_held(client, now):
    article = ArticleFactory(
        live=["fr"], published_at_fr=now - 3 * HOUR, embargoed_until=now - HOUR
    )
    page = client.get(article.url_in("fr")).text
    appeared = (timezone.localtime(now) - HOUR).isoformat(timespec="seconds")
    assert f'<time datetime="{appeared}">' in page
    assert (timezone.localtime(now) - 3 * HOUR).isoformat(timespec="seconds") not in page
