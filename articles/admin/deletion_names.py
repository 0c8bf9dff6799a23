"""What goes with what is deleted, by the names that the person who deletes may read."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.contrib.admin.options import EMPTY_VALUE_STRING
from django.contrib.admin.utils import NestedObjects, display_for_value, quote
from django.db import router
from django.db.models import SET_NULL, Count, Exists, OuterRef, Subquery
from django.db.models.deletion import get_candidate_relations_to_delete
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles.desk.editing.snapshots import NAMING_COLUMNS
from articles.desk.library.names import name_for

from .requests import person

FEW = 100
"""Records of which it is asked at once what hangs on them."""
CALLED_BY = NAMING_COLUMNS | {"topic", "event"}
"""The columns that rows are called by: they are read with them."""


class FewQuestions(NestedObjects):
    """What hangs on records, asked of those tables alone that have any of it: one question says
    which.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.there: dict[tuple[Any, ...], set[Any]] = {}

    def add_edge(self, source: Any, target: Any) -> None:
        """What hangs on what; a row that only ties two records has no name, and is counted."""
        if not target._meta.auto_created:
            super().add_edge(source, target)

    def related_objects(self, related_model: Any, related_fields: Any, objs: Any) -> Any:
        model = type(objs[0]) if objs else None
        relations: Any = get_candidate_relations_to_delete(model._meta) if model else ()
        ways = {one.field for one in relations}
        if model is not None and len(ways) > 1 and len(objs) <= FEW:
            there = self.ways_there(model, ways, [one.pk for one in objs])
            if there.isdisjoint(related_fields):
                return related_model._base_manager.none()
        named = CALLED_BY & {one.name for one in related_model._meta.concrete_fields}
        found = super().related_objects(related_model, related_fields, objs)
        return found.select_related(*(one.name for one in related_fields), *sorted(named))

    def ways_there(self, model: Any, ways: set[Any], keys: list[Any]) -> set[Any]:
        """The columns by which rows of other tables hang on any of some records."""
        if (model, *keys) not in self.there:
            wanted = [*ways]
            rows = (one.model._base_manager.filter(**{f"{one.name}__in": keys}) for one in wanted)
            asked = model._base_manager.filter(pk=keys[0]).order_by()
            said = asked.values_list(*(Exists(one.order_by()) for one in rows)).first()
            self.there[model, *keys] = {
                way for way, is_there in zip(wanted, said or (), strict=False) if is_there
            }
        return self.there[model, *keys]


def know_each_other(records: Any, found: Any) -> None:
    """Let what hangs on a record know it as it was read, with whom it belongs to."""
    known = {(type(one), one.pk): one for one in records}
    for rows in found.values():
        for row in rows:
            for column in type(row)._meta.concrete_fields:
                if column.is_relation and (
                    record := known.get((column.related_model, getattr(row, column.attname)))
                ):
                    setattr(row, column.name, record)


def deleted_objects(
    records: Any, request: HttpRequest, site: Any
) -> tuple[list[Any], dict[Any, int], set[Any], list[Any]]:
    """What Django's function of this kind returns, with the names that the person may read."""
    if not len(records):
        return [], {}, set(), []
    collector: Any = FewQuestions(using=router.db_for_write(records[0]._meta.model), origin=records)
    collector.collect(records)
    know_each_other(records, collector.data)
    kept: set[Any] = set()

    def shown(record: Any) -> str | SafeString:
        model, name = type(record), name_for(person(request), record)
        kind = capfirst(model._meta.verbose_name)
        if not site.is_registered(model):
            return str(_("{kind}: {name}")).format(kind=kind, name=name)
        # What hangs on an article goes by the right to delete that: nobody deletes a note alone.
        hangs_on = getattr(record, "article", None)
        is_asked = hangs_on is None or hangs_on not in collector.data.get(type(hangs_on), ())
        may = site.get_model_admin(model).has_delete_permission
        if is_asked and not may(request, record):
            kept.add(model._meta.verbose_name)
        page = f"{site.name}:{model._meta.app_label}_{model._meta.model_name}_change"
        try:
            url = reverse(page, args=[quote(record.pk)])
        except NoReverseMatch:
            return str(_("{kind}: {name}")).format(kind=kind, name=name)
        words = display_for_value(name, EMPTY_VALUE_STRING)
        link = format_html('<a href="{}">{}</a>', url, words)
        return format_html(str(_("{kind}: {name}")), kind=kind, name=link)

    nested = collector.nested(shown)
    models = collector.model_objs
    counts = {counted_as(model, models): len(rows) for model, rows in models.items()}
    return nested, counts, kept, [shown(one) for one in collector.protected]


def counted_as(model: Any, deleted: Any) -> str:
    """What rows of a table are called where they are counted: ties, by what is at their other end.

    Args:
        model: of the table.
        deleted: the tables of all that is deleted.
    """
    if not model._meta.auto_created:
        return str(model._meta.verbose_name_plural)
    ends = [one.related_model for one in model._meta.concrete_fields if one.is_relation]
    (end, *_rest) = [one for one in ends if one not in deleted] or ends
    return str(_("ties ({kind})")).format(kind=end._meta.verbose_name_plural)


def counts_told(counts: Any, but_for: str = "") -> list[str]:
    """« Notes : 3 », of each kind; of the kind that is asked about, without that one."""
    told = [(kind, number - (kind == but_for)) for kind, number in counts]
    sentence = str(_("{kind}: {name}"))
    return [
        sentence.format(kind=capfirst(kind), name=number_format(number))
        for kind, number in told
        if number
    ]


def left_unnamed(record: Any) -> dict[str, int]:
    """What stays and names the record no more, by its kind: the texts of an account's author."""
    ways = [one for one in record._meta.related_objects if one.on_delete is SET_NULL]
    asked = {
        f"way_{number}": Subquery(
            one.related_model._base_manager.filter(**{one.field.name: OuterRef("pk")})
            .order_by()
            .values(one.field.name)
            .annotate(number=Count("pk"))
            .values("number")
        )
        for number, one in enumerate(ways)
    }
    itself = type(record)._base_manager.filter(pk=record.pk).order_by()
    found = itself.values(**asked).first() if asked else None
    kinds: Counter[str] = Counter()
    for name, way in zip(asked, ways, strict=True):
        kinds[f"{way.related_model._meta.verbose_name_plural}"] += (found or {}).get(name) or 0
    return +kinds
