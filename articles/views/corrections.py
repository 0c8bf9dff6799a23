"""What the newsroom got wrong, in one place."""

from __future__ import annotations

from django.db.models import Prefetch, QuerySet

from articles.models import Article, Correction

from .pages import PagedListView


class CorrectionList(PagedListView):
    page = "corrections"
    template_name = "articles/correction_list.html"

    def get_queryset(self) -> QuerySet[Correction]:
        live = Correction.objects.shown().filter(article__in=Article.objects.live())
        return live.prefetch_related(Prefetch("article", Article.objects.live().for_list()))
