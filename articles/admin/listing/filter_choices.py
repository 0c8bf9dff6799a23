"""What the list of articles offers to filter by: of each kind of record some, in one question."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.contrib.admin import RelatedFieldListFilter
from django.db.models import Case, CharField, F, QuerySet, Value, When, Window
from django.db.models.functions import Concat, RowNumber, Trim
from django.http import HttpRequest
from django.utils.functional import cached_property

from articles.languages import Language
from articles.models import Event, Source, Speaker, Topic, User
from articles.models.alphabet import Alphabetical, in_alphabet
from articles.models.cached_queries import cached

MOST_OFFERED = 60
"""Choices of a filter; what is older is found with the search."""
NEWEST: dict[type[Any], list[Any]] = {
    Event: [F("starts_on").desc(nulls_last=True), F("pk").desc()],
    Speaker: [F("updated_at").desc(), F("pk").desc()],
    Topic: [F("updated_at").desc(), F("pk").desc()],
}
"""In which order records of a kind are offered."""
OFFERED: list[type[Any]] = [*NEWEST, Source, User]
KINDS = {str(model._meta.model_name): model for model in OFFERED}

type Choices = list[tuple[str, str]]
"""Keys and names, as a filter has them."""


class Offers:
    """What the filters of one list offer: asked for once, by the first of them."""

    def of(self, kind: type[Any]) -> Choices:
        return self.by_kind[kind]

    @cached_property
    def by_kind(self) -> dict[type[Any], Choices]:
        found: dict[type[Any], Choices] = defaultdict(list)
        for kind, _turn, key, own, *names in rows_of_choices():
            model = KINDS[kind]
            name = own if model is User else f"{record_named(model, key, own, names)}"
            found[model].append((f"{key}", name))
        return found


class SourceFilter(RelatedFieldListFilter):
    """Where a text is from: every source, as the list offers it."""

    def field_choices(self, field: Any, request: HttpRequest, model_admin: Any) -> Any:
        return model_admin.offers.of(Source)


@cached
def rows_of_choices() -> QuerySet[Any, Any]:
    """The kind, the place in its order, the key and the names of each record, in that order."""
    newest = [
        of_kind(model, order, model.objects.order_by(*order)[:MOST_OFFERED])
        for model, order in NEWEST.items()
    ]
    by_name = [*in_alphabet(Source, ["name"]), F("pk").asc()]
    kinds: list[Any] = [*newest, of_kind(Source, by_name, Source.objects.all()), writing()]
    first, *others = kinds
    return first.union(*others, all=True).order_by("kind_of", "turn")


def of_kind(model: type[Any], order: list[Any], some: Any) -> QuerySet[Any, Any]:
    # Past the managers, which rewrite every query for the active language.
    return (
        QuerySet(model)
        .filter(pk__in=some.values("pk"))
        .order_by()
        .annotate(
            kind_of=Value(model._meta.model_name, CharField()),
            turn=Window(RowNumber(), order_by=order),
        )
        .values_list("kind_of", "turn", "pk", "key", *name_columns())
    )


def writing() -> QuerySet[Any, Any]:
    """Who may have begun an article, each by the name that an account is called by."""
    full = Concat("first_name", Value(" "), "last_name", output_field=CharField())
    some = User.objects.filter(is_staff=True, is_active=True).order_by("username")
    return (
        User.objects.filter(pk__in=some.values("pk")[:MOST_OFFERED])
        .order_by()
        .annotate(
            full_name=Trim(full, output_field=CharField()),
            kind_of=Value(User._meta.model_name, CharField()),
            called=Case(
                When(full_name="", then="username"),
                default="full_name",
                output_field=CharField(),
            ),
            turn=Window(RowNumber(), order_by=[Alphabetical("called").asc(), F("username").asc()]),
            **{f"no_{name}": Value("", CharField()) for name in name_columns()},
        )
        .values_list("kind_of", "turn", "pk", "called", *(f"no_{one}" for one in name_columns()))
    )


def name_columns() -> list[str]:
    return [language.field("name") for language in Language.all()]


def record_named(model: type[Any], pk: int, key: str, names: Iterable[str], **also: Any) -> Any:
    """A record of which its names alone were read, by ``name_columns``."""
    return model(pk=pk, key=key, **dict(zip(name_columns(), names, strict=True)), **also)
