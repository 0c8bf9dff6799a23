"""What is not deleted says why, and what can be done: one or many, in both languages."""

import pytest
from django.urls import reverse
from lxml import html

from articles.models import Article
from tests.admin.forms import change_url
from tests.admin.records import FACTORIES, KINDS
from tests.conftest import member_of
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db

LISTED = reverse("admin:articles_article_changelist")
READ = {
    "fr": "Les lecteurs ont cet article (français)",
    "ar": "لدى القراء هذا المقال (الفرنسية)",
}
FIRST = {"fr": "Retirez-le d’abord", "ar": "اسحبه أولا"}
NOT_THEIRS = {"fr": "votre compte ne peut pas le supprimer", "ar": "حسابك لا يستطيع حذف هذا"}
NO_RIGHT_TO_THE_KIND = {"fr": "n’est pas autorisé", "ar": "ليس له صلاحية"}


def said(answer):
    return " ".join(html.fromstring(answer.text).text_content().split())


def speaking(person, language):
    person.language = language
    person.save()
    return person


def chosen(*articles, **more):
    keys = [one.pk for one in articles]
    return {"action": "delete_selected", "_selected_action": keys} | more


@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize(("sure", "left"), [({}, 2), ({"post": "yes"}, 1)], ids=["asked", "sure"])
def test_who_chose_what_readers_have_among_others_is_told_which_it_is_and_why(
    client, chief, language, sure, left
):
    client.force_login(speaking(chief, language))
    live, draft = ArticleFactory(live=["fr"]), ArticleFactory()
    answer = client.post(LISTED, chosen(live, draft, **sure), follow=True)
    assert READ[language] in said(answer)
    assert FIRST[language] in said(answer)
    assert NO_RIGHT_TO_THE_KIND[language] not in said(answer)
    assert f'href="{change_url(live)}"' in answer.text
    # The others go, once that is said.
    assert Article.objects.count() == left
    assert Article.objects.filter(pk=live.pk).exists()


def test_what_no_reader_has_is_deleted_many_at_once(client, chief):
    client.force_login(chief)
    client.post(LISTED, chosen(ArticleFactory(), ArticleFactory(), post="yes"))
    assert not Article.objects.exists()


@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize("role", ["reporter", "translator", "editor"])
def test_who_may_not_delete_an_article_is_told_that(client, role, language):
    person = speaking(member_of(role), language)
    client.force_login(person)
    page = reverse("admin:articles_article_delete", args=[ArticleFactory(created_by=person).pk])
    for answer in (client.get(page), client.post(page, {"post": "yes"})):
        assert answer.status_code == 403
        assert NOT_THEIRS[language] in said(answer)


@pytest.mark.parametrize("kind", KINDS)
def test_who_may_not_delete_a_record_is_told_that(client, reporter, kind):
    client.force_login(reporter)
    page = reverse(f"admin:articles_{kind}_delete", args=[FACTORIES[kind]().pk])
    for answer in (client.get(page), client.post(page, {"_delete": "1"})):
        assert answer.status_code == 403
        assert NOT_THEIRS["fr"] in said(answer)
