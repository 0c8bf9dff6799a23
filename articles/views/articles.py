"""The newsroom's front page, its articles, and each one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Subquery, When
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext

from articles.languages import Language
from articles.models import (
    Article,
    Attachment,
    Correction,
    FormerSlug,
    FrontPage,
    Mention,
    Participation,
    Quote,
    TopicOfArticle,
)
from articles.text.richtext.embeds import is_embed
from articles.text.richtext.outline import OutlinedText, minutes, outlined
from articles.text.richtext.paragraphs import plain_text
from articles.wire.feeds import modified_at
from articles.wire.linked_data import article_graph, home_graph
from articles.wire.own_pages import OwnPages

from .agenda import agenda
from .bodies import Pictures, pictures_of, shown
from .http_cache import midnight_of, moments
from .not_found import gone_page
from .outdated_translations import Staleness, changed_at, with_staleness
from .pages import PagedListView, PublicPage, TranslatedDetailView
from .redirects import record_once_at
from .sharing import share_image_url

RELATED = 5
RECENT = 200
"""Of so many articles, written last on its topics, those are looked for that readers have."""
LONG = 3
"""From so many headings on, a text has a table of contents."""
LINE, NARROW, CREDIT = 68, 2.7, 330
"""Letters of a line; how many are as high as one in the margin, and as what stands under it."""
ORGANIZED_BY = [Participation.Role.ORGANIZER, Participation.Role.HOST, Participation.Role.PARTNER]


class HomePage(PublicPage):
    page = "home"
    template_name = "articles/home.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        front_page = FrontPage.of(Language.active())
        front = front_page.composed()
        entries = agenda()
        return super().get_context_data(
            front=front,
            shown=[*([front_page] if front_page.pk else []), *front.dated],
            agenda=entries,
            events=[event for one in entries for event in (one.event, *one.sessions)],
            moments=list(moments()),
            # What is of today, or of this week, is so since midnight.
            day=midnight_of(timezone.localdate()),
            linked_data=home_graph(),
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

    def with_related(self, records: QuerySet[Any]) -> QuerySet[Any]:
        found = super().with_related(records)
        return with_staleness(found.annotate(has_documents=Attachment.there_are_any()))

    def in_language(self, language: Language) -> QuerySet[Article]:
        return self.with_related(Article.objects.live(language=language))

    def moved(self, slug: str) -> HttpResponse | None:
        once = record_once_at(Article, slug)
        if once is not None and not once.is_live():
            withdrawn = Article.objects.withdrawn().filter(pk=once.pk).first()
            if withdrawn is not None:
                return gone_page(self.request, withdrawn)
        return super().moved(slug)

    def elsewhere(self, slug: str) -> HttpResponse:
        withdrawn = Article.objects.withdrawn().filter(slug=slug).first()
        if withdrawn:
            return gone_page(self.request, withdrawn)
        try:
            return super().elsewhere(slug)
        except Http404:
            here = Language.active().code
            if FormerSlug.objects.of_deleted(Article).filter(language=here, slug=slug).exists():
                return gone_page(self.request, None, slug)
            raise

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        article: Article = self.object
        article.event = article.event and article.event.without_held_back()
        mentions: list[Any] = list(mentions_in(article))
        around = Around(article, list(around_it(article)))
        own = OwnPages.named_in([article.body], Language.active())
        read = outlined(own.led_to(article.body), gettext("Table"))
        quotes = list(quotes_in(article))
        pictures = pictures_of(article)
        text = with_quotations(read, quotes, pictures)
        pulled = [quote for part in text for quote in part.quotes]
        named = [mention.speaker for mention in mentions if mention.speaker]
        people = list(dict.fromkeys([*(quote.speaker for quote in quotes), *named]))
        organizations = [mention for mention in mentions if mention.organization]
        tagged = list(article.tagged.select_related("tag"))
        corrections = list(Correction.objects.shown().filter(article=article))
        share_image = share_image_url(article) if article.is_live() else None
        return super().get_context_data(
            article=article,
            quotes=[one for one in quotes if one not in pulled],
            people=people,
            organizations=organizations,
            organizers=[mention for mention in mentions if mention.role_at_event in ORGANIZED_BY],
            roles_changed=[mention.role_changed_at for mention in mentions],
            tagged=tagged,
            attachments=list(attached_to(article)) if self.object.has_documents else [],
            corrections=[one for one in corrections if one.is_correction],
            updates=[one for one in corrections if one.is_update],
            fixes=[one for one in corrections if one.is_typographical],
            modified_at=modified_at(article, Language.active(), corrections),
            linked_data=article_graph(
                article,
                quotes,
                about=[*people, *(mention.organization for mention in organizations)],
                topics=[one.tag for one in tagged],
                told=corrections,
                share_image=share_image,
            ),
            around=around,
            share_image=share_image,
            # For the dates of all that is shown.
            near=around.articles,
            translation_changed=changed_at(article),
            stale=Staleness.of(article),
            text=text,
            body_pictures=list(pictures.values()),
            pulled=pulled,
            has_embeds=any(is_embed(one) for one in read.blocks),
            outline=read.headings if len(read.headings) >= LONG else [],
            minutes=minutes(article.body, Language.active().script),
            **kwargs,
        )


@dataclass(frozen=True)
class BodyPart:
    """Some paragraphs of a text, and what is quoted in the last of them."""

    html: str
    quotes: list[Quote]
    is_in_margin: bool = False
    """Whether there is text enough under it for its quotations to hang beside."""

    @property
    def height(self) -> float:
        """About how high it stands, in letters of a line of text."""
        blocks = plain_text(self.html).split("\n")
        return sum(max(len(block), LINE) + LINE / 2 for block in blocks if block.strip())

    @property
    def height_in_margin(self) -> float:
        """The same of its quotations, in the narrow lines of the margin."""
        return sum(len(one.said("text")) * NARROW + CREDIT for one in self.quotes)


def with_quotations(read: OutlinedText, quotes: list[Quote], pictures: Pictures) -> list[BodyPart]:
    """A text in parts: each ends where somebody's very words stand, to be shown beside them."""
    direct = [one for one in quotes if one.kind == Quote.Kind.DIRECT]
    places = read.blocks_saying([one.said("text") for one in direct])
    parts, start = list[BodyPart](), 0
    for place in sorted({one for one in places if one is not None}):
        said = [quote for quote, at in zip(direct, places, strict=True) if at == place]
        parts.append(BodyPart(shown(read.blocks[start : place + 1], pictures), said))
        start = place + 1
    return with_margin([*parts, BodyPart(shown(read.blocks[start:], pictures), [])])


def with_margin(parts: list[BodyPart]) -> list[BodyPart]:
    """Have quotations hang beside the text where they end before it does, and not below it."""
    whole, text, margin = sum(part.height for part in parts), 0.0, 0.0
    placed: list[BodyPart] = []
    for part in parts:
        text += part.height
        ends = max(text, margin) + part.height_in_margin
        if part.quotes and ends <= whole:
            margin = ends
        placed.append(replace(part, is_in_margin=bool(part.quotes) and ends <= whole))
    return placed


def quotes_in(article: Article) -> QuerySet[Quote]:
    """Its quotations that are written in the active language."""
    language = Language.active()
    quotes: Any = article.quotes
    written = quotes.attributed().filter(**{f"{language.field('text')}__gt": ""})
    return written.select_related("speaker", "spoken_at").with_bodies(language)


def attached_to(article: Article) -> QuerySet[Attachment]:
    """The documents below it: those in the reader's language first."""
    here = Case(When(document__language=Language.active().code, then=0), default=1)
    rows = article.attachments.exclude(document__file="").select_related("document")
    return rows.order_by("order", here, "pk")


def mentions_in(article: Article) -> QuerySet[Mention]:
    """Whom it names, and what each organization did at the event it covers."""
    roles = Participation.objects.filter(
        event=article.event_id, organization=OuterRef("organization")
    )
    return article.mentions.select_related("speaker", "organization").annotate(
        role_at_event=Subquery(roles.values("role")[:1]),
        role_changed_at=Subquery(roles.values("updated_at")[:1]),
    )


@dataclass(frozen=True)
class Around:
    """The articles that one leads to, each once, the newest first."""

    article: Article
    articles: list[Article]

    @property
    def same_event(self) -> list[Article]:
        event = self.article.event_id
        return [one for one in self.articles if event and one.event_id == event][:RELATED]

    @property
    def same_topics(self) -> list[Article]:
        covered = self.same_event
        sharing = [one for one in self.articles if getattr(one, "shares_topic", False)]
        return [one for one in sharing if one not in covered][:RELATED]

    @property
    def latest(self) -> list[Article]:
        related = [*self.same_event, *self.same_topics]
        return [one for one in self.articles[:RELATED] if one not in related]

    @property
    def before(self) -> Article | None:
        """The one published just before it."""
        older = (one for one in self.articles if self.age(one) < self.age(self.article))
        return next(older, None)

    @property
    def after(self) -> Article | None:
        """The one published just after it."""
        newer = (one for one in reversed(self.articles) if self.age(one) > self.age(self.article))
        return next(newer, None)

    @staticmethod
    def age(article: Article) -> tuple[Any, int]:
        return article.published_at, article.pk


def around_it(article: Article) -> QuerySet[Article]:
    """What covers its event or topics, its neighbours in time, the newest: in one query."""
    # A working copy is previewed beside what readers have of it.
    itself = {article.pk, article.working_copy_of_id or article.pk}
    others = Article.objects.live().newest_first().exclude(pk__in=itself)
    date = Language.active().field("published_at")
    at = article.published_at
    earlier = Q(**{f"{date}__lt": at}) | Q(**{date: at}, pk__lt=article.pk)
    # With the bound before it the index is read from there, and not from its beginning.
    later = Q(**{f"{date}__gte": at}) & (Q(**{f"{date}__gt": at}) | Q(pk__gt=article.pk))
    topics = TopicOfArticle.objects.filter(content_object=article).values("tag")
    sharing = TopicOfArticle.objects.filter(tag__in=topics)
    latest = sharing.order_by("-content_object")[:RECENT]
    parts = [
        first_few(others.filter(later).reverse(), 1),
        first_few(others.filter(earlier), 1),
        first_few(others.filter(pk__in=latest.values("content_object")), RELATED),
    ]
    if article.event_id:
        parts.append(first_few(others.filter(event=article.event_id), RELATED))
    near = first_few(others, RELATED).union(*parts)
    shares_topic = Exists(sharing.filter(content_object=OuterRef("pk")))
    found = Article.objects.for_list().filter(pk__in=near).newest_first()
    return found.annotate(shares_topic=shares_topic)


def first_few(articles: QuerySet[Article], number: int) -> QuerySet[Article, Any]:
    """The first few, in a form that SQLite can unite with another."""
    keys = articles.values("pk")[:number]
    return Article.objects.filter(pk__in=keys).order_by().values("pk")
