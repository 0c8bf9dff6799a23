"""The translation desk: what a translator writes, paragraph by paragraph, and confirms.

A form says what it showed, row by row. What somebody else has written since is never written
over: it is a conflict of that row, and the other rows are saved.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.desk.editing.history import catch_up, keep_if_changed, locked
from articles.desk.editing.snapshots import original_key
from articles.desk.editing.unpublished_texts import sync_working_copy_of
from articles.desk.editing.working_copies import place_of
from articles.languages import Language
from articles.models import Article, Quote, Translation, User
from articles.text.comparison.alignment import Pair, Row
from articles.text.richtext.paragraphs import verbatim
from articles.text.richtext.segments import BODY, typography_folded

from . import memory
from .row_edits import (
    RowConflict,
    RowWriter,
    SavedRows,
    ShownRow,
    SourceRowWriter,
    cleaned,
    cleaned_shown,
    html_of,
    located,
    shown_row,
    tidy,
    value_of,
)

__all__ = [
    "RowConflict",
    "SavedRows",
    "ShownRow",
    "cleaned",
    "cleaned_shown",
    "confirm",
    "located",
    "open_rows",
    "rows",
    "save_sources",
    "save_targets",
    "shown_row",
    "tidy",
    "translate_from",
    "translation_of",
    "unfinished",
    "unfinished_rows",
    "value_of",
]


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


def open_rows(article: Article, language: Language | str) -> int:
    """How many paragraphs of a translation are not written, or not confirmed as they are now."""
    translation = article.translation_into(language)
    return sum(not row.is_settled for row in translation.rows()) if translation else 0


def unfinished_rows(article: Article, language: Language | str) -> int:
    return len(unfinished(article, language))


def unfinished(article: Article, language: Language | str) -> list[Row]:
    """What is open where somebody has begun to confirm; else what is not written, or is behind.

    Who writes both languages in one form confirms nothing, and is not asked to.
    """
    translation = article.translation_into(language)
    rows = translation.rows() if translation else []
    if any(row.pair and row.pair.confirmed for row in rows):
        return [row for row in rows if not row.is_settled]
    return [row for row in rows if row.target is None or not row.target.text or row.is_behind]


def may_translate(article: Article, language: Language | str, by: User) -> bool:
    return article.may_edit(by, language)


def save_targets(
    article: Article,
    language: Language | str,
    targets: Mapping[int, str],
    *,
    base: Sequence[ShownRow],
    by: User,
    note: str = "",
) -> SavedRows:
    """Write what was typed into a form of translation, each paragraph by itself.

    What readers have is translated in its working copy, which is opened where there is none; a
    language that none of them has had, on the article itself.

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
        return write_rows(RowWriter, article, language, targets, base=base, by=by, note=note)


def save_sources(
    article: Article,
    language: Language | str,
    sources: Mapping[int, str],
    *,
    base: Sequence[ShownRow],
    by: User,
    note: str = "",
) -> SavedRows:
    """Write what was typed into the source of a translation, as ``save_targets`` does its own.

    Raises:
        PermissionDenied: ``by`` may not write the language of the source.
        ValidationError: it is no translation, or a paragraph was emptied.
    """
    language = Language.get(language)
    with transaction.atomic():
        article = locked(article.pk)
        require(article, stored(article, language).source, by)
        return write_rows(SourceRowWriter, article, language, sources, base=base, by=by, note=note)


def write_rows(
    side: type[RowWriter],
    article: Article,
    language: Language,
    raw: Mapping[int, str],
    *,
    base: Sequence[ShownRow],
    by: User,
    note: str,
) -> SavedRows:
    """Write one side of a locked article, where its language is written."""
    writing = side(stored(article, language), base, by)
    typed = writing.changed(raw)
    if not typed:
        return SavedRows(article)
    if writing.only_proposes(typed):
        return writing.write(typed)
    article = locked(place_of(article, writing.language, by=by).pk)
    catch_up(article)
    writing = side(stored(article, language), base, by)
    saved = writing.write(writing.changed(raw))
    if saved.written:
        keep_if_changed(article, by=by, note=note or _("Translated beside its source."))
        sync_working_copy_of(article)
    return saved


def require(article: Article, language: Language, by: User) -> None:
    if not may_translate(article, language, by):
        raise PermissionDenied(_("You may not write this language of the article."))


# Confirming.


def confirm(
    article: Article,
    language: Language | str,
    wanted: Sequence[ShownRow] | None = None,
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
        article = confirmed_in(locked(article.pk), language)
        require(article, language, by)
        translation = stored(article, language)
        current = translation.rows()
        if wanted is None:
            wanted = [shown_row(row) for row in current if row.source and row.target]
        settled = settled_rows(article, language, current, wanted, without_text)
        translation.keep_pairs(pairs_with(current, settled))
        translation.confirmed_at, translation.confirmed_by = timezone.now(), by
        translation.save()
        article.refresh_translations()
        confirmed(translation, [one for one in settled.values() if one.source and one.target], by)
        sync_working_copy_of(article)
    return article


def confirmed_in(article: Article, language: Language) -> Article:
    """The article as a person confirms it; not its copy, in a language that nobody has read."""
    origin = article.working_copy_of
    return locked(origin.pk) if origin and language in origin.never_published else article


def settled_rows(
    article: Article,
    language: Language,
    current: Sequence[Row],
    wanted: Sequence[ShownRow],
    without_text: bool,
) -> dict[int, Pair]:
    """What is confirmed of which row."""
    settled: dict[int, Pair] = {}
    quoted = fields_of_words(article, Quote.Kind.DIRECT)
    for number, place in located(wanted, current).items():
        seen, now = wanted[number], current[place]
        if typography_folded(seen.target) != typography_folded(html_of(now)):
            raise ValidationError(
                _("Somebody else has written this paragraph since: read it again.")
            )
        if not typography_folded(seen.target) and not without_text:
            raise ValidationError(_("Translate this paragraph before you confirm it."))
        if now.field in quoted and not verbatim(
            now.target.text if now.target else "", article.said(BODY, language)
        ):
            raise ValidationError(_("The words of a quotation must stand in the translated body."))
        settled[place] = Pair(now.field, seen.source, html_of(now))
    if len(settled) < len(wanted):
        raise ValidationError(_("Somebody else has changed this paragraph since: read it again."))
    return settled


def fields_of_words(article: Article, kind: str) -> set[str]:
    """The rows of the words of its quotations of one kind: the very words, or what is reported."""
    keys = Quote.objects.filter(article=article, kind=kind).values_list("key", flat=True)
    return {f"quotes:{original_key(key)}:text" for key in keys}


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
    """What others learn of confirmed paragraphs: the memory offers them where they come again."""
    memory.remember(
        translation.source,
        translation.into,
        [(one.source, one.target) for one in pairs],
        by=by,
        article=translation.article,
    )


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
        article = confirmed_in(locked(article.pk), language)
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
        sync_working_copy_of(article)
