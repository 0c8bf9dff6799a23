"""Whatever a page of the desk shows, its head has the languages to choose from."""

import pytest
from django.urls import reverse
from lxml import html

from tests.factories import ArticleFactory, QuoteFactory

pytestmark = pytest.mark.django_db


def test_also_where_the_page_speaks_of_languages_itself(client, chief):
    speaker = QuoteFactory(article=ArticleFactory(live=["fr", "ar"])).speaker
    client.force_login(chief)
    page = client.get(reverse("admin:articles_speaker_delete", args=[speaker.pk]))
    buttons = html.fromstring(page.text).xpath("//form[@class='admin-language']//button")
    assert [(one.get("value"), one.text.strip()) for one in buttons] == [
        ("fr", "Français"),
        ("ar", "العربية"),
    ]
    assert "_correction-ar" in page.text
