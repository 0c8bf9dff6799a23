"""How templates say names, links and dates: in the reader's language, or marked as another's."""

from __future__ import annotations

import json
from datetime import date, datetime, time
from typing import Any
from urllib.parse import urlsplit

from babel import dates
from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from articles.languages import Language
from articles.models import Event, Paged, Record
from articles.wire.feeds import plain

register = template.Library()

IN_A_SCRIPT = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&\u2028\u2029"}


@register.simple_tag
def every_language() -> list[Language]:
    """For pages that no context processor has seen."""
    return Language.all()


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
def title_in(record: Paged, language: Language) -> str:
    """What its page in one language is called."""
    return record.said(record.title_field, language)


@register.simple_tag
def link(record: Paged) -> str | SafeString:
    """Its name, leading to its page in the page's language, or in the first other that has one."""
    for language in Language.active().then_others:
        if record.has_page_in(language):
            return link_to(record, language)
    return name(record)


def link_to(record: Paged, language: Language) -> SafeString:
    if language == Language.active():
        return format_html('<a href="{}">{}</a>', record.url_in(language), name(record))
    page = '<a href="{}" hreflang="{}">{}</a>'
    return format_html(page, record.url_in(language), language, name(record))


@register.simple_tag
def day(value: date | None) -> SafeString | str:
    """« 3 juillet 2024 », for people and for machines."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = timezone.localtime(value).date()
    return as_time(value.isoformat(), Language.active().date(value))


@register.simple_tag
def moment(value: datetime | None) -> SafeString | str:
    """« 3 juillet 2024 à 14:30 », in the newsroom's time."""
    if value is None:
        return ""
    language, local = Language.active(), timezone.localtime(value)
    words = {"day": language.date(local), "time": language.time(local)}
    return as_time(local.isoformat(timespec="seconds"), gettext("%(day)s at %(time)s") % words)


@register.simple_tag
def period(event: Event) -> SafeString:
    """« 3–4 juillet 2024 »; a machine reads the first day."""
    return as_time(event.starts_on.isoformat(), event.period)


@register.simple_tag
def hours(event: Event) -> str:
    """« 14:30–16:00 (Le Caire) »: from when to when by the clocks of which city."""
    language = Language.active()
    given: list[time] = [at for at in (event.starts_at, event.ends_at) if at]
    if not given:
        return ""
    words = {
        "hours": "–".join(language.time(at) for at in given),
        "city": dates.get_timezone_location(
            event.time_zone, locale=language.locale, return_city=True
        ),
    }
    return gettext("%(hours)s (%(city)s time)") % words


def as_time(machine: str, words: str) -> SafeString:
    return format_html('<time datetime="{}">{}</time>', machine, words)


@register.filter
def absolute(path: str, site_url: str) -> str:
    """A path of ours with the site before it; an address elsewhere as it is."""
    return path if path.startswith(("http://", "https://")) else f"{site_url}{path}"


@register.filter
def for_xml(text: str) -> str:
    """A text without what XML 1.0 cannot hold."""
    return plain(text)


@register.filter
def as_json(value: Any) -> SafeString:
    """Data for a script element: nothing in it can end the element."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(written.translate(IN_A_SCRIPT))  # noqa: S308 - what could harm is escaped


@register.filter
def host(address: str) -> str:
    """« www.mapexpress.ma »: where a link leads, said shortly."""
    return urlsplit(address).hostname or address
