"""What a form says to readers of the changes it publishes: of which kind each is, and the words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.admin.requests import person
from articles.desk.editing.working_copies import AtOnceError
from articles.desk.publication.corrections import ANOTHERS, CorrectionAnswers
from articles.desk.publication.corrections_without_change import CorrectionWithoutChangeError
from articles.desk.publication.correctors import kinds_for, who_may
from articles.desk.publication.owed_corrections import Kind, OwedCorrection, readers_of
from articles.desk.refusals import sentences_of
from articles.languages import Language
from articles.models import Article

from ..editing.article_submission import TOLD_ALONE
from .dates import asks_at_once, with_box

TYPOGRAPHICAL, KIND = "_typographical", "_kind-"
TEXTS = {Kind.SUBSTANCE: "_correction-", Kind.UPDATE: "_update-"}
"""How the fields begin in which readers are told of a change, by its kind."""


def with_ways(refusal: ValidationError) -> list[str]:
    """What was refused, each sentence with the way to where readers of a language are told."""
    if isinstance(refusal, AtOnceError):
        return [asks_at_once(refusal.languages)]
    if isinstance(refusal, CorrectionWithoutChangeError):
        return [asks_told_alone(refusal.languages)]
    if hasattr(refusal, "error_dict"):
        return sentences_of(refusal)
    said = []
    for one in refusal.error_list:
        sentence, owed = one.messages[0], (one.params or {}).get("owed")
        if owed and one.code != ANOTHERS:
            way = _("To the field")
            sentence = format_html('{} <a href="#{}">{}</a>', sentence, owed, way)
        said.append(sentence)
    return [*dict.fromkeys(said)]


def asks_told_alone(languages: list[Language]) -> SafeString:
    """Why a correction is not published as yet, with the box that does so all the same."""
    return with_box(
        CorrectionWithoutChangeError(languages), TOLD_ALONE, gettext("The text stays as it is")
    )


def notices_in(request: HttpRequest) -> CorrectionAnswers:
    """What a form says to readers of the changes it publishes.

    Where it names the kind of a change, what was typed for another is left.
    """
    texts: dict[Kind, dict[str, str]] = {kind: {} for kind in TEXTS}
    misprints = set()
    for code in (language.code for language in Language.all()):
        chosen = request.POST.get(f"{KIND}{code}", "")
        if chosen == Kind.TYPOGRAPHICAL:
            misprints.add(code)
        for kind, prefix in TEXTS.items():
            text = request.POST.get(f"{prefix}{code}", "")
            if text and chosen in {"", kind}:
                texts[kind][code] = text
    is_all = TYPOGRAPHICAL in request.POST
    return CorrectionAnswers(texts[Kind.SUBSTANCE], is_all, texts[Kind.UPDATE], misprints)


@dataclass(frozen=True)
class KindChoice:
    """A kind that a change may be called, and what is typed for it."""

    kind: Kind
    field: str
    typed: str
    is_chosen: bool


HINTS = {
    frozenset(Kind): _(
        "Where words change that readers have read, they are told: what is new, what was wrong, "
        "or that misprints were put right, in each language whose text changes."
    ),
    frozenset({Kind.UPDATE, Kind.TYPOGRAPHICAL}): _(
        "Where words change that readers have read, they are told: what is new, or that misprints "
        "were put right, in each language whose text changes."
    ),
    frozenset({Kind.UPDATE}): _(
        "Where words change that readers have read, they are told what is new, in each language "
        "whose text changes."
    ),
    frozenset({Kind.TYPOGRAPHICAL}): _(
        "Where misprints are put right that readers have read, they are told so, in each language "
        "whose text changes."
    ),
    frozenset(): _("Where words change that readers have read, they are told."),
}
"""What who publishes says to readers, by the kinds of change that are theirs to name."""


def hints(copy: Article, may: set[Kind]) -> list[str]:
    """What a person may say to readers, and who says the rest."""
    known = frozenset(may) if frozenset(may) in HINTS else frozenset(Kind)
    own = [str(HINTS[known])]
    return own if Kind.SUBSTANCE in may else [*own, who_may(copy)]


@dataclass(frozen=True)
class ChangeQuestion:
    """What a page asks of one language whose readers are to be told."""

    owed: OwedCorrection
    choices: list[KindChoice]

    @property
    def has_correction(self) -> bool:
        return any(one.kind == Kind.SUBSTANCE for one in self.choices)

    @property
    def name(self) -> str:
        return f"{KIND}{self.owed.language.code}"


def question(one: OwedCorrection, may: set[Kind], request: HttpRequest) -> ChangeQuestion:
    code, post = one.language.code, request.POST
    kinds = [kind for kind in one.kinds if kind in may]
    chosen = post.get(f"{KIND}{code}") or (one.proposed if one.proposed in kinds else "")
    choices = []
    for kind in kinds:
        field = f"{TEXTS[kind]}{code}" if kind in TEXTS else ""
        choices.append(KindChoice(kind, field, post.get(field, ""), kind == (chosen or kinds[0])))
    return ChangeQuestion(one, choices)


def notice_fields(request: HttpRequest, copy: Article) -> dict[str, Any]:
    """What the form of a working copy lets its person say of the changes, as yet unknown."""
    may = kinds_for(copy, person(request))
    live: Any = copy.working_copy_of
    read = readers_of(live)
    languages = [one for one in Language.active().then_others if one in read]
    fields = {
        kind: [(one, f"{begins}{one.code}") for one in languages] if kind in may else []
        for kind, begins in TEXTS.items()
    }
    typed = {
        kind: [(one, name, request.POST.get(name, "")) for one, name in asked]
        for kind, asked in fields.items()
    }
    return {
        "updates": typed[Kind.UPDATE],
        "wrongs": typed[Kind.SUBSTANCE],
        "hints": hints(copy, may),
        "may_call_misprints": Kind.TYPOGRAPHICAL in may,
        "typographical": notices_in(request).typographical,
    }
