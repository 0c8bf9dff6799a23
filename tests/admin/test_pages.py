"""Every page of the desk opens, in both languages, for those who may see it."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import FrontPage, Journalist, Newsroom, PressList, Subscriber
from tests.factories import (
    AffiliationFactory,
    ArticleFactory,
    ArticleTemplateFactory,
    CorrectionFactory,
    DocumentFactory,
    EventFactory,
    GazetteerEntryFactory,
    ImageFactory,
    IncomingFeedFactory,
    MediaKitFactory,
    NoteFactory,
    PressContactFactory,
    QuoteFactory,
    RememberedFactory,
    SourceFactory,
    TermFactory,
    TopicFactory,
    UrgentBannerFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.databases]

MODELS = [
    model._meta.model_name
    for model in apps.get_app_config("articles").get_models()
    if admin.site.is_registered(model)
]

# The article is live: neither it nor what readers have of it is deleted by itself.
# Notes are read there, and settled under their article.
# A feed is turned off, and its texts go on to say where they are from.
KEPT = {"frontpage", "article", "quote", "correction", "note", "incomingfeed", "newsroom"}

# Written in an article’s form, by readers themselves, or there from the beginning.
NEVER_ADDED = {
    "frontpage",
    "newsroom",
    "quote",
    "correction",
    "note",
    "remembered",
    "subscriber",
}


@pytest.fixture
def one_of_each():
    """A row in every table of the desk; in French only where the other language is missing."""
    article = ArticleFactory(event=EventFactory(), live=["fr"])
    QuoteFactory(article=article)
    CorrectionFactory(article=article)
    NoteFactory(article=article)
    AffiliationFactory()
    TopicFactory(name_ar="")
    ImageFactory()
    SourceFactory()
    TermFactory(name_ar="")
    GazetteerEntryFactory(name_ar="")
    RememberedFactory()
    ArticleTemplateFactory()
    DocumentFactory()
    IncomingFeedFactory()
    UrgentBannerFactory()
    PressContactFactory(name_ar="")
    MediaKitFactory(name_ar="", pictures=[ImageFactory()], documents=[DocumentFactory()])
    FrontPage.objects.create(language="fr")
    Newsroom.the_one()
    Subscriber.objects.create(address="lectrice@example.org", language="fr")
    listed = PressList.objects.create(name="Presse nationale")
    Journalist.objects.create(
        name="Salma Idrissi", address="salma@example.org", language="fr"
    ).lists.add(listed)


def row_of(model):
    return apps.get_model("articles", model).objects.first()


@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize("model", MODELS)
def test_an_administrator_opens_every_page(client, admin_user, one_of_each, model, language):
    admin_user.language = language
    admin_user.save()
    client.force_login(admin_user)
    row = row_of(model)
    for page, arguments in (
        ("changelist", []),
        ("change", [row.pk]),
        ("history", [row.pk]),
        ("delete", [row.pk]),
    ):
        response = client.get(reverse(f"admin:articles_{model}_{page}", args=arguments))
        never_deleted = page == "delete" and model in KEPT
        if page == "changelist" and model == "newsroom":
            # There is one, and so no list of them.
            assert response.url == reverse("admin:articles_newsroom_change", args=[row.pk])
            continue
        assert response.status_code == (403 if never_deleted else 200), page
        assert never_deleted or f'lang="{language}"' in response.text


@pytest.mark.parametrize(
    "model",
    sorted({*MODELS} - NEVER_ADDED),
)
def test_an_administrator_opens_every_empty_form(client, admin_user, model):
    client.force_login(admin_user)
    assert client.get(reverse(f"admin:articles_{model}_add")).status_code == 200


@pytest.mark.parametrize("role", ["reporter", "translator", "editor", "chief"])
def test_each_role_opens_the_articles(client, request, one_of_each, role):
    client.force_login(request.getfixturevalue(role))
    row = row_of("article")
    assert client.get(reverse("admin:index")).status_code == 200
    assert client.get(reverse("admin:articles_article_changelist")).status_code == 200
    assert client.get(reverse("admin:articles_article_change", args=[row.pk])).status_code == 200


def test_a_reader_is_sent_to_the_login(client, one_of_each):
    response = client.get(reverse("admin:articles_article_changelist"))
    assert response.status_code == 302
    assert "/admin/login/" in response.url


def queries_of_lists(client):
    taken = {}
    for model in MODELS:
        address = reverse(f"admin:articles_{model}_changelist")
        client.get(address)  # What is looked up once and kept is no cost of the list.
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        taken[model] = len(queries)
    return taken


def test_a_list_takes_as_many_queries_for_thirty_rows_as_for_one(client, admin_user, one_of_each):
    client.force_login(admin_user)
    of_one = queries_of_lists(client)
    for factory in (ArticleFactory, EventFactory, QuoteFactory, CorrectionFactory):
        factory.create_batch(30)
    of_thirty = queries_of_lists(client)
    # The list of articles offers authors, records and sources to filter by, and what its person
    # keeps; each page asks what they have not read yet.
    assert {name: number for name, number in of_thirty.items() if number > MOST_OF_A_LIST} == {}
    assert {name: n for name, n in of_thirty.items() if n > of_one[name]} == {}


MOST_OF_A_LIST = 12
MOST_ON_A_FORM = 15
"""Questions that the form of a record asks of the database: that of who asks, and of notices, too."""


@pytest.mark.parametrize("role", ["reporter", "chief"])
def test_no_form_asks_more_than_fifteen_questions(client, request, one_of_each, role):
    client.force_login(request.getfixturevalue(role))
    asked = {}
    for model in MODELS:
        address = reverse(f"admin:articles_{model}_change", args=[row_of(model).pk])
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        asked[model] = len(queries)
    assert {name: number for name, number in asked.items() if number > MOST_ON_A_FORM} == {}


def test_the_composition_of_a_front_page_asks_no_more_for_many_articles(client, chief):
    client.force_login(chief)
    page = FrontPage.objects.create(language="fr")
    for number, article in enumerate(ArticleFactory.create_batch(6, live=["fr"]), 1):
        page.placements.create(article=article, order=number, spot="top")
    address = reverse("admin:articles_frontpage_change", args=[page.pk])
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(address)
    assert f">{article}</option>" in answer.text
    assert len(queries) <= MOST_ON_A_FORM, [one["sql"][:120] for one in queries]


def test_the_form_of_an_article_asks_no_more_for_many_rows(client, chief):
    client.force_login(chief)

    def asked_for(rows):
        article = ArticleFactory(event=EventFactory())
        QuoteFactory.create_batch(rows, article=article)
        address = reverse("admin:articles_article_change", args=[article.pk])
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        return len(queries)

    assert asked_for(8) <= asked_for(1) <= MOST_ON_A_FORM


def test_words_are_found_in_every_language(client, admin_user):
    ArticleFactory(headline_fr="Le Caire", headline_ar="القاهرة")
    client.force_login(admin_user)
    for words in ("caire", "القاهرة"):
        response = client.get(reverse("admin:articles_article_changelist"), {"q": words})
        assert "Le Caire" in response.text


def test_the_policy_lets_only_marked_scripts_run(client, admin_user):
    client.force_login(admin_user)
    response = client.get(reverse("admin:articles_article_add"))
    policy = response.headers["Content-Security-Policy"]
    assert "script-src 'self' 'nonce-" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize(("language", "title"), [("fr", "Articles"), ("ar", "المقالات")])
def test_a_list_is_titled_by_what_it_lists(client, admin_user, language, title):
    admin_user.language = language
    admin_user.save()
    client.force_login(admin_user)
    answer = client.get(reverse("admin:articles_article_changelist"))
    assert answer.context["title"] == title
    assert "objet" not in client.get(reverse("admin:articles_article_add")).context["title"]
