"""« Is this the same as … »: the records that a name in a text may mean, for a field to choose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from articles.languages import Language
from articles.models import Event, Organization, Place, Record, Source, Speaker, User
from articles.models.permissions import permission_to
from articles.wire.name_lookup import KnownNames

from ..requests import number

NEW, NONE = "new", "none"
ROW = re.compile(r"(?:speakers|organizations)-\d{1,4}-use")
MOST_WORDS, MOST_FOUND = 5, 10
MODELS: tuple[type[Record], ...] = (Place, Source, Event, Speaker, Organization)


class RecordChoices:
    """What one person may choose for the names of one text."""

    def __init__(self, user: User) -> None:
        self.user = user
        self.known = {model: KnownNames(model) for model in MODELS}

    def may_make(self, model: type[Record]) -> bool:
        return self.user.has_perm(permission_to("add", model))

    def first(self, model: type[Record], name: str | None) -> str:
        """What is chosen before anybody has: the record that is called so, else a new one."""
        if not name:
            return NONE
        if key := self.known[model].called(bare(name)):
            return str(key)
        return NEW if self.may_make(model) else NONE

    def of(
        self, model: type[Record], name: str, chosen: str, sought: str = ""
    ) -> list[tuple[str, str]]:
        """The choices for a name: what it may mean, what was looked for, a new record, nothing."""
        keys = [self.known[model].called(bare(name)), *self.known[model].near(bare(name))]
        keys += [number(chosen), *found_by(model, sought)]
        rows = model._base_manager.in_bulk([key for key in dict.fromkeys(keys) if key])
        found = [
            (str(key), _("Known: %s") % described(rows[key]))
            for key in dict.fromkeys(keys)
            if key in rows
        ]
        made = [(NEW, _("New: it is made when the draft is saved"))] if self.may_make(model) else []
        return [*found, *made, (NONE, _("Leave it out"))]

    def known_elsewhere(self, typed: Mapping[str, str]) -> list[str]:
        """The names that are to be new records, though another script may have them already."""
        said = []
        for model, name, use in uses_in(typed):
            if use != NEW or not name:
                continue
            keys = self.known[model].in_another_script(bare(name))
            rows = model._base_manager.in_bulk(keys)
            others = Language.active().listed([described(rows[key]) for key in keys if key in rows])
            if others:
                said.append(_("%(name)s: %(known)s") % {"name": name, "known": others})
        return list(dict.fromkeys(said))

    def chosen(self, model: type[Record], use: str) -> Record | None:
        """The record of a choice; nothing for a new one."""
        return model._base_manager.filter(pk=number(use)).first() if number(use) else None


def uses_in(typed: Mapping[str, str]) -> Iterator[tuple[type[Record], str, str]]:
    """Each name of a form, what it is the name of, and which record was chosen for it."""
    for model, name in ((Place, "place"), (Event, "event")):
        yield model, typed.get(name, ""), typed.get(f"{name}_use", "")
    for model, prefix in ((Speaker, "speakers"), (Organization, "organizations")):
        rows = (one.removesuffix("-use") for one in typed if ROW.fullmatch(one))
        for row in rows:
            if row.startswith(f"{prefix}-"):
                yield model, typed.get(f"{row}-name", ""), typed.get(f"{row}-use", "")


def found_by(model: type[Record], sought: str) -> list[int]:
    """The records whose name has these words, in any language."""
    words = sought.split()[:MOST_WORDS]
    if not words:
        return []
    rows = model._base_manager.all()
    for word in words:
        columns = (language.field("name") for language in Language.all())
        rows = rows.filter(reduce(or_, (Q(**{f"{one}__icontains": word}) for one in columns)))
    return list(rows.order_by("pk").values_list("pk", flat=True)[:MOST_FOUND])


def bare(name: str) -> str:
    """A name without the acronym that stands behind it."""
    return name.removesuffix(")").partition(" (")[0] if name.endswith(")") else name


def described(record: Any) -> str:
    """A record with what tells it from its namesakes."""
    parts = Language.active().comma.join(details(record))
    return " – ".join(filter(None, [str(record), parts]))


def details(record: Any) -> Iterable[str]:
    if isinstance(record, Speaker):
        held = record.affiliations.first()
        return [str(held)] if held else []
    if isinstance(record, Event):
        return [record.period] if record.starts_on else []
    acronym = record.said("acronym") if isinstance(record, Organization) else ""
    return [acronym] if acronym else []
