"""Keys that are none: whoever sends one is told that there is no such page, or nothing is done."""

import pytest
from django.urls import reverse

from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db

ODD = ["abc", "9" * 5000, "\0", "\uffff", "٣", "-1", ""]


@pytest.mark.parametrize("key", ODD)
def test_no_odd_key_of_an_article_is_an_error_of_ours(client, admin_user, key):
    client.force_login(admin_user)
    article = ArticleFactory()
    for name in ("history", "authors"):
        path = reverse(f"admin:articles_article_{name}", args=[key or "x"])
        assert client.get(path).status_code == 404
    for name in ("presence", "restore"):
        path = reverse(f"admin:articles_article_{name}", args=[key or "x"])
        assert client.post(path).status_code == 404
    there = reverse("admin:articles_article_presence", args=[article.pk])
    assert client.post(there, {"revision": key}).status_code == 200
    deleted = reverse("admin:articles_article_deleted")
    assert client.post(deleted, {"revision": key}).status_code == 404


@pytest.mark.parametrize("model", ["article", "event", "speaker", "image"])
def test_an_action_on_odd_keys_is_done_to_nothing(client, admin_user, model):
    client.force_login(admin_user)
    path = reverse(f"admin:articles_{model}_changelist")
    for action in ("delete_selected", "export_ar"):
        sent = {"action": action, "_selected_action": ODD, "post": "yes"}
        assert client.post(path, sent).status_code in {200, 302}


@pytest.mark.parametrize("name", ["_move-fr", "_move-fr:published", "_move-", "_move-a-b-c-d"])
def test_an_odd_button_moves_nothing(client, admin_user, name):
    client.force_login(admin_user)
    article = ArticleFactory()
    path = reverse("admin:articles_article_change", args=[article.pk])
    assert client.post(path, {name: "1"}).status_code in {200, 302, 422}
    article.refresh_from_db()
    assert article.status_fr == "draft"
