"""What a record takes over from another that is merged into it: its names, and what it lacked."""

from __future__ import annotations

from typing import Any

from django.db import models

from articles.languages import Language

from .values import columns_of

OWN = ("slug", "visibility", "aliases")
"""Columns of which each record has its own; of the last two, something is taken over."""
OF_ONE_WHOLE = models.DateField | models.TimeField | models.IntegerField
"""A day of the one beside an hour of the other would be neither's."""


def take_over(gone: Any, kept: Any) -> None:
    """Let who is kept have the names of who goes, and what it lacked; nothing is saved."""
    for column in columns_lacking(gone, kept):
        setattr(kept, column.attname, getattr(gone, column.attname))
    for language in Language.all():
        take_names(gone, kept, language)
        take_visibility(gone, kept, language)


def columns_lacking(gone: Any, kept: Any) -> list[models.Field[Any, Any]]:
    """The columns in which who is kept says nothing, and who goes does."""
    return [
        column
        for column in columns_of(type(kept))
        if not column.name.startswith(OWN)
        and not column.choices
        and column.name != "parent"
        and not isinstance(column, OF_ONE_WHOLE)
        and not getattr(kept, column.attname)
        and getattr(gone, column.attname)
    ]


def take_names(gone: Any, kept: Any, language: Language) -> None:
    column = language.field("aliases")
    if hasattr(kept, column) and (new := names_to_take(gone, kept, language)):
        setattr(kept, column, "\n".join([*kept.said("aliases", language).splitlines(), *new]))


def names_to_take(gone: Any, kept: Any, language: Language) -> list[str]:
    """The names of who goes that who is kept does not have yet, in a language.

    Another spelling is another name: texts have it, and readers of them look for it.
    """
    if not hasattr(kept, language.field("aliases")):
        return []
    known = kept.said("aliases", language).splitlines()
    taken = {one.strip() for one in (*known, kept.said("name", language))}
    others = [gone.said("name", language), *gone.said("aliases", language).splitlines()]
    new = []
    for one in others:
        if one.strip() and one.strip() not in taken:
            taken.add(one.strip())
            new.append(one)
    return new


def take_visibility(gone: Any, kept: Any, language: Language) -> None:
    """Make the kept record public where the merged one was; a record kept hidden stays so."""
    column = language.field("visibility")
    mine, theirs = (getattr(one, column, "") for one in (kept, gone))
    if theirs == "public" and mine == "automatic":
        setattr(kept, column, theirs)
