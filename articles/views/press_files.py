"""The files of a media kit that readers have now: pictures, logos, portraits, documents, lives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.files.base import ContentFile, File
from django.db.models import Prefetch, QuerySet
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext

from articles.languages import Language
from articles.models import (
    Article,
    Correction,
    Document,
    Event,
    Image,
    KitArticle,
    KitDocument,
    KitPicture,
    MediaKit,
    Organization,
    Speaker,
)
from articles.text.slugs import slugify_for

NAMED: tuple[tuple[Any, ...], ...] = (
    (Speaker, "portrait"),
    (Organization, "logo"),
    (Event, "place"),
)
"""Who and what a kit names, each with what is shown with it."""
LONGEST_NAME = 60
"""Letters of a file's name that say what it is."""


@dataclass(frozen=True)
class KitFile:
    """A file of a kit, and the short code that a form asks for it by."""

    code: str
    record: Any
    """What it belongs to: a picture, a document, a person, an organization."""
    image: Image | None = None
    document: Document | None = None
    text: str = ""

    @property
    def file(self) -> File:
        if self.image is not None:
            return self.image.file
        if self.document is not None:
            return self.document.file
        return ContentFile(self.text.encode())

    @property
    def licence(self) -> str:
        """Under which licence it is, set apart: it may be in any language, or an address."""
        said = self.image.licence if self.image else ""
        return format_html("<bdi>{}</bdi>", said) if said else ""

    @property
    def download(self) -> str:
        """What a reader's copy is called: after what it shows."""
        if self.document is not None and not self.document.said_anyhow("title"):
            return self.document.download_name
        said = self.record.said_anyhow(self.named_by)
        is_latin = Language.active().script == "Latn"
        stem = slugify_for(said, is_latin, LONGEST_NAME) or f"{self.record.key}"
        if self.document is not None:
            return f"{stem}{self.document.ending}"
        ending = f"{self.image.file.name}".rpartition(".")[2].lower() if self.image else "txt"
        return f"{stem}.{ending}"

    @property
    def named_by(self) -> str:
        """The column that says what it shows, or is."""
        if self.document is not None:
            return "title"
        return "caption" if self.record is self.image else "name"

    def name(self, number: int) -> str:
        """What it is called in an archive: no two files of one have the same name."""
        return f"{number:03}-{self.download}"


@dataclass(frozen=True)
class KitFiles:
    """What a kit has for its readers, by kind."""

    pictures: list[KitFile]
    documents: list[KitFile]
    people: list[tuple[Speaker, KitFile | None, KitFile | None]]
    """Each with a portrait and a life, where readers have one."""
    organizations: list[tuple[Organization, KitFile | None, KitFile | None]]
    """Each with a logo and what is said of it, where readers have one."""
    events: list[Event]
    articles: list[Article]
    """Those that readers have now, each with what they are told of changes."""
    dated: list[Any]
    """All that dates the page, what readers are not shown of it too: it may have left just now."""

    def __iter__(self) -> Iterator[KitFile]:
        """All files, each once."""
        yield from self.pictures
        yield from self.documents
        for _person, portrait, life in self.people:
            yield from (one for one in (portrait, life) if one)
        for _organization, logo, words in self.organizations:
            yield from (one for one in (logo, words) if one)

    @property
    def has_any(self) -> bool:
        return next(iter(self), None) is not None


def articles_of(kit: MediaKit, now: datetime) -> QuerySet[Article]:
    """What a kit leads to and readers have, in the order of the kit."""
    found = Article.objects.live(now).filter(in_kits__kit=kit).for_list()
    told = Prefetch("corrections", Correction.objects.shown().of_substance(), "told")
    return found.order_by("in_kits__order", "in_kits__pk").prefetch_related(told)


def files_of(kit: MediaKit) -> KitFiles:
    """Read at each request: what was withdrawn, or whose licence has ended, is not among them."""
    pictures = list(KitPicture.objects.filter(kit=kit).select_related("image"))
    documents = list(KitDocument.objects.filter(kit=kit).select_related("document"))
    all_people, all_bodies, all_events = (
        list(model._default_manager.filter(media_kits=kit).with_publicity().select_related(*shown))
        for model, *shown in NAMED
    )
    named = [all_people, all_bodies, all_events]
    rows_of_articles = list(KitArticle.objects.filter(kit=kit).select_related("article"))
    articles = list(articles_of(kit, timezone.now())) if rows_of_articles else []
    told = [one for article in articles for one in article.told]  # type: ignore[attr-defined]
    people, bodies, events = ([one for one in rows if one.has_page_in()] for rows in named)
    return KitFiles(
        [
            KitFile(f"i{one.pk}", one.image, image=one.image)
            for one in pictures
            if one.image.may_be_shown()
        ],
        [
            KitFile(f"d{one.pk}", one.document, document=one.document)
            for one in documents
            if one.document.file and not one.document.is_withdrawn
        ],
        [(one, kit_image(f"p{one.pk}", one, one.portrait), life_of(one)) for one in people],
        [(one, kit_image(f"l{one.pk}", one, one.logo), words_of(one)) for one in bodies],
        events,
        articles,
        [*pictures, *documents, *named, *rows_of_articles, *told],
    )


def kit_image(code: str, record: Any, image: Image | None) -> KitFile | None:
    return KitFile(code, record, image=image) if image and image.may_be_shown() else None


def life_of(person: Speaker) -> KitFile | None:
    """A person's life in the reader's language, as a text."""
    if not (life := person.said("biography")):
        return None
    called = " ".join(one for one in (person.said("honorific"), person.said("name")) if one)
    return KitFile(f"b{person.pk}", person, text=f"{called}\n\n{life}\n")


def words_of(body: Organization) -> KitFile | None:
    """What is said of an organization in the reader's language, as a text."""
    if not (words := body.said("description")):
        return None
    return KitFile(f"t{body.pk}", body, text=f"{body.said('name')}\n\n{words}\n")


def credits_text(kit: MediaKit, address: str, named: list[tuple[str, KitFile]]) -> str:
    """Whose the pictures are and how they may be used, for who has the archive alone."""
    description = [kit.said("description"), ""] if kit.said("description") else []
    lines = [kit.said("name"), address, "", *description]
    for name, one in named:
        if one.image is None:
            continue
        lines += [name, *(f"  {line}" for line in rights_of(one.image))]
        lines.append("")
    return "\n".join(lines) + "\n"


def rights_of(image: Image) -> Iterator[str]:
    """What a picture shows, whose it is, and how it may be used: a line for each that is known."""
    if caption := image.said_anyhow("caption") or image.said_anyhow("alt"):
        yield gettext("Caption: %(caption)s") % {"caption": caption}
    if credit := image.said_anyhow("credit"):
        yield gettext("Credit: %(credit)s") % {"credit": credit}
    if image.licence:
        yield gettext("Licence: %(licence)s") % {"licence": image.licence}
    if image.expires_on:
        until = Language.active().date(image.expires_on)
        yield gettext("May be used until %(until)s") % {"until": until}
