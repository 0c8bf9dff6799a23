"""Pages as linked data: schema.org's terms, one graph (JSON-LD 1.1) a page.

Each thing is named by the address of its page (``@id``), so that what two pages say of it
adds up. Nothing here asks the database: it is given what the page shows.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from articles.languages import Language
from articles.models import (
    Affiliation,
    Article,
    Correction,
    Event,
    Image,
    Organization,
    PageRecord,
    Place,
    Quote,
    Source,
    Speaker,
)
from articles.models.clocks import in_iso
from articles.models.declarations import ARTICLE
from articles.models.identity import Identity, identity, newsroom_name
from articles.text.folding import Level, say_the_same
from articles.text.richtext.paragraphs import in_one_line, plain_text

from .feeds import absolute, modified_at, valid_xml_text
from .names import Tagged, tagged

Node = dict[str, Any]
IN_A_SCRIPT = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&\u2028\u2029"}
STATUS = {
    Event.State.POSTPONED: "EventPostponed",
    Event.State.CANCELLED: "EventCancelled",
    Event.State.MOVED_ONLINE: "EventMovedOnline",
}
ONLINE = "https://schema.org/OnlineEventAttendanceMode"
TYPES = {"event": "Event", "speaker": "Person", "organization": "Organization"}


def graph(*nodes: Node | None) -> Node:
    """Nodes as one document, without what is empty."""
    return {"@context": "https://schema.org", "@graph": [clean(node) for node in nodes if node]}


def for_script(value: Any) -> SafeString:
    """Data for a script element: nothing in it can end the element."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(written.translate(IN_A_SCRIPT))  # noqa: S308 - what could harm is escaped


def clean(value: Any) -> Any:
    """A node without its empty values, down to the leaves; texts without control characters."""
    if isinstance(value, dict):
        found = {name: clean(one) for name, one in value.items()}
        return {name: one for name, one in found.items() if one not in (None, "", [], {})}
    if isinstance(value, list):
        return [clean(one) for one in value if one]
    if isinstance(value, datetime | date):
        return in_iso(value)
    return valid_xml_text(str(value)) if isinstance(value, str) else value


def address(record: PageRecord) -> str | None:
    """Where its page is, in the active language or the first that has one."""
    path = record.get_absolute_url()
    return absolute(path) if path else None


def mention(record: PageRecord | None) -> Node | None:
    """A thing by its name and page."""
    if record is None:
        return None
    kind = TYPES.get(record.page, "Thing")
    if isinstance(record, Source):
        kind = "Organization"
    url = address(record)
    return {"@type": kind, "@id": url, "name": tagged(record, record.title_field), "url": url}


def newsroom() -> Node:
    home, known = absolute(reverse("home")), identity()
    sign = {
        "@type": "ImageObject",
        "url": absolute(static("apple-touch-icon.png")),
        "width": 180,
        "height": 180,
    }
    return {
        "@type": "NewsMediaOrganization",
        "@id": home,
        "name": known.name,
        "url": home,
        "logo": picture(known.logo) or sign,
        "address": known.postal_address,
        "contactPoint": contact_point(known),
        "sameAs": [one.url for one in known.accounts],
        "correctionsPolicy": absolute(reverse("corrections")),
    }


def contact_point(known: Identity) -> Node | None:
    if not (known.mail or known.telephone):
        return None
    return {
        "@type": "ContactPoint",
        "contactType": known.contact_name or gettext("press contact"),
        "email": known.mail,
        "telephone": known.telephone,
    }


def home_graph() -> Node:
    """The site in one language, and who makes it."""
    home = newsroom()
    site = {
        "@type": "WebSite",
        "@id": f"{home['url']}#site",
        "name": home["name"],
        "url": home["url"],
        "inLanguage": Language.active().code,
        "publisher": {"@id": home["@id"]},
    }
    return graph(home, site)


def events_graph(events: Sequence[Event], name: str, path: str) -> Node:
    """A list of events, and the way to it."""
    way = breadcrumbs((gettext("Events"), reverse("events")), (name, path))
    return graph(*(event_node(one) for one in events), way)


def place(one: Place | None, venue: str = "") -> Node | None:
    if one is None:
        return {"@type": "Place", "name": venue} if venue else None
    city = tagged(one, "name")
    return {
        "@type": "Place",
        "name": venue or city,
        "address": {
            "@type": "PostalAddress",
            "addressLocality": city,
            "addressCountry": one.country,
        },
    }


def picture(image: Image | None) -> Node | None:
    if image is None or not image.may_be_shown():
        return None
    shown = image.shown()
    return {
        "@type": "ImageObject",
        "url": absolute(shown.src),
        "width": shown.width,
        "height": shown.height,
        "caption": image.said("caption"),
        "creditText": tagged(image, "credit"),
    }


def breadcrumbs(*steps: tuple[Tagged, str]) -> Node:
    """The way from the front page: names with their paths."""
    way: list[tuple[Tagged, str]] = [(newsroom_name(), reverse("home")), *steps]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "item": absolute(path)}
            for number, (name, path) in enumerate(way, 1)
        ],
    }


def quotation(quote: Quote, article: Article | None = None) -> Node:
    """Someone's words, who said them, and where they stand; of what is reported, the gist."""
    words, speaker = quote.said("text"), mention(quote.speaker)
    if quote.is_reported:
        said: Node = {"@type": "Statement", "abstract": words, "creator": speaker}
    else:
        said = {"@type": "Quotation", "text": words, "spokenByCharacter": speaker}
    return said | {
        "inLanguage": Language.active().code,
        "isPartOf": {"@id": address(article)} if article else None,
    }


def correction(one: Correction) -> Node:
    return {
        "@type": "CorrectionComment",
        "name": one.get_kind_display(),
        "text": one.said("text"),
        "datePublished": one.made_on,
        "inLanguage": Language.active().code,
    }


def article_graph(
    article: Article,
    quotes: Sequence[Quote],
    *,
    about: Iterable[PageRecord],
    topics: Sequence[PageRecord],
    told: Sequence[Correction],
    share_image: str | None = None,
) -> Node:
    """A NewsArticle: what it covers, whom it names, whom it is from, what was corrected in it."""
    language, url = Language.active(), address(article)
    translations = translations_of(article)
    original = [one for one in translations if one["inLanguage"] == article.original_language]
    node = {
        "@type": "NewsArticle",
        "@id": url,
        "url": url,
        "mainEntityOfPage": url,
        **{text.schema: in_one_line(article.said(text.name)) for text in ARTICLE.having("schema")},
        "inLanguage": language.code,
        "datePublished": article.appears_at(),
        "dateModified": modified_at(article, language, told),
        "author": author(article),
        "publisher": newsroom(),
        "contentLocation": place(article.dateline),
        "about": mention(article.event),
        "mentions": [mention(one) for one in about],
        "keywords": [tagged(one, "name") for one in topics],
        "citation": citation(article),
        "correction": [correction(one) for one in told if one.is_correction],
        "hasPart": [quotation(one) for one in quotes],
        "image": picture(article.lead_image) or (absolute(share_image) if share_image else None),
        "isAccessibleForFree": True,
        "wordCount": len(plain_text(article.said("body")).split()),
        "translationOfWork": original[0] if original else None,
        "workTranslation": [] if original else translations,
    }
    headline = article.said("headline")
    return graph(
        node,
        breadcrumbs(
            (gettext("Articles"), reverse("articles")), (headline, article.url_in(language))
        ),
    )


def author(article: Article) -> Node | None:
    """Who signs: a person, the agency it is from, or a body that signs by its acronym."""
    byline, source = article.byline_in(), article.source
    if not byline:
        return newsroom()
    if source and any(
        say_the_same(byline, source.said("name", one), Level.LETTERS) for one in Language.all()
    ):
        return mention(source)
    is_acronym = byline.isupper() and len(byline.split()) == 1
    return {"@type": "Organization" if is_acronym else "Person", "name": byline}


def translations_of(article: Article) -> list[Node]:
    """Its pages in the other languages that readers have."""
    return [
        {
            "@type": "NewsArticle",
            "@id": absolute(article.url_in(one)),
            "url": absolute(article.url_in(one)),
            "inLanguage": one.code,
        }
        for one in Language.active().others
        if article.has_page_in(one)
    ]


def citation(article: Article) -> Node | None:
    """What the article was taken from: its page where that is known, else the source alone."""
    source = mention(article.source)
    if not article.source_url:
        return source
    return {
        "@type": "CreativeWork",
        "url": article.source_url,
        "publisher": source,
        "datePublished": article.source_published_on,
    }


def event_node(event: Event) -> Node:
    url = address(event)
    return {
        "@type": "Event",
        "@id": url,
        "url": url,
        "name": tagged(event, "name"),
        "description": in_one_line(event.said("description")),
        "startDate": event.starts,
        "endDate": end_of(event),
        "eventStatus": f"https://schema.org/{status_of(event)}",
        "previousStartDate": event.planned_before,
        "eventAttendanceMode": ONLINE if event.state == Event.State.MOVED_ONLINE else None,
        "location": place(event.place, event.said("venue")),
    }


def status_of(event: Event) -> str:
    """A term of schema.org's EventStatusType; one that is held elsewhere is held as scheduled."""
    if event.has_new_day:
        return "EventRescheduled"
    return STATUS.get(Event.State(event.state), "EventScheduled")


def end_of(event: Event) -> datetime | date | None:
    """When it ends: the moment where an hour is said, else the day; none that starts it too."""
    if isinstance(event.ends, datetime) or not isinstance(event.starts, datetime):
        return event.ends
    return event.last_day if event.last_day != event.starts_on else None


def event_graph(
    event: Event,
    sessions: Sequence[Event],
    organizers: Iterable[Organization],
    performers: Iterable[Speaker],
) -> Node:
    """An event with its sessions, the one it is part of, who held it and who spoke."""
    node = event_node(event) | {
        "superEvent": mention(event.known_parent),
        "subEvent": [event_node(one) for one in sessions],
        "organizer": [mention(one) for one in organizers],
        "performer": [mention(one) for one in dict.fromkeys(performers)],
    }
    return graph(node, breadcrumbs((gettext("Events"), reverse("events")), breadcrumb(event)))


def person_graph(
    speaker: Speaker, affiliations: Sequence[Affiliation], quotes: Iterable[Quote]
) -> Node:
    """A person: the positions held now, and the words the newsroom has of them."""
    now = [one for one in affiliations if not one.is_over()]
    node = (mention(speaker) or {}) | {
        "honorificPrefix": speaker.said("honorific"),
        "alternateName": speaker.said("aliases").split("\n"),
        "description": in_one_line(speaker.said("biography")),
        "jobTitle": [tagged(one, "position") for one in now],
        "affiliation": [mention(one.organization) for one in now],
        "image": picture(speaker.portrait),
    }
    quotations = [quotation(one, one.article) for one in quotes]
    way = breadcrumbs((gettext("People"), reverse("speakers")), breadcrumb(speaker))
    return graph(node, *quotations, way)


def organization_graph(organization: Organization, members: Iterable[Speaker]) -> Node:
    """An organization: its other names, what it is part of, its people."""
    aliases = organization.said("aliases").split("\n")
    node = (mention(organization) or {}) | {
        "alternateName": [organization.said("acronym"), *aliases],
        "description": in_one_line(organization.said("description")),
        "parentOrganization": mention(organization.parent),
        "member": [mention(one) for one in dict.fromkeys(members)],
        "sameAs": organization.website,
        "logo": picture(organization.logo),
    }
    way = breadcrumbs(
        (gettext("Organizations"), reverse("organizations")), breadcrumb(organization)
    )
    return graph(node, way)


def named_graph(record: PageRecord, list_name: str, list_page: str) -> Node:
    """A source or a topic: its name, and the way to it."""
    return graph(mention(record), breadcrumbs((list_name, reverse(list_page)), breadcrumb(record)))


def breadcrumb(record: PageRecord) -> tuple[Tagged, str]:
    return tagged(record, record.title_field), record.get_absolute_url() or reverse("home")
