"""An article and what hangs on it as plain values, and back into rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from modeltranslation.translator import translator

from articles.desk.deleted_meanwhile import still_there
from articles.models import Article, Merge
from articles.models.cached_queries import cached
from articles.models.declarations import SET_BY_MOVES
from articles.models.record import COPIED, Record, new_key

type Content = dict[str, Any]

# What belongs to an article's text and is changed, published and restored with it.
CHILDREN = ("quotes", "mentions", "tagged", "attachments", "corrections")

NOT_CONTENT = {"id", "key", "created_at", "updated_at", "version", "working_copy_of"}
NOT_CONTENT |= {"preview_series", "created_by"}
STATES = tuple(f"{name}_" for name in ("status", *SET_BY_MOVES))
"""What moves alone change."""
# What a row of an article is about.
NAMING_COLUMNS = {"speaker", "organization", "tag", "document"}
# Known of a text as it came in; only one row may have the digest.
ONCE = {"source_digest"}


@dataclass
class LostReferences:
    """What could not be put back, because it is no longer there."""

    names: list[str] = field(default_factory=list)


def translated(model: type[models.Model]) -> set[str]:
    return set(translator.get_options_for_model(model).get_field_names())


def has_translations(model: type[models.Model]) -> bool:
    return model in translator.get_registered_models(abstract=False)


def is_translated(column: models.Field) -> bool:
    return has_translations(column.model) and column.name in translated(column.model)


def content_fields(model: type[models.Model], parent: str = "") -> Iterator[models.Field]:
    """The columns that hold a text and its facts; of a translated field, each language's."""
    plain = translated(model) if has_translations(model) else set()
    for column in model._meta.concrete_fields:
        if column.name not in NOT_CONTENT | plain | {parent}:
            yield column


def relation(kind: str) -> Any:
    """The way from an article to its rows of one kind."""
    return Article._meta.get_field(kind)


def child_model(kind: str) -> type[Record]:
    return relation(kind).related_model


def child_parent(kind: str) -> str:
    """The name of the column by which a child knows its article."""
    return relation(kind).field.name


def child_fields(kind: str) -> list[models.Field]:
    return list(content_fields(child_model(kind), child_parent(kind)))


def is_state(column: models.Field) -> bool:
    return column.name.startswith(STATES)


def value_of(row: models.Model, column: models.Field) -> Any:
    """One value, as JSON can hold it; another record by its key, with its name to read."""
    if isinstance(column, models.ForeignKey):
        other = getattr(row, column.name)
        return {"key": other.key, "name": str(other)} if other else None
    value = getattr(row, column.attname)
    if value is None or isinstance(value, str | int | bool):
        return value
    return column.value_to_string(row)


def snapshot(article: Article) -> Content:
    """Everything of an article that a save may change, as its rows have it."""
    stored = still_there(article_as_stored(article.pk))
    return content_of(stored, {kind: rows_as_stored(stored.pk, kind=kind) for kind in CHILDREN})


@cached
def article_as_stored(pk: int) -> models.QuerySet[Any]:
    return stored_rows(Article, list(content_fields(Article))).filter(pk=pk)


@cached
def rows_as_stored(article: int, *, kind: str) -> models.QuerySet[Any]:
    return rows_of_kind(kind, [article])


def snapshots(articles: Iterable[Article], kinds: Iterable[str]) -> list[Content]:
    """``snapshot`` of several articles, with their rows of some kinds, in a question a kind."""
    keys = [one.pk for one in articles]
    stored = stored_rows(Article, list(content_fields(Article))).in_bulk(keys)
    rows: dict[int, dict[str, list[Any]]] = {key: {kind: [] for kind in kinds} for key in keys}
    for kind in kinds:
        for row in rows_of_kind(kind, keys).annotate(of=models.F(child_parent(kind))):
            rows[row.of][kind].append(row)
    return [content_of(stored[key], rows[key]) for key in keys if key in stored]


def rows_of_kind(kind: str, articles: list[Any]) -> models.QuerySet[Any]:
    rows = stored_rows(child_model(kind), child_fields(kind))
    return rows.filter(**{f"{child_parent(kind)}__in": articles}).order_by(*row_order(kind))


def rows_to_read() -> list[Any]:
    """The rows of an article with the records they name: what ``content_of`` reads."""
    found = []
    for kind in CHILDREN:
        rows, named = child_model(kind)._default_manager, related_names(child_fields(kind))
        found.append(models.Prefetch(kind, rows.select_related(*named) if named else rows.all()))
    return found


def rows_of(article: Article, kind: str, *named: str) -> Any:
    """The rows of a kind with whom they name: as they were read with the article, or from it."""
    rows = getattr(article, kind)
    is_read = kind in vars(article).get("_prefetched_objects_cache", {})
    return rows.all() if is_read else rows.select_related(*named)


def content_of(article: Article, rows: Mapping[str, Iterable[Any]] | None = None) -> Content:
    """An article as it was read, as plain values; its rows too, where no others are given."""
    if rows is None:
        rows = {kind: getattr(article, kind).all() for kind in CHILDREN}
    content: Content = {
        "fields": {one.name: value_of(article, one) for one in content_fields(Article)}
    }
    for kind in rows:
        columns = child_fields(kind)
        content[kind] = [
            {"key": original_key(row.key), "pk": row.pk}
            | {one.name: value_of(row, one) for one in columns}
            for row in rows[kind]
        ]
    return content


def stored_rows(model: type[models.Model], columns: list[models.Field]) -> models.QuerySet[Any]:
    """The rows of a table with these columns; of the records that they name, what they are called.

    Each save asks for them several times, so it asks for no more than it reads, and past the
    managers, which rewrite every query for the active language.
    """
    rows: models.QuerySet[Any] = models.QuerySet(model)
    if not (ways := related_names(columns)):
        return rows
    read = {one.name for one in columns} | {"key"}
    for way in ways:
        other: Any = model._meta.get_field(way).related_model
        read |= {f"{way}__{name}" for name in naming_columns(other)}
    return rows.select_related(*ways).only(*read)


def naming_columns(model: type[Record]) -> Iterator[str]:
    """The columns that tell which record it is, and what it is called in any language."""
    named_by = {"key", *(model.named_by or (model.title_field,))}
    for column in model._meta.concrete_fields:
        original = getattr(column, "translated_field", column)
        if original.name in named_by and (column is not original or not is_translated(column)):
            yield column.name


def related_names(columns: list[models.Field]) -> list[str]:
    return [one.name for one in columns if isinstance(one, models.ForeignKey)]


def row_order(kind: str) -> list[Any]:
    return list(child_model(kind)._meta.ordering or ())


def comparable(value: Any) -> Any:
    """A value without what is only there to be read, or differs between a row and its copy."""
    if isinstance(value, dict):
        kept = value.items()
        if "name" in value and "key" in value and len(value) == 2:
            return value["key"]
        said = ((name, comparable(one)) for name, one in kept if name not in {"pk", *ONCE})
        # A column that is younger than what was kept says nothing there, as an empty one does.
        return {name: one for name, one in said if one is not None}
    if isinstance(value, list):
        return [comparable(one) for one in value]
    return value or None


def same(one: Content, other: Content) -> bool:
    return comparable(one) == comparable(other)


def original_key(key: str) -> str:
    return key.removeprefix(COPIED)


def key_in(article: Article, key: str) -> str:
    """The key a row has in this article: its own, or that of a copy."""
    return f"{COPIED}{key}"[:100] if article.working_copy_of_id else key


def put_fields(article: Article, fields: dict[str, Any], lost: LostReferences) -> None:
    """Set the columns of an article from plain values; states are never set so."""
    for column in content_fields(Article):
        if column.name in fields and not is_state(column):
            set_value(article, column, fields[column.name], lost)


def set_value(row: models.Model, column: models.Field, value: Any, lost: LostReferences) -> bool:
    """Set one column; say so where the record it names is gone."""
    if isinstance(column, models.ForeignKey):
        found = record_by_key(column.related_model, value["key"]) if value else None
        if value and found is None:
            lost.names.append(value["name"])
            if not column.null:
                return False
        setattr(row, column.name, found)
        return not value or found is not None
    setattr(row, column.attname, column.to_python(value))
    return True


def record_by_key(model: type[Any], key: str) -> Any:
    """The record of a key, or the one that it was merged into."""
    found = model._base_manager.filter(key=key).first()
    if found is not None:
        return found
    merges = Merge.objects.filter(kind=model._meta.model_name, undone_at=None)
    seen = {key}
    while (kept := merges.filter(gone_key=key).first()) and kept.record_key not in seen:
        key = kept.record_key
        seen.add(key)
    return model._base_manager.filter(key=key).first() if len(seen) > 1 else None


def put_children(
    article: Article, kind: str, rows: list[dict[str, Any]], lost: LostReferences
) -> None:
    """Let an article have exactly these rows, each kept where it was already there."""
    model, parent = child_model(kind), child_parent(kind)
    here = {original_key(row.key): row for row in model._base_manager.filter(**{parent: article})}
    wanted = {values["key"] for values in rows}
    for key, row in here.items():
        if key not in wanted:
            row.delete()
    for values in rows:
        row = here.get(values["key"]) or model(
            key=free_key(model, key_in(article, values["key"])), **{parent: article}
        )
        gone = {
            one.name
            for one in child_fields(kind)
            if one.name in values and not set_value(row, one, values[one.name], lost)
        }
        # A quotation, a mention, a topic of nobody is nothing; it is named among the lost.
        if not gone & NAMING_COLUMNS:
            row.save()
        elif row.pk:
            row.delete()


def free_key(model: type[Record], key: str) -> str:
    return new_key() if model._base_manager.filter(key=key).exists() else key
