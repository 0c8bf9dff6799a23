"""Whatever a page of the desk shows, its head has the languages to choose from."""

import pytest
from django.urls import reverse
from lxml import html

from articles.models import FrontPage
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


@pytest.mark.parametrize("spoken", ["fr", "ar"])
@pytest.mark.parametrize("other", ["fr", "ar"])
def test_it_lights_the_language_that_the_page_speaks(client, chief, spoken, other):
    chief.language = spoken
    chief.save()
    article = ArticleFactory(live=["fr", "ar"])
    client.force_login(chief)
    front = FrontPage.objects.get_or_create(language=other)[0]
    for page in (
        reverse("admin:articles_frontpage_change", args=[front.pk]),
        reverse("admin:articles_article_translate", args=[article.pk, "ar"]),
        reverse("admin:articles_calendar_move") + f"?entry=appears-{article.pk}-{other}",
    ):
        head = html.fromstring(client.get(page).text)
        (lit,) = head.xpath("//form[@class='admin-language']//button[@aria-current]")
        assert lit.get("value") == spoken, page
