"""A filter is typed as people type: without quotation marks, with a part of a name, with a date."""

from datetime import UTC, date, datetime

import pytest
from django.db import transaction
from django.utils import translation
from lxml import html

from articles.languages import Language
from articles.models import Article
from articles.search.desk_search import search_for_user
from articles.search.results import beginning_with
from tests.factories import (
    ArticleFactory,
    EventFactory,
    OrganizationFactory,
    SpeakerFactory,
    TopicFactory,
)


def headlines(client, typed, language="fr"):
    with translation.override(language):
        page = html.fromstring(client.get(f"/{language}/search/", {"q": typed}).content)
    return {one.text_content().strip() for one in page.xpath("//section[h2/@id='results']//h3")}


@pytest.fixture(scope="module")
def written(django_db_setup, django_db_blocker):
    """Written once for all questions: none of them changes anything."""
    with django_db_blocker.unblock(), transaction.atomic(), translation.override("fr"):
        write_coverage()
        write_november()
        yield
        transaction.set_rollback(True)


def write_coverage():
    """Articles about an organization, an event, a topic and a person, and one about none."""
    body = OrganizationFactory(
        name_fr="Observatoire régional des mobilités", name_ar="المرصد الإقليمي للتنقل"
    )
    forum = EventFactory(
        name_fr="Forum régional des mobilités de travail", name_ar="المنتدى الإقليمي لتنقل العمال"
    )
    about = {
        "L’observatoire": {},
        "Le forum": {"event": forum},
        "Les journées": {"event": EventFactory(name_fr="Journées de la mer", name_ar="أيام البحر")},
        "La poste": {},
        "La ministre": {},
    }
    articles = {
        name: ArticleFactory(live=["fr", "ar"], headline_fr=name, headline_ar=name, **more)
        for name, more in about.items()
    }
    articles["L’observatoire"].mention(body)
    articles["La ministre"].mention(SpeakerFactory(name_fr="Leïla Haddad", name_ar="ليلى حداد"))
    articles["La poste"].topics.add(TopicFactory(name_fr="Services publics", name_ar="خدمات"))
    ArticleFactory(live=["fr", "ar"], headline_fr="Un observatoire de plus", headline_ar="مرصد آخر")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("organisation:Observatoire régional des mobilités", "L’observatoire"),
        ("événement:Forum régional des mobilités de travail", "Le forum"),
        ("événement:journées", "Les journées"),
        ("événement:travail", "Le forum"),
        ("organisation:observatoire", "L’observatoire"),
        ("organisation:observ", "L’observatoire"),
        ("organisation:obs*", "L’observatoire"),
        ("organisation:mobilités", "L’observatoire"),
        ('organisation:"Observatoire régional des mobilités"', "L’observatoire"),
        ("thème:services", "La poste"),
        ("thème: services", "La poste"),
        ("thème : services publics", "La poste"),
        ("de:Leïla Haddad", "La ministre"),
        ("de: haddad", "La ministre"),
        ("حدث:المنتدى", "Le forum"),
        ("حدث: منتدى", "Le forum"),
        ("فعالية:المنتدى الإقليمي لتنقل العمال", "Le forum"),
        ("منظمة:المرصد", "L’observatoire"),
        ("organisation:observatoire l’observatoire", "L’observatoire"),
        ("l’observatoire organisation:Observatoire régional des mobilités", "L’observatoire"),
        ("organisation:observatoire événement:journées", None),
        ("organisation:Observatoire régional des mobilités journées", None),
        ("organisation:ministère", None),
    ],
)
@pytest.mark.parametrize("language", ["fr", "ar"])
def test_a_filter_finds_by_a_name_or_a_part_of_it(client, coverage, typed, found, language):
    page = client.get(f"/{language}/search/", {"q": typed})
    strictly = page.context["results"].all_words
    hits = {one.article.headline_fr for one in page.context["found"]} if strictly else set()
    assert hits == ({found} if found else set())


def test_the_name_that_is_typed_to_the_end_is_meant_and_no_longer_one(client, db):
    for name in ("Eau", "Eau potable"):
        article = ArticleFactory(live=["fr"], headline_fr=f"Sur : {name}")
        article.topics.add(TopicFactory(name_fr=name, name_ar=""))
    assert headlines(client, "thème:eau") == {"Sur : Eau"}
    assert headlines(client, "thème:potable") == {"Sur : Eau potable"}
    assert headlines(client, "thème:eau potable") == {"Sur : Eau potable"}


def test_a_headline_with_a_colon_is_found_by_its_words(client, db):
    ArticleFactory(live=["fr"], headline_fr="Événement : la pluie est de retour")
    found = headlines(client, "Événement : la pluie est de retour")
    assert found == {"Événement : la pluie est de retour"}


@pytest.mark.parametrize("typed", ["évènement:zzzz", "حدث:zzzz", "thème : rxbat", "حدث : rxbat"])
def test_no_suggestion_changes_the_name_of_a_filter(client, db, typed):
    ArticleFactory(live=["fr"], headline_fr="Les thèses de Rabat, au fond du sud : حديث")
    page = client.get("/fr/search/", {"q": typed})
    head = typed.split(":")[0]
    offers = [one.text for one in page.context["results"].offers]
    assert all(one.startswith(head) for one in offers), offers
    assert bool(offers) == ("rxbat" in typed)


def test_the_help_names_the_filters_as_the_site_names_its_sections(client, db):
    page = client.get("/ar/search/").text
    assert "«فعالية:»" in page
    assert "حدث:" not in page


def test_the_desk_finds_by_a_filter_alone_while_it_is_typed(coverage, admin_user):
    assert len(search_for_user(Article, "événement: foru", admin_user)) == 1


@pytest.fixture
def coverage(written, db):
    """Articles about an organization, an event, a topic and a person."""


@pytest.fixture
def november(written, db):
    """Articles of three days, and one that speaks of one of them."""


def write_november():
    for name, day in {
        "Jeudi": date(2025, 11, 27),
        "Vendredi": date(2025, 11, 28),
        "Un lundi": date(2019, 3, 4),
    }.items():
        ArticleFactory(
            live=["fr", "ar"],
            live_at=datetime(day.year, day.month, day.day, 12, tzinfo=UTC),
            headline_fr=name,
            headline_ar=name,
        )
    ArticleFactory(
        live=["fr"],
        live_at=datetime(2025, 12, 1, 12, tzinfo=UTC),
        headline_fr="Un retour",
        body_fr="<p>La réunion du 28 novembre 2025 est close.</p>",
    )


DAY, OTHER, BOTH, OLD = {"Jeudi"}, {"Vendredi"}, {"Jeudi", "Vendredi"}, {"Un lundi"}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("27/11/2025", DAY),
        ("27-11-2025", DAY),
        ("27.11.25", DAY),
        ("٢٧/١١/٢٠٢٥", DAY),
        ("2025-11-27", DAY),
        ("27 novembre 2025", DAY),
        ("jeudi 27 novembre 2025", DAY),
        ("le 27 nov. 2025", DAY),
        ("27 نونبر 2025", DAY),
        ("27 نوفمبر 2025", DAY),
        ("الخميس 27 نونبر 2025", DAY),
        ("يوم 27 نونبر 2025", DAY),
        ("27 et 28 novembre 2025", BOTH),
        ("novembre 2025", BOTH),
        ("nov. 2025", BOTH),
        ("11/2025", BOTH),
        ("2025-11", BOTH),
        ("نونبر 2025", BOTH),
        ("2019", OLD),
        ("2019-03", OLD),
        ("mars 2019 un", OLD),
    ],
)
@pytest.mark.parametrize("said", ["date:", "date: ", "تاريخ:"])
def test_a_date_is_understood_as_people_write_it(client, november, typed, found, said):
    assert headlines(client, f"{said}{typed}") == found


@pytest.mark.parametrize(
    "typed",
    ["27 novembre 2025", "27/11/2025", "٢٧/١١/٢٠٢٥", "jeudi 27 novembre 2025", "27 نونبر 2025"],
)
def test_a_day_that_no_text_names_finds_what_was_published_on_it(client, november, typed):
    page = client.get("/fr/search/", {"q": typed})
    assert headlines(client, typed) == DAY
    assert "Aucun texte ne cite cette date. Ces articles ont été publiés alors." in page.text
    assert "Publiés à cette date" not in page.text


@pytest.mark.parametrize(
    ("typed", "then"), [("28 novembre 2025", OTHER), ("28/11/2025", OTHER), ("nov. 2025", BOTH)]
)
def test_beside_the_texts_that_name_a_day_stands_what_was_published_on_it(
    client, november, typed, then
):
    page = html.fromstring(client.get("/fr/search/", {"q": typed}).content)
    assert headlines(client, typed) == {"Un retour"}
    (link,) = page.xpath("//p[contains(., 'Publiés à cette date')]/a")
    assert link.text_content() == typed
    assert {
        one.article.headline_fr for one in client.get(link.get("href")).context["found"]
    } == then


def test_a_day_on_which_nothing_was_published_offers_nothing(client, november):
    for typed in ("3 mai 2025", "date:3 mai 2025", "date:31 février 2025", "date:hier"):
        page = client.get("/fr/search/", {"q": typed})
        assert not page.context["found"], typed
        assert "Publiés à cette date" not in page.text


def test_a_box_suggests_beside_a_filter_by_what_is_typed_after_it(coverage):
    found = beginning_with("thème:services la pos", Language("fr"))
    assert "La poste" in [one.label for one in found]
