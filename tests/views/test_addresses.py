"""Which addresses exist, and what their slugs may look like."""

import pytest

from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db

LISTS = ["/fr/", "/ar/", "/fr/articles/", "/ar/articles/", "/fr/events/", "/ar/events/"]


@pytest.mark.parametrize("path", [*LISTS, "/fr/corrections/", "/ar/corrections/"])
def test_an_empty_newsroom_has_its_pages(client, path):
    page = client.get(path)
    assert page.status_code == 200
    assert 'class="notice"' in page.text or path.endswith(("/fr/", "/ar/"))


def test_an_article_in_arabic_has_an_arabic_address(client):
    article = ArticleFactory(live=["ar"], headline_ar="المغرب يرأس جلسة عامة")
    assert article.slug_ar == "المغرب-يرأس-جلسة-عامة"
    assert client.get("/ar/articles/المغرب-يرأس-جلسة-عامة/").status_code == 200
