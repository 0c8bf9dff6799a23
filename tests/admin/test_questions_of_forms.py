"""What a form that is opened asks the database: for all that hangs on its record, few questions."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.desk.dashboard import queue_keys
from articles.desk.editing import working_copies
from articles.desk.editing.history import keep_if_changed
from articles.models import Article, Status, Translation
from tests.conftest import member_of
from tests.factories import (
    ArticleFactory,
    AttachmentFactory,
    CorrectionFactory,
    ImageFactory,
    NoteFactory,
    QuoteFactory,
    SpeakerFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

MOST = 15


@pytest.fixture
def cairo(db):
    call_command("loaddata", "cairo", verbosity=0)
    return Article.objects.get(key="cairo-plenary-report")


@pytest.fixture
def asked(client, chief):
    """The questions that a form asks, of somebody who has had it open before."""
    client.force_login(chief)

    def asked(record, kind="article"):
        url = reverse(f"admin:articles_{kind}_change", args=[record.pk])
        client.get(url)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url).status_code == 200
        return [one["sql"] for one in queries]

    return asked


def test_the_form_of_a_working_copy_asks_at_most_fifteen(asked, cairo, chief):
    copy = working_copies.open_copy(cairo, by=chief)
    assert len(found := asked(copy)) <= MOST, found


def test_so_does_that_of_a_draft_with_quotations_and_people(asked):
    article = ArticleFactory()
    for _number in range(3):
        QuoteFactory(article=article)
        article.mentions.create(speaker=SpeakerFactory())
    assert len(found := asked(article)) <= MOST, found


def test_so_does_that_of_an_event_with_sessions(asked, cairo):
    assert len(found := asked(cairo.event, "event")) <= MOST, found


def test_so_does_that_of_a_live_article(asked, cairo):
    assert len(found := asked(cairo)) <= MOST, found


def test_so_does_that_of_a_live_article_beside_which_somebody_writes(asked, cairo, chief):
    copy = working_copies.open_copy(cairo, by=chief)
    copy.headline_fr = f"Au Caire : {copy.headline_fr}"
    copy.save()
    keep_if_changed(copy, by=chief)
    assert len(found := asked(cairo)) <= MOST, found


def test_whether_anything_was_written_beside_it_is_told_without_reading_the_copy(
    client, chief, cairo
):
    client.force_login(chief)
    page, waiting = reverse("admin:articles_article_change", args=[cairo.pk]), "has_changes"
    headline = cairo.headline_fr
    copy = working_copies.open_copy(cairo, by=chief)
    assert not client.get(page).context[waiting]
    copy.headline_fr = f"Au Caire : {headline}"
    copy.save()
    # Nobody has kept it in the history as yet: the copy itself is read.
    assert client.get(page).context[waiting]
    keep_if_changed(copy, by=chief)
    assert client.get(page).context[waiting]
    copy.headline_fr = headline
    copy.save()
    keep_if_changed(copy, by=chief)
    assert not client.get(page).context[waiting]


def test_who_may_correct_is_told_in_one_question_however_many_they_are(client, cairo, chief):
    names = [f"correctrice-{number}" for number in range(3)]
    for name in names:
        UserFactory(username=name).groups.add(*chief.groups.all())
    copy = working_copies.open_copy(cairo, by=chief)
    editor = member_of("editor")
    client.force_login(editor)
    url = reverse("admin:articles_article_change", args=[copy.pk])
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        page = client.get(url).text
    assert all(name in page for name in names)
    assert len(queries) <= MOST, [one["sql"] for one in queries]


def test_what_hangs_on_an_article_is_there_though_it_is_asked_for_only_then(client, chief, asked):
    article = ArticleFactory()
    few = len(asked(article))
    AttachmentFactory(article=article)
    CorrectionFactory(article=article, text_fr="Ils étaient cinquante.")
    NoteFactory(article=article, author=UserFactory(), text="À relire avant midi.")
    article.move("fr", Status.IN_REVIEW, by=chief)
    assert len(asked(article)) <= few + 5
    page = client.get(reverse("admin:articles_article_change", args=[article.pk])).text
    assert "Ils étaient cinquante." in page
    assert "À relire avant midi." in page
    assert 'name="attachments-0-document"' in page


def test_a_working_copy_shows_what_was_written_beside_it_meanwhile(client, chief):
    live = ArticleFactory(live=["fr"], headline_ar="", body_ar="", slug_ar="")
    copy = working_copies.open_copy(live, by=chief)
    live.headline_ar = "المغرب يرأس الجلسة"
    live.save()
    client.force_login(chief)
    page = client.get(reverse("admin:articles_article_change", args=[copy.pk])).text
    assert "المغرب يرأس الجلسة" in page
    copy.refresh_from_db()
    assert copy.headline_ar == "المغرب يرأس الجلسة"


def test_which_stale_translations_readers_have_is_told_from_their_own_rows():
    """Looked up among all articles, it took a third of a second of a hundred thousand."""
    translator, now = member_of("translator"), timezone.now()
    translator.languages = ["ar"]
    translator.save()
    with_readers = stale_translation(live=["fr", "ar"])
    copied = stale_translation(live=["fr", "ar"])
    copy = working_copies.open_copy(copied, by=member_of("chief"))
    copy.translations.update(state=Translation.State.STALE, stale_since=now)
    embargoed = stale_translation(live=["fr", "ar"], embargoed_until=now + timedelta(days=1))
    found = [key for key, *_ in queue_keys.keys_of("stale", translator, now)]
    assert {*found} == {with_readers.pk, copied.pk}
    assert embargoed.pk not in found
    (part,) = queue_keys.stale(translator, now)
    # Beside the copies, the articles are named once for the text, once for what it is a copy of.
    assert str(part.query).count('FROM "articles_article"') == 1


def stale_translation(**fields):
    article = ArticleFactory(**fields)
    article.translations.filter(language="ar").delete()
    Translation.objects.create(
        article=article,
        language="ar",
        source_language="fr",
        state=Translation.State.STALE,
        stale_since=timezone.now(),
    )
    return article


def test_the_picture_of_a_text_is_shown_without_a_look_through_all_pictures(client):
    reporter = member_of("reporter")
    article = ArticleFactory(created_by=reporter, lead_image=ImageFactory())
    client.force_login(reporter)
    with CaptureQueriesContext(connection) as queries:
        page = client.get(reverse("admin:articles_article_change", args=[article.pk])).text
    assert f">{article.lead_image}</option>" in page
    asked = [one["sql"] for one in queries if 'FROM "articles_image"' in one["sql"]]
    assert not [one for one in asked if "EXISTS" in one], asked
