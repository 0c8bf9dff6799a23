"""Links in a text to the newsroom's own pages: each leads to where the page is now.

What stands in a text is the address that somebody chose or copied. When it is shown, the page is
looked up by that address, or as the page that once had it, and the link leads to it in the language
of who reads. A page that readers have not is not linked to: its words stand there alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings

from articles.languages import Language
from articles.models import (
    Article,
    Event,
    FormerSlug,
    Organization,
    PageRecord,
    Source,
    Speaker,
    Topic,
)
from articles.text.richtext.links import links
from articles.text.richtext.tokens import END, START, Token, tokens

MODELS: dict[str, type[Any]] = {
    f"{model.page}s": model for model in (Article, Event, Speaker, Organization, Source, Topic)
} | {"pages": Article}
"""By the section of their pages' addresses."""
PATH = re.compile(rf"/(\w+)/({'|'.join(MODELS)})/([-\w]+)/?")


@dataclass(frozen=True)
class OwnAddress:
    """The address of a page of the newsroom, taken apart."""

    language: str
    section: str
    slug: str
    fragment: str = ""

    @property
    def page(self) -> tuple[str, str, str]:
        return self.language, self.section, self.slug


def own_address(address: str) -> OwnAddress | None:
    """What an address says, where it is that of a page of the newsroom's."""
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return None
    if host is not None and host not in own_hosts():
        return None
    if host is None and (parts.scheme or not address.startswith("/")):
        return None
    found = PATH.fullmatch(unquote(parts.path))
    if found is None or Language.find(found[1]) is None:
        return None
    return OwnAddress(found[1], found[2], found[3], parts.fragment)


def own_hosts() -> set[str]:
    """Where the site is, and where it was: a host that it still answers for."""
    return {f"{urlsplit(settings.SITE_URL).hostname}", *settings.ALLOWED_HOSTS}


@dataclass
class OwnPages:
    """Where the pages are now that some texts link to, in a few queries for all of them."""

    language: Language
    found: Mapping[tuple[str, str, str], str] = field(default_factory=dict)
    """The path of each page that readers have, by the address that a text says."""

    @classmethod
    def named_in(cls, texts: Iterable[str], language: Language) -> OwnPages:
        addresses = {
            found.page
            for text in texts
            for link in (links(text) if "<a " in text else ())
            if (found := own_address(link.address))
        }
        wanted: dict[tuple[str, str], list[str]] = defaultdict(list)
        for code, section, slug in sorted(addresses):
            wanted[section, code].append(slug)
        paths = {
            (code, section, slug): path
            for (section, code), slugs in wanted.items()
            for slug, path in paths_of(MODELS[section], Language(code), slugs, language)
        }
        return cls(language, paths)

    def path_of(self, address: str) -> str | None:
        """Where the page of an address is now; nothing where readers have none."""
        own = own_address(address)
        path = self.found.get(own.page) if own else None
        return f"{path}#{own.fragment}" if path and own and own.fragment else path

    def led_to(self, rich_text: str) -> str:
        """A text whose links to own pages lead there, each said in its place."""
        if "<a " not in rich_text:
            return rich_text
        return "".join(self.rewritten(tokens(rich_text)))

    def rewritten(self, found: Iterable[Token]) -> Iterator[str]:
        is_dropped = False
        for token in found:
            is_link = token.name == "a" and token.kind in {START, END}
            address = token.attributes.get("href", "") if is_link and token.kind == START else ""
            if is_link and token.kind == END and is_dropped:
                is_dropped = False
            elif address and own_address(address):
                path = self.path_of(address)
                is_dropped = path is None
                yield f'<a href="{escape(path)}">' if path else ""
            else:
                yield token.written


def paths_of(
    model: type[PageRecord], said_in: Language, slugs: list[str], language: Language
) -> Iterator[tuple[str, str]]:
    """Of each slug that a page has or had, where that page is: in a language, else in another."""
    rows: Any = model._default_manager
    column = said_in.field("slug")
    former = dict(
        FormerSlug.objects.of(model)
        .filter(language=said_in.code, slug__in=slugs)
        .values_list("slug", "record_key")
    )
    known: dict[str, Any] = {}
    for one in (language, *(other for other in Language.all() if other != language)):
        public = rows.shown(language=one) if model is Article else rows.public(one)
        for record in public.filter(**{f"{column}__in": slugs}):
            known.setdefault(record.said("slug", said_in), record.url_in(one))
        if keys := {key for slug, key in former.items() if slug not in known}:
            moved = {record.key: record for record in public.filter(key__in=keys)}
            for slug, key in former.items():
                if key in moved:
                    known.setdefault(slug, moved[key].url_in(one))
    yield from known.items()
