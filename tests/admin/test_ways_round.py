"""No other page is a way round the rights: lists, older states, front pages, one's own language."""

import pytest
from django.urls import reverse

from tests.admin.records import NEW, page_of, rename, shown_by, stored
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db


def test_no_list_is_a_form():
    from django.contrib import admin  # noqa: PLC0415

    assert not [one for one in admin.site._registry.values() if one.list_editable]


@pytest.mark.parametrize("role", ["reporter", "translator"])
def test_an_older_state_is_not_brought_back_by_who_may_not_publish(client, request, editor, role):
    record = shown_by(ArticleFactory(live=["fr"]), "topic")
    client.force_login(editor)
    rename(client, record)
    client.force_login(request.getfixturevalue(role))
    assert client.get(page_of(record, "history")).status_code == 200
    assert client.post(page_of(record, "restore"), {"number": "1"}).status_code == 403
    assert stored(record) == NEW


def test_a_front_page_is_composed_by_who_may_publish(client, reporter):
    from django.contrib.auth.models import Permission  # noqa: PLC0415

    from articles.models import FrontPage  # noqa: PLC0415

    names = ["view_frontpage", "change_frontpage", "change_placement", "add_placement"]
    reporter.user_permissions.add(*Permission.objects.filter(codename__in=names))
    page = FrontPage.objects.create(language="fr")
    client.force_login(reporter)
    url = reverse("admin:articles_frontpage_change", args=[page.pk])
    assert client.post(url, {"river_size": "3"}).status_code == 403
    page.refresh_from_db()
    assert page.river_size == 10


def test_the_language_of_the_desk_brings_no_language_to_write(client, translator):
    client.force_login(translator)
    client.post(reverse("admin_language"), {"language": "ar", "languages": ["fr", "ar"]})
    translator.refresh_from_db()
    assert (translator.language, translator.languages) == ("ar", ["ar"])
