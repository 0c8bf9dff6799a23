"""What concerns somebody is told in the page, once, until it is read; nothing else is."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from lxml import html

from articles.desk.editing import history
from articles.desk.notes import leave_note
from articles.desk.translation.assignments import assign
from articles.languages import Language
from articles.models import SeenNotice, Status
from tests.factories import ArticleFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.databases]

NOTICES = reverse("admin:articles_notices")


def page(client):
    return html.fromstring(client.get(NOTICES).text)


def unread(client):
    header = html.fromstring(client.get(reverse("admin:index")).text)
    return header.xpath("string(//a[contains(@class, 'notices-link')]/span/text())")


def lines(shown):
    return [
        " ".join(one.text_content().split()) for one in shown.xpath("//*[@class='notices']/ul/li")
    ]


@pytest.fixture
def mine(reporter):
    article = ArticleFactory(headline_fr="La mer", headline_ar="", created_by=reporter)
    history.keep_if_changed(article, by=reporter)
    return article


def send_back(article, reporter, editor):
    article.move("fr", Status.IN_REVIEW, by=reporter)
    article.move("fr", Status.DRAFT, by=editor, note="Le titre est trop long.")


def test_a_text_that_is_sent_back_is_told_with_the_reason(client, reporter, editor, mine):
    send_back(mine, reporter, editor)
    client.force_login(reporter)
    assert unread(client) == "1"
    (line,) = lines(page(client))
    for words in ("La mer", "editor", "renvoyé", "Le titre est trop long."):
        assert words in line
    client.force_login(editor)
    assert unread(client) == "0"
    assert lines(page(client)) == []


def test_notes_tasks_and_changes_by_others_are_told(client, reporter, editor, translator, mine):
    leave_note(mine, "@reporter le lieu ?", by=editor)
    mine.headline_fr = "La mer monte"
    mine.save()
    history.keep_if_changed(mine, by=editor)
    client.force_login(reporter)
    said = " ".join(lines(page(client)))
    assert "vous a écrit une note" in said
    assert "le lieu ?" in said
    assert "a modifié votre article" in said
    live = ArticleFactory(headline_ar="", body_ar="", live=["fr"])
    live.refresh_translations()
    assign([(live, Language("ar"))], by=editor, to=translator)
    client.force_login(translator)
    (line,) = lines(page(client))
    assert "vous a attribué la traduction en arabe" in line


def test_what_one_does_oneself_is_no_news(client, editor):
    article = ArticleFactory(created_by=editor)
    leave_note(article, "@editor à revoir", by=editor)
    history.keep_if_changed(article, by=editor)
    article.move("fr", Status.IN_REVIEW, by=editor)
    article.move("fr", Status.DRAFT, by=editor, note="Non.")
    client.force_login(editor)
    assert lines(page(client)) == []


def test_one_is_read_by_being_opened_and_leads_to_the_article(client, reporter, editor, mine):
    note = leave_note(mine, "@reporter le lieu ?", by=editor)
    client.force_login(reporter)
    (link,) = page(client).xpath("//*[@class='notices']//li//a/@href")
    answer = client.get(NOTICES + link[link.index("?") :])
    assert answer.url.endswith(f"/{mine.pk}/change/#note-{note.pk}")
    assert unread(client) == "0"
    assert len(lines(page(client))) == 1
    client.get(NOTICES + link[link.index("?") :])
    assert SeenNotice.objects.count() == 1


def test_all_are_marked_read_but_what_came_since_the_page_was_shown(client, reporter, editor, mine):
    leave_note(mine, "@reporter le lieu ?", by=editor)
    client.force_login(reporter)
    shown = page(client)
    leave_note(mine, "@reporter et l’heure ?", by=editor)
    (until,) = shown.xpath("//input[@name='until']/@value")
    client.post(NOTICES, {"_all": "1", "until": until})
    assert unread(client) == "1"
    client.post(NOTICES, {"_all": "1", "until": "nonsense"})
    assert unread(client) == "0"
    assert not SeenNotice.objects.exists()


@pytest.mark.parametrize("name", ["note-0", "note-99999999999999999999", "x", "note-", "%_'", ""])
def test_what_is_no_notice_is_not_marked(client, reporter, name):
    client.force_login(reporter)
    client.post(NOTICES, {"notice": name})
    assert not SeenNotice.objects.exists()
    assert client.get(NOTICES, {"open": name}).status_code == (404 if name else 200)


def test_another_ones_notice_is_neither_opened_nor_marked(client, reporter, editor, mine):
    note = leave_note(mine, "@reporter le lieu ?", by=editor)
    client.force_login(UserFactory(username="stranger"))
    assert client.get(NOTICES, {"open": f"note-{note.pk}"}).status_code == 403
    client.force_login(editor)
    assert client.get(NOTICES, {"open": f"note-{note.pk}"}).status_code == 404
    client.post(NOTICES, {"notice": f"note-{note.pk}"})
    assert not SeenNotice.objects.exists()


def test_what_is_older_than_a_month_and_what_is_gone_are_no_news(client, reporter, editor, mine):
    note = leave_note(mine, "@reporter le lieu ?", by=editor)
    type(note).objects.filter(pk=note.pk).update(created_at=timezone.now() - timedelta(days=31))
    leave_note(mine, "@reporter l’heure ?", by=editor)
    client.force_login(reporter)
    assert len(lines(page(client))) == 1
    mine.delete()
    assert lines(page(client)) == []
    assert unread(client) == "0"


def test_the_count_is_one_query_and_the_page_takes_no_more_for_many(client, reporter, editor, mine):
    client.force_login(reporter)

    def taken():
        with CaptureQueriesContext(connection) as queries:
            page(client)
        return len(queries)

    leave_note(mine, "@reporter le lieu ?", by=editor)
    send_back(mine, reporter, editor)
    taken()
    of_few = taken()
    for n in range(8):
        other = ArticleFactory(created_by=reporter)
        leave_note(other, f"@reporter question {n}", by=editor)
        send_back(other, reporter, editor)
    assert taken() <= of_few
    assert unread(client) == "18"


def test_the_number_is_of_who_asks_whoever_asked_before(client, reporter, editor, chief, mine):
    hidden = ArticleFactory(created_by=editor)
    leave_note(hidden, "@chief le lieu ?", by=editor)
    send_back(mine, reporter, editor)
    said = {}
    for person in (chief, reporter, editor, chief, reporter):
        client.force_login(person)
        said[person.username] = unread(client)
        assert said[person.username] == f"{len(lines(page(client)))}"
    assert said == {"chief": "1", "reporter": "1", "editor": "0"}
