"""Records named where no mark-up can be: set apart or tagged, and several by their kind.

What is known in another language only says so: it is set apart, or tagged.

In a page, the template tags ``name``, ``said`` and ``link`` mark it with ``lang`` and ``dir``.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles.languages import Language
from articles.models import Record
from articles.text.typography.direction import END, ISOLATE

type Tagged = str | dict[str, str]


def set_apart(record: Record, field: str) -> str:
    """What a record says in the active language, or in another, whose direction harms nothing."""
    language = record.language_of(field)
    text = record.said(field, language) if language else ""
    return text if language == Language.active() or not text else f"{ISOLATE}{text}{END}"


def tagged(record: Record, field: str) -> Tagged:
    """The same as JSON-LD has it: a text, or a value with its language (JSON-LD 1.1, 4.2.4)."""
    language = record.language_of(field)
    if language is None or language == Language.active():
        return record.said(field, language)
    return {"@value": record.said(field, language), "@language": language.code}


def named_by_kind(records: Iterable[Record]) -> str:
    """Records of several kinds in one line: « Personnes (2) : A · B – Lieux (1) : Rabat »."""
    kinds: dict[str, list[Record]] = {}
    for one in records:
        kinds.setdefault(one._meta.label, []).append(one)
    told = [
        _("%(kind)s (%(count)d): %(names)s")
        % {
            "kind": capfirst(f"{rows[0]._meta.verbose_name_plural}"),
            "count": len(rows),
            "names": " · ".join(str(one) for one in rows),
        }
        for rows in kinds.values()
    ]
    return " – ".join(told)
