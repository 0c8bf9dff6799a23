"""Writing the index: the entries, names and words of records, in the caller's transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from django.db import transaction

from articles.models import Paged, Place, Record, SearchEntry, SearchName, SearchWord, Speaker
from articles.text.analysis import analyse, is_stop_word, words
from articles.text.transliteration import name_key, word_key

from .engines import engine
from .entries import KIND_OF, NAMES, READ, entries, said_in_all

BATCH = 500
TEXTS = ["label", "visible_from", "title", "lead", "body", "stems", "tags", "digest"]


def write(model: type[Record], pks: Sequence[int]) -> None:
    """Have the index say of these records what they say now; of those that are gone, nothing."""
    with transaction.atomic():
        if issubclass(model, Paged):
            write_entries(model, pks)
        if model.title_field == "name":
            write_names(model, pks)


def write_entries(model: type[Paged], pks: Sequence[int]) -> None:
    kind, seen = KIND_OF[model], dict[str, str]()
    stored = {
        (record_id, language): (pk, digest)
        for pk, record_id, language, digest in SearchEntry.objects.filter(
            kind=kind, record_id__in=pks
        ).values_list("pk", "record_id", "language", "digest")
    }
    changed = []
    for made in entries(model, pks, seen):
        __, digest = stored.pop((made.record_id, made.language), (None, ""))
        if digest != made.digest:
            changed.append(made)
    if stored:
        gone = [pk for pk, __ in stored.values()]
        SearchEntry.objects.filter(pk__in=gone).delete()
        transaction.on_commit(partial(engine().remove, gone), robust=True)
    if changed:
        SearchEntry.objects.bulk_create(
            changed,
            update_conflicts=True,
            unique_fields=["kind", "record_id", "language"],
            update_fields=TEXTS,
            batch_size=BATCH,
        )
        # A search server that is away must not keep anybody from writing.
        transaction.on_commit(partial(engine().write, changed), robust=True)
        write_words(seen)


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
        known.update(SearchWord.objects.filter(word__in=some).values_list("word", flat=True))
    SearchWord.objects.bulk_create(
        [SearchWord(word=word, written=plain[word][:64]) for word in wanted if word not in known],
        ignore_conflicts=True,
        batch_size=BATCH,
    )


def plain_key(name: str) -> str:
    """The key of what is no person: its words without endings and articles, run together."""
    keys = [(word.stems or (word.text,))[0] for word in words(name) if not is_stop_word(word.text)]
    return "n:" + "".join(keys)[:290]


def person_key(name: str) -> str:
    return "p:" + name_key(name)[:290]


def names_of(record: Record) -> Iterator[SearchName]:
    """Every name of a record, in every language; of people, each part as well."""
    kind, is_person = KIND_OF[type(record)], isinstance(record, Speaker)
    made: set[tuple[str, str]] = set()
    for name in said_in_all(record, NAMES).splitlines():
        folded = analyse(name).words
        wholes = [(person_key(name) if is_person else plain_key(name), " ".join(folded), True)]
        parts = [(f"p:{word_key(part)}", part, False) for part in folded if len(part) > 2]
        for key, said, is_whole in [*wholes, *(parts if is_person and len(folded) > 1 else [])]:
            if len(key) > 3 and (key, said) not in made:
                made.add((key, said))
                yield SearchName(
                    kind=kind, record_id=record.pk, key=key, words=said[:600], is_whole=is_whole
                )


def write_names(model: type[Record], pks: Sequence[int]) -> None:
    """Write the names that are new and drop those that are none any more."""
    stored = {
        (row.record_id, row.key, row.words, row.is_whole): row.pk
        for row in SearchName.objects.filter(kind=KIND_OF[model], record_id__in=pks)
    }
    new = [
        row
        for record in model._default_manager.filter(pk__in=pks)
        for row in names_of(record)
        if stored.pop((row.record_id, row.key, row.words, row.is_whole), None) is None
    ]
    if stored:
        SearchName.objects.filter(pk__in=stored.values()).delete()
    SearchName.objects.bulk_create(new, batch_size=BATCH)


def all_models() -> list[type[Record]]:
    return [Place, *reversed(READ.values())]


def rebuild(progress: Callable[[str, int, int], None], after: dict[str, int]) -> None:
    """Write everything anew, batch by batch, while readers search in what is there.

    Args:
        progress: called after each batch with the kind, the last key done, and how many.
        after: for each kind, the key up to which it is done already.
    """
    for model in all_models():
        kind, last, done = KIND_OF[model], after.get(KIND_OF[model], 0), 0
        while pks := list(
            model._default_manager.filter(pk__gt=last)
            .order_by("pk")
            .values_list("pk", flat=True)[:BATCH]
        ):
            write(model, pks)
            engine().write(behind(kind, pks))
            last, done = pks[-1], done + len(pks)
            progress(kind, last, done)
        forget_missing(model)
    engine().forget_missing()


def behind(kind: str, record_ids: Sequence[int]) -> list[SearchEntry]:
    """The entries of some records that the engine has not, or has as they were before."""
    entries = list(SearchEntry.objects.filter(kind=kind, record_id__in=record_ids))
    digests = engine().digests([one.pk for one in entries])
    return [one for one in entries if digests.get(one.pk) != one.digest]


def forget_missing(model: type[Record]) -> None:
    """Take out the entries and names of records that are not there any more."""
    kind, there = KIND_OF[model], model._default_manager.order_by().values("pk")
    for table in (SearchEntry, SearchName):
        table.objects.filter(kind=kind).exclude(record_id__in=there).delete()


def drift() -> Iterator[str]:
    """A line for each entry that is missing, outdated, or of something that is gone."""
    for kind, model in READ.items():
        last = 0
        while pks := list(
            model._default_manager.filter(pk__gt=last)
            .order_by("pk")
            .values_list("pk", flat=True)[:BATCH]
        ):
            stored = {
                (record_id, language): digest
                for record_id, language, digest in SearchEntry.objects.filter(
                    kind=kind, record_id__in=pks
                ).values_list("record_id", "language", "digest")
            }
            for made in entries(model, pks, {}):
                digest = stored.pop((made.record_id, made.language), None)
                if digest != made.digest:
                    yield f"{'missing' if digest is None else 'outdated'}: {made}"
            yield from (f"no such text: {kind} {pk} {language}" for pk, language in stored)
            yield from (f"not in the engine: {one}" for one in behind(kind, pks))
            last = pks[-1]
        there = model._default_manager.order_by().values("pk")
        gone = SearchEntry.objects.filter(kind=kind).exclude(record_id__in=there)
        yield from (f"gone: {one}" for one in gone.iterator())
