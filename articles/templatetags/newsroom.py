"""How templates say names, links and dates: in the reader's language, or marked as another's."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any
from urllib.parse import quote as percent_encoded
from urllib.parse import urlencode, urlsplit

from django import template
from django.utils import timezone
from django.utils.encoding import uri_to_iri
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext

from articles.languages import Language
from articles.models import Article, Event, LiveEntry, PageRecord, Quote, Record
from articles.models.cached_fragments import Values, values_of
from articles.models.clocks import in_iso
from articles.models.identity import Identity, Link, at_rest, identity, without_announcements
from articles.models.live import SHOWN_AT_ONCE
from articles.models.typography_checks import customs_of
from articles.text.richtext import paragraphs
from articles.text.typography import binding
from articles.wire.calendar import location
from articles.wire.event_hours import hours_in_words
from articles.wire.feeds import valid_xml_text
from articles.wire.linked_data import for_script
from articles.wire.live_updates import entry_url
from articles.wire.names import set_apart
from articles.wire.plain_text import in_plain_text

register = template.Library()

NO_BREAK = "\u00a0"
BETWEEN_DATES = re.compile(r"(\s–\s)")


@register.simple_tag
def every_language() -> list[Language]:
    """For pages that no context processor has seen."""
    return Language.all()


@register.simple_tag
def the_newsroom() -> Identity:
    """What the newsroom shows of itself in the page's language."""
    return identity()


@register.simple_tag
def newsroom_name() -> str:
    return without_announcements().name


@register.simple_tag
def newsroom_tagline() -> str:
    return without_announcements().tagline


@register.simple_tag
def newsroom_name_at_rest() -> str:
    """Its name as it was known last, for a page that can ask no database."""
    return at_rest().name


@register.filter(is_safe=True)
def bound(text: str) -> str:
    """A text in the page's language whose signs, hours and units stay with what is theirs."""
    return binding.bound(text, customs_of(Language.active()))


@register.filter
def in_pairs(telephone: str) -> str:
    """A number as one reads it."""
    return binding.in_pairs(telephone)


@register.filter
def dialled(telephone: str) -> str:
    """A number as a telephone dials it."""
    return "".join(sign for sign in telephone if sign.isascii() and sign in "+0123456789")


@register.simple_tag(takes_context=True)
def here_in_menu(context: dict[str, Any], link: Link) -> SafeString:
    """``aria-current`` for a link of the menu that leads to the page, or to the list it is in."""
    request = context.get("request")
    found = getattr(request, "resolver_match", None)
    current = link.is_here(getattr(request, "path", ""), (found and found.url_name) or "")
    return format_html(' aria-current="{}"', current) if current else mark_safe("")


@register.simple_tag(takes_context=True)
def newsroom_here(context: dict[str, Any]) -> Values:
    """All that the newsroom shows of itself on a page, with what ``here`` says there."""
    newsroom, request = identity(), context.get("request")
    found, path = getattr(request, "resolver_match", None), getattr(request, "path", "")
    name = (found and found.url_name) or ""
    links = (*newsroom.menu, *newsroom.footer)
    return values_of(newsroom, name, [one.is_here(path, name) for one in links])


@register.simple_tag
def active_language() -> Language:
    """That of the page itself, whatever its context calls « language »."""
    return Language.active()


def marked(text: str, language: Language) -> str | SafeString:
    """A text as it is, or, in another language than the page's, said to be."""
    if language == Language.active():
        return text
    return format_html('<bdi lang="{}" dir="{}">{}</bdi>', language, language.direction, text)


@register.simple_tag
def said(record: Record, field: str) -> str | SafeString:
    """What a record calls something in the page's language, or in the first other that has it."""
    language = record.language_of(field)
    return marked(record.said(field, language), language) if language else ""


@register.simple_tag
def name(record: Record) -> str | SafeString:
    """What a record is called."""
    return said(record, getattr(record, "title_field", "name"))


@register.simple_tag
def title_in(record: PageRecord, language: Language) -> str:
    """What its page in one language is called."""
    return record.said(record.title_field, language)


@register.simple_tag
def link(record: Any, called: str = "") -> str | SafeString:
    """Its name, leading to its page in the page's language, or in the first other that has one.

    Args:
        called: what this page calls it instead, in its language.
    """
    active, words = Language.active(), called or name(record)
    if record.has_address_in(active):
        return format_html('<a href="{}">{}</a>', record.url_in(active), words)
    for language in active.others:
        # What this page shows is known to the readers of its language, and not always to others.
        if record.has_address_in(language) and record.is_public_by_itself(language):
            page = '<a href="{}" hreflang="{}">{}</a>'
            return format_html(page, record.url_in(language), language, words)
    return words


@register.simple_tag
def url_in(record: PageRecord, language: Language) -> str:
    """The address of its page in one language."""
    return record.url_in(language)


@register.simple_tag
def entry_address(article: Article, entry: LiveEntry) -> str:
    """The address of one entry of a live coverage."""
    return entry_url(article, entry)


@register.simple_tag
def new_entries() -> str:
    """« 1 nouvelle entrée|2 nouvelles entrées|… », as many as may come at once to a script."""
    return "|".join(
        ngettext("%(count)d new entry", "%(count)d new entries", count) % {"count": count}
        for count in range(1, SHOWN_AT_ONCE + 2)
    )


@register.simple_tag
def results_in_words(count: int, is_cut: bool) -> str:
    """How many articles a search found, or looked at before it stopped."""
    if is_cut:
        return ngettext(
            "The best of more than %(count)d article",
            "The best of more than %(count)d articles",
            count,
        ) % {"count": count}
    return ngettext("%(count)d article", "%(count)d articles", count) % {"count": count}


@register.simple_tag
def in_language(language: Language) -> str:
    """« En arabe », as a heading."""
    return gettext("In %(language)s") % {"language": Language.active().name_of(language)}


@register.simple_tag
def day(value: date | None) -> SafeString | str:
    """« 3 juillet 2024 », for people and for machines."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = timezone.localtime(value).date()
    return as_time(value.isoformat(), Language.active().date(value))


@register.filter(is_safe=True)
def contracted(sentence: str) -> str:
    """« heure du Caire », of « heure de » and « Le Caire »."""
    return Language.active().contracted(sentence)


@register.filter
def machine_time(value: date) -> str:
    """A day or a moment for machines."""
    return in_iso(timezone.localtime(value) if isinstance(value, datetime) else value)


@register.simple_tag
def moment(value: datetime | None) -> SafeString | str:
    """« 3 juillet 2024 à 14:30 », in the newsroom's time."""
    if value is None:
        return ""
    language, local = Language.active(), timezone.localtime(value)
    words = {"day": "{day}", "time": language.time(local)}
    sentence = (gettext("%(day)s at %(time)s") % words).replace(" ", NO_BREAK)
    sentence = sentence.replace(NO_BREAK, " ", 1)
    said = format_html(sentence, day=as_date(language.date(local)))
    return as_time(in_iso(local, "seconds"), said)


@register.simple_tag
def lately(value: datetime | None) -> SafeString | str:
    """When something came, in a list of the latest.

    « 14:30 » today, « 27 nov., 21:05 » for yesterday, « 26 nov. » before.
    """
    if value is None:
        return ""
    language, local = Language.active(), timezone.localtime(value)
    ago = (timezone.localdate() - local.date()).days
    machine = in_iso(local, "seconds")
    if ago > 1:
        return as_time(machine, language.short_date(local))
    if not ago:
        return as_time(machine, language.time(local))
    both = (as_date(language.short_date(local)), gettext(", "), language.time(local))
    return as_time(machine, format_html("{}{}{}", *both))


@register.simple_tag
def period(event: Event) -> SafeString | str:
    """« 3–4 juillet 2024 »; a machine reads the first day. Nothing where it is not known."""
    if event.starts_on is None:
        return ""
    # A short period is whole; of a long one, each date.
    days = BETWEEN_DATES.split(event.period)
    said = event.period
    if len(days) > 1:
        first, between, last = days
        said = format_html("{}{}{}", as_date(first), between, as_date(last))
    return as_time(event.starts_on.isoformat(), said)


@register.simple_tag
def hours(event: Event, on: date | None = None) -> str:
    """« 14:30–16:00 (heure du Caire) »; on a day of a calendar, what it says of that day."""
    return hours_in_words(event, on)


@register.simple_tag
def session_starts(session: Event, event: Event) -> SafeString | str:
    """« 09:30 », « 30 nov. 09:30 » where it is another day than the first of its event."""
    language, words = Language.active(), []
    if session.starts_on and session.starts_on != event.starts_on:
        words.append(language.short_date(session.starts_on))
    if session.starts_at:
        words.append(language.time(session.starts_at))
    return as_time(in_iso(session.starts), " ".join(words)) if words and session.starts else ""


def as_date(words: str) -> SafeString:
    """A date in a line with more: its day and its month stay together."""
    return format_html('<span class="date">{}</span>', words)


def as_time(machine: str, words: str) -> SafeString:
    return format_html('<time datetime="{}">{}</time>', machine, words)


@register.simple_tag
def map_url(event: Event) -> str:
    """Where OpenStreetMap looks for its venue and city."""
    where = location(event, Language.active(), Record.said_anyhow)
    return f"https://www.openstreetmap.org/search?{urlencode({'query': where})}"


@register.simple_tag(takes_context=True)
def here(context: dict[str, Any], section: str, kind: str = "") -> SafeString:
    """``aria-current`` for a link to the section that the page is, or is in.

    Args:
        section: the name of the section's own page.
        kind: the name of the pages in it.
    """
    found = getattr(context.get("request"), "resolver_match", None)
    name = (found and found.url_name) or ""
    if name == section:
        return mark_safe(' aria-current="page"')
    is_in = name.startswith(f"{section}_") or (bool(kind) and name == kind)
    return mark_safe(' aria-current="true"' if is_in else "")  # noqa: S308 - a constant


@register.simple_tag
def credit(quote: Quote) -> str:
    """« Ismail Chekkouri, directeur…, « Le Maroc préside… » »: who is to be named with it."""
    article = quote.article
    speaker = set_apart(quote.speaker, "name") if quote.speaker else ""
    parts = [speaker, quote.said("position"), article.said("headline")]
    named = gettext(", ").join(part for part in parts if part)
    if quote.is_reported:
        return gettext("Reported speech: %(credit)s") % {"credit": named}
    return named


@register.simple_tag
def share_links(article: Article, site_url: str) -> list[tuple[str, str]]:
    """Where readers pass an article on: plain addresses, nothing of those sites on our page."""
    url = f"{site_url}{article.url_in(Language.active())}"
    headline = in_plain_text(article.said("headline"), Language.active())
    both = f"{headline}\n{url}"
    return [
        (
            gettext("E-mail"),
            f"mailto:?{urlencode({'subject': headline, 'body': both}, quote_via=percent_encoded)}",
        ),
        ("WhatsApp", f"https://wa.me/?{urlencode({'text': both})}"),
        ("Telegram", f"https://t.me/share/url?{urlencode({'url': url, 'text': headline})}"),
        ("X", f"https://x.com/intent/post?{urlencode({'url': url, 'text': headline})}"),
        ("LinkedIn", f"https://www.linkedin.com/sharing/share-offsite/?{urlencode({'url': url})}"),
    ]


@register.filter
def absolute(path: str, site_url: str) -> str:
    """A path of ours with the site before it; an address elsewhere as it is."""
    return path if path.startswith(("http://", "https://")) else f"{site_url}{path}"


@register.filter
def plain(text: object) -> str:
    """A text for programs that know nothing of its direction, in the active language."""
    return in_plain_text(str(text), Language.active()) if text else ""


@register.filter
def in_one_line(text: object) -> str:
    """A text of several lines where one is shown: each is set apart from the next."""
    return paragraphs.in_one_line(str(text or ""))


@register.filter
def for_xml(text: str) -> str:
    """A text without what XML 1.0 cannot hold."""
    return valid_xml_text(text)


@register.filter
def as_json(value: Any) -> SafeString:
    """Data for a script element, unless it is written as such already."""
    return value if isinstance(value, SafeString) else for_script(value)


@register.filter
def as_read(address: str) -> str:
    """An address as people read it: « /ar/articles/المغرب/ », not percent-encoded (RFC 3987)."""
    return uri_to_iri(address)


@register.filter
def host(address: str) -> str:
    """« www.mapexpress.ma »: where a link leads, said shortly."""
    return urlsplit(address).hostname or address
