"""What an editor is told of a text before readers have it: each language, each check by name."""

from __future__ import annotations

from dataclasses import dataclass

from articles.languages import Language
from articles.models import Article, Status
from articles.models.checks import Finding


@dataclass(frozen=True)
class Checked:
    """One language of an article, and what the checks found in it."""

    language: Language
    status: Status
    blocking: list[Finding]
    warning: list[Finding]

    @property
    def is_clear(self) -> bool:
        return not self.blocking and not self.warning


def checked(article: Article) -> list[Checked]:
    """Every language of an article as it stands; of a working copy, as it would be published.

    A date that a text will be given when it is published is not asked for before.
    """
    states = article.working_copy_of or article
    return [look(article, language, states.status_in(language)) for language in Language.all()]


def look(article: Article, language: Language, status: Status) -> Checked:
    found = article.findings(language)
    given = language.field("published_at") if status != Status.PUBLISHED else None
    blocking = [one for one in found if one.check.blocks and one.fault.field != given]
    warning = [one for one in found if not one.check.blocks]
    return Checked(language, status, blocking, warning)


def warnings(article: Article, language: Language) -> list[Finding]:
    return [one for one in article.findings(language) if not one.check.blocks]
