"""Two editors at once: the second is told, and loses nothing."""

import pytest
from django.urls import reverse

from articles.models import Article
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def looked_too_early(monkeypatch):
    """The first look for rivals happens before there is one; what is written then meets it."""
    look = Article.obstacles
    looks = []

    def obstacles(self, language):
        looks.append(language)
        return look(self, language) if len(looks) > 2 else {}

    monkeypatch.setattr(Article, "obstacles", obstacles)


def test_the_slower_is_told_at_the_slug_and_keeps_what_was_typed(
    client, editor, article_form, looked_too_early
):
    ArticleFactory(live=["fr"], slug_fr="le-caire")
    client.force_login(editor)
    form = article_form(headline_fr="Titre", slug_fr="le-caire", body_fr="<p>Tapé ici.</p>")
    response = client.post(
        reverse("admin:articles_article_add"), {**form, "_move-fr-published": "1"}
    )
    assert response.status_code == 200
    assert "slug_fr" in response.context["adminform"].form.errors
    assert "Tapé ici." in response.text
    assert Article.objects.count() == 1
