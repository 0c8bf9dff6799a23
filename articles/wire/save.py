"""Wire copy as a draft: the only place of the importer that writes."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.db import transaction
from django.utils.translation import gettext as _

from articles.languages import Language
from articles.models import (
    Affiliation,
    Article,
    Event,
    Note,
    Organization,
    Participation,
    Place,
    Quote,
    Record,
    Source,
    Speaker,
    User,
)
from articles.text.analysis.names import fold, same_name
from articles.text.extraction.people import FEMALE, MALE, Person
from articles.text.richtext.paragraphs import verbatim

from .copy import WireCopy
from .exonyms import surely_the_same
from .markup import as_rich_text
from .versions import EarlierVersion, digest, earlier

CALLED_BY = ("name", "acronym", "aliases")
LONGEST_BYLINE = 200
"""Characters that an article keeps."""
GENDERS = {FEMALE: Speaker.Gender.FEMININE, MALE: Speaker.Gender.MASCULINE}


@dataclass
class ImportResult:
    """What became of one file."""

    article: Article
    known: bool = False
    version_of: EarlierVersion | None = None
    """Of which article this is another version, and what is new in it."""
    created: list[Record] = field(default_factory=list)
    matched: list[Record] = field(default_factory=list)


def save(copy: WireCopy, by: User | None = None) -> ImportResult:
    """Make a draft of it, tied to what the newsroom knows; all of it or nothing.

    It is the draft of who imports it, where somebody says so.

    A text that has been imported before is recognised, and nothing is written. Another version of
    one is a draft of its own; a note on both says so, and what is new.
    """
    with transaction.atomic():
        before = earlier(copy)
        if before and before.is_same:
            return ImportResult(before.article, known=True)
        saved = CopyImporter(copy, by).save()
        saved.version_of = before
        note_what_came(saved, copy, by)
        return saved


def note_what_came(saved: ImportResult, copy: WireCopy, by: User | None) -> None:
    """Tell who opens a draft, or the article it is a version of, that there is the other."""
    before = saved.version_of
    if before is not None:
        numbers = {"other": before.article.pk, "this": saved.article.pk}
        told = _("Another version of article %(other)s came in:") % numbers
        note_version(saved.article, before.article, told, before.differences, by)
        told = _("Another version of this article came in, as article %(this)s:") % numbers
        note_version(before.article, saved.article, told, before.differences, by)
    elif copy.correction:
        told = _("It says that it corrects an earlier text (“%s”); none like it is here.")
        Note.objects.create(article=saved.article, author=by, text=told % copy.correction)


def note_version(
    article: Article, other: Article, told: str, differences: list[str], by: User | None
) -> None:
    """Leave a note on an article that there is another version of it.

    What differs is the other's text: it is told where whoever wrote this one may read it too. Of
    what nobody wrote, only who may read everything reads the notes.

    Args:
        article: on which the note is.
        other: its other version.
        told: that there is one.
        differences: the words, a sentence each.
        by: who imported it.
    """
    writer = article.created_by
    if writer is not None and not other.is_open_to(writer):
        differences = [_("What differs stands in that one, for who may read it.")]
    text = "\n".join([told, *differences])
    Note.objects.create(article=article, author=by, text=text)


class CopyImporter:
    """Ties one text to the newsroom's records, making those it lacks."""

    def __init__(self, copy: WireCopy, by: User | None = None) -> None:
        self.copy = copy
        self.language = Language.get(copy.language)
        self.saved = ImportResult(Article(created_by=by))

    def save(self) -> ImportResult:
        copy, article = self.copy, self.saved.article
        self.write(article, headline=copy.headline or copy.paragraphs[0][:200])
        self.write(article, body=as_rich_text(copy.paragraphs), standfirst=copy.standfirst)
        if copy.kind:
            article.kind = copy.kind
        if copy.byline:
            self.write(article, local_byline=copy.byline[:LONGEST_BYLINE])
        article.original_language = self.language.code
        article.source_text = copy.text
        article.source_digest = digest(copy.text)
        article.source_url = copy.source_url or ""
        article.source_published_on = copy.published_on
        article.embargoed_until = copy.embargoed_until
        article.embargo_line = copy.embargo_line[:300]
        article.dateline = self.place(copy.dateline_place)
        article.source = self.source()
        organizers = [self.organization(name) for name in copy.organizers]
        article.event = self.event(organizers)
        self.complete(article)
        article.save()
        article.mention(*[self.organization(name) for name in copy.organizations])
        self.tie_people(article)
        return self.saved

    def complete(self, article: Article) -> None:
        """Add what the text does not say by itself; a text alone has nothing more."""

    def known[Row: Record](self, model: type[Row], name: str) -> Row | None:
        """The newsroom's record of what a text calls so, where it has one."""
        return record_named(model, name)

    def write(self, record: Record, **texts: str) -> None:
        for name, text in texts.items():
            setattr(record, self.language.field(name), text)

    def found[Row: Record](self, record: Row) -> Row:
        if record not in self.saved.matched and record not in self.saved.created:
            self.saved.matched.append(record)
        return record

    def made[Row: Record](self, record: Row, **texts: str) -> Row:
        self.write(record, **texts)
        record.save()
        self.saved.created.append(record)
        return record

    def place(self, name: str | None) -> Place | None:
        if not name:
            return None
        known = self.known(Place, name)
        return self.found(known) if known else self.made(Place(), name=name)

    def source(self) -> Source | None:
        host = urlsplit(self.copy.source_url or "").hostname or ""
        name = self.copy.source_name or host.removeprefix("www.")
        if not name:
            return None
        known = self.known(Source, name) or record_named(Source, host.removeprefix("www."))
        if known:
            return self.found(known)
        homepage = f"https://{host}/" if host else ""
        return self.made(Source(homepage=homepage), name=name)

    def organization(self, words: str) -> Organization:
        name, __, acronym = words.removesuffix(")").partition(" (")
        known = self.known(Organization, name) or (acronym and record_named(Organization, acronym))
        if known:
            return self.found(known)
        name = name[:1].upper() + name[1:]
        return self.made(Organization(), name=name, acronym=acronym)

    def event(self, organizers: list[Organization]) -> Event | None:
        held = self.copy.event
        if held is None:
            return None
        known = self.known(Event, held.name)
        if known:
            return self.found(known)
        # Without a day it is kept for who finds out; no reader hears of it before.
        event = self.made(
            Event(
                starts_on=held.starts_on,
                ends_on=held.ends_on if held.ends_on != held.starts_on else None,
                place=self.place(held.place),
                kind=Event.Kind.OTHER,
            ),
            name=held.name[:1].upper() + held.name[1:],
        )
        for organization in organizers:
            Participation.objects.get_or_create(
                event=event, organization=organization, role=Participation.Role.ORGANIZER
            )
        return event

    def speaker(self, person: Person) -> Speaker:
        known = self.known(Speaker, person.name)
        if known:
            return self.found(known)
        gender = GENDERS.get(self.copy.genders.get(person.name, ""), "")
        speaker = self.made(Speaker(gender=gender), name=person.name)
        if person.position:
            organization = self.organization(person.organization) if person.organization else None
            self.made(
                Affiliation(speaker=speaker, organization=organization), position=person.position
            )
        return speaker

    def tie_people(self, article: Article) -> None:
        """Each speaker with what they said; those who only appear are mentioned."""
        speakers = {one.name: (self.speaker(one), one) for one in self.copy.speakers}
        body = article.said("body", self.language)
        quoted = set()
        for order, quotation in enumerate(self.copy.quotes):
            if not verbatim(quotation.text, body):
                continue
            # Whose words they are may not be known: they are kept all the same.
            speaker, person = speakers.get(quotation.speaker or "", (None, None))
            quote = Quote(article=article, speaker=speaker, kind=quotation.kind, order=order)
            position = person.position if person else None
            self.write(quote, text=quotation.text, position=position or "")
            quote.save()
            quoted.add(speaker)
        article.mention(*[one for one, __ in speakers.values() if one not in quoted])


def record_named[Row: Record](model: type[Row], name: str) -> Row | None:
    """The row that any language calls so: by name, acronym or alias, whatever the spelling.

    A place is known by what other languages call it, too.
    """
    if not fold(name):
        return None
    columns = [
        language.field(column)
        for language in Language.all()
        for column in CALLED_BY
        if hasattr(model, language.field(column))
    ]
    others = surely_the_same(name) if model is Place else frozenset()
    near = elsewhere = None
    for pk, *texts in model._base_manager.order_by("pk").values_list("pk", *columns):
        names = [line for text in texts if text for line in text.splitlines() if line.strip()]
        if any(fold(one) == fold(name) for one in names):
            return model._base_manager.get(pk=pk)
        if elsewhere is None and any(fold(one) in others for one in names):
            elsewhere = pk
        if near is None and any(same_name(one, name) for one in names):
            near = pk
    found = elsewhere or near
    return model._base_manager.get(pk=found) if found else None
