"""What a form says to readers of the changes it publishes: of which kind each is, and the words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from articles.desk.corrections import Kind, Owed, Told, kinds_for, readers_of
from articles.languages import Language
from articles.models import Article

from .rights import person

TYPOGRAPHICAL, KIND = "_typographical", "_kind-"
TEXTS = {Kind.SUBSTANCE: "_correction-", Kind.UPDATE: "_update-"}
"""How the fields begin in which readers are told of a change, by its kind."""


def told(request: HttpRequest) -> Told:
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
    return Told(texts[Kind.SUBSTANCE], is_all, texts[Kind.UPDATE], misprints)


@dataclass(frozen=True)
class Choice:
    """A kind that a change may be called, and what is typed for it."""

    kind: Kind
    field: str
    typed: str
    is_chosen: bool


@dataclass(frozen=True)
class Question:
    """What a page asks of one language whose readers are to be told."""

    owed: Owed
    choices: list[Choice]

    @property
    def name(self) -> str:
        return f"{KIND}{self.owed.language.code}"


def question(one: Owed, may: set[Kind], request: HttpRequest) -> Question:
    code, post = one.language.code, request.POST
    kinds = [kind for kind in one.kinds if kind in may]
    chosen = post.get(f"{KIND}{code}") or (one.proposed if one.proposed in kinds else "")
    choices = []
    for kind in kinds:
        field = f"{TEXTS[kind]}{code}" if kind in TEXTS else ""
        choices.append(Choice(kind, field, post.get(field, ""), kind == (chosen or kinds[0])))
    return Question(one, choices)


def telling(request: HttpRequest, copy: Article) -> dict[str, Any]:
    """What the form of a working copy lets its person say of the changes, as yet unknown."""
    may, updates = kinds_for(copy, person(request)), TEXTS[Kind.UPDATE]
    live: Any = copy.working_copy_of
    languages = readers_of(live) if Kind.UPDATE in may else []
    fields = [(one, f"{updates}{one.code}") for one in languages]
    return {
        "updates": [(one, name, request.POST.get(name, "")) for one, name in fields],
        "may_call_misprints": Kind.TYPOGRAPHICAL in may,
        "typographical": told(request).typographical,
    }
