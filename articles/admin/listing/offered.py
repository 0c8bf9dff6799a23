"""What the list of articles offers to filter by: of each kind of record some, in one question."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.db.models import CharField, F, QuerySet, Value, Window
from django.db.models.functions import RowNumber
from django.utils.functional import cached_property

from articles.languages import Language
from articles.models import Event, Speaker, Topic
from articles.models.kept_questions import kept

MOST_OFFERED = 60
"""Choices of a filter; what is older is found with the search."""
NEWEST: dict[type[Any], list[Any]] = {
    Event: [F("starts_on").desc(nulls_last=True), F("pk").desc()],
    Speaker: [F("updated_at").desc(), F("pk").desc()],
    Topic: [F("updated_at").desc(), F("pk").desc()],
}
"""In which order records of a kind are offered."""
KINDS = {model._meta.model_name: model for model in NEWEST}

type Choices = list[tuple[str, str]]
"""Keys and names, as a filter has them."""


class Offers:
    """What the filters of one list offer: asked for once, by the first of them."""

    def of(self, kind: type[Any]) -> Choices:
        return self.by_kind[kind]

    @cached_property
    def by_kind(self) -> dict[type[Any], Choices]:
        found: dict[type[Any], Choices] = defaultdict(list)
        for kind, _turn, key, record_key, *names in offered():
            model = KINDS[kind]
            columns = dict(zip(name_columns(), names, strict=True))
            found[model].append((f"{key}", f"{model(pk=key, key=record_key, **columns)}"))
        return found


@kept
def offered() -> QuerySet[Any, Any]:
    """The kind, the place in its order, the key and the names of each record, in that order."""
    first, *others = [of_kind(model, order) for model, order in NEWEST.items()]
    return first.union(*others, all=True).order_by("kind_of", "turn")


def of_kind(model: type[Any], order: list[Any]) -> QuerySet[Any, Any]:
    some = model.objects.order_by(*order).values("pk")[:MOST_OFFERED]
    # Past the managers, which rewrite every query for the active language.
    return (
        QuerySet(model)
        .filter(pk__in=some)
        .order_by()
        .annotate(
            kind_of=Value(model._meta.model_name, CharField()),
            turn=Window(RowNumber(), order_by=order),
        )
        .values_list("kind_of", "turn", "pk", "key", *name_columns())
    )


def name_columns() -> list[str]:
    return [language.field("name") for language in Language.all()]
