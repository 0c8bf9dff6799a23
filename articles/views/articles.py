"""The newsroom's front page, its articles, and each one."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, ClassVar

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
    PressContact,
    Quote,
    TopicOfArticle,
)
from articles.models.identity import identity
from articles.models.kept_questions import belonging_to, kept
from articles.models.kept_texts import kept_text, values_of
from articles.text.richtext.chosen_quotes import quote_of
from articles.text.richtext.embeds import is_embed
from articles.text.richtext.outline import OutlinedText, minutes, outlined
from articles.text.richtext.paragraphs import plain_text
from articles.wire.feeds import modified_at
from articles.wire.linked_data import (
    article_graph,
    for_script,
    home_graph,
)
from articles.wire.live_updates import with_live_updates
from articles.wire.own_pages import OwnPages

from .agenda import agenda
from .bodies import Pictures, pictures_of, shown
from .http_cache import midnight_of, moments
from .live import LivePage
from .not_found import gone_page, newest_articles
from .outdated_translations import Staleness, changed_at, with_staleness
from .pages import PagedListView, PublicPage, TranslatedDetailView
from .pagination import ListPage
from .press_contacts import contacts_of
from .redirects import record_once_at, url_of
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
            moments=moments(),
            # What is of today, or of this week, is so since midnight.
            day=midnight_of(timezone.localdate()),
            linked_data=home_graph(),
            **kwargs,
        )


class ArticleList(PagedListView):
    page = "articles"
    template_name = "articles/article_list.html"

    def asked_for(self) -> ListPage:
        return self.paginate(newest_articles, timezone.now())


class ArticlePage(TranslatedDetailView):
    model = Article
    template_name = "articles/article_detail.html"
    shown_with: ClassVar[tuple[str, ...]] = (
        "source",
        "dateline",
        "lead_image",
        "event__place",
        "event__parent",
    )

    @classmethod
    def with_related(cls, records: QuerySet[Any], now: datetime, until: datetime) -> QuerySet[Any]:
        found = super().with_related(records, now, until)
        found = found.annotate(
            has_documents=Attachment.there_are_any(), contacts_changed_at=PressContact.last_change()
        )
        return with_staleness(found)

    @classmethod
    def in_language(cls, language: Language, now: datetime, until: datetime) -> QuerySet[Article]:
        return cls.with_related(Article.objects.live(now, language), now, until)

    def withdrawn(self) -> QuerySet[Article]:
        """What readers of the active language had at addresses like this one's."""
        return Article.objects.withdrawn().news()

    def moved(self, slug: str) -> HttpResponse | None:
        once = record_once_at(Article, slug)
        if once is not None and not once.is_live():
            withdrawn = Article.objects.withdrawn().filter(pk=once.pk).first()
            if withdrawn is not None:
                return gone_page(self.request, withdrawn)
        return super().moved(slug)

    def elsewhere(self, slug: str) -> HttpResponse:
        withdrawn = self.withdrawn().filter(slug=slug).first()
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
        mentions: list[Any] = mentions_in(article.pk, article.event_id)
        around = Around(article, around_it(*identity_of(article), timezone.now()))
        own = OwnPages.named_in([article.body], Language.active())
        read = outlined(own.led_to(article.body), gettext("Table"))
        quotes = belonging_to(article, quotes_in(article.pk), "article")
        pictures = pictures_of(article)
        chosen = {key for block in read.blocks if (key := quote_of(block))}
        text = with_quotations(read, quotes, pictures, chosen)
        pulled = [quote for part in text for quote in part.quotes]
        named = [mention.speaker for mention in mentions if mention.speaker]
        people = list(dict.fromkeys([*(quote.speaker for quote in quotes), *named]))
        organizations = [mention for mention in mentions if mention.organization]
        tagged = topics_of(article.pk)
        corrections = corrections_of(article.pk)
        attachments = attached_to(article.pk) if self.object.has_documents else []
        contacts = contacts_of(article) if self.object.contacts_changed_at else []
        share_image = share_image_url(article) if article.is_live() else None
        live = self.live_page()
        entries = live.records if live else []
        shown = [
            *entries,
            article,
            mentions,
            quotes,
            tagged,
            corrections,
            attachments,
            contacts,
            around.articles,
        ]
        # A moment that comes, of whatever is shown, is the article's next change until then.
        written = [part.html for part in text]
        values = values_of(*shown, list(pictures.values()), written, share_image, identity())

        def linked_data() -> str:
            told = article_graph(
                article,
                quotes,
                about=[*people, *(mention.organization for mention in organizations)],
                topics=[one.tag for one in tagged],
                told=corrections,
                share_image=share_image,
            )
            if live:
                told = with_live_updates(told, article, live.coverage, live.shown)
            return for_script(told)

        return super().get_context_data(
            article=article,
            values=values,
            quotes=[one for one in quotes if one not in pulled and one.named not in chosen],
            people=people,
            organizations=organizations,
            organizers=[mention for mention in mentions if mention.role_at_event in ORGANIZED_BY],
            roles_changed=[mention.role_changed_at for mention in mentions],
            tagged=tagged,
            attachments=attachments,
            contacts=contacts,
            contacts_changed_at=self.object.contacts_changed_at,
            paper=self.paper(),
            corrections=[one for one in corrections if one.is_correction],
            updates=[one for one in corrections if one.is_update],
            fixes=[one for one in corrections if one.is_typographical],
            modified_at=modified_at(article, Language.active(), [*corrections, *entries]),
            live=live,
            entries=entries,
            linked_data=kept_text("linked data", values, linked_data),
            around=around,
            share_image=share_image,
            # For the dates of all that is shown.
            near=around.articles,
            translation_changed=changed_at(article),
            stale=Staleness.of(article),
            text=text if live is None or live.page.is_first else [],
            page_obj=live.page if live and live.page.rows else None,
            body_pictures=list(pictures.values()),
            pulled=pulled,
            has_embeds=any(is_embed(one) for one in read.blocks),
            outline=read.headings if len(read.headings) >= LONG else [],
            minutes=minutes(article.body, Language.active().script),
            **kwargs,
        )

    def live_page(self) -> LivePage | None:
        """The entries that the address asks for, of an article that is followed live."""
        if not self.object.is_coverage:
            return None
        return LivePage.of(self.object, self.request.GET.get("page", "1"))

    def paper(self) -> str:
        """Where the text is as a PDF: what is written for the press, and live coverages."""
        article: Article = self.object
        is_there = article.leads_to_its_paper and article.is_live()
        return url_of("article_paper", article) if is_there else ""


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


def with_quotations(
    read: OutlinedText, quotes: list[Quote], pictures: Pictures, chosen: Collection[str] = ()
) -> list[BodyPart]:
    """A text in parts: each ends where somebody's very words stand, to be shown beside them.

    Args:
        chosen: the quotations that have a place in the text, by the keys it names them by.
    """
    named = {one.named: one for one in quotes}
    direct = [one for one in quotes if one.kind == Quote.Kind.DIRECT and one.named not in chosen]
    places = read.blocks_saying([one.said("text") for one in direct])
    parts, start = list[BodyPart](), 0
    for place in sorted({one for one in places if one is not None}):
        said = [quote for quote, at in zip(direct, places, strict=True) if at == place]
        parts.append(BodyPart(shown(read.blocks[start : place + 1], pictures, named), said))
        start = place + 1
    return with_margin([*parts, BodyPart(shown(read.blocks[start:], pictures, named), [])])


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


@kept
def quotes_in(article: int) -> QuerySet[Quote]:
    """Its quotations that are written in the active language."""
    language = Language.active()
    written = {f"{language.field('text')}__gt": ""}
    quotes = Quote.objects.attributed().filter(article=article, **written)
    return quotes.select_related("speaker", "spoken_at").with_bodies(language)


@kept
def topics_of(article: int) -> QuerySet[TopicOfArticle]:
    return TopicOfArticle.objects.filter(content_object=article).select_related("tag")


@kept
def corrections_of(article: int) -> QuerySet[Correction]:
    return Correction.objects.shown().filter(article=article)


@kept
def attached_to(article: int) -> QuerySet[Attachment]:
    """The documents below it: those in the reader's language first."""
    here = Case(When(document__language=Language.active().code, then=0), default=1)
    rows = Attachment.objects.filter(article=article).exclude(document__file="")
    return rows.select_related("document").order_by("order", here, "pk")


@kept
def mentions_in(article: int, event: int | None) -> QuerySet[Mention]:
    """Whom it names, and what each organization did at the event it covers."""
    roles = Participation.objects.filter(event=event, organization=OuterRef("organization"))
    named = Mention.objects.filter(article=article).select_related("speaker", "organization")
    return named.annotate(
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


def identity_of(article: Article) -> tuple[int, int, Any, int | None]:
    """What decides which articles are around it."""
    # A working copy is previewed beside what readers have of it.
    for_readers = article.working_copy_of_id or article.pk
    return article.pk, for_readers, article.published_at, article.event_id


@kept
def around_it(
    article: int, for_readers: int, at: datetime, event: int | None, now: datetime
) -> QuerySet[Article]:
    """What covers its event or topics, its neighbours in time, the newest: in one query."""
    others = Article.objects.live(now).newest_first().exclude(pk__in=[article, for_readers])
    date = Language.active().field("published_at")
    earlier = Q(**{f"{date}__lt": at}) | Q(**{date: at}, pk__lt=article)
    # With the bound before it the index is read from there, and not from its beginning.
    later = Q(**{f"{date}__gte": at}) & (Q(**{f"{date}__gt": at}) | Q(pk__gt=article))
    topics = TopicOfArticle.objects.filter(content_object=article).values("tag")
    sharing = TopicOfArticle.objects.filter(tag__in=topics)
    latest = sharing.order_by("-content_object")[:RECENT]
    parts = [
        first_few(others.filter(later).reverse(), 1),
        first_few(others.filter(earlier), 1),
        first_few(others.filter(pk__in=latest.values("content_object")), RELATED),
    ]
    if event:
        parts.append(first_few(others.filter(event=event), RELATED))
    near = first_few(others, RELATED).union(*parts)
    shares_topic = Exists(sharing.filter(content_object=OuterRef("pk")))
    found = Article.objects.for_list().filter(pk__in=near).newest_first()
    return found.annotate(shares_topic=shares_topic)


def first_few(articles: QuerySet[Article], number: int) -> QuerySet[Article, Any]:
    """The first few, in a form that SQLite can unite with another."""
    keys = articles.values("pk")[:number]
    return Article.objects.filter(pk__in=keys).order_by().values("pk")
