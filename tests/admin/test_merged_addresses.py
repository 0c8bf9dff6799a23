"""The addresses of a record that was merged lead on, and come back with it."""

import pytest

from articles.desk.library import merging
from articles.models import Event, Speaker
from tests.factories import (
    ArticleFactory,
    EventFactory,
    OrganizationFactory,
    QuoteFactory,
    SpeakerFactory,
    TopicFactory,
)

pytestmark = pytest.mark.django_db


def quoted(**names):
    """Somebody whom readers know by a quotation alone."""
    speaker = SpeakerFactory(is_listed=False, **names)
    QuoteFactory(article=ArticleFactory(live=["fr", "ar"]), speaker=speaker)
    return speaker


def with_a_topic():
    topic = TopicFactory()
    ArticleFactory(live=["fr", "ar"]).topics.add(topic)
    return topic


def named():
    organization = OrganizationFactory(is_listed=False)
    ArticleFactory(live=["fr", "ar"]).mention(organization)
    return organization


def session():
    event = EventFactory(parent=EventFactory())
    ArticleFactory(live=["fr", "ar"], event=event)
    return event


ARTICLES = "/admin/articles/article/"
MAKERS = {"speaker": quoted, "topic": with_a_topic, "organization": named, "session": session}


def where(client, url):
    answer = client.get(url)
    return answer.url if answer.status_code == 301 else answer.status_code


@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize("kind", MAKERS)
def test_the_address_of_the_one_that_went_leads_on_as_the_page_promises(
    client, chief, kind, language
):
    gone, kept = MAKERS[kind](), MAKERS[kind]()
    old = gone.url_in(language)
    assert client.get(old).status_code == 200
    merging.merge(gone, kept, by=chief)
    assert where(client, old) == kept.url_in(language)


def test_addresses_that_it_had_before_lead_on_too_and_through_a_second_merge(client, chief):
    first, second, third = (quoted() for _each in range(3))
    older = first.url_in("fr")
    first.slug_fr = "un-autre-nom"
    first.save()
    newer = first.url_in("fr")
    merging.merge(first, second, by=chief)
    second = Speaker.objects.get(pk=second.pk)
    again = merging.merge(second, third, by=chief)
    assert {where(client, url) for url in (older, newer)} == {third.url_in("fr")}
    merging.undo(again, by=chief)
    assert {where(client, url) for url in (older, newer)} == {second.url_in("fr")}


def test_after_it_is_undone_each_has_its_page_at_its_address(client, chief):
    gone, kept = quoted(), quoted()
    urls = [one.url_in(language) for one in (gone, kept) for language in ("fr", "ar")]
    merging.undo(merging.merge(gone, kept, by=chief), by=chief)
    assert [where(client, url) for url in urls] == [200] * 4


def test_no_other_record_takes_an_address_that_leads_on(client, chief):
    gone, kept = quoted(), quoted()
    slug, old = gone.slug_fr, gone.url_in("fr")
    merging.merge(gone, kept, by=chief)
    assert SpeakerFactory(name_fr=gone.name_fr).slug_fr != slug
    assert where(client, old) == kept.url_in("fr")


# The way back.


def test_a_conference_that_was_merged_into_its_own_session_comes_back_above_it(chief):
    conference = EventFactory()
    part = EventFactory(parent=conference)
    merge = merging.merge(conference, part, by=chief)
    again = merging.undo(merge, by=chief)
    assert Event.objects.get(pk=part.pk).parent == again
    assert again.parent is None


def test_no_circle_is_made_by_what_was_arranged_meanwhile(chief):
    above = EventFactory()
    gone, kept = EventFactory(parent=above), EventFactory()
    part = EventFactory(parent=gone)
    merge = merging.merge(gone, kept, by=chief)
    above.parent = Event.objects.get(pk=part.pk)
    above.save()
    again = merging.undo(merge, by=chief)
    assert again not in again.ancestors()


@pytest.mark.parametrize("who", ["another", "kept"])
def test_who_comes_back_has_another_address_where_its_own_was_taken(chief, who):
    gone, kept = SpeakerFactory(is_listed=False), SpeakerFactory(is_listed=False)
    slug = gone.slug_fr
    merge = merging.merge(gone, kept, by=chief)
    taker = SpeakerFactory() if who == "another" else Speaker.objects.get(pk=kept.pk)
    taker.slug_fr = slug
    taker.save()
    again = merging.undo(merge, by=chief)
    assert again.slug_fr
    assert again.slug_fr != slug
    assert again.slug_ar == gone.slug_ar
    assert Speaker.objects.get(pk=taker.pk).slug_fr == slug


# Lists that somebody has saved.


def test_a_saved_list_of_the_one_that_went_shows_those_of_the_other(client, chief):
    gone, kept = quoted(), quoted()
    client.force_login(chief)
    own, another = (one.quotes.get().article.headline_fr for one in (gone, kept))
    saved = {"speaker": f"{gone.pk}"}
    listed = client.get(ARTICLES, saved).text
    assert own in listed
    assert another not in listed
    merge = merging.merge(gone, kept, by=chief)
    page = client.get(ARTICLES, saved).text
    assert own in page
    assert another in page
    assert "plus là" not in page
    merging.undo(merge, by=chief)
    page = client.get(ARTICLES, saved).text
    assert own in page
    assert another not in page
