"""Paragraphs on their way to a translators' tool, and what came back merged into the article.

What comes back is never written over newer work: a paragraph that somebody has written here since
the file was made stays as it is, and the report shows both.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from articles.desk.publication.reader_messages import after_a_save
from articles.languages import Language
from articles.models import Article, Quote, User
from articles.text.comparison.alignment import Row
from articles.text.richtext.segments import BODY, typography_folded, words_of
from articles.text.richtext.translation_units import Bundle, Unit, mark_of_source, mark_of_target

from .glossary import Glossary, glossary
from .paragraphs import (
    ShownRow,
    fields_of_words,
    located,
    rows,
    save_targets,
    shown_row,
    translation_of,
)

STATES = {"current": "final", "moved": "final", "unconfirmed": "translated"}
"""A row's state as XLIFF says it; whatever is not here is still to be done: ``initial``."""


@dataclass(frozen=True)
class SkippedParagraph:
    """A paragraph that was not taken as it came, and why."""

    paragraph: str
    reason: str
    theirs: str = ""
    """What the file says of it, where that is not in the article now."""


@dataclass
class ExchangeResult:
    """What became of the paragraphs of one article."""

    title: str
    article: Article | None = None
    language: Language | None = None
    taken: int = 0
    same: int = 0
    untranslated: int = 0
    remarks: list[SkippedParagraph] = field(default_factory=list)
    refusal: str = ""
    """Why nothing of it was taken."""
    readers: list[str] = field(default_factory=list)
    """What readers have of it now."""


def worked_on(article: Article, language: Language) -> Article:
    """The article as translators into a language have it: its working copy, where there is one.

    A language that nobody has read is written on the article itself.
    """
    if language in article.never_published:
        return article
    return Article.with_copies.filter(working_copy_of=article).first() or article


# Out.


def bundle(article: Article, language: Language) -> Bundle:
    """An article's paragraphs, for a translation into a language.

    Raises:
        ValidationError: it is written in that language, or in none.
    """
    origin = article.working_copy_of or article
    article = worked_on(origin, language)
    translation = translation_of(article, language)
    source = translation.source
    known, reported = glossary(), fields_of_words(article, Quote.Kind.REPORTED)
    units = [
        unit(row, known, source, language, is_reported=row.field in reported)
        for row in translation.rows()
        if row.source and row.source.said
    ]
    return Bundle(origin.key, str(article), source.code, language.code, units)


def unit(
    row: Row, known: Glossary, source: Language, target: Language, *, is_reported: bool = False
) -> Unit:
    assert row.source is not None  # noqa: S101 - only such rows are sent
    terms = known.terms_in(row.source.text, source, target)
    notes = list(dict.fromkeys(f"{one.text} = {one.said}" for one in terms))
    if is_reported:
        notes.append(_("Reported speech"))
    if row.then and typography_folded(row.then) != row.source.said:
        notes.append(_("Translated when it said: %s") % row.then)
    return Unit(
        row.field,
        row.source.html,
        row.target.html if row.target else "",
        STATES.get(row.state, "initial"),
        tuple(notes),
    )


# In.


def take_back(found: Bundle, *, by: User, only: Article | None = None) -> ExchangeResult:
    """Merge what came back of one article.

    Args:
        only: the article whose translation was asked for; others are refused.
    """
    returned = ExchangeResult(found.title or found.key)
    origin = Article.objects.open_to(by).filter(key=found.key).first()
    if origin is None:
        returned.refusal = _("The newsroom has no such article, or it is not yours to see.")
        return returned
    language = returned.language = Language(found.target_language)
    returned.article = article = worked_on(origin, language)
    returned.title = str(article)
    if only is not None and (only.working_copy_of_id or only.pk) != origin.pk:
        returned.refusal = _("This is another article than the one you were translating.")
        return returned
    try:
        translation = translation_of(article, language)
        if translation.source.code != found.source_language:
            raise ValidationError(
                _("Here, it is translated from another language than in the file.")
            )
        UnitMerger(article, language, found.units, returned).save(by)
    except ValidationError as refusal:
        returned.refusal = " ".join(refusal.messages)
    except PermissionDenied:
        returned.refusal = _("You may not write this language of the article.")
    return returned


class UnitMerger:
    """Units that came back, compared with the rows as they are now."""

    def __init__(
        self, article: Article, language: Language, units: Sequence[Unit], returned: ExchangeResult
    ) -> None:
        self.article, self.language, self.returned = article, language, returned
        self.rows = rows(article, language)
        self.targets = {mark_of_target(one.target): one.target for one in map(shown_row, self.rows)}
        self.sources = {mark_of_source(one.source) for one in map(shown_row, self.rows)}
        self.base: list[ShownRow] = []
        self.units: list[Unit] = []
        for one in units:
            self.sort(one)

    def sort(self, one: Unit) -> None:
        """Keep what is to be written; count or remark on everything else."""
        if not one.source_mark or mark_of_source(one.source) != one.source_mark:
            self.remark(
                one, _("No paragraph was sent like this: its source or its number differs.")
            )
        elif one.broken:
            self.remark(one, _("Its mark-up is broken: a code stands for nothing that was sent."))
        elif not typography_folded(one.target):
            self.returned.untranslated += 1
        elif mark_of_target(one.target) == one.target_mark:
            self.returned.same += 1
        else:
            self.base.append(ShownRow(one.field, one.source, self.targets.get(one.target_mark, "")))
            self.units.append(one)

    def save(self, by: User) -> None:
        """Write the translations that came back, and remark on those that were not taken.

        A paragraph that is gone, or that somebody has translated here since, keeps what it has.
        """
        places = located(self.base, self.rows)
        targets: dict[int, str] = {}
        for number, one in enumerate(self.units):
            place = places.get(number)
            now = shown_row(self.rows[place]) if place is not None else None
            if now is None:
                self.remark(one, _("This paragraph is gone from the article."))
            elif mark_of_target(now.target) == mark_of_target(one.target):
                self.returned.same += 1
            elif mark_of_target(now.target) != one.target_mark:
                self.remark(one, _("Somebody has translated it here since, and that was kept."))
            else:
                targets[number] = one.target if one.field == BODY else html.unescape(one.target)
        saved = save_targets(
            self.article,
            self.language,
            targets,
            base=self.base,
            by=by,
            note=_("Translated in another tool."),
        )
        refused = {one.number for one in saved.conflicts}
        self.returned.article = saved.article
        self.returned.readers = after_a_save(saved.article) if saved.written else []
        for number in targets:
            one = self.units[number]
            if number in refused:
                self.remark(one, _("Somebody has translated it here since, and that was kept."))
                continue
            if number in saved.proposed:
                self.remark(one, _("Readers have this picture: it is proposed to who may publish."))
                continue
            self.returned.taken += 1
            if one.source_mark not in self.sources:
                self.remark(
                    one, _("It was taken, but its source has changed since: read it again.")
                )
            elif one.lost:
                tags = Language.active().comma.join(one.lost)
                self.remark(one, _("It was taken without some mark-up of its source: %s.") % tags)

    def remark(self, one: Unit, reason: str) -> None:
        paragraph = Truncator(words_of(one.source)).chars(90)
        self.returned.remarks.append(SkippedParagraph(paragraph, reason, words_of(one.target)))
