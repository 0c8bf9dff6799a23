"""Where a translation is written."""

from __future__ import annotations

from django.urls import reverse

from articles.languages import Language
from articles.models import Article


def translate_url(article: Article, language: Language | str) -> str:
    return reverse("admin:articles_article_translate", args=[article.pk, str(language)])
