"""Machines read from every page what a reader reads from it (schema.org, JSON-LD)."""

import json
from datetime import date, time

import pytest
from lxml import html

from articles.models import Appearance, Participation
from tests.factories import (
    AffiliationFactory,
    ArticleFactory,
    CorrectionFactory,
    EventFactory,
    OrganizationFactory,
    PlaceFactory,
    QuoteFactory,
    SourceFactory,
)

pytestmark = pytest.mark.django_db

SITE = "http://testserver"
LANGUAGES = ["fr", "ar"]
REQUIRED = {
    "NewsArticle": {"headline", "datePublished", "dateModified", "publisher", "inLanguage", "url"},
    "Event": {"name", "startDate", "url"},
    "Person": {"name", "url"},
    "Organization": {"name", "url"},
    "Quotation": {"text", "spokenByCharacter", "inLanguage"},
    "BreadcrumbList": {"itemListElement"},
    "WebSite": {"name", "url", "inLanguage"},
    "NewsMediaOrganization": {"name", "url", "correctionsPolicy"},
    "Thing": {"name", "url"},
}
"""What each type of the graph must say at least."""


def nodes(client, path):
    """The nodes of a page, by type."""
    page = client.get(path)
    assert page.status_code == 200
    (script,) = html.fromstring(page.text).xpath("//script[@type='application/ld+json']/text()")
    document = json.loads(script)
    assert document["@context"] == "https://schema.org"
    found = {}
    for node in document["@graph"]:
        found.setdefault(node["@type"], []).append(node)
    return found


@pytest.fixture
def plenary():
    """A session of a review, with its place and hour, who held it and who spoke."""
    review = EventFactory(name_fr="Examen régional", name_ar="الاستعراض الإقليمي")
    plenary = EventFactory(
        parent=review,
        starts_on=date(2024, 7, 3),
        starts_at=time(9, 30),
        ends_on=None,
        ends_at=time(11),
        time_zone="Africa/Cairo",
        place=PlaceFactory(),
    )
    affiliation = AffiliationFactory()
    Participation.objects.create(event=plenary, organization=affiliation.organization)
    Appearance.objects.create(event=plenary, speaker=affiliation.speaker)
    return plenary


@pytest.fixture
def article(plenary):
    made = ArticleFactory(
        live=LANGUAGES,
        event=plenary,
        source=SourceFactory(name_fr="MAP Express", name_ar="ماب إكسبريس"),
        source_url="https://www.mapexpress.ma/texte",
        source_published_on=date(2024, 7, 4),
        original_language="fr",
    )
    QuoteFactory(article=made, speaker=plenary.appearances.get().speaker)
    CorrectionFactory(article=made, made_on=date(2024, 7, 9))
    made.mention(plenary.participations.get().organization)
    return made


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_page_says_what_its_type_must_and_leads_to_pages_that_open(client, article, language):
    event = article.event
    organization = event.participations.get().organization
    speaker = event.appearances.get().speaker
    records = [article, event, event.parent, speaker, organization, article.source]
    month = f"/{language}/events/2024/7/"
    for path in [f"/{language}/", month, *(one.url_in(language) for one in records)]:
        for kind, them in nodes(client, path).items():
            for node in them:
                assert REQUIRED[kind] <= {name for name, value in node.items() if value}, path
                assert node.get("inLanguage", language) == language
                if kind != "BreadcrumbList" and "url" in node:
                    place = node["url"].removeprefix(SITE)
                    assert client.get(place).status_code == 200, place


def test_the_way_to_a_page_begins_at_the_front_and_ends_at_it(client, article):
    for record in (article, article.event, article.source):
        (way,) = nodes(client, record.url_in("ar"))["BreadcrumbList"]
        steps = way["itemListElement"]
        assert [one["position"] for one in steps] == [1, 2, 3]
        assert steps[0]["item"] == f"{SITE}/ar/"
        assert steps[-1]["item"] == SITE + record.url_in("ar")


def test_an_article_says_where_it_is_from_and_what_was_corrected(client, article):
    (node,) = nodes(client, article.url_in("fr"))["NewsArticle"]
    assert node["citation"]["url"] == "https://www.mapexpress.ma/texte"
    assert node["citation"]["publisher"]["name"] == "MAP Express"
    assert node["citation"]["datePublished"] == "2024-07-04"
    (correction,) = node["correction"]
    assert correction["@type"] == "CorrectionComment"
    assert correction["datePublished"] == "2024-07-09"
    assert correction["text"] == "La session a eu lieu mercredi, non jeudi."
    assert node["about"]["name"] == article.event.name_fr


def test_the_original_names_its_translation_and_the_translation_its_original(client, article):
    (french,) = nodes(client, article.url_in("fr"))["NewsArticle"]
    (arabic,) = nodes(client, article.url_in("ar"))["NewsArticle"]
    assert [one["@id"] for one in french["workTranslation"]] == [arabic["@id"]]
    assert french["workTranslation"][0]["inLanguage"] == "ar"
    assert "translationOfWork" not in french
    assert arabic["translationOfWork"]["@id"] == french["@id"]
    assert "workTranslation" not in arabic


def test_a_text_in_one_language_alone_names_no_translation(client):
    (node,) = nodes(client, ArticleFactory(live=["fr"]).url_in("fr"))["NewsArticle"]
    assert not {"workTranslation", "translationOfWork", "correction", "citation"} & set(node)


def test_a_quotation_is_the_speakers_on_the_page_of_both(client, article):
    speaker = article.quotes.get().speaker
    (of_article,) = nodes(client, article.url_in("ar"))["NewsArticle"]
    (quotation,) = of_article["hasPart"]
    (on_page,) = nodes(client, speaker.url_in("ar"))["Quotation"]
    for one in (quotation, on_page):
        assert one["text"] == "جلسة عامة"
        assert one["spokenByCharacter"]["@id"] == SITE + speaker.url_in("ar")
    assert on_page["isPartOf"]["@id"] == of_article["@id"]


def test_an_event_names_its_sessions_and_they_name_it(client, plenary):
    (review,) = nodes(client, plenary.parent.url_in("fr"))["Event"]
    (session,) = nodes(client, plenary.url_in("fr"))["Event"]
    assert [one["@id"] for one in review["subEvent"]] == [session["@id"]]
    assert session["superEvent"]["@id"] == review["@id"]
    assert session["startDate"] == "2024-07-03T09:30:00+03:00"
    assert session["endDate"] == "2024-07-03T11:00:00+03:00"
    assert session["location"]["address"]["addressCountry"] == "EG"
    assert session["organizer"][0]["@type"] == "Organization"
    assert session["performer"][0]["@type"] == "Person"
    assert review["startDate"] == "2024-07-03"


def test_a_person_has_a_position_and_an_organization_its_members(client, plenary):
    speaker = plenary.appearances.get().speaker
    organization = plenary.participations.get().organization
    part = OrganizationFactory(parent=organization)
    (person,) = nodes(client, speaker.url_in("ar"))["Person"]
    assert person["jobTitle"] == ["مدير القضايا الشاملة"]
    assert person["affiliation"][0]["name"] == organization.name_ar
    (node,) = nodes(client, organization.url_in("ar"))["Organization"]
    assert node["member"][0]["@id"] == person["@id"]
    (smaller,) = nodes(client, part.url_in("ar"))["Organization"]
    assert smaller["parentOrganization"]["@id"] == node["@id"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_are_kept_apart_where_programs_show_them_in_one(client, language):
    said = {"fr": "Trois séances\nEntrée libre", "ar": "ثلاث جلسات\nالدخول حر"}
    event = EventFactory(**{f"description_{code}": text for code, text in said.items()})
    article = ArticleFactory(
        live=LANGUAGES, **{f"standfirst_{code}": text for code, text in said.items()}
    )
    shown = said[language].replace("\n", " · ")
    for record, kind in ((event, "Event"), (article, "NewsArticle")):
        path = record.url_in(language)
        assert nodes(client, path)[kind][0]["description"] == shown
        page = html.fromstring(client.get(path).content)
        for name in ("@name='description'", "@property='og:description'"):
            assert shown in page.xpath(f"//meta[{name}]/@content")[0]
    feed = client.get(f"/{language}/feed.json").json()
    assert shown in feed["items"][0]["summary"]
