"""The newsroom's front page, its articles, and each one."""

from __future__ import annotations

from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from articles.languages import Language
from articles.models import Article, Correction, Event, FrontPage, Mention, Participation, Quote

from .freshness import last_move
from .pages import PagedListView, PublicPage, TranslatedDetailView

EVENTS_ON_FRONT = 4
RELATED = 5
ORGANIZED_BY = [Participation.Role.ORGANIZER, Participation.Role.HOST, Participation.Role.PARTNER]


class HomePage(PublicPage):
    page = "home"
    template_name = "articles/home.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        front_page = FrontPage.of(Language.active())
        front = front_page.composed()
        events = Event.objects.in_language().select_related("place").order_by("-starts_on", "-pk")
        return super().get_context_data(
            front=front,
            shown=[*([front_page] if front_page.pk else []), *front.articles],
            events=list(events[:EVENTS_ON_FRONT]),
            last_move=last_move().first(),
            **kwargs,
        )


class ArticleList(PagedListView):
    page = "articles"
    template_name = "articles/article_list.html"

    def get_queryset(self) -> QuerySet[Article]:
        return Article.objects.live().newest_first().for_list()


class ArticlePage(TranslatedDetailView):
    model = Article
    template_name = "articles/article_detail.html"
    shown_with = ("source", "dateline", "lead_image", "event__place", "event__parent")

    def in_language(self, language: Language) -> QuerySet[Article]:
        return self.whole(Article.objects.live(language=language))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        article: Article = self.object
        mentions: list[Any] = list(mentions_in(article))
        around = list(around_it(article))
        same_event = [one for one in around if one.event_id and one.event_id == article.event_id]
        quotes = list(quotes_in(article))
        named = [mention.speaker for mention in mentions if mention.speaker]
        return super().get_context_data(
            article=article,
            quotes=quotes,
            people=list(dict.fromkeys([*(quote.speaker for quote in quotes), *named])),
            organizations=[mention for mention in mentions if mention.organization],
            organizers=[mention for mention in mentions if mention.role_at_event in ORGANIZED_BY],
            roles_changed=[mention.role_changed_at for mention in mentions],
            tagged=list(article.tagged.select_related("tag")),
            corrections=list(Correction.objects.shown().filter(article=article)),
            same_event=same_event,
            latest=[one for one in around if one not in same_event],
            **kwargs,
        )


def quotes_in(article: Article) -> QuerySet[Quote]:
    """Its quotations that are written in the active language."""
    written = {f"{Language.active().field('text')}__gt": ""}
    return article.quotes.filter(**written).select_related("speaker", "spoken_at")


def mentions_in(article: Article) -> QuerySet[Mention]:
    """Whom it names, and what each organization did at the event it covers."""
    roles = Participation.objects.filter(
        event=article.event_id, organization=OuterRef("organization")
    )
    return article.mentions.select_related("speaker", "organization").annotate(
        role_at_event=Subquery(roles.values("role")[:1]),
        role_changed_at=Subquery(roles.values("updated_at")[:1]),
    )


def around_it(article: Article) -> QuerySet[Article]:
    """What else covers its event, and what is newest: in one query, each by its index."""
    others = Article.objects.live().newest_first().exclude(pk=article.pk)
    near = newest(others)
    if article.event_id is not None:
        near = near.union(newest(others.filter(event=article.event_id)))
    return Article.objects.for_list().filter(pk__in=near).newest_first()


def newest(articles: QuerySet[Article]) -> QuerySet[Article, Any]:
    """The first few, in a form that SQLite can unite with another."""
    first = articles.values("pk")[:RELATED]
    return Article.objects.filter(pk__in=first).order_by().values("pk")
