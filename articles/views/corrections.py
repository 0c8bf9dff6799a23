"""What the newsroom got wrong, in one place."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from articles.models import Article, Correction

from .pages import PagedListView
from .pagination import ListPage
from .words import give_articles


class CorrectionList(PagedListView):
    page = "corrections"
    template_name = "articles/correction_list.html"

    def asked_for(self) -> ListPage:
        now = timezone.now()
        page = self.paginate(corrections_of_live_articles, now)
        give_articles(page.rows, now)
        return page


def corrections_of_live_articles(now: datetime) -> QuerySet[Correction]:
    live = Article.objects.live(now).filter(pk=OuterRef("article"))
    return Correction.objects.shown().of_substance().filter(Exists(live))
