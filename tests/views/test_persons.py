"""A person's page: positions over time, words by year and event, in sentences of their gender."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.utils import timezone
from lxml import html

from articles.models import Appearance, Participation
from tests.factories import (
    AffiliationFactory,
    ArticleFactory,
    EventFactory,
    OrganizationFactory,
    QuoteFactory,
    SpeakerFactory,
)

pytestmark = pytest.mark.django_db

WOMAN, MAN = "feminine", "masculine"


def page_of(client, record, code="fr"):
    return html.fromstring(client.get(record.url_in(code)).content)


def text_of(node):
    return " ".join(node.text_content().split())


def headings(page, level="h2"):
    return [text_of(one) for one in page.xpath(f"//main//{level}")]


def headings_in(section):
    return [text_of(one) for one in section.xpath(".//h3")]


def coming(**fields):
    day = timezone.localdate() + timedelta(days=9)
    return EventFactory(starts_on=day, ends_on=day, **fields)


def quoted(speaker, day, **fields):
    event = EventFactory(starts_on=day, ends_on=day, **fields)
    told_at = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    article = ArticleFactory(live=["fr", "ar"], event=event, live_at=told_at)
    QuoteFactory(article=article, speaker=speaker, text_fr=f"Le {day.year}", text_ar=str(day.year))
    return event


def test_positions_are_told_from_the_present_one_to_the_first(client):
    speaker = SpeakerFactory()
    today = timezone.localdate()
    for position, since, until in (
        ("Conseillère", date(2009, 1, 1), date(2015, 6, 30)),
        ("Directrice", date(2015, 7, 1), today - timedelta(days=1)),
        ("Ambassadrice", today, today),
    ):
        AffiliationFactory(
            speaker=speaker, position_fr=position, position_ar="", since=since, until=until
        )
    page = page_of(client, speaker)
    now, before = page.find_class("positions")
    assert "Ambassadrice" in now.text_content()
    assert [text_of(one) for one in before.find_class("position")] == ["Directrice", "Conseillère"]
    assert headings(page, "h3")[:2] == ["Actuellement", "Auparavant"]
    assert "Ambassadrice" in text_of(page.xpath("//header[@class='page-header']")[0])


def test_words_stand_under_their_year_and_the_event_they_were_said_at(client):
    speaker = SpeakerFactory()
    older = quoted(speaker, date(2018, 12, 10), name_fr="Marrakech")
    newer = quoted(speaker, date(2024, 7, 3), name_fr="Le Caire")
    page = page_of(client, speaker)
    (section,) = page.xpath("//section[@aria-labelledby='quotes']")
    order = [text_of(one) for one in section.xpath(".//h3 | .//h4/a | .//*[@class='words']")]
    assert order == ["2024", "Le Caire", "Le 2024", "2018", "Marrakech", "Le 2018"]
    for event in (older, newer):
        assert section.xpath(f".//h4/a[@href='{event.url_in('fr')}']")


def test_words_from_nowhere_in_particular_stand_in_the_year_they_were_published(client):
    speaker = SpeakerFactory()
    article = ArticleFactory(live=["fr"], live_at=datetime(2023, 5, 2, tzinfo=UTC))
    QuoteFactory(article=article, speaker=speaker)
    page = page_of(client, speaker)
    assert headings(page, "h3") == ["2023"]
    assert headings(page, "h4") == []


def test_words_given_before_an_event_were_not_said_there(client):
    """What is told of a conference to come stands in the year of the article, under no event."""
    speaker = SpeakerFactory()
    event = EventFactory(name_fr="À venir", starts_on=date(2024, 12, 4), ends_on=date(2024, 12, 6))
    for day, words in ((3, "La veille"), (4, "Le jour même")):
        article = ArticleFactory(
            live=["fr"], event=event, live_at=datetime(2024, 12, day, 12, tzinfo=UTC)
        )
        QuoteFactory(article=article, speaker=speaker, text_fr=words)
    page = page_of(client, speaker)
    (section,) = page.xpath("//section[@aria-labelledby='quotes']")
    order = [text_of(one) for one in section.xpath(".//h3 | .//h4 | .//*[@class='words']")]
    assert order == [
        "2024",
        "À venir 4–6 décembre 2024",
        "Le jour même",
        "Autres propos",
        "La veille",
    ]


def test_words_that_say_so_were_said_at_an_event_whenever_they_were_told(client):
    speaker = SpeakerFactory()
    event = EventFactory(name_fr="Marrakech", starts_on=date(2024, 12, 4), ends_on=None)
    QuoteFactory(article=ArticleFactory(live=["fr"]), speaker=speaker, spoken_at=event)
    assert headings(page_of(client, speaker), "h4") == ["Marrakech 4 décembre 2024"]


def test_an_event_that_nobody_may_hear_of_gives_words_no_year(client):
    speaker = SpeakerFactory()
    hidden = EventFactory(starts_on=date(2031, 1, 1), ends_on=None, visibility_fr="hidden")
    article = ArticleFactory(live=["fr"], event=hidden)
    QuoteFactory(article=article, speaker=speaker)
    page = page_of(client, speaker)
    assert headings(page, "h3") == ["2024"]
    assert "2031" not in page.text_content()


def test_more_words_than_a_page_has_go_on_over_pages_in_the_same_order(client):
    speaker = SpeakerFactory()
    for year in range(1990, 2012):
        quoted(speaker, date(year, 1, 1))
    first, second = (
        html.fromstring(client.get(f"{speaker.url_in('fr')}?page={number}").content)
        for number in (1, 2)
    )
    assert headings(first, "h3") == [str(year) for year in range(2011, 1991, -1)]
    assert headings(second, "h3")[-2:] == ["1991", "1990"]


SENTENCES = {
    "fr": {
        WOMAN: ["Elle est attendue", "Ce qu’elle a dit", "Elle a pris la parole"],
        MAN: ["Il est attendu", "Ce qu’il a dit", "Il a pris la parole"],
        "": ["Prochains rendez-vous", "Propos et citations", "Prises de parole"],
    },
    "ar": {
        WOMAN: ["مواعيدها المقبلة", "ما قالته", "تحدثت في"],
        MAN: ["مواعيده المقبلة", "ما قاله", "تحدث في"],
        "": ["المواعيد المقبلة", "الأقوال", "المداخلات"],
    },
}


@pytest.mark.parametrize("gender", [WOMAN, MAN, ""])
@pytest.mark.parametrize("code", SENTENCES)
def test_its_headings_speak_of_a_woman_a_man_or_of_nobody_in_particular(client, code, gender):
    speaker = SpeakerFactory(gender=gender)
    Appearance.objects.create(event=coming(), speaker=speaker)
    Appearance.objects.create(event=EventFactory(), speaker=speaker)
    quoted(speaker, date(2024, 7, 3))
    assert headings(page_of(client, speaker, code))[:3] == SENTENCES[code][gender]


def test_what_somebody_is_expected_at_is_by_day_and_hour_with_the_hours(client):
    speaker = SpeakerFactory()
    day = timezone.localdate() + timedelta(days=9)
    for name, hour in (("Le soir", time(18)), ("Le matin", time(9)), ("Toute la journée", None)):
        event = EventFactory(name_fr=name, starts_on=day, ends_on=None, starts_at=hour)
        Appearance.objects.create(event=event, speaker=speaker)
    (section,) = page_of(client, speaker).xpath("//section[@aria-labelledby='to-come']")
    assert headings_in(section) == ["Toute la journée", "Le matin", "Le soir"]
    assert [text_of(one)[:5] for one in section.find_class("hours")] == ["09:00", "18:00"]


OFFICES = {
    "fr": {
        "organizer": "organise",
        "host": "accueille",
        "partner": "partenaire",
        "participant": "participe",
    },
    "ar": {"organizer": "تنظيم", "host": "استضافة", "partner": "شراكة"},
}


@pytest.mark.parametrize(
    ("code", "role"), [(code, role) for code in OFFICES for role in OFFICES[code]]
)
def test_an_organization_has_an_office_at_an_event_and_no_gender(client, code, role):
    event, organization = coming(), OrganizationFactory()
    Participation.objects.create(event=event, organization=organization, role=role)
    for record in (event, organization):
        (said,) = page_of(client, record, code).find_class("role")
        assert text_of(said) == OFFICES[code][role]


ROLES = {
    "fr": {WOMAN: "présidente", MAN: "président", "": "présidence"},
    "ar": {WOMAN: "رئيسة", MAN: "رئيس", "": "رئاسة"},
}


@pytest.mark.parametrize("gender", [WOMAN, MAN, ""])
@pytest.mark.parametrize("code", ROLES)
def test_a_role_at_an_event_is_a_womans_a_mans_or_an_office(client, code, gender):
    event = EventFactory()
    session = EventFactory(parent=event)
    for one in (event, session):
        Appearance.objects.create(event=one, speaker=SpeakerFactory(gender=gender), role="chair")
    page = page_of(client, event, code)
    assert {text_of(one) for one in page.find_class("role")} == {ROLES[code][gender]}


TO_COME = {
    "fr": {
        (WOMAN,): "Intervenante attendue",
        (WOMAN, WOMAN): "Intervenantes attendues",
        (WOMAN, MAN): "Intervenants attendus",
        ("", ""): "Intervenants attendus",
        ("",): "Prise de parole attendue",
    },
    "ar": {
        (WOMAN,): "المتحدثة المنتظرة",
        (WOMAN, WOMAN): "المتحدثتان المنتظرتان",
        (WOMAN, MAN): "المتحدثان المنتظران",
        (MAN, MAN, MAN): "المتحدثون المنتظرون",
        ("",): "من سيتحدث",
    },
}


@pytest.mark.parametrize(
    ("code", "genders"), [(code, genders) for code in TO_COME for genders in TO_COME[code]]
)
def test_an_event_to_come_has_speakers_to_come(client, code, genders):
    event = coming()
    for gender in genders:
        Appearance.objects.create(event=event, speaker=SpeakerFactory(gender=gender))
    page = page_of(client, event, code)
    (heading,) = page.xpath("//h2[@id='appearances']")
    assert text_of(heading) == TO_COME[code][genders]


def test_an_event_that_goes_on_has_speakers_and_one_that_is_over_had_them(client):
    today = timezone.localdate()
    for since, until, words in (
        (today, today, "Intervenants"),
        (today - timedelta(days=2), today + timedelta(days=1), "Intervenants"),
        (today - timedelta(days=2), today - timedelta(days=1), "Ils ont pris la parole"),
    ):
        event = EventFactory(starts_on=since, ends_on=until)
        for gender in (WOMAN, MAN):
            Appearance.objects.create(event=event, speaker=SpeakerFactory(gender=gender))
        (heading,) = page_of(client, event).xpath("//h2[@id='appearances']")
        assert text_of(heading) == words


SAID = {
    "fr": {
        (WOMAN,): "Elle l’a dit",
        (MAN,): "Il l’a dit",
        ("",): "Ce qui a été dit",
        (WOMAN, WOMAN): "Elles l’ont dit",
        (WOMAN, MAN): "Ils l’ont dit",
        ("", ""): "Ils l’ont dit",
    },
    "ar": {
        (WOMAN,): "قالت",
        (MAN,): "قال",
        ("",): "ما قيل",
        (WOMAN, WOMAN): "قالتا",
        (WOMAN, MAN): "قالا",
        (WOMAN, MAN, MAN): "قالوا",
        (WOMAN, WOMAN, WOMAN): "قلن",
    },
}


@pytest.mark.parametrize(
    ("code", "genders"), [(code, genders) for code in SAID for genders in SAID[code]]
)
def test_an_article_says_of_its_quotations_who_said_it(client, code, genders):
    article = ArticleFactory(live=["fr", "ar"])
    for gender in genders:
        speaker = SpeakerFactory(gender=gender)
        # Twice the same person is one.
        for order in range(2):
            words = {"text_fr": "Ce que le texte ne dit pas", "text_ar": "ما لا يقوله النص"}
            QuoteFactory(article=article, speaker=speaker, order=order, **words)
    (heading,) = page_of(client, article, code).xpath("//h2[@id='quotes']")
    assert text_of(heading) == SAID[code][genders]
