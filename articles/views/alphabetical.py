"""People, organizations, sources and topics from the first letter to the last."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar
from urllib.parse import quote

from django.db.models import Max, Prefetch, QuerySet
from django.http import Http404
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.languages import Language
from articles.models import Affiliation, NamedRecord, Organization, Source, Speaker, Topic
from articles.text.analysis.collation import OTHER, initial, sort_key

from .http_cache import moments
from .pages import PublicPage

AT_ONCE = 300
"""From more names than this on, a page shows one letter of them."""


@dataclass
class Letter:
    """A letter of the alphabet, with those listed under it."""

    letter: str
    keys: list[int] = field(default_factory=list)
    records: list[NamedRecord] = field(default_factory=list)
    url: str = ""


class AlphabeticalList(PublicPage):
    """Everyone with a page in the language, in the order of its alphabet."""

    template_name = "articles/alphabetical_list.html"
    model: ClassVar[type[NamedRecord]]
    with_positions: ClassVar[bool] = False
    nobody: ClassVar[str | Promise]
    """What it says where it is empty: nobody came yet, or all have left."""

    def get_queryset(self) -> QuerySet[Any]:
        return self.model.objects.public()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        letters = self.letters()
        whole = sum(len(one.keys) for one in letters) <= AT_ONCE
        shown = letters if whole else [self.asked_for(letters)]
        rows = self.get_queryset().in_bulk([key for one in shown for key in one.keys])
        for one in letters:
            one.records = [rows[key] for key in one.keys if key in rows]
            one.url = f"#{one.letter}" if whole else f"?letter={one.letter}"
        context = super().get_context_data(
            letters=letters,
            shown=shown,
            rows=list(rows.values()),
            # What left the list or changed its name changed this date.
            last_change=self.model._default_manager.aggregate(at=Max("updated_at"))["at"],
            # What is published or withdrawn brings names, or takes them away.
            moments=moments(),
            verbose_name_plural=self.model._meta.verbose_name_plural,
            with_positions=self.with_positions,
            nobody=self.nobody,
            **kwargs,
        )
        if not whole and "letter" in self.request.GET:
            context["canonical"] += f"?letter={quote(shown[0].letter)}"
            context["alternates"] = self.alternates(same=False)
        return context

    def letters(self) -> list[Letter]:
        """The letters that somebody stands under, in order, each with its keys in order."""
        language = Language.active()
        columns = [language.field("name")]
        if hasattr(self.model, "sort_name"):
            columns.append(language.field("sort_name"))
        listed = []
        for key, name, *wished in self.get_queryset().order_by().values_list("pk", *columns):
            listed.append(((wished[0] if wished else "") or self.model.listed_as(name or ""), key))
        by_letter: dict[str, Letter] = {}
        for name, key in sorted(listed, key=lambda one: (*sort_key(one[0]), one[1])):
            letter = initial(name)
            by_letter.setdefault(letter, Letter(letter)).keys.append(key)
        # Numbers and signs come last, as in a printed index.
        return sorted(by_letter.values(), key=lambda one: one.letter == OTHER)

    def asked_for(self, letters: list[Letter]) -> Letter:
        asked = self.request.GET.get("letter", letters[0].letter)
        for one in letters:
            if one.letter == asked:
                return one
        raise Http404


class SpeakerList(AlphabeticalList):
    page = "speakers"
    model = Speaker
    nobody = _("Nobody is listed in this language at present.")
    with_positions = True

    def get_queryset(self) -> QuerySet[Any]:
        held = Affiliation.objects.filter(until=None).select_related("organization")
        return super().get_queryset().prefetch_related(Prefetch("affiliations", held))


class OrganizationList(AlphabeticalList):
    page = "organizations"
    model = Organization
    nobody = _("No organization is listed in this language at present.")


class SourceList(AlphabeticalList):
    page = "sources"
    model = Source
    nobody = _("No source is listed in this language at present.")


class TopicList(AlphabeticalList):
    page = "topics"
    model = Topic
    nobody = _("No topic is listed in this language at present.")
