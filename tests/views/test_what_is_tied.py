"""The pages of an event and of an organization gather what is tied to them, in its order."""

from datetime import date, datetime, time, timedelta

import pytest
from django.utils import timezone
from django.utils.http import http_date
from lxml import html

from articles.models import Appearance, Participation
from tests.factories import (
    AffiliationFactory,
    ArticleFactory,
    EventFactory,
    ImageFactory,
    OrganizationFactory,
    QuoteFactory,
    SpeakerFactory,
)

ONE_DAY = timedelta(days=1)

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def section(page, name):
    (found,) = page.xpath(f"//section[@aria-labelledby='{name}']")
    return found


def page_of(client, record, code="fr", query=""):
    return html.fromstring(client.get(record.url_in(code) + query).content)


def names(node):
    return [" ".join(one.text_content().split()) for one in node.xpath(".//a[not(img)]")]


@pytest.mark.parametrize("kind", ["statement", "communique"])
def test_statements_and_communiques_stand_apart_from_the_coverage(client, kind):
    event, organization = EventFactory(), OrganizationFactory()
    about = {"live": ["fr", "ar"], "event": event}
    paper = ArticleFactory(kind=kind, headline_fr="Communiqué final", **about)
    news = ArticleFactory(headline_fr="La session s’ouvre", **about)
    for article in (paper, news):
        article.mention(organization)
    for record in (event, organization):
        page = page_of(client, record)
        documents = section(page, "documents")
        assert "Déclarations et communiqués" in documents.xpath("./h2")[0].text_content()
        assert names(documents) == ["Communiqué final"]
        assert "La session s’ouvre" in names(section(page, "coverage"))
        assert (
            "التصريحات والبلاغات"
            in section(page_of(client, record, "ar"), "documents").text_content()
        )


def test_a_statement_that_no_reader_has_is_no_document(client):
    event = EventFactory()
    ArticleFactory(kind="statement", event=event)
    assert not page_of(client, event).xpath("//section[@aria-labelledby='documents']")


def test_an_event_shows_the_pictures_of_its_coverage_each_once_leading_to_the_article(client):
    event = EventFactory()
    pictures = [ImageFactory(alt_fr=f"Vue {n}", caption_fr=f"Légende {n}") for n in range(2)]
    about = {"live": ["fr"], "event": event}
    articles = [ArticleFactory(lead_image=pictures[n % 2], **about) for n in range(3)]
    shown = section(page_of(client, event), "pictures")
    assert sorted(one.get("alt") for one in shown.xpath(".//img")) == ["Vue 0", "Vue 1"]
    leads = {one.get("href") for one in shown.xpath(".//a")}
    assert leads <= {one.url_in("fr") for one in articles}
    assert len(leads) == 2


def test_one_picture_alone_and_one_whose_licence_ended_make_no_gallery(client):
    event = EventFactory()
    ended = ImageFactory(expires_on=timezone.localdate() - timedelta(days=1))
    for picture in (ImageFactory(), ended):
        ArticleFactory(live=["fr"], event=event, lead_image=picture)
    assert not page_of(client, event).xpath("//section[@aria-labelledby='pictures']")


def test_an_organization_tells_its_people_of_today_from_those_before(client):
    organization = OrganizationFactory()
    now, before = SpeakerFactory(), SpeakerFactory()
    AffiliationFactory(speaker=now, organization=organization, since=date(2020, 1, 1))
    AffiliationFactory(speaker=before, organization=organization, until=date(2019, 12, 31))
    today, formerly = page_of(client, organization).find_class("positions")
    assert names(today) == [now.name_fr]
    assert names(formerly) == [before.name_fr]


def test_an_organizations_events_of_today_and_to_come_stand_before_those_that_are_over(client):
    organization = OrganizationFactory()
    today = timezone.localdate()
    events = [
        EventFactory(name_fr=name, starts_on=day, ends_on=None)
        for name, day in (
            ("Passé", today - timedelta(days=9)),
            ("Dans un mois", today + timedelta(days=30)),
            ("Aujourd’hui", today),
        )
    ]
    for event in events:
        Participation.objects.create(event=event, organization=organization)
    page = page_of(client, organization)
    assert names(section(page, "today")) == ["Aujourd’hui"]
    assert names(section(page, "to-come")) == ["Dans un mois"]
    assert names(section(page, "events")) == ["Passé"]


def test_a_page_that_says_what_is_to_come_is_another_one_when_the_day_turns(client):
    today = timezone.localdate()
    midnight = timezone.make_aware(datetime.combine(today, time.min))
    for days in ({"starts_on": today}, {"starts_on": date(2020, 1, 1), "ends_on": today - ONE_DAY}):
        event = EventFactory(place=None, **({"ends_on": None} | days))
        type(event).objects.update(updated_at=midnight - 400 * ONE_DAY)
        changed = client.get(event.url_in("fr"))["Last-Modified"]
        assert changed == http_date(midnight.timestamp())


def test_many_people_are_shown_up_to_a_bound_and_it_is_said(client):
    organization = OrganizationFactory()
    for n in range(62):
        AffiliationFactory(organization=organization, since=date(2000, 1, 1) + timedelta(days=n))
    people = section(page_of(client, organization), "people")
    assert len(people.xpath(".//li")) == 60
    assert "Seules les 60 fonctions les plus récentes" in people.text_content()


def test_who_speaks_in_three_sessions_is_listed_once_with_each_role(client):
    event = EventFactory(starts_on=date(2024, 7, 3))
    speaker = SpeakerFactory()
    for role in ("chair", "panelist", "panelist"):
        session = EventFactory(parent=event, starts_on=event.starts_on)
        Appearance.objects.create(event=session, speaker=speaker, role=role)
    ArticleFactory(event=event, live=["fr"])
    page = client.get(event.url_in("fr"))
    (listed,) = page.context["speakers"]
    assert (listed[0], [one.role for one in listed[1]]) == (speaker, ["chair", "panelist"])
    people = page.text.split('id="appearances"')[1].split("</section>")[0]
    assert people.count(speaker.name_fr) == 1


def test_before_an_event_nothing_was_said_there_yet(client):
    now = timezone.now()
    for days, said, heading in (
        (3, "Ce qu’on en dit", "Ce qui y a été dit"),
        (-3, "Ce qui y a été dit", "Ce qu’on en dit"),
    ):
        event = EventFactory(starts_on=(now + timedelta(days=days)).date(), ends_on=None)
        article = ArticleFactory(event=event, live=["fr"], live_at=now - timedelta(days=1))
        QuoteFactory(article=article, text_fr="Une nappe se recharge lentement")
        page = client.get(event.url_in("fr")).text
        assert said in page
        assert heading not in page
