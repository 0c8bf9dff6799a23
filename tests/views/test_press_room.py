"""The press room: whom journalists may ask, what was said last, and what editors wrote above it."""

from datetime import timedelta

import pytest
from django.utils import timezone
from lxml import html

from articles.models import SitePage
from tests.factories import (
    ArticleFactory,
    MediaKitFactory,
    PressContactFactory,
    TopicFactory,
)

pytestmark = pytest.mark.django_db


def room(client, language="fr"):
    page = client.get(f"/{language}/press/")
    assert page.status_code == 200
    return page.text


def contacts_on(page):
    return [
        " ".join(one.text_content().split())
        for one in html.fromstring(page).xpath("//section[contains(@class, 'press-contacts')]//li")
    ]


def test_it_is_there_before_anybody_wrote_anything(client):
    assert "Espace presse" in room(client)
    assert "فضاء الصحافة" in room(client, "ar")
    assert "Il n’y a rien pour la presse dans cette langue pour le moment." in room(client)


def test_what_editors_wrote_for_the_press_stands_above(client):
    ArticleFactory(
        site_page=SitePage.PRESS,
        live=["fr"],
        headline_fr="Le service de presse",
        body_fr="<p>Nous répondons sous une heure.</p>",
    )
    page = room(client)
    assert '<h1 class="headline">Le service de presse</h1>' in page
    assert "Nous répondons sous une heure." in page
    assert "فضاء الصحافة" in room(client, "ar")


def test_a_contact_is_shown_with_links_to_dial_and_to_write(client):
    PressContactFactory(
        name_fr="Salma Idrissi",
        role_fr="Porte-parole",
        hours_fr="De 9 h à 17 h",
        telephone="+212 5 37 00 00 00",
        mail="presse@example.org",
        spoken="fr ar en",
    )
    page = room(client)
    assert '<a href="tel:+212537000000">' in page
    assert '<a href="mailto:presse@example.org">' in page
    (said,) = contacts_on(page)
    for words in ("Salma Idrissi", "Porte-parole", "De 9 h à 17 h", "anglais"):
        assert words in said


def test_a_contact_without_a_telephone_has_no_empty_link(client):
    PressContactFactory(telephone="")
    page = room(client)
    assert "tel:" not in page
    assert "mailto:" in page


def test_a_contact_that_is_named_in_another_language_only_is_marked(client):
    PressContactFactory(name_fr="Salma Idrissi", name_ar="")
    assert '<bdi lang="fr" dir="ltr">Salma Idrissi</bdi>' in room(client, "ar")


def test_a_contact_is_gone_after_its_last_day(client):
    today = timezone.localdate()
    PressContactFactory(name_fr="Reste aujourd’hui", until=today)
    PressContactFactory(name_fr="Partie hier", until=today - timedelta(days=1))
    page = room(client)
    assert "Reste aujourd’hui" in page
    assert "Partie hier" not in page


def test_topics_that_readers_do_not_know_of_are_not_named_with_a_contact(client):
    known, secret = TopicFactory(name_fr="Eau"), TopicFactory(name_fr="Secret", is_listed=False)
    known.is_listed = True
    known.save()
    PressContactFactory().topics.set([known, secret])
    page = room(client)
    assert "Eau" in page
    assert "Secret" not in page


def test_it_leads_to_the_latest_communiques_accreditations_and_kits(client):
    ArticleFactory(live=["fr"], kind="communique", headline_fr="Le communiqué du jour")
    ArticleFactory(live=["fr"], kind="note", headline_fr="Pour les photographes")
    ArticleFactory(live=["fr"], kind="accreditation", headline_fr="Comment s’accréditer")
    ArticleFactory(live=["fr"], kind="news", headline_fr="Une nouvelle parmi d’autres")
    ArticleFactory(kind="communique", headline_fr="Un brouillon")
    MediaKitFactory(live=["fr"], name_fr="Le dossier")
    MediaKitFactory(name_fr="Pas encore")
    page = room(client)
    for shown in (
        "Le communiqué du jour",
        "Pour les photographes",
        "Comment s’accréditer",
        "Le dossier",
    ):
        assert shown in page
    for hidden in ("Une nouvelle parmi d’autres", "Un brouillon", "Pas encore"):
        assert hidden not in page


def test_it_takes_as_many_queries_for_thirty_contacts_as_for_one(
    client, django_assert_max_num_queries
):
    for _ in range(30):
        PressContactFactory().topics.add(TopicFactory())
        MediaKitFactory(live=["fr"])
        ArticleFactory(live=["fr"], kind="communique")
    room(client)
    with django_assert_max_num_queries(11):
        room(client)


class TestWithArticles:
    def test_a_text_for_the_press_names_the_contacts_of_all_topics(self, client):
        PressContactFactory(name_fr="Salma Idrissi")
        article = ArticleFactory(live=["fr"], kind="communique")
        page = client.get(article.url_in("fr")).text
        assert "Contact presse" in page
        assert "Salma Idrissi" in page

    def test_another_text_names_those_of_its_topics_alone(self, client):
        topic, other = TopicFactory(), TopicFactory()
        PressContactFactory(name_fr="De tous les thèmes")
        PressContactFactory(name_fr="De ce thème").topics.add(topic)
        PressContactFactory(name_fr="D’un autre").topics.add(other)
        article = ArticleFactory(live=["fr"])
        article.topics.add(topic)
        page = client.get(article.url_in("fr")).text
        assert "De ce thème" in page
        assert "De tous les thèmes" not in page
        assert "D’un autre" not in page

    def test_news_without_such_a_topic_has_no_such_block(self, client):
        PressContactFactory()
        page = client.get(ArticleFactory(live=["fr"]).url_in("fr")).text
        assert "Contact presse" not in page

    def test_who_leaves_is_gone_from_kept_pages_at_once(self, cached_site):
        contact = PressContactFactory(name_fr="Salma Idrissi")
        article = ArticleFactory(live=["fr"], kind="communique")
        assert "Salma Idrissi" in cached_site.get(article.url_in("fr")).text
        contact.until = timezone.localdate() - timedelta(days=1)
        contact.save()
        assert "Salma Idrissi" not in cached_site.get(article.url_in("fr")).text


@pytest.mark.parametrize(("kind", "french", "arabic"), [
    ("accreditation", "Accréditation", "اعتماد"),
    ("note", "Note aux rédactions", "مذكرة إلى التحرير"),
])  # fmt: skip
def test_the_kinds_for_the_press_are_named_in_both_languages(client, kind, french, arabic):
    article = ArticleFactory(live=["fr", "ar"], kind=kind)
    assert french.lower() in client.get(article.url_in("fr")).text.lower()
    assert arabic in client.get(article.url_in("ar")).text


@pytest.mark.parametrize(
    ("language", "words"),
    [("fr", "Recevoir toutes les actualités par courriel"), ("ar", "استقبال كل الأخبار بالبريد")],
)
def test_the_form_at_its_foot_says_that_it_is_for_all_news(client, language, words):
    page = html.fromstring(room(client, language))
    [heading] = page.xpath("//h2[@id='subscribe-here']")
    assert " ".join(heading.text_content().split()) == words
