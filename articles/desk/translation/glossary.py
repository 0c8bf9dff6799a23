"""What the newsroom's records are called in each language, found in the texts it translates.

The glossary is made of the records themselves (people and their positions, organizations, events,
places, sources, topics) and of the terms that are nothing else. It is kept in the process, and
made anew when a record has changed since.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from threading import Lock
from typing import NamedTuple

from django.db import connection, models

from articles.languages import Language
from articles.models import (
    Affiliation,
    Event,
    Organization,
    Place,
    Record,
    Source,
    Speaker,
    Term,
    Topic,
)
from articles.models.glossary import split_lines
from articles.text.analysis.terms import Lexicon

# Whose names are known; where two are called the same, the first here is offered first.
GLOSSARY_MODELS: tuple[type[Record], ...] = (
    Term, Speaker, Organization, Place, Event, Source, Topic, Affiliation,
)  # fmt: skip
INFLECTED = (Term, Topic, Affiliation)
"""Those that are common nouns: any form of the words is the term."""
FIELDS = ("name", "position", "acronym", "aliases", "forbidden")


@dataclass
class GlossaryEntry:
    """One record, as it is called in each language."""

    model: type[Record]
    pk: int
    name: dict[str, str] = field(default_factory=dict)
    acronym: dict[str, str] = field(default_factory=dict)
    aliases: dict[str, list[str]] = field(default_factory=dict)
    forbidden: dict[str, list[str]] = field(default_factory=dict)
    note: str = ""

    def forms(self, language: Language) -> list[str]:
        """Every good form in a language, the one to prefer first."""
        code = language.code
        first = [self.name.get(code, ""), self.acronym.get(code, "")]
        return [form for form in (*first, *self.aliases.get(code, ())) if form]


class EntryForm(NamedTuple):
    """A form of an entry, and which one."""

    number: int
    is_acronym: bool = False


@dataclass(frozen=True)
class KnownTerm:
    """A known term where it stands in a text, and how it is said in the other language."""

    start: int
    end: int
    text: str
    forms: tuple[str, ...]
    """In the other language, the one to prefer first."""
    model: type[Record]
    pk: int
    note: str = ""
    instead: str = ""
    """The forbidden form that a translation has in its place."""

    @property
    def said(self) -> str:
        return self.forms[0]

    @property
    def kind(self) -> str:
        """What it is: « organisation », « terme »."""
        return str(self.model._meta.verbose_name)


class Glossary:
    """Every entry, and for each language the tree in which its forms are found."""

    def __init__(self, entries: list[GlossaryEntry]) -> None:
        self.entries = entries
        self.good: dict[str, Lexicon[EntryForm]] = defaultdict(Lexicon)
        self.bad: dict[str, Lexicon[EntryForm]] = defaultdict(Lexicon)
        for number, entry in enumerate(entries):
            for language in Language.all():
                self.add(number, entry, language.code)

    def add(self, number: int, entry: GlossaryEntry, code: str) -> None:
        inflected = entry.model in INFLECTED
        whole = [entry.name.get(code, ""), *entry.aliases.get(code, ())]
        for form in filter(None, whole):
            self.good[code].add(form, EntryForm(number), inflected=inflected)
        if acronym := entry.acronym.get(code):
            self.good[code].add(acronym, EntryForm(number, is_acronym=True), inflected=False)
        for form in entry.forbidden.get(code, ()):
            self.bad[code].add(form, EntryForm(number), inflected=inflected)

    def in_other(self, said: EntryForm, target: Language) -> list[str]:
        """How to say it: an acronym by an acronym where there is one, a name by the name."""
        entry = self.entries[said.number]
        forms = entry.forms(target)
        acronym = entry.acronym.get(target.code)
        if said.is_acronym and acronym:
            forms = [acronym, *(form for form in forms if form != acronym)]
        return forms

    def known(
        self, text: str, start: int, end: int, owners: tuple[EntryForm, ...], target: Language
    ) -> KnownTerm | None:
        """What stands here, of the first entry that the other language has a form of."""
        ranked = sorted(
            owners, key=lambda one: GLOSSARY_MODELS.index(self.entries[one.number].model)
        )
        forms = dict.fromkeys(form for one in ranked for form in self.in_other(one, target))
        if not forms:
            return None
        first = next(one for one in ranked if self.in_other(one, target))
        entry = self.entries[first.number]
        words = text[start:end]
        return KnownTerm(start, end, words, tuple(forms), entry.model, entry.pk, entry.note)

    def found(
        self, text: str, source: Language, target: Language
    ) -> Iterator[tuple[KnownTerm, set[int]]]:
        """Each term that the other language has a form of, and the entries it may be of."""
        for start, end, owners in self.good[source.code].find(text):
            if known := self.known(text, start, end, owners, target):
                yield known, {one.number for one in owners}

    def terms_in(self, text: str, source: Language, target: Language) -> list[KnownTerm]:
        """The known terms of a plain text, in its order, with their forms in the other language."""
        return [known for known, _ in self.found(text, source, target)]

    def lacking(
        self, source_text: str, target_text: str, source: Language, target: Language
    ) -> list[KnownTerm]:
        """The terms of a source, each once, that its translation has in none of their forms.

        Where the translation has a form that is not to be used, ``instead`` says which.
        """
        there = {said.number for said in self.good[target.code].owners(target_text)}
        forbidden = {
            said.number: target_text[start:end]
            for start, end, owners in self.bad[target.code].every(target_text)
            for said in owners
        }
        missing: dict[tuple[type[Record], int], KnownTerm] = {}
        for term, numbers in self.found(source_text, source, target):
            if not there & numbers:
                wrong = next((forbidden[one] for one in numbers if one in forbidden), "")
                missing.setdefault((term.model, term.pk), replace(term, instead=wrong))
        return list(missing.values())

    def misused(self, text: str, language: Language) -> list[KnownTerm]:
        """The forbidden forms that a text has, with what to say instead in the same language."""
        return [
            KnownTerm(start, end, text[start:end], tuple(forms), entry.model, entry.pk, entry.note)
            for start, end, owners in self.bad[language.code].find(text)
            for entry in [self.entries[owners[0].number]]
            if (forms := entry.forms(language))
        ]


def entries() -> Iterator[GlossaryEntry]:
    """The glossary's records, one query for each kind."""
    for model in GLOSSARY_MODELS:
        columns = {
            (name, language.code): language.field(name)
            for name in FIELDS
            for language in Language.all()
            if has(model, language.field(name))
        }
        more = ["note"] if model is Term else []
        for row in model._default_manager.order_by("pk").values("pk", *columns.values(), *more):
            entry = GlossaryEntry(model, row["pk"], note=row.get("note", ""))
            for (name, code), column in columns.items():
                write_column(entry, name, code, row[column] or "")
            yield entry


def has(model: type[models.Model], column: str) -> bool:
    return any(one.name == column for one in model._meta.concrete_fields)


def write_column(entry: GlossaryEntry, name: str, code: str, value: str) -> None:
    """Write one column of a record into its entry."""
    if name in {"aliases", "forbidden"}:
        getattr(entry, name)[code] = split_lines(value)
    elif name == "acronym":
        entry.acronym[code] = value.strip()
    else:
        entry.name[code] = value.strip()


def stamp() -> list[tuple[object, ...]]:
    """What changes when any of the records does, in one query."""
    quote = connection.ops.quote_name
    each = (
        f"SELECT {number}, MAX(updated_at), COUNT(*) FROM {quote(model._meta.db_table)}"  # noqa: S608
        for number, model in enumerate(GLOSSARY_MODELS)
    )
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(each))
        return sorted(cursor.fetchall())


class GlossaryCache:
    """The glossary of this process."""

    stamp: object = None
    glossary: Glossary
    lock = Lock()


def glossary() -> Glossary:
    """The glossary as the records are now."""
    now = stamp()
    with GlossaryCache.lock:
        if GlossaryCache.stamp != now:
            GlossaryCache.glossary = Glossary(list(entries()))
            GlossaryCache.stamp = now
        return GlossaryCache.glossary


def terms_in(text: str, source: Language, target: Language) -> list[KnownTerm]:
    """``Glossary.terms_in``, of the records as they are now."""
    return glossary().terms_in(text, source, target)


def lacking(
    source_text: str, target_text: str, source: Language, target: Language
) -> list[KnownTerm]:
    """``Glossary.lacking``, of the records as they are now."""
    return glossary().lacking(source_text, target_text, source, target)


def misused(text: str, language: Language) -> list[KnownTerm]:
    """``Glossary.misused``, of the records as they are now."""
    return glossary().misused(text, language)
