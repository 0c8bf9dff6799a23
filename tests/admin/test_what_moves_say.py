"""What is said after a step names the article, and counts its warnings as its page does."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from lxml import html

from articles.desk.editing import working_copies
from articles.models import Article
from articles.models.phases import Phase
from articles.models.workflow import MOVES
from tests.admin.forms import change_url, opened
from tests.factories import ArticleFactory, PlaceFactory, SourceFactory, SpeakerFactory

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)
HEADLINES = {"fr": "Le barrage est plein", "ar": "السد ممتلئ"}


def in_phase(phase):
    """An article whose French text is in that phase now."""
    now = timezone.now()
    columns = {
        Phase.SCHEDULED: {"published_at_fr": now + HOUR},
        Phase.EMBARGOED: {"published_at_fr": now - HOUR, "embargoed_until": now + HOUR},
        Phase.PUBLISHED: {"published_at_fr": now - HOUR},
        Phase.EXPIRED: {"published_at_fr": now - 2 * HOUR, "live_until_fr": now - HOUR},
        Phase.WITHDRAWN: {"published_at_fr": now - HOUR},
    }.get(phase, {})
    later = {Phase.SCHEDULED, Phase.EMBARGOED, Phase.EXPIRED}
    status = "published" if phase in later else str(phase)
    words = {f"headline_{code}": headline for code, headline in HEADLINES.items()}
    article = ArticleFactory(**words)
    Article.objects.filter(pk=article.pk).update(status_fr=status, **columns)
    article.refresh_from_db()
    assert article.phase_in("fr") == phase
    return article


def told(answer):
    return html.fromstring(answer.text).xpath("//ul[@class='messagelist']/li")


@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize("move", MOVES, ids=lambda one: f"{one[0]} to {one[1]}")
def test_every_step_names_the_article_in_the_language_of_who_made_it(client, chief, move, language):
    chief.language = language
    chief.save()
    client.force_login(chief)
    article = in_phase(move[0])
    sent = opened(client, article) | {f"_move-fr-{move[1]}": "1", "_note": "Pour voir."}
    sent |= {"_as_it_is": "1"}
    messages = told(client.post(change_url(article), sent, follow=True))
    article.refresh_from_db()
    assert article.status_fr == move[1]
    (link,) = [
        one
        for message in messages
        for one in message.xpath(f".//a[@href='{change_url(article)}'][bdi]")
        if "«" in message.text_content()
    ]
    assert link.text_content() == HEADLINES[language]
    assert link.xpath("./bdi/@lang") == [language]


def unnamed_in_arabic(**more):
    """An article with three warnings in Arabic: a dateline, and two names, are missing."""
    article = ArticleFactory(source=SourceFactory(), **more)
    for name in ("Amina Alaoui", "Omar Rachdi"):
        article.mention(SpeakerFactory(name_fr=name, name_ar=""))
    return article


def warnings_of_page(client, article, code):
    """How many warnings the page of an article lists in a language."""
    page = html.fromstring(client.get(change_url(article)).text)
    return len(page.xpath(f"//section[@data-language='{code}']/ul[@class='warns']/li"))


def by_form(client, article):
    sent = opened(client, article) | {"_move-ar-published": "1", "_as_it_is": "1"}
    return client.post(change_url(article), sent, follow=True)


def by_reading(client, article):
    read = reverse("admin:articles_article_publish", args=[article.pk, "ar"])
    seen = html.fromstring(client.get(read).text).xpath("//input[@name='seen']/@value")[0]
    return client.post(read, {"seen": seen}, follow=True)


def by_changes(client, article):
    Article.objects.filter(pk=article.pk).update(
        status_ar="published", published_at_ar=timezone.now() - HOUR
    )
    article.refresh_from_db()
    copy = working_copies.open_copy(article, by=Article.objects.get().created_by)
    sent = opened(client, copy) | {"standfirst_ar": "جملة أخرى.", "_publish_changes": "1"}
    sent |= {"_kind-ar": "update", "_update-ar": "جملة أخرى."}
    return client.post(change_url(copy), sent, follow=True)


@pytest.mark.parametrize("way", [by_form, by_reading, by_changes])
def test_as_many_warnings_are_said_as_the_page_lists_and_each_name_leads_to_where_it_is_given(
    client, chief, way
):
    client.force_login(chief)
    article = unnamed_in_arabic(created_by=chief)
    answer = way(client, article)
    article.refresh_from_db()
    assert article.is_live("ar")
    (said,) = [one for one in told(answer) if "avertissements" in one.text_content()]
    assert re.search(r"avec (\d+) avertissements", said.text_content())[1] == "3"
    assert warnings_of_page(client, article, "ar") == 3
    names = {"".join(one.itertext()): one.get("href") for one in said.iter("a")}
    for name in ("Amina Alaoui", "Omar Rachdi"):
        assert re.search(r"/speaker/\d+/change/#id_name_ar$", names[name])


def test_what_is_scheduled_has_its_warnings_counted_alike(client, chief):
    client.force_login(chief)
    article = unnamed_in_arabic(dateline=PlaceFactory())
    Article.objects.update(published_at_ar=timezone.now() + HOUR)
    said = " ".join(one.text_content() for one in told(by_form(client, article)))
    assert "Programmé avec 2 avertissements" in said
    assert warnings_of_page(client, article, "ar") == 2
