"""An event without a day is the newsroom's alone; a quotation of nobody stands in the body alone."""

import json

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from lxml import html

from articles.desk.editing import history, working_copies
from articles.desk.translation import exchange
from articles.languages import Language
from articles.models import Article, Event, Quote
from articles.wire import xliff
from articles.wire.calendar import as_calendar
from articles.wire.linked_data import event_node
from tests.admin.forms import change_url, form_of, opened
from tests.factories import (
    ArticleFactory,
    EventFactory,
    QuoteFactory,
    SourceFactory,
    SpeakerFactory,
)

pytestmark = pytest.mark.django_db

SECRET = "Forum du zellige"
PUBLIC = [
    "/fr/",
    "/fr/events/",
    "/fr/articles/",
    "/fr/events.ics",
    "/fr/feed.rss",
    "/fr/feed.json",
    "/fr/search/?q=zellige",
    "/sitemap.xml",
    "/sitemap-events-fr-1.xml",
]


def undated(**columns):
    return EventFactory(
        name_fr=SECRET, name_ar="منتدى الزليج", starts_on=None, ends_on=None, **columns
    )


def test_an_event_without_a_day_is_nowhere_before_readers(client):
    event = undated()
    session = EventFactory(parent=event)
    dated = EventFactory()
    nested = undated(slug_fr="autre", slug_ar="اخر", parent=dated)
    article = ArticleFactory(live=["fr", "ar"], event=event)
    QuoteFactory(article=article, spoken_at=event)
    pages = [
        *PUBLIC,
        article.url_in("fr"),
        dated.url_in("fr"),
        session.url_in("fr"),
        *(f"/fr/events/{one.slug_fr}/" for one in (event, nested)),
        f"/fr/events/{event.slug_fr}.ics",
        f"/fr/events/{event.slug_fr}/feed.rss",
        f"/fr/events/{dated.slug_fr}.ics",
    ]
    for page in pages:
        answer = client.get(page)
        assert answer.status_code < 500
        text = answer.content.decode().replace("zellige »", "").replace('"zellige"', "")
        assert SECRET not in text, page
        assert "forum-du-zellige" not in text, page


def test_what_it_says_of_itself_survives_that_its_day_is_not_known():
    event = undated()
    assert (event.period, event.starts, event.ends, event.last_day) == ("", None, None, None)
    assert str(event) == SECRET
    assert not event.has_page_in("fr")
    assert event_node(event)["startDate"] is None
    assert b"VEVENT" not in as_calendar([event], "Calendrier", "/fr/events/")
    event.full_clean()
    for other in (event, EventFactory()):
        for events in (Event.objects.upcoming(), Event.objects.past(), Event.objects.public("fr")):
            assert (other in events) <= (other.starts_on is not None)


@pytest.mark.parametrize("column", [{"ends_on": "2024-07-03"}, {"starts_at": "10:00"}])
def test_without_a_first_day_it_has_no_other_day_nor_hour(column):
    event = undated()
    for name, value in column.items():
        setattr(event, name, Event._meta.get_field(name).to_python(value))
    with pytest.raises(ValidationError):
        event.full_clean()


def test_the_desk_lists_it_last_and_gives_it_a_day(client, admin_user):
    event, dated = undated(), EventFactory()
    client.force_login(admin_user)
    changelist = client.get(reverse("admin:articles_event_changelist"))
    assert list(changelist.context["cl"].result_list) == [dated, event]
    page = reverse("admin:articles_event_change", args=[event.pk])
    form = form_of(client.get(page).text) | {"starts_on": "03/07/2024", "_save": "1"}
    assert client.post(page, form).status_code == 302
    assert Event.objects.get(pk=event.pk).has_page_in("fr")


def nobodys(**columns):
    article = ArticleFactory(source=SourceFactory(), **columns)
    return article, QuoteFactory(article=article, speaker=None, position_fr="")


def test_a_quotation_of_nobody_stands_in_the_body_and_nowhere_else(client):
    article, quote = nobodys(live=["fr", "ar"])
    event = EventFactory()
    Article.objects.filter(pk=article.pk).update(event=event)
    known = QuoteFactory(article=article, text_fr="Le Maroc a présidé", text_ar="")
    page = client.get(article.url_in("fr")).text
    tree = html.fromstring(page)
    assert [one.text_content().strip() for one in tree.xpath("//blockquote")] == [known.text_fr]
    assert quote.text_fr in "".join(tree.xpath("//div[@class='body']//text()"))
    assert "None" not in page
    graphs = [json.loads(one) for one in tree.xpath("//script[@type='application/ld+json']/text()")]
    parts = [node.get("hasPart", []) for graph in graphs for node in graph["@graph"]]
    assert [one["text"] for part in parts for one in part] == [known.text_fr]
    there = html.fromstring(client.get(event.url_in("fr")).text)
    assert [one.text_content().strip() for one in there.xpath("//blockquote")] == [known.text_fr]
    for feed in ("/fr/feed.rss", "/fr/feed.atom", "/fr/feed.json", "/fr/search/?q=plénière"):
        assert client.get(feed).status_code == 200


def test_a_text_with_a_quotation_of_nobody_is_published_with_a_warning(client, editor):
    article, quote = nobodys()
    client.force_login(editor)
    page = client.get(change_url(article)).text
    (line,) = html.fromstring(page).xpath(
        "//section[@data-language='fr']//li[@data-check='speakers']"
    )
    assert "Aucun intervenant" in line.text_content()
    assert quote.text_fr in line.text_content()
    told = client.post(
        change_url(article), opened(client, article) | {"_move-fr-published": "1"}, follow=True
    ).text
    assert "Intervenants des citations" in told
    assert Article.objects.get(pk=article.pk).is_live("fr")


def test_the_desk_shows_it_and_names_who_speaks(client, editor):
    article, quote = nobodys()
    speaker = SpeakerFactory()
    client.force_login(editor)
    assert client.get(reverse("admin:articles_quote_changelist")).status_code == 200
    assert client.get(reverse("admin:articles_quote_change", args=[quote.pk])).status_code == 200
    form = opened(client, article)
    assert "quotes-0-speaker" in form
    chosen = form | {"quotes-0-speaker": str(speaker.pk)}
    assert client.post(change_url(article), chosen).status_code == 302
    assert Quote.objects.get(pk=quote.pk).speaker == speaker


def test_translators_see_what_it_is(client, editor):
    article, _quote = nobodys()
    client.force_login(editor)
    page = client.get(reverse("admin:articles_article_translate", args=[article.pk, "ar"]))
    assert "Citation sans intervenant" in page.text
    assert "None" not in html.fromstring(page.text).text_content()
    assert b"None" not in xliff.xliff_file([exchange.bundle(article, Language("ar"))])


def test_a_revision_keeps_it_and_brings_it_back(editor):
    article, quote = nobodys()
    before = history.keep_if_changed(article, by=editor)
    quote.delete()
    history.keep_if_changed(article, by=editor)
    history.restore(before, onto=article, by=editor)
    again = article.quotes.get()
    assert (again.speaker, again.text_fr) == (None, quote.text_fr)


def test_giving_a_live_quotation_its_speaker_asks_for_no_correction(client, chief):
    article, quote = nobodys(live=["fr"])
    assert quote not in article.quotes.attributed()
    client.force_login(chief)
    copy = working_copies.open_copy(article, by=chief)
    copy.quotes.update(speaker=SpeakerFactory())
    working_copies.publish(copy, by=chief)
    assert article.quotes.get().speaker is not None
    assert not article.corrections.exists()
