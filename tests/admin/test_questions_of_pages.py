"""What the pages of the desk beside its forms ask the database: lists, searches, what is confirmed."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.admin.listing.bulk_actions import ACTS
from articles.admin.listing.columns import every_column
from articles.desk.editing import working_copies
from articles.desk.editing.history import keep_if_changed
from articles.models import Article, DeskHabits, Organization, Status
from tests.conftest import member_of
from tests.factories import (
    ArticleFactory,
    CorrectionFactory,
    EventFactory,
    ImageFactory,
    MediaKitFactory,
    PressContactFactory,
    QuoteFactory,
    SourceFactory,
    SpeakerFactory,
    TopicFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.databases]

MOST = 15
LIST = reverse("admin:articles_article_changelist")
FIND = reverse("admin:articles_find")

SEARCHES = [
    "caire",
    "migration caire",
    "mig",
    "Nasser Bourita",
    "القاهرة",
    '"pacte mondial"',
    "sujet:migration",
    "aucuntextenelecontient",
]


@pytest.fixture
def cairo():
    call_command("loaddata", "cairo", verbosity=0)
    return Article.objects.get(key="cairo-plenary-report")


@pytest.fixture
def asked(client):
    """The questions of a page, asked by somebody who has had it open before."""

    def asked(address, data=None):
        ask = client.get if data is None else client.post
        ask(address, data)
        with CaptureQueriesContext(connection) as queries:
            assert ask(address, data).status_code == 200, address
        return [one["sql"] for one in queries if "SAVEPOINT" not in one["sql"]]

    return asked


def too_many(pages, asked):
    found = {name: len(asked(address)) for name, address in pages.items()}
    return {name: number for name, number in found.items() if number > MOST}


def with_every_column(person):
    DeskHabits.keep(person, columns=[*every_column()])


def filters(cairo):
    topic, speaker = cairo.topics.first(), cairo.quotes.exclude(speaker=None).first().speaker
    return [
        f"topic={topic.pk}",
        f"speaker={speaker.pk}",
        f"covers={cairo.event_id}",
        f"source__id__exact={cairo.source_id}",
        "pile=stale",
        "picture=without",
        "kind__exact=news",
        "created_at__year=2026",
        "changed=week",
        f"topic={topic.pk}&speaker={speaker.pk}&covers={cairo.event_id}&picture=with",
    ]


@pytest.mark.parametrize("role", ["reporter", "translator", "chief"])
def test_a_filtered_list_asks_at_most_fifteen_questions(client, cairo, asked, role):
    client.force_login(member_of(role))
    assert too_many({one: f"{LIST}?{one}" for one in filters(cairo)}, asked) == {}


@pytest.mark.parametrize("role", ["reporter", "translator", "chief"])
def test_so_does_a_searched_list_with_every_column(client, cairo, asked, role):
    person = member_of(role)
    with_every_column(person)
    client.force_login(person)
    for number in range(3):
        ArticleFactory(headline_fr=f"La migration vue du Caire, {number}", live=["fr"])
    assert too_many({one: f"{LIST}?q={one}" for one in SEARCHES}, asked) == {}


@pytest.mark.parametrize("role", ["reporter", "chief"])
def test_so_does_the_search_over_everything(client, cairo, asked, role):
    client.force_login(member_of(role))
    for kind in (EventFactory, SpeakerFactory, SourceFactory, TopicFactory, MediaKitFactory):
        kind(name_fr="Migrations du Caire")
    PressContactFactory(name_fr="Migrations du Caire")
    assert too_many({one: f"{FIND}?few&q={one}" for one in SEARCHES}, asked) == {}
    # Its page tells the newsroom's name and what is not read, too.
    assert all(len(asked(f"{FIND}?q={one}")) <= MOST + 2 for one in SEARCHES)


def test_a_list_with_every_column_asks_no_more_for_thirty_rows_than_for_one(client, chief, asked):
    """The source of a text once kept its picture, its event and its copy from being read with it."""
    with_every_column(chief)
    client.force_login(chief)

    def write(number):
        for article in ArticleFactory.create_batch(
            number,
            event=EventFactory(),
            lead_image=ImageFactory(),
            source=SourceFactory(),
            live=["fr"],
        ):
            QuoteFactory(article=article)
            article.mentions.create(speaker=SpeakerFactory())
            article.topics.add(TopicFactory())
            working_copies.open_copy(article, by=chief)

    write(1)
    of_one = len(asked(LIST))
    write(12)
    assert len(asked(LIST)) <= of_one <= MOST


def test_the_columns_name_people_and_topics_in_their_order(client, chief):
    article = ArticleFactory()
    for name in ("Salma Idrissi", "Amina Bouayach"):
        QuoteFactory(article=article, speaker=SpeakerFactory(name_fr=name))
    article.mentions.create(speaker=SpeakerFactory(name_fr="Nasser Bourita"))
    article.topics.add(TopicFactory(name_fr="Migrations"))
    with_every_column(chief)
    client.force_login(chief)
    page = client.get(LIST).text
    said = [page.index(f"<bdi>{name}</bdi>") for name in ("Salma Idrissi", "Amina Bouayach")]
    assert said == sorted(said)
    assert "<bdi>Nasser Bourita</bdi>" in page
    assert "<bdi>Migrations</bdi>" in page


def copy_of(article, chief, *, never_published=False):
    if never_published:
        Article.objects.filter(pk=article.pk).update(
            status_ar="draft", published_at_ar=None, first_live_at_ar=None
        )
    copy = working_copies.open_copy(article, by=chief)
    copy.headline_fr = f"Au Caire : {copy.headline_fr}"
    copy.body_fr += "<p>Encore un paragraphe.</p>"
    copy.save()
    CorrectionFactory(article=copy, text_fr="Ils étaient cinquante.")
    keep_if_changed(copy, by=chief)
    return copy


@pytest.mark.parametrize("page", ["changes", "discard", "delete", "translate"])
def test_a_page_of_a_working_copy_asks_at_most_fifteen(client, chief, cairo, asked, page):
    copy = copy_of(cairo, chief)
    client.force_login(chief)
    arguments = [copy.pk, "ar"] if page == "translate" else [copy.pk]
    address = reverse(f"admin:articles_article_{page}", args=arguments)
    assert len(found := asked(address)) <= MOST, found


def test_so_does_that_of_changes_for_who_may_not_correct(client, chief, cairo, asked):
    copy = copy_of(cairo, chief)
    client.force_login(member_of("editor"))
    address = reverse("admin:articles_article_changes", args=[copy.pk])
    assert len(found := asked(address)) <= MOST, found


@pytest.mark.parametrize("page", ["publish", "delete", "translate", "look", "preview"])
def test_a_page_of_a_draft_asks_at_most_fifteen(client, chief, cairo, asked, page):
    article = ArticleFactory(
        event=cairo.event, source=cairo.source, dateline=cairo.dateline, lead_image=ImageFactory()
    )
    for _number in range(3):
        QuoteFactory(article=article)
        article.mentions.create(speaker=SpeakerFactory())
    article.topics.add(*cairo.topics.all())
    article.move("fr", Status.IN_REVIEW, by=chief)
    keep_if_changed(article, by=chief)
    client.force_login(chief)
    language = (
        ["ar" if page == "translate" else "fr"]
        if page in {"publish", "translate", "preview"}
        else []
    )
    address = reverse(f"admin:articles_article_{page}", args=[article.pk, *language])
    assert len(found := asked(address)) <= MOST, found


@pytest.mark.parametrize("kind", ["event", "speaker", "organization", "source", "topic", "place"])
def test_so_does_a_page_that_asks_whether_to_delete_a_record(client, chief, cairo, asked, kind):
    named = {"speaker": cairo.quotes.exclude(speaker=None).first().speaker}
    named |= {"event": cairo.event, "source": cairo.source, "place": cairo.dateline}
    named |= {"topic": cairo.topics.first(), "organization": Organization.objects.first()}
    client.force_login(chief)
    address = reverse(f"admin:articles_{kind}_delete", args=[named[kind].pk])
    assert len(found := asked(address)) <= MOST, found


def test_so_does_that_of_a_picture(client, chief, cairo, asked):
    client.force_login(chief)
    picture = ImageFactory()
    ArticleFactory(lead_image=picture)
    assert len(found := asked(reverse("admin:articles_image_delete", args=[picture.pk]))) <= MOST, (
        found
    )


@pytest.mark.parametrize("act", ACTS)
def test_a_page_before_much_is_done_at_once_asks_at_most_fifteen(client, chief, cairo, asked, act):
    draft = ArticleFactory(headline_fr="Le brouillon du Caire", source=cairo.source)
    QuoteFactory(article=draft)
    client.force_login(chief)
    chosen = {"action": act, "_selected_action": [draft.pk, cairo.pk], "index": 0}
    assert len(found := asked(LIST, chosen)) <= MOST, found
