"""Writing the index: the entries, names and words of records, in the caller's transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from articles.languages import Language
from articles.models import PageRecord, Place, Record, SearchEntry, SearchName, SearchWord, Speaker
from articles.models.cached_queries import cached
from articles.text.analysis.analyzer import analyse
from articles.text.analysis.names import plain_key
from articles.text.analysis.transliteration import name_key, word_key

from .deliveries import tell_later
from .engines import engine
from .entries import (
    INDEXED_MODELS,
    KIND_OF,
    TEXTS,
    digest,
    entries,
    names_of_record,
    records_of,
)

BATCH = 500
TABLES: tuple[type[SearchEntry], type[SearchName]] = (SearchEntry, SearchName)


def update_index(
    model: type[Record], pks: Sequence[int], *, are_new: bool = False
) -> list[SearchEntry]:
    """Have the index say of these records what they say now; of those that are gone, nothing.

    Args:
        model: their model.
        pks: their keys.
        are_new: whether they have just been made, and no row hangs on one yet.

    Returns:
        The entries that had to be written.
    """
    changed: list[SearchEntry] = []
    with transaction.atomic():
        if issubclass(model, PageRecord):
            changed = write_entries(model, pks, are_new=are_new)
        if model.title_field == "name":
            write_names(model, pks)
    return changed


def write_entries(
    model: type[PageRecord], pks: Sequence[int], *, are_new: bool
) -> list[SearchEntry]:
    """Write the entries of some records that differ from what is stored; delete those of no text.

    Args:
        model: of the records.
        pks: their keys.
        are_new: whether they have just been made, and no row hangs on one yet.

    Returns:
        The entries that were written.
    """
    kind, seen = KIND_OF[model], dict[str, str]()
    stored, changed = stored_entries(kind, pks), []
    for made in entries(model, pks, seen, are_new=are_new):
        before = stored.pop((made.record_id, made.language), None)
        if not before or digest(before) != made.digest:
            changed.append(made)
    if stored:
        gone = [one.pk for one in stored.values()]
        SearchEntry.objects.filter(pk__in=gone).delete()
        tell_later(gone)
    if changed:
        SearchEntry.objects.bulk_create(
            changed,
            update_conflicts=True,
            unique_fields=["kind", "record_id", "language"],
            update_fields=[*TEXTS, "digest"],
            batch_size=BATCH,
        )
        tell_later([one.pk for one in changed])
        write_words(seen)
    return changed


def stored_entries(kind: str, record_ids: Sequence[int]) -> dict[tuple[int, str], SearchEntry]:
    """What is stored of some records, by record and language."""
    found = entries_of(kind, [*record_ids])
    return {(one.record_id, one.language): one for one in found}


@cached
def entries_of(kind: str, record_ids: list[int]) -> QuerySet[SearchEntry]:
    return SearchEntry.objects.filter(kind=kind, record_id__in=record_ids)


@cached
def known_words(words: list[str]) -> QuerySet[SearchWord, str]:
    return SearchWord.objects.filter(word__in=words).values_list("word", flat=True)


@cached
def names_in(kind: str, record_ids: list[int]) -> QuerySet[SearchName]:
    return SearchName.objects.filter(kind=kind, record_id__in=record_ids)


def write_words(seen: dict[str, str]) -> None:
    """Add the words that the newsroom has not written before."""
    plain = {
        word: written.casefold().replace("’", "'").rsplit("'", 1)[-1]
        for word, written in seen.items()
        if 2 < len(word) <= 30 and word.isalpha()
    }
    wanted = list(plain)
    known: set[str] = set()
    for start in range(0, len(wanted), BATCH):
        some = wanted[start : start + BATCH]
        known.update(known_words(some))
    SearchWord.objects.bulk_create(
        [
            SearchWord(word=word, written=plain[word][:64], sound=word_key(word))
            for word in wanted
            if word not in known
        ],
        ignore_conflicts=True,
        batch_size=BATCH,
    )


def person_key(name: str) -> str:
    return "p:" + name_key(name)[:290]


def names_of(record: Record) -> Iterator[SearchName]:
    """Every name of a record, by language; of people, each part as well."""
    kind, is_person = KIND_OF[type(record)], isinstance(record, Speaker)
    made: set[tuple[str, str, str]] = set()
    for language, name in names_by_language(record):
        folded = analyse(name).words
        wholes = [(person_key(name) if is_person else plain_key(name), " ".join(folded), True)]
        parts = [(f"p:{word_key(part)}", part, False) for part in folded if len(part) > 2]
        for key, said, is_whole in [*wholes, *(parts if is_person and len(folded) > 1 else [])]:
            if len(key) > 3 and (key, said, language.code) not in made:
                made.add((key, said, language.code))
                yield SearchName(
                    kind=kind,
                    record_id=record.pk,
                    language=language.code,
                    key=key,
                    words=said[:600],
                    is_whole=is_whole,
                )


def names_by_language(record: Record) -> Iterator[tuple[Language, str]]:
    for language in Language.all():
        yield from ((language, name) for name in names_of_record(record, language).splitlines())


def said_by(row: SearchName) -> tuple[int, str, str, str, bool]:
    """What a name says: two that say the same are one."""
    return (row.record_id, row.language, row.key, row.words, row.is_whole)


def names_behind(
    model: type[Record], pks: Sequence[int]
) -> tuple[list[SearchName], list[SearchName]]:
    """The names of some records that are not in the index, and those there that are none."""
    stored = {said_by(row): row for row in names_in(KIND_OF[model], [*pks])}
    new = [
        row
        for record in records_of([*pks], model=model)
        for row in names_of(record)
        if stored.pop(said_by(row), None) is None
    ]
    return new, list(stored.values())


def write_names(model: type[Record], pks: Sequence[int]) -> None:
    """Write the names that are new and drop those that are none any more."""
    new, gone = names_behind(model, pks)
    if gone:
        SearchName.objects.filter(pk__in=[row.pk for row in gone]).delete()
    if new:
        SearchName.objects.bulk_create(new, batch_size=BATCH)


def all_models() -> list[type[Record]]:
    return [Place, *reversed(INDEXED_MODELS.values())]


def in_batches(model: type[Record], after: int = 0) -> Iterator[list[int]]:
    """The keys of the records there are, in order, above one of them."""
    records = model._default_manager.order_by("pk").values_list("pk", flat=True)
    while pks := list(records.filter(pk__gt=after)[:BATCH]):
        yield pks
        after = pks[-1]


def rebuild(progress: Callable[[str, int, int], None], after: dict[str, int]) -> None:
    """Write everything anew, batch by batch, while readers search in what is there.

    Args:
        progress: called after each batch with the kind, the last key done, and how many.
        after: for each kind, the key up to which it is done already.
    """
    for model in all_models():
        kind, done = KIND_OF[model], 0
        for pks in in_batches(model, after.get(kind, 0)):
            written = update_index(model, pks)
            engine().write(outdated_entries(kind, pks, written if engine().keeps_itself else []))
            done += len(pks)
            progress(kind, pks[-1], done)
        for table in TABLES:
            left_over(table, model).delete()
    engine().mend()


def outdated_entries(
    kind: str, record_ids: Sequence[int], up_to_date: Sequence[SearchEntry] = ()
) -> list[SearchEntry]:
    """The entries of some records that the engine has not, or has as they were before."""
    others = SearchEntry.objects.exclude(pk__in=[one.pk for one in up_to_date])
    entries = list(others.filter(kind=kind, record_id__in=record_ids))
    digests = engine().digests([one.pk for one in entries])
    return [one for one in entries if digests.get(one.pk) != one.digest]


def left_over(
    table: type[SearchEntry] | type[SearchName], model: type[Record]
) -> QuerySet[Any, Any]:
    """The entries or names of records that are not there any more."""
    there = model._default_manager.order_by().values("pk")
    return table._default_manager.filter(kind=KIND_OF[model]).exclude(record_id__in=there)


def drift() -> Iterator[str]:
    """A line for each entry or name that is missing, outdated, or of something that is gone."""
    for model in all_models():
        kind = KIND_OF[model]
        for pks in in_batches(model):
            if issubclass(model, PageRecord):
                yield from entries_behind(model, pks)
                yield from (f"not in the engine: {one}" for one in outdated_entries(kind, pks))
            if model.title_field == "name":
                new, gone = names_behind(model, pks)
                yield from (f"missing name: {kind} {row.record_id} {row.words}" for row in new)
                yield from (f"no such name: {kind} {row.record_id} {row.words}" for row in gone)
        yield from (f"gone: {one}" for table in TABLES for one in left_over(table, model))
    yield from (f"wrong in the index: {one}" for one in engine().faults())


def entries_behind(model: type[PageRecord], pks: Sequence[int]) -> Iterator[str]:
    """A line for each entry of some records that does not say what they say."""
    stored = stored_entries(KIND_OF[model], pks)
    for made in entries(model, pks, {}):
        before = stored.pop((made.record_id, made.language), None)
        if not before or digest(before) != made.digest:
            yield f"{'outdated' if before else 'missing'}: {made}"
    yield from (f"no such text: {one}" for one in stored.values())
