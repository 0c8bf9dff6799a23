"""What an editor is told of a text before readers have it: each language, each check by name.

``check_typography`` and ``with_typography`` do for a text that is in no article yet, or in no field
of its own, what the checks do for an article: the pages of the desk call them with what is typed.
"""

from __future__ import annotations

from dataclasses import dataclass

from articles.languages import Language
from articles.models import Article, Status
from articles.models.checks import Finding, Weight, with_rows
from articles.models.fields import body_sanitizer
from articles.models.typography_checks import CARED_FOR, customs_of
from articles.text.typography.rules import Remark, fixed, remarks


@dataclass(frozen=True)
class LanguageChecks:
    """One language of an article, and what the checks found in it."""

    language: Language
    status: Status
    blocking: list[Finding]
    warning: list[Finding]
    careless: list[Finding]
    """Warnings that typography gives, each with what would change."""
    advice: list[Finding]
    """What would make it better, and may well be left."""

    @property
    def is_clear(self) -> bool:
        return not (self.blocking or self.warning or self.careless or self.advice)


def checked(article: Article, only: Language | None = None) -> list[LanguageChecks]:
    """Every language of an article as it stands, or one; of a working copy, as it would be
    published.

    A working copy says nothing of a language that is written on its article.

    A date that a text will be given when it is published is not asked for before.
    """
    states = article.working_copy_of or article
    languages = article.written_here if article.working_copy_of_id else Language.all()
    read = with_rows(article)
    return [
        look(read, one, states.status_in(one)) for one in languages if only is None or one == only
    ]


def look(article: Article, language: Language, status: Status) -> LanguageChecks:
    found = article.findings(language)
    given = language.field("published_at") if status != Status.PUBLISHED else None
    warning = [one for one in found if one.check.weight == Weight.WARNS]
    return LanguageChecks(
        language,
        status,
        [one for one in found if one.check.blocks and one.fault.field != given],
        [one for one in warning if one.fault.remark is None],
        [one for one in warning if one.fault.remark is not None],
        [one for one in found if one.check.weight == Weight.ADVISES],
    )


def check_typography(language: Language | str, text: str, *, rich: bool = True) -> list[Remark]:
    """What typography has to say of a text in a language, rule by rule, with the words it means."""
    return remarks(text, customs_of(Language.get(language)), rich=rich)


def with_typography(
    language: Language | str, text: str, *, rich: bool = True, rule: str = ""
) -> str:
    """The text as every rule has it, or the rule of this name; rich text comes back cleaned."""
    if rich:
        text = body_sanitizer()(text)
    return fixed(text, customs_of(Language.get(language)), rich=rich, only=rule)


def cared_columns(language: Language) -> dict[str, bool]:
    """The columns of an article that typography looks at, and whether each holds rich text."""
    return {language.field(text.name): text.rich for text in CARED_FOR}
