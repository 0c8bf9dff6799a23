"""The translation desk: what a translator writes, paragraph by paragraph, and confirms.

A form says what it showed, row by row. What somebody else has written since is never written
over: it is a conflict of that row, and the other rows are saved.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.languages import Language
from articles.models import Article, Record, Translation, User
from articles.models.fields import body_sanitizer
from articles.models.translations import COPIED, segments_of
from articles.text.alignment import Pair, Row, matched
from articles.text.paragraphs import verbatim
from articles.text.rewriting import Slot, rewritten
from articles.text.segments import BODY, body_from, inline, plain, said, segments_of_body

from . import working_copies
from .history import catch_up, locked, record


@dataclass(frozen=True)
class Shown:
    """A row as somebody saw it: the mark-up of both its sides, empty where there was none."""

    field: str
    source: str
    target: str


@dataclass(frozen=True)
class Conflict:
    """A row that two people wrote: its number in the form, and what each has."""

    number: int
    field: str
    mine: str
    theirs: str


@dataclass
class Saved:
    """What became of a form: the article it was saved in, and the rows that were not."""

    article: Article
    conflicts: list[Conflict] = field(default_factory=list)
    written: int = 0


def shown(row: Row) -> Shown:
    source, target = row.source, row.target
    return Shown(row.field, source.html if source else "", target.html if target else "")


def translation_of(article: Article, language: Language | str) -> Translation:
    """The translation of an article into a language.

    Raises:
        ValidationError: it is written in that language, or in none.
    """
    found = article.translation_into(language)
    if found is None:
        raise ValidationError(_("In this language, the article is no translation."))
    return found


def stored(article: Article, language: Language) -> Translation:
    """The row of a translation, made where an article came past the desk."""
    translation = translation_of(article, language)
    if translation.pk is None:
        translation.save()
    return translation


def rows(article: Article, language: Language | str) -> list[Row]:
    """Every paragraph of the source beside its translation, as they are now."""
    return translation_of(article, language).rows()


def refresh(article: Article) -> None:
    """Find the state of every translation anew; saving an article does it."""
    article.refresh_translations()


def may_translate(article: Article, language: Language | str, by: User) -> bool:
    return article.may_edit(by, language)


def save_targets(
    article: Article,
    language: Language | str,
    targets: Mapping[int, str],
    *,
    base: Sequence[Shown],
    by: User,
    note: str = "",
) -> Saved:
    """Write what was typed into a form of translation, each paragraph by itself.

    What readers see is translated in its working copy, which is opened where there is none.

    Args:
        targets: what was typed, by the number of the row in ``base``: mark-up for a paragraph
            of the body, plain words for every other row.
        base: the rows as the form showed them.

    Raises:
        PermissionDenied: ``by`` may not write this language of the article.
        ValidationError: it is no translation.
    """
    language = Language.get(language)
    with transaction.atomic():
        article = locked(article.pk)
        require(article, language, by)
        typed = {
            number: value
            for number, raw in targets.items()
            if 0 <= number < len(base)
            and (value := cleaned(base[number].field, raw)) != cleaned_shown(base[number])
        }
        if not typed:
            return Saved(article)
        if article.is_live_somewhere:
            article = locked(working_copies.open_copy(article, by=by).pk)
        catch_up(article)
        translation = stored(article, language)
        saved = Writing(translation, base, by).write(typed)
        if saved.written:
            translation.save()
            article.refresh_translations()
            record(article, by=by, note=note or _("Translated beside its source."))
        return saved


def require(article: Article, language: Language, by: User) -> None:
    if not may_translate(article, language, by):
        raise PermissionDenied(_("You may not write this language of the article."))


def cleaned(name: str, value: str) -> str:
    """What was typed into a row, as its mark-up: safe, and in one line."""
    if name == BODY:
        return inline(body_sanitizer()(value.replace("\r\n", "\n")))
    return plain(name, value.replace("\r\n", "\n").strip()).html


def cleaned_shown(row: Shown) -> str:
    return cleaned(BODY, row.target) if row.field == BODY else row.target.strip()


class Writing:
    """Typed rows on their way into an article."""

    def __init__(self, translation: Translation, base: Sequence[Shown], by: User) -> None:
        self.translation, self.article, self.by = translation, translation.article, by
        self.language = translation.into
        self.base = base
        self.rows = translation.rows()
        self.row_of = located(base, self.rows)
        self.saved = Saved(self.article)

    def write(self, typed: Mapping[int, str]) -> Saved:
        kept: dict[int, str] = {}
        adrift: list[tuple[int, str]] = []
        for number, mine in typed.items():
            place = self.row_of.get(number)
            if place is not None:
                theirs = html_of(self.rows[place])
                if cleaned_shown(self.base[number]) == cleaned_shown(shown(self.rows[place])):
                    kept[place] = mine
                elif mine != theirs:
                    self.refuse(number, mine, theirs)
            elif self.base[number].field != BODY:
                self.refuse(number, mine, "")
            elif mine:
                adrift.append((number, mine))
        self.saved.written = len(kept) + len(adrift)
        if self.saved.written:
            self.write_columns(kept)
            self.write_body(kept, adrift)
            self.keep_pairs(kept)
        return self.saved

    def refuse(self, number: int, mine: str, theirs: str) -> None:
        self.saved.conflicts.append(Conflict(number, self.base[number].field, mine, theirs))

    # Where the words go.

    def write_columns(self, kept: Mapping[int, str]) -> None:
        columns = []
        for place, html in kept.items():
            name = self.rows[place].field
            value = value_of(name, html)
            if name in {"headline", "standfirst"}:
                setattr(self.article, self.language.field(name), fitting(self.article, name, value))
                columns.append(self.language.field(name))
            elif name.startswith("lead_image:"):
                self.write_picture(name.partition(":")[2], value)
            elif name.startswith("quotes:"):
                self.write_quote(name, value)
        if columns:
            slugs = [one.field("slug") for one in Language.all()]
            self.article.fill_slugs()
            self.article.save(update_fields=[*columns, *slugs])

    def write_picture(self, name: str, value: str) -> None:
        """What a picture says belongs to the picture: it says it with every article, at once."""
        if not self.by.has_perm("articles.change_image"):
            raise PermissionDenied(_("You may not change pictures."))
        picture: Any = self.article.lead_image
        setattr(picture, self.language.field(name), fitting(picture, name, value))
        picture.save(update_fields=[self.language.field(name)])

    def write_quote(self, name: str, value: str) -> None:
        if not self.by.has_perm("articles.change_quote"):
            raise PermissionDenied(_("You may not change quotations."))
        _kind, key, column = name.split(":", 2)
        for quote in self.article.quotes.all():
            if quote.key.removeprefix(COPIED) == key:
                setattr(quote, self.language.field(column), fitting(quote, column, value))
                quote.save(update_fields=[self.language.field(column)])

    def write_body(self, kept: Mapping[int, str], adrift: list[tuple[int, str]]) -> None:
        column = self.language.field(BODY)
        source = segments_of(self.article, self.translation.source)
        target = segments_of(self.article, self.language)
        first = next((n for n, one in enumerate(target) if one.is_body), len(target))
        first_source = next((n for n, one in enumerate(source) if one.is_body), len(source))
        slots: list[Slot] = []
        for place, row in enumerate(self.rows):
            if row.field == BODY:
                origin = None if row.origin is None else row.origin - first_source
                at = None if row.at is None else row.at - first
                slots.append(Slot(origin, at, kept.get(place)))
        # Behind all others: a paragraph whose source and whose place are gone.
        slots += [Slot(None, None, html) for _number, html in adrift]
        if not any(one.html is not None for one in slots):
            return
        body = body_from(
            rewritten(
                segments_of_body(self.article.said(BODY, self.translation.source)),
                segments_of_body(self.article.said(BODY, self.language)),
                slots,
            )
        )
        setattr(self.article, column, body)
        self.article.save(update_fields=[column])

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

    def rewritten_pair(self, row: Row, pair: Pair | None, html: str, number: int) -> Pair | None:
        """A translator's own second thoughts leave a confirmed paragraph confirmed."""
        if not html:
            return None
        if pair is None:
            return Pair(row.field, self.base[number].source, html, confirmed=False)
        return replace(pair, target=html, confirmed=pair.confirmed and bool(said(pair.target)))


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


def located(base: Sequence[Shown], now: Sequence[Row]) -> dict[int, int]:
    """Where each row of a form stands now, whatever came, went or changed since it was shown."""
    found: dict[int, int] = {}
    fields = {row.field: place for place, row in enumerate(now) if row.field != BODY}
    for number, one in enumerate(base):
        if one.field in fields:
            found[number] = fields[one.field]
    looks = [
        lambda one: f"{said(one.source)}\n{said(one.target)}",
        lambda one: said(one.target),
        lambda one: said(one.source),
    ]
    current = [shown(row) for row in now]
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


# Confirming.


def confirm(
    article: Article,
    language: Language | str,
    wanted: Sequence[Shown] | None = None,
    *,
    by: User,
    without_text: bool = False,
) -> Article:
    """Say of paragraphs that they are the translation of their source, as both were seen.

    Args:
        wanted: the rows as they were seen; by default every one that has both sides.
        without_text: whether rows may be confirmed that have no translation of their own.

    Raises:
        PermissionDenied: ``by`` may not write this language of the article.
        ValidationError: a row has no translation yet, or is another by now.
    """
    language = Language.get(language)
    with transaction.atomic():
        article = locked(article.pk)
        require(article, language, by)
        translation = stored(article, language)
        current = translation.rows()
        if wanted is None:
            wanted = [shown(row) for row in current if row.source and row.target]
        settled = settled_rows(article, language, current, wanted, without_text)
        translation.keep_pairs(pairs_with(current, settled))
        translation.confirmed_at, translation.confirmed_by = timezone.now(), by
        translation.save()
        article.refresh_translations()
        confirmed(translation, [one for one in settled.values() if one.source and one.target], by)
    return article


def settled_rows(
    article: Article,
    language: Language,
    current: Sequence[Row],
    wanted: Sequence[Shown],
    without_text: bool,
) -> dict[int, Pair]:
    """What is confirmed of which row."""
    settled: dict[int, Pair] = {}
    for number, place in located(wanted, current).items():
        seen, now = wanted[number], current[place]
        if said(seen.target) != said(html_of(now)):
            raise ValidationError(
                _("Somebody else has written this paragraph since: read it again.")
            )
        if not said(seen.target) and not without_text:
            raise ValidationError(_("Translate this paragraph before you confirm it."))
        if is_quotation(now.field) and not verbatim(
            now.target.text if now.target else "", article.said(BODY, language)
        ):
            raise ValidationError(_("The words of a quotation must stand in the translated body."))
        settled[place] = Pair(now.field, seen.source, html_of(now))
    if len(settled) < len(wanted):
        raise ValidationError(_("Somebody else has changed this paragraph since: read it again."))
    return settled


def is_quotation(name: str) -> bool:
    return name.startswith("quotes:") and name.endswith(":text")


def pairs_with(current: Sequence[Row], settled: Mapping[int, Pair]) -> list[Pair]:
    """The pairs of all rows, those that are confirmed now among them."""
    pairs = []
    for place, row in enumerate(current):
        own = None if row.part and row.source else row.pair
        pair = settled.get(place, own)
        if pair is not None:
            pairs.append(pair)
    return pairs


def confirmed(translation: Translation, pairs: Sequence[Pair], by: User) -> None:
    """What others learn of confirmed paragraphs; the memory of translations hangs on here."""


def translate_from(
    article: Article, language: Language | str, source: Language | str, *, by: User
) -> None:
    """Choose the language a translation is made from; what was confirmed of another is let go.

    Raises:
        PermissionDenied: ``by`` may not write this language of the article.
        ValidationError: the article does not exist in that language.
    """
    language, source = Language.get(language), Language.get(source)
    with transaction.atomic():
        article = locked(article.pk)
        require(article, language, by)
        if source == language or not article.said(BODY, source):
            raise ValidationError(_("The article has no text in this language to translate from."))
        translation = stored(article, language)
        if translation.source != source:
            translation.source_language, translation.source_is_chosen = source.code, True
            translation.keep_pairs([])
            translation.completed_at = None
            translation.save()
        article.refresh_translations()
