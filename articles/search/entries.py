"""What the search reads of each record: its words, by weight, and what it is about."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from django.db import models
from django.db.models import Prefetch, QuerySet, prefetch_related_objects
from django.utils import timezone

from articles.languages import Language
from articles.models import (
    Affiliation,
    Appearance,
    Article,
    Attachment,
    Event,
    MediaKit,
    Mention,
    Organization,
    PageRecord,
    Participation,
    Place,
    Quote,
    Record,
    SearchEntry,
    Source,
    Speaker,
    Status,
    Topic,
    TopicOfArticle,
)
from articles.models.cached_queries import cached
from articles.models.declarations import ARTICLE, Part, join_texts
from articles.text.analysis.analyzer import analyse
from articles.text.richtext.paragraphs import plain_text

from .live_entries import AnalysedEntry, entries_followed

INDEXED_MODELS: dict[str, type[PageRecord]] = {
    model.page: model for model in (Article, Event, Speaker, Organization, Source, Topic, MediaKit)
}
"""The models that have entries, by the name of their page."""
KIND_OF: dict[type[Record], str] = {model: kind for kind, model in INDEXED_MODELS.items()} | {
    Place: "place"
}
Tags = dict[int, list[str]]
NAMES = ("name", "acronym", "aliases")
TEXTS = ("label", "visible_from", "title", "lead", "body", "stems", "tags")
"""The columns of an entry that say what is found."""


def tag(kind: str, record_id: int | str) -> str:
    """A record as a word that nobody types."""
    return f"x{kind}{record_id}x"


def time_tags(moment: datetime | None) -> list[str]:
    """The year, month and day of a moment, so that an index can be asked for the newest first."""
    if moment is None:
        return []
    day = timezone.localtime(moment)
    return [tag("year", day.year), tag("month", f"{day:%Y%m}"), tag("day", f"{day:%Y%m%d}")]


def time_tags_between(first: date, last: date) -> list[str]:
    """The time tags that the entries of some days have: one of them each."""
    if (first.year, first.month) == (last.year, last.month):
        return [tag("month", f"{first:%Y%m}")]
    return [tag("year", year) for year in range(first.year, last.year + 1)]


def tags_from(found: Tags, rows: Any, kind: str) -> None:
    """Add what a query of (record, about whom) says."""
    for record_id, about in rows:
        if about is not None:
            found[record_id].append(tag(kind, about))


TIES: dict[type[PageRecord], list[tuple[type[models.Model], str, str, str]]] = {
    Article: [
        (Quote, "article", "speaker", "speaker"),
        (TopicOfArticle, "content_object", "tag", "topic"),
    ],
    Event: [
        (Appearance, "event", "speaker", "speaker"),
        (Participation, "event", "organization", "organization"),
    ],
    Speaker: [(Affiliation, "speaker", "organization", "organization")],
}
"""What says of a record what it is about: a table, its column of the record, that of the other, and
what this is. An article's mentions, which name two, are not among them."""


def tags_of(model: type[PageRecord], pks: Sequence[int]) -> Tags:
    """What each record is about, in a fixed number of queries."""
    found: Tags = defaultdict(list)
    if model is Article:
        mentions = named_with([*pks], table=Mention, columns=("article", "speaker", "organization"))
        tags_from(found, ((one, speaker) for one, speaker, _body in mentions), "speaker")
        tags_from(found, ((one, body) for one, _speaker, body in mentions), "organization")
    for table, column, about, kind in TIES.get(model, ()):
        tags_from(found, named_with([*pks], table=table, columns=(column, about)), kind)
    return found


@cached
def named_with(
    records: list[int], *, table: type[models.Model], columns: tuple[str, ...]
) -> QuerySet[Any, Any]:
    """Of the rows of a table that hang on some records: which record, and what each is about."""
    rows = table._default_manager.order_by().filter(**{f"{columns[0]}__in": records})
    return rows.values_list(*columns)


@cached
def records_of(pks: list[int], *, model: type[Record]) -> QuerySet[Any]:
    records: QuerySet[Any] = model._default_manager.order_by().filter(pk__in=pks)
    return records.defer("source_text") if model is Article else records


def own_tags(record: PageRecord) -> Iterator[str]:
    """What a record's own columns say it is about."""
    if isinstance(record, Article):
        yield tag("kind", record.kind)
    for kind, column in (("event", "event_id"), ("source", "source_id"), ("place", "dateline_id"),
                         ("place", "place_id")):  # fmt: skip
        about = getattr(record, column, None)
        if about is not None:
            yield tag(kind, about)


def names_of_record(record: Record, language: Language) -> str:
    """What a record is called in a language, one name per line."""
    return "\n".join(
        record.said(name, language)
        for name in NAMES
        if hasattr(record, language.field(name)) and record.said(name, language)
    )


def texts_of(record: PageRecord, language: Language) -> tuple[str, str, str]:
    """Title, lead and body of a record in a language."""
    if isinstance(record, Article):
        title, lead, body = (
            join_texts(record, ARTICLE.in_part("search", part), language) for part in Part
        )
        return title, lead, "\n".join([plain_text(body), *told_beside(record, language)])
    about = "biography" if isinstance(record, Speaker) else "description"
    body = record.said(about, language) if hasattr(record, language.field(about)) else ""
    lead = record.said("venue", language) if isinstance(record, Event) else ""
    return names_of_record(record, language), lead, body


def told_beside(article: Article, language: Language) -> Iterator[str]:
    """What is reported of somebody in other words than those of the body; its documents' titles."""
    for quote in getattr(article, "reported", ()):
        if not quote.stands_in_body(language):
            yield quote.said("text", language)
    for one in getattr(article, "documents_below", ()):
        yield one.document.said("title", language)


def visible_from(record: PageRecord, language: Language) -> datetime | None:
    """Since when readers of a language may see it; the gate still has the last word.

    Whether they know of a person or an event is for each moment to say.
    """
    if not isinstance(record, Article):
        return record.created_at if record.has_address_in(language) else None
    published_at = record.published_at_in(language)
    if record.status_in(language) != Status.PUBLISHED or published_at is None:
        return None
    return max(published_at, record.embargoed_until or published_at)


def entry(
    record: PageRecord,
    language: Language,
    tags: Sequence[str],
    seen: dict[str, str],
    followed: Sequence[AnalysedEntry] = (),
) -> SearchEntry:
    """One record in one language, analysed; its words are added to ``seen``.

    Args:
        record: the record.
        language: the language.
        tags: what it is about.
        seen: takes its words.
        followed: the entries of a coverage that its readers have.
    """
    seen_from = visible_from(record, language)
    written = timezone.localdate(seen_from or record.created_at)
    analyses = [analyse(text, written) for text in texts_of(record, language)]
    stems: dict[str, None] = {}
    for analysis in analyses:
        stems.update(dict.fromkeys(analysis.stems))
        seen.update(analysis.written)
    title, lead, body = (" ".join(analysis.words) for analysis in analyses)
    for one in followed:
        body += f" {one.words}"
        stems.update(dict.fromkeys(one.stems.split()))
        seen.update(one.written())
    made = SearchEntry(
        kind=record.page,
        record_id=record.pk,
        language=language.code,
        label=record.said(record.title_field, language),
        visible_from=seen_from,
        title=title,
        lead=lead,
        body=body,
        stems=" ".join(stems),
        tags=" ".join(sorted({*tags, *own_tags(record), *time_tags(seen_from)})),
    )
    made.digest = digest(made)
    return made


def digest(entry: SearchEntry) -> str:
    """What tells whether two entries say the same, by what they say themselves."""
    values = tuple(getattr(entry, name) for name in TEXTS)
    return hashlib.md5(repr(values).encode(), usedforsecurity=False).hexdigest()


def entries(
    model: type[PageRecord], pks: Sequence[int], seen: dict[str, str], *, are_new: bool = False
) -> list[SearchEntry]:
    """The entries of some records: one for each language they are written in.

    Args:
        model: their model.
        pks: their keys.
        seen: takes the words that they have, by what these are folded to.
        are_new: whether they have just been made, and no row hangs on one yet.
    """
    tags = {} if are_new else tags_of(model, pks)
    records: list[Any] = records_of([*pks], model=model)
    if model is Article and not are_new:
        reported = Quote.objects.attributed().filter(kind=Quote.Kind.REPORTED)
        below = Attachment.objects.filter(document__is_withdrawn=False).select_related("document")
        prefetch_related_objects(
            records,
            Prefetch("quotes", reported, to_attr="reported"),
            Prefetch("attachments", below, to_attr="documents_below"),
        )
    followed = entries_followed(pks) if model is Article and not are_new else {}
    return [
        entry(
            record,
            language,
            tags.get(record.pk, []),
            seen,
            followed.get((record.pk, language.code), ()),
        )
        for record in records
        for language in Language.all()
        if record.said(record.title_field, language)
    ]
