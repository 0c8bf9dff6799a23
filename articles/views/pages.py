"""What every public page has: one language, an address in each, a date of last change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from django.db.models import FETCH_RAISE, DateTimeField, Q, QuerySet, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.encoding import iri_to_uri
from django.views.generic import TemplateView

from articles.languages import Language
from articles.models.cached_fragments import cached_fragment, values_of
from articles.models.cached_queries import cached
from articles.models.identity import identity
from articles.wire.linked_data import for_script
from articles.wire.plain_text import say_numbers

from .http_cache import ahead, last_change, moments, next_change, say_freshness, say_when_away
from .not_found import newest, not_kept
from .pagination import ListPage
from .redirects import moved_to, record_once_at

NOT_IN_TEXT = {"linked_data"}
"""What the page of a record is given that is written of the rest."""


@dataclass(frozen=True)
class Alternate:
    """The same page in one language: where it is, or ``None`` where there is none."""

    language: Language
    url: str | None
    says_the_same: bool = True

    @property
    def is_active(self) -> bool:
        return self.language == Language.active()

    @property
    def own_name(self) -> str:
        """« français », as a sentence in that language has it."""
        return self.language.name_of(self.language)


class PublicPage(TemplateView):
    """A page that is the same for everyone who reads its language."""

    page: ClassVar[str]
    """The name of its URL pattern."""
    page_size: ClassVar[int] = 20

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        response = super().render_to_response(context, **kwargs)
        say_freshness(self.request, response, context.values())
        say_when_away(response)
        response.add_post_render_callback(say_numbers)  # type: ignore[attr-defined]
        return response

    def paginate(self, build: Callable[..., QuerySet[Any]], *values: Any) -> ListPage:
        """The page asked for, of the list that a function builds of these values."""
        number = self.request.GET.get("page", "1")
        return ListPage.of(build, values, number, self.page_size)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kwargs = super().get_context_data(**kwargs)
        page: ListPage | None = kwargs.get("page_obj")
        further = f"?page={page.number}" if page and not page.is_first else ""
        return kwargs | {
            "canonical": iri_to_uri(self.request.path) + further,
            # The second pages of two languages do not list the same things.
            "alternates": self.alternates(same=not further),
        }

    def alternates(self, same: bool = True) -> list[Alternate]:
        return [Alternate(language, self.url_in(language), same) for language in Language.all()]

    def url_in(self, language: Language) -> str | None:
        """Where this page is in a language; ``None`` where it is not."""
        with translation.override(language.code):
            return reverse(self.page)


class PagedListView(PublicPage):
    """A list, newest first, a page at a time."""

    def asked_for(self) -> ListPage:
        """The page of it that the address asks for."""
        raise NotImplementedError

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page = self.asked_for()
        return super().get_context_data(page_obj=page, moments=moments(), **kwargs)


class TranslatedDetailView(PublicPage):
    """One record under its slug in the language of the address."""

    model: ClassVar[Any]
    shown_with: ClassVar[tuple[str, ...]] = ()
    """The relations to fetch it with."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        language, slug = Language.active(), kwargs["slug"]
        column: Any = self.model._meta.get_field(language.field("slug"))
        found = page_at.first(column.get_prep_value(slug), *ahead(), view=type(self))
        if found is None:
            return self.moved(slug) or self.elsewhere(slug)
        self.object = found
        return self.render_to_response(self.get_context_data(object=found))

    @classmethod
    def in_language(cls, language: Language, now: datetime, until: datetime) -> QuerySet[Any]:
        """The records that readers of a language have a page of."""
        known = cls.model._default_manager.public(language, now)
        return cls.with_related(known.with_publicity(now), now, until)

    @classmethod
    def with_related(cls, records: QuerySet[Any], now: datetime, until: datetime) -> QuerySet[Any]:
        """Records with all that their page shows of other tables' single rows."""
        date = DateTimeField(null=True)
        records = records.annotate(
            last_change=Subquery(last_change(now), date),
            next_change=Subquery(next_change(now, until), date),
        ).fetch_mode(FETCH_RAISE)
        return records.select_related(*cls.shown_with) if cls.shown_with else records

    def moved(self, slug: str) -> HttpResponse | None:
        """Lead on from an address that the page of a record had before."""
        found = record_once_at(self.model, slug)
        if found is None or not found.languages_with_page:
            return None
        if found.has_page_in():
            return moved_to(found.url_in(Language.active()))
        return not_kept(self.lead_to(found))

    def elsewhere(self, slug: str) -> HttpResponse:
        """Lead to the page from its address in another language, or say where it can be read.

        Raises:
            Http404: no language has such a page.
        """
        asked = Language.active()
        for language in asked.others:
            here = Q(**{language.field("slug"): slug}) | Q(**{asked.field("slug"): slug})
            found = self.in_language(language, *ahead()).filter(here).order_by("-pk").first()
            if found is not None:
                return self.lead_to(found)
        raise Http404

    def lead_to(self, found: Any) -> HttpResponse:
        if found.has_page_in():
            return moved_to(found.url_in(Language.active()))
        self.object = found
        asked = Language.active()
        context = {
            "object": found,
            "alternates": self.alternates(),
            "own_name": asked.name_of(asked),
        }
        return render(self.request, "articles/not_in_language.html", context, status=404)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        moments = [getattr(self.object, name, None) for name in ("last_change", "next_change")]
        page: ListPage | None = kwargs.get("page_obj")
        if page is not None and not page.rows and not kwargs.get("articles"):
            kwargs["newest"] = newest()
        if "values" not in kwargs:
            shown = {name: one for name, one in kwargs.items() if name not in NOT_IN_TEXT}
            kwargs["values"] = values = values_of(shown, identity())
            if told := kwargs.get("linked_data"):
                kwargs["linked_data"] = cached_fragment(
                    "linked data", values, lambda: for_script(told() if callable(told) else told)
                )
        return super().get_context_data(moments=moments, **kwargs)

    def url_in(self, language: Language) -> str | None:
        return self.object.url_in(language) if self.object.has_page_in(language) else None


@cached
def page_at(
    slug: str, now: datetime, until: datetime, *, view: type[TranslatedDetailView]
) -> QuerySet[Any]:
    """What has its page at a slug in the active language."""
    language = Language.active()
    return view.in_language(language, now, until).filter(**{language.field("slug"): slug})[:1]
