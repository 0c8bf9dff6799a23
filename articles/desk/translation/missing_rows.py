"""Rows of translations for articles that have none: written in bulk, or older than a language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import BooleanField, Case, Q, QuerySet, When
from django.db.models.signals import post_migrate

from articles.languages import Language
from articles.models import Article, Translation
from articles.models.translations import TRANSLATED

BATCH = 2000


def connect() -> None:
    """Have a language that has just come to the newsroom stand on the board."""
    post_migrate.connect(after_migration, dispatch_uid="translation_rows")


def after_migration(sender: Any, **kwargs: Any) -> None:
    if sender.name != "articles" or not is_whole(kwargs.get("apps")):
        return
    there = set(Translation.objects.order_by().values_list("language", flat=True).distinct())
    if new := [one for one in Language.all() if one.code not in there]:
        add_rows(Article.with_copies.all(), new)


def is_whole(migrated: Any) -> bool:
    """Whether the tables are those that the models know: not so half way through migrations."""
    try:
        tables = [
            (model, migrated.get_model(model._meta.label)) for model in (Article, Translation)
        ]
    except (AttributeError, LookupError):
        return False
    return all(
        {one.column for one in model._meta.local_fields}
        == {one.column for one in table._meta.local_fields}
        for model, table in tables
    )


def add_rows(articles: QuerySet[Any], languages: Sequence[Language] | None = None) -> None:
    """Give each article that lacks one a row for each language it may be translated into.

    What nobody has confirmed is to be reviewed; no text is read but whether there is one.
    """
    batch: list[Translation] = []
    for row in missing_rows(articles, languages or Language.all()):
        batch.append(row)
        if len(batch) == BATCH:
            Translation.objects.bulk_create(batch, ignore_conflicts=True)
            batch = []
    Translation.objects.bulk_create(batch, ignore_conflicts=True)


def missing_rows(articles: QuerySet[Any], languages: Sequence[Language]) -> Iterator[Translation]:
    """A row, not saved yet, for each language that an article is to be translated into."""
    everything = Language.all()
    has_text = {
        one.field("has"): Case(
            When(is_written(one), then=True), default=False, output_field=BooleanField()
        )
        for one in everything
    }
    rows = (
        articles.order_by("pk")
        .annotate(**has_text)
        .values_list("pk", "original_language", "updated_at", *has_text)
    )
    State = Translation.State  # noqa: N806
    for pk, original, updated_at, *written in rows.iterator(chunk_size=BATCH):
        there = [one for one, has in zip(everything, written, strict=True) if has]
        source = next((one for one in there if one.code == original), there[0] if there else None)
        for language in languages:
            if source and language != source:
                yield Translation(
                    article_id=pk,
                    language=language.code,
                    source_language=source.code,
                    state=State.TO_REVIEW if language in there else State.MISSING,
                    updated_at=updated_at,
                )


def is_written(language: Language) -> Q:
    """The rule of ``models.translations.is_written``, for a queryset."""
    found = Q()
    for name in TRANSLATED:
        found |= Q(**{f"{language.field(name)}__gt": ""})
    return found
