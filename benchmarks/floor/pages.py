"""``/<slug>/``: the newsroom's own row of an article, by its indexed slug, in one template."""

from __future__ import annotations

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import path


class FloorArticle(models.Model):
    """As much of the newsroom's article as the page shows."""

    slug = models.SlugField(db_column="slug_fr")
    headline = models.TextField(db_column="headline_fr")
    standfirst = models.TextField(db_column="standfirst_fr")
    body = models.TextField(db_column="body_fr")
    published_at = models.DateTimeField(db_column="published_at_fr")

    class Meta:
        app_label = "floor"
        managed = False
        db_table = "articles_article"

    def __str__(self) -> str:
        return self.headline


def page(request: HttpRequest, slug: str) -> HttpResponse:
    article = get_object_or_404(FloorArticle, slug=slug)
    response = render(request, "article.html", {"article": article})
    # As CommonMiddleware does: without it the server sends an answer in chunks.
    response.headers["Content-Length"] = str(len(response.content))
    return response


urlpatterns = [path("<str:slug>/", page)]
