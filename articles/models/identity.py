"""What the newsroom is called and shows of itself, as its pages say it in a language now.

Asked once in a request, in one query with all of its rows, and one more where a line is announced
and the page shows it; where nothing has changed since another request of this process asked, only
for the version of what readers see, and not even for that where pages are kept.
Outside a request it is asked each time.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from django.db.models import Exists, F, FilteredRelation, Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext

from articles.languages import Language

from .cached_queries import cached
from .content_changes import ContentChange
from .events import Event
from .images import Image
from .newsroom import Newsroom, NewsroomLink
from .phases import Phase, Timetable
from .replica import read_from
from .site_pages import SitePage
from .topics import Topic
from .urgent import USUALLY_FOR, UrgentBanner, UrgentLine, not_over, urgent_lines
from .visibility import KnownToReaders

Spot, OwnPage = NewsroomLink.Spot, NewsroomLink.OwnPage
SHOWN_FIRST = (
    OwnPage.ARTICLES, OwnPage.EVENTS, OwnPage.TOPICS, OwnPage.PEOPLE, OwnPage.ORGANIZATIONS,
)  # fmt: skip


@dataclass(frozen=True)
class Link:
    """A link of the menu, of the footer, or to an account."""

    label: str
    url: str
    is_outside: bool = False
    names: tuple[str, ...] = ()
    """The pages at which it is shown as where one is, by the names of their addresses."""
    network: str = ""

    def is_here(self, path: str, name: str) -> str:
        """What ``aria-current`` says of it on a page."""
        if path == self.url:
            return "page"
        return "true" if name in self.names else ""


@dataclass(frozen=True)
class Identity:
    """The newsroom in a language. What nobody has written is as the program has it."""

    language: Language
    name: str
    tagline: str
    contact_name: str = ""
    postal_address: str = ""
    telephone: str = ""
    mail: str = ""
    footer_note: str = ""
    logo: Image | None = None
    night_logo: Image | None = None
    menu: tuple[Link, ...] = ()
    footer: tuple[Link, ...] = ()
    accounts: tuple[Link, ...] = ()
    changed_at: datetime | None = None
    to_come: tuple[datetime, ...] = ()
    """The dates of the static pages that its menu leads to."""
    urgent: tuple[UrgentLine, ...] = ()
    """What is announced on every page, now or later."""
    follows_clock: bool = field(default=False, compare=False)
    """Whether a row of it comes and goes with something that readers may or may not see."""
    owes_lines: bool = field(default=False, compare=False)
    """Whether something is announced that was not asked for as yet."""

    @property
    def has_contact(self) -> bool:
        return bool(self.mail or self.telephone or self.postal_address)

    @property
    def dated(self) -> list[Any]:
        """What dates each page that shows it."""
        urgent = [date for one in self.urgent for date in one.dates]
        shown = [self.changed_at, self.logo, self.night_logo, *self.to_come, *urgent]
        return [one for one in shown if one is not None]

    @property
    def announced(self) -> list[UrgentLine]:
        """What is announced now, the newest first."""
        now = timezone.now()
        return [one for one in self.urgent if one.is_shown(now)]


# What is asked.


@dataclass
class AskedInRequest:
    """What was asked in one request; the version of what readers see, where that is known."""

    only_reads: bool = False
    """Whether it changes nothing, so that one version holds for all of it."""
    version: int | None = None
    is_away: bool = False
    """Whether the database was asked for the version, and did not answer."""
    found: dict[str, Identity] = field(default_factory=dict)

    @property
    def may_ask(self) -> bool:
        """Whether the version may be asked for: nobody waits again for a database that is away."""
        return self.only_reads and not self.is_away


ASKED: ContextVar[AskedInRequest | None] = ContextVar("newsroom", default=None)
kept: dict[str, tuple[int, Identity]] = {}
"""By language: what was read last, and at which version of what readers see."""
last: dict[str, Identity] = {}
"""By language: what was read last, for pages that cannot ask any more."""


@contextmanager
def asked_once(only_reads: bool = False) -> Iterator[None]:
    """Let what is asked in here be asked of the database once."""
    before = ASKED.set(AskedInRequest(only_reads))
    try:
        yield
    finally:
        ASKED.reset(before)


def note_version(version: int) -> None:
    """Tell at which version of what readers see this request is answered."""
    if (asked := ASKED.get()) is not None:
        asked.version, asked.found = version, {}


def note_away() -> None:
    """Tell that the database does not answer: in this request it need not be waited for again."""
    if (asked := ASKED.get()) is not None:
        asked.is_away = True


def known_to_be_away() -> bool:
    asked = ASKED.get()
    return asked is not None and asked.is_away


def known_version() -> int | None:
    """The version at which this request is answered, where somebody has told it."""
    asked = ASKED.get()
    return asked.version if asked else None


def ask_nothing() -> None:
    """Let this request be answered with what was known last: it is worth no query."""
    if (asked := ASKED.get()) is not None:
        asked.found = {one.code: at_rest(one) for one in Language.all()}


def identity(language: Language | str | None = None) -> Identity:
    """The newsroom in a language, the active one by default."""
    found, asked = without_announcements(language), ASKED.get()
    if found.owes_lines:
        found = with_lines(found)
        if asked is not None:
            asked.found[found.language.code] = found
            keep(found, asked.version)
    return found


def without_announcements(language: Language | str | None = None) -> Identity:
    """The newsroom as a page needs it that shows nothing of what is announced."""
    language, asked = Language.get(language), ASKED.get()
    if asked is None:
        return read_rows(language)
    code = language.code
    if code not in asked.found:
        if asked.version is None and asked.may_ask and is_worth_asking(language):
            asked.version = ContentChange.version(read_from())
        asked.found[code] = kept_or_read(language, asked.version)
    return asked.found[code]


def newsroom_name(language: Language | str | None = None) -> str:
    return without_announcements(language).name


def is_worth_asking(language: Language) -> bool:
    """Whether what was read may still hold: the version is asked for much faster than the rows."""
    before = last.get(language.code)
    return before is None or not before.follows_clock


def kept_or_read(language: Language, version: int | None) -> Identity:
    at_version, found = kept.get(language.code, (None, None))
    if version is None or at_version != version or found is None:
        found = read_rows(language)
        keep(found, version)
    return found


def keep(found: Identity, version: int | None) -> None:
    if version is not None and not found.follows_clock:
        kept[found.language.code] = (version, found)


def read_rows(language: Language) -> Identity:
    now = timezone.now()
    rows = rows_at(now, now - USUALLY_FOR, language=language)
    found = last[language.code] = of_rows(language, rows)
    return replace(found, owes_lines=True) if rows and rows[0].has_urgent else found


def with_lines(found: Identity) -> Identity:
    """With what is announced, asked for where there is something."""
    if not found.owes_lines:
        return found
    with translation.override(found.language.code):
        # No page says what was announced without asking: it is not among what was known last.
        lines = urgent_lines(found.language, timezone.now())
    return replace(found, urgent=lines, owes_lines=False)


def at_rest(language: Language | str | None = None) -> Identity:
    """What was known last: for a page that says that the program or its database failed."""
    language = Language.get(language)
    return last.get(language.code) or of_rows(language, [])


@cached
def rows_at(at: datetime, since: datetime, *, language: Language) -> Any:
    return rows_of(language, at, since)


def rows_of(language: Language, at: datetime, since: datetime | None = None) -> Any:
    """The newsroom, once for each of its links in a language, in one query.

    Args:
        language: that is spoken.
        at: the moment.
        since: ``USUALLY_FOR`` before it.
    """
    here = FilteredRelation("links", condition=Q(links__language__in=("", language.code)))
    columns = {
        name: F(f"here__{path}")
        for name, path in {
            "link": "pk",
            "spot": "spot",
            "label": "label",
            "network": "network",
            "own_page": "own_page",
            "address": "address",
            "topic_name": f"topic__{language.field('name')}",
            "topic_slug": f"topic__{language.field('slug')}",
            "event_name": f"event__{language.field('name')}",
            "event_slug": f"event__{language.field('slug')}",
            "is_page": "page__site_page",
            "page_name": f"page__{language.field('headline')}",
            "page_slug": f"page__{language.field('slug')}",
            "page_status": f"page__{language.field('status')}",
            "page_from": f"page__{language.field('published_at')}",
            "page_until": f"page__{language.field('live_until')}",
            "page_embargo": "page__embargoed_until",
        }.items()
    }
    found = Newsroom.objects.annotate(here=here).annotate(
        **columns,
        has_urgent=Exists(UrgentBanner.objects.filter(not_over(at, since or at - USUALLY_FOR))),
        leads_to_record=Coalesce("here__topic", "here__event", "here__page"),
        knows_topic=KnownToReaders(Topic, language, at, F("here__topic")),
        knows_event=KnownToReaders(Event, language, at, F("here__event")),
    )
    return found.select_related("logo", "night_logo").order_by("here__order", "here__pk")


def of_rows(language: Language, rows: list[Any]) -> Identity:
    with translation.override(language.code):
        return said_in(language, rows)


def said_in(language: Language, rows: list[Any]) -> Identity:
    """The newsroom in the language that is spoken."""
    newsroom, now = rows[0] if rows else Newsroom(), timezone.now()
    links = [(row.spot, link) for row in rows if row.link and (link := link_of(row))]
    news = gettext("News %(in_languages)s.") % {"in_languages": language.in_all}
    return Identity(
        language,
        name=newsroom.said("name", language) or gettext("Newsroom"),
        tagline=newsroom.said("tagline", language) or news,
        contact_name=newsroom.said("contact_name", language),
        postal_address=newsroom.said("postal_address", language),
        telephone=newsroom.telephone,
        mail=newsroom.mail,
        footer_note=newsroom.said("footer_note", language),
        logo=newsroom.logo,
        night_logo=newsroom.night_logo,
        menu=tuple(link for spot, link in links if spot == Spot.MENU) or default_menu(),
        footer=tuple(link for spot, link in links if spot == Spot.FOOTER),
        accounts=tuple(link for spot, link in links if spot == Spot.ACCOUNT),
        changed_at=newsroom.updated_at if rows else None,
        to_come=tuple(date for row in rows if row.is_page for date in dates_of(row) if date > now),
        follows_clock=any(row.leads_to_record for row in rows),
    )


def link_of(row: Any) -> Link | None:
    """The link that a row makes; ``None`` where it leads nowhere that readers may go."""
    if row.spot == Spot.ACCOUNT:
        network = NewsroomLink.Network(row.network or NewsroomLink.Network.OTHER)
        label = row.label or str(network.label)
        return Link(label, row.address, is_outside=True, network=network.value)
    if row.leads_to_record:
        return link_to_record(row)
    if row.own_page in OwnPage.values:
        return link_to_own(OwnPage(row.own_page), row.label)
    if row.address:
        return Link(row.label or row.address, row.address, is_outside=True)
    return None


def link_to_record(row: Any) -> Link | None:
    if row.topic_slug and row.knows_topic:
        return Link(row.label or row.topic_name, reverse("topic", args=[row.topic_slug]))
    if row.event_slug and row.knows_event:
        return Link(row.label or row.event_name, reverse("event", args=[row.event_slug]))
    if not row.is_page:
        return None
    dates = (row.page_status, row.page_from, row.page_embargo, row.page_until)
    if Timetable(*dates).phase() != Phase.PUBLISHED:
        return None
    place = [row.page_slug] if row.is_page == SitePage.OTHER else []
    return Link(row.label or row.page_name, reverse(row.is_page, args=place))


def link_to_own(page: NewsroomLink.OwnPage, label: str = "") -> Link:
    return Link(label or str(page.label), reverse(page.value), names=names_under(page))


def default_menu() -> tuple[Link, ...]:
    """Where a newsroom leads that has written no menu, or none whose pages readers have."""
    return tuple(map(link_to_own, SHOWN_FIRST))


def names_under(page: NewsroomLink.OwnPage) -> tuple[str, ...]:
    """The pages of a list: the list of events is where one is on the page of an event."""
    one = page.value.removesuffix("s")
    return (page.value, one, f"{page.value}_month", f"{page.value}_year")


def dates_of(row: Any) -> list[datetime]:
    """When the page that a row leads to comes or goes."""
    return [date for date in (row.page_from, row.page_embargo, row.page_until) if date]
