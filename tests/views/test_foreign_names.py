"""What has no name in a language is announced where it is published, and marked where it is shown."""

import json
from itertools import count

import feedparser
import pytest
from lxml import etree, html

from articles.languages import Language
from articles.models import Appearance, Participation
from tests.factories import (
    AffiliationFactory,
    ArticleFactory,
    EventFactory,
    ImageFactory,
    OrganizationFactory,
    PlaceFactory,
    QuoteFactory,
    SourceFactory,
    SpeakerFactory,
    TopicFactory,
)
from tests.views.test_linked_data import nodes

pytestmark = pytest.mark.django_db

LANGUAGES = pytest.mark.parametrize("language", ["fr", "ar"])
WORD = {"fr": "Étranger nommé", "ar": "اسم أجنبي"}
ISOLATE, END = "\u2068", "\u2069"


class Cast:
    """Everything that an article in one language is about, known by name in another only."""

    def __init__(self, language):
        self.language = Language(language)
        (self.other,) = self.language.others
        self.numbers = count(1)
        self.word = WORD[self.other.code]
        review = EventFactory(**self.named())
        self.event = EventFactory(parent=review, place=PlaceFactory(**self.named()), **self.named())
        held = AffiliationFactory(
            speaker=SpeakerFactory(**self.named()),
            organization=OrganizationFactory(**self.named()),
            **self.columns("position"),
        )
        Participation.objects.create(event=self.event, organization=held.organization)
        Appearance.objects.create(event=self.event, speaker=held.speaker)
        picture = ImageFactory(**self.columns("credit"))
        self.article = ArticleFactory(
            live=[language],
            event=self.event,
            dateline=PlaceFactory(**self.named()),
            source=SourceFactory(**self.named()),
            lead_image=picture,
        )
        self.quote = QuoteFactory(
            article=self.article, speaker=SpeakerFactory(**self.named()), **self.columns("position")
        )
        self.article.mention(held.speaker, held.organization)
        self.article.topics.add(TopicFactory(**self.named()))
        # Known in both, and tied to what is not.
        self.known = AffiliationFactory(
            organization=OrganizationFactory(parent=held.organization), **self.columns("position")
        )
        self.known.speaker.affiliations.create(organization=held.organization, position_fr="Chef")
        self.occasion = EventFactory(parent=review, place=PlaceFactory(**self.named()))
        Participation.objects.create(event=self.occasion, organization=held.organization)
        Appearance.objects.create(event=self.occasion, speaker=held.speaker)
        self.article.mention(self.known.speaker, self.known.organization)

    def named(self):
        return self.columns("name")

    def columns(self, name):
        words = f"{self.word} {next(self.numbers)}"
        return {self.language.field(name): "", self.other.field(name): words}

    @property
    def pages(self):
        code = self.language.code
        records = (self.article, self.known.speaker, self.known.organization, self.occasion)
        lists = ("", "articles/", "events/", "speakers/", "organizations/", "topics/", "follow/")
        word = {"fr": "Maroc", "ar": "المغرب"}[code]
        return [
            *(one.url_in(code) for one in records),
            *(f"/{code}/{path}" for path in lists),
            f"/{code}/search/?q={word}",
        ]


def language_around(element):
    """The nearest language that an element, or what it is in, is said to be in."""
    named = element.xpath("ancestor-or-self::*[@lang][1]")
    return (named[0].get("lang"), named[0].get("dir")) if named else (None, None)


def unmarked(page, cast):
    """The texts and attributes of a page that hold a foreign name and do not say so."""
    found = []
    wanted = (cast.other.code, cast.other.direction)
    for element in html.fromstring(page).iter():
        if not isinstance(element.tag, str) or element.tag in {"script", "html", "head"}:
            continue
        texts = [(element, element.text), *((element, one.tail) for one in element)]
        for owner, text in texts:
            is_bare = cast.word in (text or "") and f"{ISOLATE}{cast.word}" not in text
            if is_bare and language_around(owner) != wanted:
                found.append((element.tag, text.strip()))
        found += [
            (f"{element.tag}/@{name}", value)
            for name, value in element.attrib.items()
            if cast.word in value
            and f"{ISOLATE}{cast.word}" not in value
            and name != "value"
            and language_around(element) != wanted
        ]
    return found


@LANGUAGES
def test_every_page_says_the_language_of_a_foreign_name(client, language):
    cast = Cast(language)
    shown = 0
    for path in cast.pages:
        page = client.get(path).text
        shown += cast.word in page
        assert unmarked(page, cast) == [], path
    # They are there to be marked.
    assert shown >= 8


def foreign(value, cast):
    """Every text of linked data that holds a foreign name, with the language it is said to be."""
    if isinstance(value, dict):
        if "@value" in value:
            yield value["@value"], value.get("@language")
            return
        for name, one in value.items():
            if name not in {"@id", "url", "item"}:
                yield from foreign(one, cast)
    elif isinstance(value, list):
        for one in value:
            yield from foreign(one, cast)
    elif isinstance(value, str):
        yield value, None


@LANGUAGES
def test_linked_data_says_the_language_of_a_foreign_name(client, language):
    cast = Cast(language)
    # A body names the one it is part of only where that has a page in the language too.
    for record in (cast.article, cast.known.speaker, cast.occasion):
        graph = nodes(client, record.url_in(language))
        found = [one for one in foreign(graph, cast) if cast.word in one[0]]
        assert found
        assert {said for _text, said in found} == {cast.other.code}
    # What has a name in the page's language is a plain text, as ever.
    (article,) = nodes(client, cast.article.url_in(language))["NewsArticle"]
    assert isinstance(article["headline"], str)


def texts_of(feed):
    for element in etree.fromstring(feed).iter():
        if not element.tag.endswith(("encoded", "content")):
            yield from (element.text or "", *element.attrib.values())


@pytest.mark.parametrize("form", ["rss", "atom"])
@LANGUAGES
def test_feeds_set_a_foreign_name_apart(client, form, language):
    cast = Cast(language)
    feed = client.get(f"/{language}/feed.{form}").content
    assert not feedparser.parse(feed).bozo
    found = [text for text in texts_of(feed) if cast.word in text]
    assert len(found) >= 3
    assert all(f"{ISOLATE}{cast.word}" in text and END in text for text in found)


@LANGUAGES
def test_json_feeds_and_their_texts_do_too(client, language):
    cast = Cast(language)
    (item,) = client.get(f"/{language}/feed.json").json()["items"]
    names = [item["authors"][0]["name"], *item["tags"]]
    assert all(one.startswith(f"{ISOLATE}{cast.word}") and one.endswith(END) for one in names)
    assert unmarked(f"<div>{item['content_html']}</div>", cast) == []
    assert cast.word in item["content_html"]


@LANGUAGES
def test_calendars_say_the_language_of_a_name_and_set_places_apart(client, language):
    cast = Cast(language)
    text = client.get(f"/{language}/events.ics").text.replace("\r\n ", "")
    places = [line for line in text.splitlines() if line.startswith("LOCATION")]
    assert any(f"{ISOLATE}{cast.word}" in line for line in places)
    names = [line for line in text.splitlines() if cast.word in line and "SUMMARY" in line]
    assert all(line.startswith(f"SUMMARY;LANGUAGE={cast.other.code}:") for line in names)
    # A map is asked for the name alone.
    page = client.get(cast.occasion.url_in(language)).text
    assert "%E2%81%A8" not in page


# Announced before readers have it.


def findings(article, language):
    found = article.findings(Language(language))
    return [str(one.fault.sentence) for one in found if one.check.name == "names"]


@LANGUAGES
def test_what_has_no_name_in_a_language_is_a_warning_before_it_is_published(language):
    cast = Cast(language)
    said = " ".join(findings(cast.article, language))
    quote = cast.quote
    records = [
        quote.speaker,
        *(one.speaker or one.organization for one in cast.article.mentions.all()),
        *(one.tag for one in cast.article.tagged.all()),
        cast.event,
        cast.event.place,
        cast.event.parent,
        cast.article.dateline,
        cast.article.source,
    ]
    for record in records:
        is_known = bool(record.said("name", language))
        assert (record.said_anyhow("name") in said) != is_known, record
    assert quote.said("position", cast.other) in said
    assert cast.article.lead_image.said("credit", cast.other) in said
    # Each once, and nothing in the language in which all have names.
    assert len(findings(cast.article, language)) == len(set(findings(cast.article, language)))
    assert findings(cast.article, cast.other.code) == []


@LANGUAGES
def test_the_desk_names_it_and_leads_to_where_the_name_is_given(client, editor, chief, language):
    cast = Cast(language)
    cast.article.withdraw(language, by=chief, note="Essai")
    client.force_login(editor)
    page = client.get(f"/admin/articles/article/{cast.article.pk}/change/").text
    speaker = cast.quote.speaker
    assert f"/admin/articles/speaker/{speaker.pk}/change/#id_name_{language}" in page


def test_it_stops_nothing(client, editor):
    cast = Cast("fr")
    article = ArticleFactory(event=cast.event, body_fr="<p>Une session.</p>")
    article.publish("fr", by=editor)
    assert article.is_live("fr")
    assert [one.check.blocks for one in article.findings(Language("fr"))].count(True) == 0


def test_an_article_with_thirty_names_is_as_many_queries_as_with_one(
    django_assert_max_num_queries,
):
    article = ArticleFactory(live=["fr"])
    for _ in range(30):
        QuoteFactory(article=article, speaker=SpeakerFactory(name_fr=""))
        article.mention(OrganizationFactory(name_fr=""))
        article.topics.add(TopicFactory(name_fr=""))
    article = type(article).objects.get(pk=article.pk)
    with django_assert_max_num_queries(30):
        assert len(findings(article, "fr")) == 90
    assert json.dumps(findings(article, "fr"))
