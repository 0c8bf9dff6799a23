"""The press room: whom to ask, what was said last, and the kits that the press is given."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from articles.languages import Language
from articles.models import Article, MediaKit, PressContact, Record, SitePage
from articles.models.cached_queries import cached
from articles.wire.linked_data import breadcrumbs, graph

from .http_cache import moments
from .pages import PagedListView, PublicPage, TranslatedDetailView
from .pagination import PAGE_NUMBER, ListPage
from .press_contacts import all_contacts, contacts_of_all
from .press_files import KitFiles, files_of
from .site_pages import FixedPage

Kind = Article.Kind
SAID = (Kind.COMMUNIQUE, Kind.STATEMENT, Kind.NOTE)
LATEST, KITS_SHOWN = 8, 6
PICTURES_AT_ONCE = 48
"""Pictures on a page of a kit."""


class PressRoom(PublicPage):
    """All that the press looks for, under what editors wrote of it."""

    page = "press"
    template_name = "articles/press_room.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        now = timezone.now()
        return super().get_context_data(
            written=self.written(),
            contacts=all_contacts(),
            said=latest(now, kinds=SAID),
            accreditations=latest(now, kinds=(Kind.ACCREDITATION,)),
            kits=latest_kits(now),
            moments=moments(),
            dates=[*changes_of(MediaKit), *changes_of(PressContact), *kits_to_come(now)],
            linked_data=graph(breadcrumbs((gettext("Press room"), reverse(self.page)))),
            **kwargs,
        )

    def written(self) -> dict[str, Any]:
        """What editors wrote for the press, as a static page shows it."""
        page = FixedPage(page=SitePage.PRESS)
        page.setup(self.request)
        found = page.text_in(Language.active())
        if found is None:
            return {}
        page.object = found
        return page.get_context_data(object=found)


@cached
def latest(now: datetime, *, kinds: tuple[str, ...]) -> QuerySet[Article]:
    """The newest of some kinds."""
    return Article.objects.live(now).filter(kind__in=kinds).newest_first().for_list()[:LATEST]


def newest_kits(now: datetime) -> QuerySet[MediaKit]:
    date = Language.active().field("published_at")
    return MediaKit.objects.public(at=now).order_by(f"-{date}", "-pk")


@cached
def latest_kits(now: datetime) -> QuerySet[MediaKit]:
    return newest_kits(now)[:KITS_SHOWN]


def kits_to_come(now: datetime) -> list[datetime]:
    """When the next kit is there."""
    date = Language.active().field("published_at")
    due = MediaKit.objects.filter(**{f"{date}__gt": now}).order_by(date)
    return list(due.values_list(date, flat=True)[:1])


def changes_of(model: type[Record]) -> list[datetime]:
    """When a row of a table last changed: what left the readers has no other date on their page."""
    rows: Any = model._default_manager
    return list(rows.order_by("-updated_at").values_list("updated_at", flat=True)[:1])


class KitList(PagedListView):
    page = "kits"
    template_name = "articles/kit_list.html"

    def asked_for(self) -> ListPage:
        return self.paginate(newest_kits, timezone.now())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        dates = [*changes_of(MediaKit), *kits_to_come(timezone.now())]
        return super().get_context_data(dates=dates, **kwargs)


class KitPage(TranslatedDetailView):
    """A kit, with each of its files, and a form that asks for some of them together."""

    model: ClassVar[Any] = MediaKit
    template_name = "articles/kit_detail.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kit: MediaKit = self.object
        files, contacts = files_of(kit), contacts_of_all()
        trail = [
            (gettext("Press room"), reverse("press")),
            (gettext("Media kits"), reverse("kits")),
        ]
        return super().get_context_data(
            kit=kit,
            files=files,
            page_obj=self.pictures_shown(files),
            contacts=contacts,
            dates=[
                *files.dated,
                *contacts,
                *changes_of(PressContact),
                *(kit.published_at_in(one) for one in Language.all()),
            ],
            linked_data=graph(breadcrumbs(*trail, (kit.said("name"), self.request.path))),
            **kwargs,
        )

    def pictures_shown(self, files: KitFiles) -> ListPage:
        """The pictures of the page that the address asks for.

        Raises:
            Http404: there is no such page.
        """
        asked = self.request.GET.get("page", "1")
        if not PAGE_NUMBER.fullmatch(asked):
            raise Http404(gettext("There is no such page."))
        start = (int(asked) - 1) * PICTURES_AT_ONCE
        rows = files.pictures[start : start + PICTURES_AT_ONCE]
        if start and not rows:
            raise Http404(gettext("There is no such page."))
        return ListPage(int(asked), rows, len(files.pictures) > start + PICTURES_AT_ONCE)
