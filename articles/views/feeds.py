"""The feeds: of the newsroom in each language, and of what one topic, event or name is in."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any, ClassVar

from django.db.models import Prefetch, QuerySet, prefetch_related_objects
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone, translation
from django.views import View

from articles.languages import Language
from articles.models import (
    Article,
    Attachment,
    BodyPicture,
    Correction,
    Event,
    LiveEntry,
    NamedRecord,
    Organization,
    Speaker,
    Topic,
    TopicOfArticle,
)
from articles.models.article_queryset import ArticleQuerySet
from articles.models.cached_fragments import cached_fragment, values_of
from articles.models.cached_queries import cached
from articles.models.declarations import ARTICLE, columns_in
from articles.models.identity import identity, newsroom_name
from articles.models.live import SHOWN_AT_ONCE
from articles.text.richtext.chosen_quotes import KEY as QUOTE
from articles.text.richtext.figures import KEY
from articles.text.richtext.paragraphs import in_one_line
from articles.wire.feed_json import as_json
from articles.wire.feed_xml import Atom, Rss, as_xml
from articles.wire.feeds import Channel, Counterpart
from articles.wire.names import set_apart

from .events import coverage_of
from .http_cache import moments, say_freshness, say_when_away
from .redirects import moved_or_404

LENGTH = 30


class Feed(View):
    """The newest articles of the newsroom in the active language, whole."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        channel, changes = self.channel(request, **kwargs), moments()
        response = as_response(channel, kwargs.get("form", "rss"), changes)
        corrections = [one for article in channel.articles for one in article.corrections.all()]
        with_documents = [one for one in channel.articles if getattr(one, "has_documents", True)]
        below = [one for article in with_documents for one in article.attachments.all()]
        live = [entry for one in channel.articles for entry in getattr(one, "newest_entries", [])]
        say_freshness(request, response, [channel.articles, corrections, below, live, changes])
        say_when_away(response)
        return response

    def channel(self, request: HttpRequest, **kwargs: Any) -> Channel:
        language = Language.active()
        return Channel(
            title=newsroom_name(),
            description=identity().tagline,
            language=language,
            page=reverse("home"),
            feed=request.path,
            articles=with_feed_content(live_articles, timezone.now()),
            counterparts=[in_language(one, "home", "feed", kwargs) for one in language.others],
        )


def in_language(language: Language, page: str, feed: str, place: dict[str, Any]) -> Counterpart:
    """The same list in another language, by the names of its page and its feed."""
    with translation.override(language.code):
        slug = {name: value for name, value in place.items() if name != "form"}
        return Counterpart(language, reverse(page, kwargs=slug), reverse(feed, kwargs=place))


def as_response(channel: Channel, form: str, changes: list[datetime]) -> HttpResponse:
    """A list in a form: as it was written of the same rows, or anew.

    Args:
        channel: the list.
        form: ``rss``, ``atom`` or ``json``.
        changes: when something last came or went, and next will.
    """
    kind: type[Rss | Atom] = Atom if form == "atom" else Rss

    def write() -> str:
        if form != "json":
            return as_xml(channel, kind)
        return json.dumps(as_json(channel), ensure_ascii=False)

    # A quotation that stands in a text is read when that is written.
    quotes = any(QUOTE in one.said("body") for one in channel.articles)
    values = None if quotes else values_of(channel, channel.pages, changes)
    text = cached_fragment(f"feed as {form}", values, write) if values else write()
    content_type = "application/feed+json" if form == "json" else f"{kind.content_type}"
    return HttpResponse(text, content_type=content_type)


def live_articles(now: datetime) -> ArticleQuerySet:
    return Article.objects.live(now)


def with_feed_content(build: Callable[..., ArticleQuerySet], *values: Any) -> list[Article]:
    """The newest of some articles with all that a feed says, in a fixed number of queries.

    Args:
        build: what makes their queryset, as ``@cached`` asks for it.
        values: that it is given.
    """
    found: list[Any] = newest_whole(*values, build=build)
    corrections = Prefetch("corrections", Correction.objects.shown())
    topics = Prefetch("tagged", TopicOfArticle.objects.select_related("tag"))
    prefetch_related_objects(found, corrections, topics)
    # Of most there are none, and then nothing is asked.
    documents = Prefetch("attachments", Attachment.objects.select_related("document"))
    prefetch_related_objects([one for one in found if one.has_documents], documents)
    for one in found:
        if one.is_coverage:
            one.newest_entries = entries_in_feed(one.pk)
    pictures = Prefetch("body_pictures", BodyPicture.objects.select_related("image"))
    prefetch_related_objects([one for one in found if KEY in (one.body or "")], pictures)
    return found


@cached
def entries_in_feed(article: int) -> QuerySet[LiveEntry]:
    """The newest entries of a live coverage, as many as its page shows at first, and again."""
    public = LiveEntry.objects.public().filter(article=article).select_related("image")
    return public.newest_first()[: 2 * SHOWN_AT_ONCE]


@cached
def newest_whole(*values: Any, build: Callable[..., ArticleQuerySet]) -> ArticleQuerySet:
    """The newest of some articles, with their texts in the active language."""
    others = columns_in(ARTICLE.lacking("listed"), Language.active().others)
    articles = build(*values).newest_first()
    found = articles.annotate(has_documents=Attachment.there_are_any())
    return found.select_related("source", "lead_image").defer("source_text", *others)[:LENGTH]


class RecordFeed(Feed):
    """The newest articles that one record's page lists."""

    model: ClassVar[type[NamedRecord]]

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        try:
            return super().get(request, **kwargs)
        except Http404:
            return moved_or_404(self.model, f"{self.model.page}_feed", kwargs["slug"])

    def channel(self, request: HttpRequest, **kwargs: Any) -> Channel:
        language = Language.active()
        public = self.model.objects.public(language).with_publicity()
        record = public.filter(**{language.field("slug"): kwargs["slug"]}).first()
        if record is None:
            raise Http404
        return Channel(
            title=f"{set_apart(record, record.title_field)} – {newsroom_name()}",
            description=in_one_line(record.said("description"))
            if hasattr(record, "description")
            else "",
            language=language,
            page=record.url_in(language),
            feed=request.path,
            articles=self.articles(record, timezone.now()),
            counterparts=[
                in_language(
                    one, record.page, f"{record.page}_feed", {"slug": record.said("slug", one)}
                )
                for one in language.others
                if record.has_page_in(one)
            ],
        )

    def articles(self, record: Any, now: datetime) -> list[Article]:
        raise NotImplementedError


class TopicFeed(RecordFeed):
    model = Topic

    def articles(self, record: Topic, now: datetime) -> list[Article]:
        return with_feed_content(about, record.pk, now)


def about(topic: int, now: datetime) -> ArticleQuerySet:
    return Article.objects.live(now).filter(tagged__tag=topic)


class EventFeed(RecordFeed):
    model = Event

    def articles(self, record: Event, now: datetime) -> list[Article]:
        sessions = Event.objects.public(at=now).filter(parent=record).values_list("pk", flat=True)
        return with_feed_content(coverage_of, [record.pk, *sessions], now)


class SpeakerFeed(RecordFeed):
    model = Speaker

    def articles(self, record: Speaker, now: datetime) -> list[Article]:
        return with_feed_content(quoting_or_naming, record.pk, now)


def quoting_or_naming(speaker: int, now: datetime) -> ArticleQuerySet:
    quoting = Article.objects.filter(quotes__speaker=speaker).order_by().values("pk")
    naming = Article.objects.filter(mentions__speaker=speaker).order_by().values("pk")
    return Article.objects.live(now).filter(pk__in=quoting.union(naming))


class OrganizationFeed(RecordFeed):
    model = Organization

    def articles(self, record: Organization, now: datetime) -> list[Article]:
        return with_feed_content(naming, record.pk, now)


def naming(organization: int, now: datetime) -> ArticleQuerySet:
    return Article.objects.live(now).filter(mentions__organization=organization)
