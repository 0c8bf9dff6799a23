"""What readers are told when a text they have read is changed.

A change is a misprint put right, an update, or a correction, in each language whose readers had the
text that changed. Who publishes it says which, within what the newsroom lets editors say
(``CHANGES_BY_EDITORS``) and what ``articles/text/comparison/substantive_change.py`` finds: where
numbers, names or somebody's words changed, readers are owed a correction.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone, translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.desk.editing.snapshots import Content, snapshot
from articles.languages import Language
from articles.models import Article, Correction, User
from articles.models.declarations import PUBLIC_ONCE_SAVED
from articles.models.faults import in_other_letters
from articles.text.comparison.substantive_change import judge

from .correctors import kinds_for, who_may
from .owed_corrections import Kind, OwedCorrection, changed_for, languages_owed, readers_of


@dataclass(frozen=True)
class CorrectionAnswers:
    """What the person who publishes says of the changes."""

    corrections: Mapping[str, str] = field(default_factory=dict)
    """A correction to add, by the code of its language."""
    typographical: bool = False
    updates: Mapping[str, str] = field(default_factory=dict)
    """What is new, by the code of its language."""
    misprints: Collection[str] = ()
    """The codes of languages in which only misprints are put right; ``typographical``: all."""

    def is_misprint(self, language: Language) -> bool:
        return self.typographical or language.code in self.misprints


NOTHING_TOLD = CorrectionAnswers()


# What was said of it.


def settle_corrections(
    live: Article,
    readers: list[Language],
    before: Content,
    told: CorrectionAnswers,
    *,
    by: User,
) -> None:
    """Keep the record of what readers had, and add to it what the changes ask for.

    ``live`` is changed already; ``readers`` had it as it was before.

    Raises:
        PermissionDenied: ``by`` calls it what they may not.
        ValidationError: a language lacks what it is owed, or what was said before was touched.
    """
    after = snapshot(live)
    refuse_rewriting(readers, before, after)
    known = {row["key"] for row in before["corrections"]}
    fresh = [one for one in live.corrections.all() if one.key not in known]
    may = kinds_for(live, by)
    for kind, said in ((Kind.SUBSTANCE, told.corrections), (Kind.UPDATE, told.updates)):
        texts = {code: text.strip() for code, text in said.items() if text.strip()}
        if texts and kind not in may:
            raise PermissionDenied(gettext("You may not say this to readers: %s.") % kind.label)
        if texts:
            fresh.append(added(live, texts, kind))
    refuse_other_letters(fresh)
    for one in fresh:
        # It is of the day on which readers get it.
        if one.made_on != timezone.localdate():
            one.made_on = timezone.localdate()
            one.save(update_fields=["made_on"])
    shown = [
        (one.kind, language.code)
        for one in fresh
        for language in Language.all()
        if one.public and one.said("text", language).strip()
    ]
    remaining = [
        one for one in languages_owed(live, readers, before, after) if not is_told(one, shown)
    ]
    refuse(live, remaining, told, may)
    if remaining:
        added(live, fixes(remaining), Kind.TYPOGRAPHICAL)
    if live.is_site_page:
        date_page(live, [one.language for one in changed_for(live, readers, before, after)])


def refuse_other_letters(fresh: Iterable[Correction]) -> None:
    """Let nothing be told to readers of a language in the letters of another.

    Raises:
        ValidationError: somebody wrote into the wrong box.
    """
    texts = PUBLIC_ONCE_SAVED[Correction.__name__]
    for language in Language.all():
        for _name, sentence in chain(*(in_other_letters(one, texts, language) for one in fresh)):
            raise ValidationError(sentence)


def is_told(one: OwedCorrection, shown: Iterable[tuple[str, str]]) -> bool:
    """Whether readers are told what they are owed, by the kinds and languages they are told in."""
    told = {kind for kind, code in shown if code == one.language.code}
    return bool(told & set(one.kinds))


def refuse_rewriting(readers: list[Language], before: Content, after: Content) -> None:
    """Refuse to take back, to hide or to reword what readers have as a correction.

    Raises:
        ValidationError: somebody did.
    """
    now = {row["key"]: row for row in after["corrections"]}
    for was in before["corrections"]:
        columns = [one.field("text") for one in readers if was.get(one.field("text"))]
        if not was["public"] or not columns:
            continue
        is_now = now.get(was["key"], {"public": False})
        kept = is_now["public"] and is_now["made_on"] == was["made_on"]
        if not kept or any(
            judge(was[column], is_now.get(column) or "").is_substance for column in columns
        ):
            raise ValidationError(
                gettext("A correction that readers have stays as it is. Write a further one.")
            )


def added(live: Article, texts: Mapping[str, str], kind: Correction.Kind) -> Correction:
    columns = {Language.get(code).field("text"): text for code, text in texts.items()}
    return live.corrections.create(kind=kind, **columns)


def date_page(page: Article, languages: Iterable[Language]) -> None:
    """Note that readers have another text of a page: one mark a language, of its last day."""
    for language in languages:
        column = language.field("text")
        marks = page.corrections.filter(kind=Kind.TYPOGRAPHICAL, **{f"{column}__gt": ""})
        mark = marks.first() or Correction(article=page, kind=Kind.TYPOGRAPHICAL)
        with translation.override(language.code):
            setattr(mark, column, gettext("The page was changed."))
        mark.made_on = timezone.localdate()
        mark.save()


def fixes(remaining: Iterable[OwedCorrection]) -> dict[str, str]:
    """What the mark of a typographical fix says, in each language."""
    said = {}
    for one in remaining:
        with translation.override(one.language.code):
            said[one.language.code] = gettext("Misprints were put right.")
    return said


ANOTHERS = "anothers"
"""The code of what is refused because the person may not call the change what it is."""

INSISTS = _(
    "Readers have this text in %(language)s. %(why)s That is no misprint: "
    "write a correction in %(language)s, public, beside the changes."
)
ASKS = _(
    "Readers have this text in %(language)s. %(why)s That is no misprint: "
    "say in %(language)s what is new, or write a correction."
)
OFFERS = _(
    "Readers have this text in %(language)s. Say that only misprints are "
    "put right, or write a correction in %(language)s."
)
# For who may not write a correction: what they may say.
IS_ANOTHERS = _(
    "Readers have this text in %(language)s. %(why)s That is a correction, which somebody else "
    "writes."
)
ASKS_NEWS = _(
    "Readers have this text in %(language)s. %(why)s That is no misprint: say in %(language)s "
    "what is new."
)
OFFERS_MISPRINTS = _(
    "Readers have this text in %(language)s. Say that only misprints are put right."
)
OFFERS_NEWS = _("Readers have this text in %(language)s. Say in %(language)s what is new.")
OFFERS_BOTH = _(
    "Readers have this text in %(language)s. Say that only misprints are put right, or say in "
    "%(language)s what is new."
)


def asked_of(one: OwedCorrection, may: set[Kind]) -> Any:
    """What somebody is asked to say of a change, of the kinds that are theirs to say."""
    mine = may & set(one.kinds)
    if Kind.SUBSTANCE in mine:
        sentence = INSISTS if one.verdict.insists else ASKS
        return OFFERS if one.may_be_typographical else sentence
    if not mine:
        return IS_ANOTHERS
    if not one.may_be_typographical:
        return ASKS_NEWS
    if Kind.TYPOGRAPHICAL not in mine:
        return OFFERS_NEWS
    return OFFERS_BOTH if Kind.UPDATE in mine else OFFERS_MISPRINTS


def refuse(
    live: Article, remaining: list[OwedCorrection], told: CorrectionAnswers, may: set[Kind]
) -> None:
    """Say what the changes still lack, language by language.

    Raises:
        ValidationError: something.
    """
    lacking = [
        one
        for one in remaining
        if not (
            one.may_be_typographical
            and told.is_misprint(one.language)
            and Kind.TYPOGRAPHICAL in may
        )
    ]
    sentences: list[Any] = []
    for one in lacking:
        params = {"language": one.name, "why": one.why, "owed": one.owed_at}
        code = "correction" if may & set(one.kinds) else ANOTHERS
        sentences.append(ValidationError(asked_of(one, may), code=code, params=params))
    if lacking and Kind.SUBSTANCE not in may:
        sentences.append(ValidationError(who_may(live), code="correction"))
    if sentences:
        raise ValidationError(sentences)


def still_owed(copy: Article, before: Content, after: Content) -> list[OwedCorrection]:
    """What publishing a working copy would still lack, for who is about to."""
    live: Any = copy.working_copy_of
    known = {row["key"] for row in before["corrections"]}
    shown = [
        (row["kind"], language.code)
        for row in after["corrections"]
        for language in Language.all()
        if row["key"] not in known
        and row["public"]
        and (row.get(language.field("text")) or "").strip()
    ]
    found = languages_owed(live, readers_of(live), before, after)
    return [one for one in found if not is_told(one, shown)]
