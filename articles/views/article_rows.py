"""What is read from the tables with an article: quotations, topics, corrections, documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self

from django.db.models import Case, OuterRef, QuerySet, Subquery, When

from articles.languages import Language
from articles.models import (
    Attachment,
    Correction,
    Mention,
    Participation,
    PressContact,
    Quote,
    Speaker,
    TopicOfArticle,
)
from articles.models.cached_queries import belonging_to, cached

from .press_contacts import contacts_of

ORGANIZED_BY = [Participation.Role.ORGANIZER, Participation.Role.HOST, Participation.Role.PARTNER]


@dataclass(frozen=True)
class ArticleRows:
    """What the page of an article shows of other tables' rows."""

    mentions: list[Any]
    quotes: list[Quote]
    tagged: list[TopicOfArticle]
    corrections: list[Correction]
    attachments: list[Attachment]
    contacts: list[PressContact]

    @classmethod
    def of(cls, article: Any) -> Self:
        """Those of an article that was read by ``ArticlePage.with_related``."""
        return cls(
            mentions_in(article.pk, article.event_id),
            belonging_to(article, quotes_in(article.pk), "article"),
            topics_of(article.pk),
            corrections_of(article.pk),
            attached_to(article.pk) if article.has_documents else [],
            contacts_of(article) if article.contacts_changed_at else [],
        )

    @property
    def people(self) -> list[Speaker]:
        """Those it quotes, and those it names, each once."""
        named = [mention.speaker for mention in self.mentions if mention.speaker]
        return list(dict.fromkeys([*(quote.speaker for quote in self.quotes), *named]))

    @property
    def organizations(self) -> list[Any]:
        """Its mentions of organizations."""
        return [mention for mention in self.mentions if mention.organization]

    def in_context(self) -> dict[str, Any]:
        """As the template has it; of quotations, only whose they are."""
        organizations, corrections = self.organizations, self.corrections
        return {
            "people": self.people,
            "organizations": organizations,
            "organizers": [one for one in organizations if one.role_at_event in ORGANIZED_BY],
            "roles_changed": [mention.role_changed_at for mention in self.mentions],
            "tagged": self.tagged,
            "attachments": self.attachments,
            "contacts": self.contacts,
            "corrections": [one for one in corrections if one.is_correction],
            "updates": [one for one in corrections if one.is_update],
            "fixes": [one for one in corrections if one.is_typographical],
        }


@cached
def quotes_in(article: int) -> QuerySet[Quote]:
    """Its quotations that are written in the active language."""
    language = Language.active()
    written = {f"{language.field('text')}__gt": ""}
    quotes = Quote.objects.attributed().filter(article=article, **written)
    return quotes.select_related("speaker", "spoken_at").with_bodies(language)


@cached
def topics_of(article: int) -> QuerySet[TopicOfArticle]:
    return TopicOfArticle.objects.filter(content_object=article).select_related("tag")


@cached
def corrections_of(article: int) -> QuerySet[Correction]:
    return Correction.objects.shown().filter(article=article)


@cached
def attached_to(article: int) -> QuerySet[Attachment]:
    """The documents below it: those in the reader's language first."""
    here = Case(When(document__language=Language.active().code, then=0), default=1)
    rows = Attachment.objects.filter(article=article).exclude(document__file="")
    return rows.select_related("document").order_by("order", here, "pk")


@cached
def mentions_in(article: int, event: int | None) -> QuerySet[Mention]:
    """Whom it names, and what each organization did at the event it covers."""
    roles = Participation.objects.filter(event=event, organization=OuterRef("organization"))
    named = Mention.objects.filter(article=article).select_related("speaker", "organization")
    return named.annotate(
        role_at_event=Subquery(roles.values("role")[:1]),
        role_changed_at=Subquery(roles.values("updated_at")[:1]),
    )
