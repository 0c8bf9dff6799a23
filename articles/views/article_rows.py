"""What is read from the tables with an article: quotations, topics, corrections, documents."""

from __future__ import annotations

from django.db.models import Case, OuterRef, QuerySet, Subquery, When

from articles.languages import Language
from articles.models import Attachment, Correction, Mention, Participation, Quote, TopicOfArticle
from articles.models.kept_questions import kept

ORGANIZED_BY = [Participation.Role.ORGANIZER, Participation.Role.HOST, Participation.Role.PARTNER]


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
