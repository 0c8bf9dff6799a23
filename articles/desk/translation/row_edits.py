"""Rows that somebody typed, on their way into an article past whatever others did meanwhile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext as _

from articles.desk.library import record_history
from articles.desk.library.proposals import must_propose, propose
from articles.languages import Language
from articles.models import Article, Image, Quote, Record, Translation, User
from articles.models.declarations import ARTICLE
from articles.models.fields import body_sanitizer
from articles.models.permissions import CHANGE_IMAGE, CHANGE_QUOTE
from articles.models.text_fields import CleanedTextMixin
from articles.models.translations import COPIED, segments_of
from articles.text.comparison.alignment import Pair, Row, matched
from articles.text.richtext.rewriting import Slot, rewritten
from articles.text.richtext.segments import (
    BODY,
    Segment,
    body_from,
    inline,
    plain,
    segments_of_body,
    typography_folded,
)

PICTURE = "lead_image:"


@dataclass(frozen=True)
class ShownRow:
    """A row as somebody saw it: the mark-up of both its sides, empty where there was none."""

    field: str
    source: str
    target: str


@dataclass(frozen=True)
class RowConflict:
    """A row that two people wrote: its number in the form, and what each has."""

    number: int
    field: str
    mine: str
    theirs: str


@dataclass
class SavedRows:
    """What became of a form: the article it was saved in, and the rows that were not."""

    article: Article
    conflicts: list[RowConflict] = field(default_factory=list)
    written: int = 0
    proposed: list[int] = field(default_factory=list)
    """The rows of a picture that readers have: proposed to who may publish."""


def shown_row(row: Row) -> ShownRow:
    source, target = row.source, row.target
    return ShownRow(row.field, source.html if source else "", target.html if target else "")


def cleaned(name: str, value: str) -> str:
    """What was typed into a row, as its mark-up: safe, and in one line."""
    if name == BODY:
        return inline(body_sanitizer()(value))
    column = column_of(name)
    return plain(name, column.to_python(value).strip()).html


def column_of(name: str) -> Any:
    """The column of texts, of the article or of what hangs on it, that a row is; not the body."""
    kind, _sign, rest = name.partition(":")
    model = {"lead_image": Image, "quotes": Quote}.get(kind, Article)
    columns = {one.name: one for one in model._meta.fields if isinstance(one, CleanedTextMixin)}
    # A row that no form has shown is found nowhere: nothing of it is written.
    return columns.get(rest.rpartition(":")[2] or kind, Article._meta.get_field("standfirst"))


def cleaned_shown(row: ShownRow) -> str:
    """The translation of a row, as it would be if it were typed."""
    return tidy(row.field, row.target)


def tidy(name: str, html: str) -> str:
    return cleaned(BODY, html) if name == BODY else html.strip()


class RowWriter:
    """Typed rows of one side, on their way into an article."""

    keeps_adrift = True
    """Whether a paragraph whose row is gone is put behind all others."""

    def __init__(self, translation: Translation, base: Sequence[ShownRow], by: User) -> None:
        self.translation, self.article, self.by = translation, translation.article, by
        self.base = base
        self.saved = SavedRows(self.article)

    @cached_property
    def rows(self) -> list[Row]:
        """The rows as they are now."""
        return self.translation.rows()

    @cached_property
    def row_of(self) -> dict[int, int]:
        """Where each row that was shown stands now."""
        return located(self.base, self.rows)

    @property
    def language(self) -> Language:
        return self.translation.into

    def before(self, row: ShownRow) -> str:
        """What this side of a row said to who typed."""
        return tidy(row.field, row.target)

    def changed(self, raw: Mapping[int, str]) -> dict[int, str]:
        """What was typed into rows that there are, where it is not what stood there."""
        return {
            number: value
            for number, one in raw.items()
            if 0 <= number < len(self.base)
            and (value := cleaned(self.base[number].field, one)) != self.before(self.base[number])
        }

    def write(self, typed: Mapping[int, str]) -> SavedRows:
        """Write what was typed into rows that nobody else has changed, and refuse the others."""
        self.propose(self.proposals(typed))
        typed = {one: said for one, said in typed.items() if one not in self.saved.proposed}
        kept: dict[int, str] = {}
        adrift: list[tuple[int, str]] = []
        for number, mine in typed.items():
            place = self.row_of.get(number)
            if place is not None:
                theirs = self.before(shown_row(self.rows[place]))
                if self.before(self.base[number]) == theirs:
                    kept[place] = mine
                elif mine != theirs:
                    self.refuse(number, mine, theirs)
            elif self.base[number].field != BODY or not self.keeps_adrift:
                self.refuse(number, mine, "")
            elif mine:
                adrift.append((number, mine))
        self.saved.written = len(kept) + len(adrift)
        if self.saved.written:
            # First: the state is found anew from them when the words are saved.
            self.keep_pairs(kept)
            self.write_columns(kept)
            self.write_body(kept, adrift)
        return self.saved

    def refuse(self, number: int, mine: str, theirs: str) -> None:
        self.saved.conflicts.append(RowConflict(number, self.base[number].field, mine, theirs))

    # Where the words go.

    def write_columns(self, kept: Mapping[int, str]) -> None:
        columns = []
        for place, html in kept.items():
            name = self.rows[place].field
            value = value_of(name, html)
            if name in ARTICLE.lacking("rich").names:
                setattr(self.article, self.language.field(name), fitting(self.article, name, value))
                columns.append(self.language.field(name))
            elif name.startswith(PICTURE):
                self.write_picture(name.partition(":")[2], value)
            elif name.startswith("quotes:"):
                self.write_quote(name, value)
        if columns:
            slugs = [one.field("slug") for one in Language.all()]
            self.article.fill_slugs()
            self.article.save(update_fields=[*columns, *slugs])

    def write_picture(self, name: str, value: str) -> None:
        """What a picture says belongs to the picture: it says it with every article."""
        self.require_pictures()
        picture: Any = self.article.lead_image
        record_history.catch_up(picture)
        setattr(picture, self.language.field(name), fitting(picture, name, value))
        picture.save(update_fields=[self.language.field(name)])
        note = _("Translated beside its source.")
        record_history.keep_change(picture, by=self.by, note=note)

    def require_pictures(self) -> None:
        if not self.by.has_perm(CHANGE_IMAGE):
            raise PermissionDenied(_("You may not change pictures."))

    # What readers have of a picture is proposed.

    @cached_property
    def proposes_pictures(self) -> bool:
        picture: Any = self.article.lead_image
        return picture is not None and must_propose(picture, self.by)

    def proposals(self, typed: Mapping[int, str]) -> list[tuple[int, str, str]]:
        """The typed rows that are proposed: their numbers, columns and values."""
        if not self.proposes_pictures:
            return []
        found = []
        for number, html in typed.items():
            name, place = self.base[number].field, self.row_of.get(number)
            if not name.startswith(PICTURE) or place is None:
                continue
            # What somebody has written there since is a conflict, as of every row.
            if self.before(self.base[number]) == self.before(shown_row(self.rows[place])):
                found.append((number, name.removeprefix(PICTURE), value_of(name, html)))
        return found

    def only_proposes(self, typed: Mapping[int, str]) -> bool:
        """Whether nothing of the article itself is to be written."""
        return len(self.proposals(typed)) == len(typed)

    def propose(self, found: list[tuple[int, str, str]]) -> None:
        if not found:
            return
        self.require_pictures()
        picture: Any = self.article.lead_image
        columns = [(self.language.field(name), value) for _number, name, value in found]
        before = {name: getattr(picture, name) for name, _value in columns}
        for _number, name, value in found:
            fitting(picture, name, value)
        propose(picture, {"fields": before}, {"fields": dict(columns)}, by=self.by)
        self.saved.proposed = [number for number, _name, _value in found]

    def write_quote(self, name: str, value: str) -> None:
        if not self.by.has_perm(CHANGE_QUOTE):
            raise PermissionDenied(_("You may not change quotations."))
        _kind, key, column = name.split(":", 2)
        for quote in self.article.quotes.all():
            if quote.key.removeprefix(COPIED) == key:
                setattr(quote, self.language.field(column), fitting(quote, column, value))
                quote.save(update_fields=[self.language.field(column)])

    def write_body(self, kept: Mapping[int, str], adrift: list[tuple[int, str]]) -> None:
        rows = [(place, row) for place, row in enumerate(self.rows) if row.field == BODY]
        # Behind all others: a paragraph whose source and whose place are gone.
        lonely = [Slot(None, None, html) for _number, html in adrift]
        if lonely or any(place in kept for place, _row in rows):
            column = self.language.field(BODY)
            setattr(self.article, column, body_from(self.lines(rows, kept, lonely)))
            self.article.save(update_fields=[column])

    def lines(
        self, rows: list[tuple[int, Row]], kept: Mapping[int, str], lonely: list[Slot]
    ) -> list[Segment]:
        """The body of this side, with what was typed in its place."""
        source, target = self.translation.source, self.translation.into
        starts = [first_line(self.article, language) for language in (source, target)]
        slots = [
            Slot(less(row.origin, starts[0]), less(row.at, starts[1]), kept.get(place))
            for place, row in rows
        ]
        bodies = [segments_of_body(self.article.said(BODY, one)) for one in (source, target)]
        return rewritten(bodies[0], bodies[1], [*slots, *lonely])

    # What the rows say was written for.

    def keep_pairs(self, kept: Mapping[int, str]) -> None:
        numbers = {place: number for number, place in self.row_of.items()}
        pairs: list[Pair] = []
        for place, row in enumerate(self.rows):
            pair = None if row.part and row.source else row.pair
            if place in kept:
                pair = self.rewritten_pair(row, pair, kept[place], numbers[place])
            if pair is not None:
                pairs.append(pair)
        self.translation.keep_pairs(pairs)
        self.translation.save()

    def rewritten_pair(self, row: Row, pair: Pair | None, html: str, number: int) -> Pair | None:
        """A translator's own second thoughts leave a confirmed paragraph confirmed."""
        if not html:
            return None
        if pair is None:
            return Pair(row.field, self.base[number].source, html, confirmed=False)
        return replace(
            pair, target=html, confirmed=pair.confirmed and bool(typography_folded(pair.target))
        )


class SourceRowWriter(RowWriter):
    """Typed rows of the source: what is there is said in other words; no pair knows of it yet."""

    keeps_adrift = False

    @property
    def language(self) -> Language:
        return self.translation.source

    def before(self, row: ShownRow) -> str:
        return tidy(row.field, row.source)

    def changed(self, raw: Mapping[int, str]) -> dict[int, str]:
        """Raises ValidationError: a paragraph was emptied."""
        typed = super().changed(raw)
        if not all(typed.values()):
            raise ValidationError(
                _("A paragraph of the source is taken out in the form of the article.")
            )
        return typed

    def keep_pairs(self, kept: Mapping[int, str]) -> None:
        """What was confirmed stays confirmed against what the source said."""

    def lines(
        self, rows: list[tuple[int, Row]], kept: Mapping[int, str], lonely: list[Slot]
    ) -> list[Segment]:
        start = first_line(self.article, self.language)
        slots = [
            Slot(None, less(row.origin, start), kept.get(place))
            for place, row in rows
            if row.origin is not None
        ]
        body = segments_of_body(self.article.said(BODY, self.language))
        return rewritten([], body, [*slots, *lonely])


def first_line(article: Article, language: Language) -> int:
    """Where the body begins among all that an article says in a language."""
    said_in = segments_of(article, language)
    return next((n for n, one in enumerate(said_in) if one.is_body), len(said_in))


def less(place: int | None, start: int) -> int | None:
    return None if place is None else place - start


def html_of(row: Row) -> str:
    return row.target.html if row.target else ""


def value_of(name: str, html: str) -> str:
    """What a column holds, or a form shows, of the mark-up of a row."""
    return replace(plain(name, ""), html=html).value


def fitting(record_: Record, name: str, value: str) -> str:
    """A value that its column can hold.

    Raises:
        ValidationError: it is longer.
    """
    column: Any = record_._meta.get_field(name)
    if column.max_length and len(value) > column.max_length:
        raise ValidationError(
            _("“%(beginning)s…” is longer than %(limit)d characters."),
            params={"beginning": value[:40], "limit": column.max_length},
        )
    return value


def located(base: Sequence[ShownRow], now: Sequence[Row]) -> dict[int, int]:
    """Where each row of a form stands now, whatever came, went or changed since it was shown."""
    found: dict[int, int] = {}
    fields = {row.field: place for place, row in enumerate(now) if row.field != BODY}
    for number, one in enumerate(base):
        if one.field in fields:
            found[number] = fields[one.field]
    looks = [
        lambda one: f"{typography_folded(one.source)}\n{typography_folded(one.target)}",
        lambda one: typography_folded(one.target),
        lambda one: typography_folded(one.source),
    ]
    current = [shown_row(row) for row in now]
    for exact in (True, False):
        for look in looks:
            taken = set(found.values())
            free = [n for n, one in enumerate(base) if one.field == BODY and n not in found]
            there = [n for n, one in enumerate(current) if one.field == BODY and n not in taken]
            old, new = [look(base[n]) for n in free], [look(current[n]) for n in there]
            pairs = matched([one.strip() for one in old], [one.strip() for one in new])
            found |= {
                free[one]: there[other]
                for one, other in pairs.items()
                if not exact or old[one] == new[other]
            }
    return found
