"""What is in use is not deleted: it is said where it is used, and what can be done."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from lxml import html

from articles.models import NeededByReadersError, RecordRevision
from tests.admin.deleting import HEADLINE, live
from tests.admin.records import FACTORIES, KINDS, is_there, page_of, shown_by
from tests.factories import ArticleFactory, TopicFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def superuser(client, admin_user):
    client.force_login(admin_user)
    return admin_user


@pytest.mark.parametrize("kind", KINDS)
def test_the_page_names_the_articles_and_nobody_deletes_under_them(client, superuser, kind):
    article = live()
    record = shown_by(article, kind)
    page = client.get(page_of(record, "delete"))
    assert page.status_code == 200
    assert f'href="{page_of(article)}"' in page.text
    assert HEADLINE in page.text
    assert "publié" in page.text
    assert "Les lecteurs en ont besoin" in page.text
    assert "permission" not in page.text
    answer = client.post(page_of(record, "delete"), {"_delete": "1", "post": "yes"})
    assert answer.status_code == 422
    assert is_there(record)


@pytest.mark.parametrize("kind", KINDS)
def test_nor_many_at_once(client, superuser, kind):
    record, free = shown_by(live(), kind), FACTORIES[kind]()
    listed = reverse(f"admin:articles_{kind}_changelist")
    act = {"action": "delete_selected", "_selected_action": [record.pk, free.pk]}
    page = client.post(listed, act)
    assert f'href="{page_of(record, "delete")}"' in page.text
    client.post(listed, act | {"post": "yes"})
    assert is_there(record)
    assert is_there(free)
    client.post(listed, act | {"post": "yes", "_selected_action": [free.pk]})
    assert not is_there(free)
    assert RecordRevision.objects.of(free).first().made_by == superuser


@pytest.mark.parametrize("kind", KINDS)
def test_nor_does_any_program(kind):
    record = shown_by(live(), kind)
    with pytest.raises(NeededByReadersError), transaction.atomic():
        record.delete()
    with pytest.raises(NeededByReadersError), transaction.atomic():
        type(record)._default_manager.filter(pk=record.pk).delete()
    assert is_there(record)


@pytest.mark.parametrize("kind", KINDS)
def test_what_nothing_uses_is_deleted_and_its_last_state_kept(chiefs_desk, chief, kind):
    record = FACTORIES[kind]()
    assert "Rien ne l’utilise" in chiefs_desk.get(page_of(record, "delete")).text
    assert chiefs_desk.post(page_of(record, "delete"), {"_delete": "1"}).status_code == 302
    assert not is_there(record)
    assert RecordRevision.objects.of(record).first().made_by == chief


def test_what_is_to_come_is_not_called_published_where_it_is_used(chiefs_desk):
    topic = TopicFactory()
    tomorrow = timezone.now() + timedelta(days=1)
    ArticleFactory(live=["fr"], live_at=tomorrow, headline_ar=None).topics.add(topic)
    page = chiefs_desk.get(page_of(topic, "delete")).text
    assert "programmé" in page
    assert "publié\n" not in page


def test_the_page_names_no_article_that_is_not_theirs_to_see(client, editor):
    from django.contrib.auth.models import Permission  # noqa: PLC0415

    editor.groups.clear()
    editor.user_permissions.add(
        *Permission.objects.filter(codename__in=["view_topic", "delete_topic", "change_topic"])
    )
    topic = TopicFactory(is_listed=False)
    secret = ArticleFactory(headline_fr="Visite secrète")
    secret.topics.add(topic)
    client.force_login(editor)
    page = client.get(page_of(topic, "delete")).text
    assert "secrète" not in page
    assert "1 autre" in page
    answer = client.post(page_of(topic, "delete"), {"_take_off": "1"})
    assert answer.status_code == 403
    assert "secrète" not in answer.text
    assert secret.topics.get() == topic


@pytest.mark.parametrize("button", ["_delete", "_take_off", "_replace", "_merge"])
@pytest.mark.parametrize("role", ["reporter", "translator"])
def test_who_may_not_delete_does_none_of_it(client, request, role, button):
    client.force_login(request.getfixturevalue(role))
    article = live()
    record, other = shown_by(article, "topic"), TopicFactory()
    assert client.get(page_of(record, "delete")).status_code == 403
    answer = client.post(page_of(record, "delete"), {button: "1", "other": other.pk})
    assert answer.status_code == 403
    assert [*article.topics.all()] == [record]


def test_of_many_uses_ten_are_seen_at_once_and_the_rest_opens(chiefs_desk):
    topic = TopicFactory()
    for one in range(13):
        ArticleFactory(headline_fr=f"Texte {one}").topics.add(topic)
    page = html.fromstring(chiefs_desk.get(page_of(topic, "delete")).text)
    (first, rest) = page.xpath("//ul[@class='uses']")
    assert (len(first), len(rest)) == (10, 3)
    (summary,) = page.xpath("//details[@class='uses-left']/summary")
    assert summary.text_content().strip() == "et 3 autres"


@pytest.mark.parametrize("kind", KINDS)
def test_the_page_agrees_with_no_gender_and_offers_all_in_one_row(chiefs_desk, kind):
    page = html.fromstring(chiefs_desk.get(page_of(shown_by(live(), kind), "delete")).text)
    words = page.get_element_by_id("content").text_content()
    for gendered in ("utilisée", "utilisé ", "celle-là", "Celle-ci"):
        assert gendered not in words
    (row,) = page.xpath("//div[@class='decide']")
    assert row.xpath("*[last()]")[0].text_content().strip() == "Laisser tel quel"
    for field in page.xpath("//form[@class='dispose']//*[self::select or self::textarea]"):
        assert field.getparent().get("class") == "asked"
