"""Asking the machine from the page of translation."""

import pytest
from django.urls import reverse

from articles.models import Status
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db


def ask(client, article, row="0", language="ar"):
    address = reverse("admin:articles_article_machine", args=[article.pk, language])
    return client.post(address, {"row": row})


def test_a_suggestion_says_who_made_it_and_changes_nothing(client, translator, machine):
    article = ArticleFactory(headline_ar="", body_ar="")
    client.force_login(translator)
    page = ask(client, article).text
    assert "المغرب يترأس" in page
    assert "Proposition d’une machine (127.0.0.1). Personne ne l’a encore lue." in page
    article.refresh_from_db()
    assert not article.headline_ar
    machine.status = 500
    assert "ne peut pas répondre" in ask(client, article, row="1").text
    for row in ("x", "99", "-1", ""):
        assert ask(client, article, row=row).status_code == 404


def test_only_who_may_write_the_language_asks(client, translator, reporter, machine):
    draft, in_review = ArticleFactory(), ArticleFactory(status_ar=Status.IN_REVIEW)
    client.force_login(translator)
    assert ask(client, in_review).status_code == 403
    assert ask(client, ArticleFactory(original_language="ar"), language="fr").status_code == 403
    client.force_login(reporter)
    assert ask(client, draft).status_code in {403, 404}
    assert machine.asked == []


def test_without_a_machine_nobody_is_offered_one(client, translator):
    article = ArticleFactory(headline_ar="", body_ar="")
    client.force_login(translator)
    page = client.get(reverse("admin:articles_article_translate", args=[article.pk, "ar"])).text
    assert 'id="machine"' not in page
    assert ask(client, article).status_code == 404
