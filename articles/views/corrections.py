"""What the newsroom got wrong, in one place."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from articles.models import Article, Correction

from .pages import PagedListView


class CorrectionList(PagedListView):
    page = "corrections"
    template_name = "articles/correction_list.html"

    def get_queryset(self) -> QuerySet[Correction]:
        live = Article.objects.live()
        shown = (
            Correction.objects.shown()
            .of_substance()
            .filter(Exists(live.filter(pk=OuterRef("article"))))
        )
        return shown.prefetch_related(Prefetch("article", live.for_list()))
