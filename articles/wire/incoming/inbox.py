"""The inbox: each text that comes in is there once, in its newest version, until it is taken."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.languages import Language
from articles.models import IncomingFeed, IncomingItem, ReceivedFile, ReceivedText, User

from ..fetch import NoWordsError, WireError
from ..receiving import LONGEST_TEXT, LONGEST_TITLE, fitting
from ..remarks import parse_remark
from ..sender_facts import APPEARING, HELD, SenderFacts, appearing
from .items import ArrivedItem
from .notices import Kind, against, is_before, notify, sent_again
from .similar_articles import ArticlesAlike

KEPT_FOR = timedelta(days=60)
"""How long what nobody took is kept after its feed has had it last."""
WAITING, TAKEN, ASIDE = (
    IncomingItem.State.WAITING,
    IncomingItem.State.TAKEN,
    IncomingItem.State.ASIDE,
)


class Reception(StrEnum):
    """What became of a text that came in."""

    NEW = "new"
    CHANGED = "changed"
    KNOWN = "known"
    CANCELED = "canceled"
    REFUSED = "refused"


type Outcomes = Counter[Reception]


class Inbox:
    """Takes in the texts of one feed, or of mails."""

    def __init__(self, feed: IncomingFeed | None = None, now: datetime | None = None) -> None:
        self.feed = feed
        self.now = now or timezone.now()
        self.alike = ArticlesAlike()

    @transaction.atomic
    def take_in(self, item: ArrivedItem, sender: str = "") -> Reception:
        """Keep one text: new, or as another version of the one that was there.

        Raises:
            WireError: there is no text in it, or far too much.
        """
        there = IncomingItem.objects.select_for_update(of=("self",)).filter(feed=self.feed)
        known = self.known_by_id(item, there)
        if item.is_canceled or (item.facts.embargo == HELD and not item.text.strip()):
            return self.take_back(known, item)
        refuse_unfit(item)
        if known and self.is_outdated(known, item):
            return self.seen(known)
        if known and known.digest != item.digest:
            self.change(known, item)
            return Reception.CHANGED
        if known:
            is_again = self.put_back(known, item)
            is_other = self.note_facts(known, item)
            self.seen(known)
            return Reception.CHANGED if is_again or is_other else Reception.KNOWN
        if same := there.filter(digest=item.digest).first():
            return self.seen(same)
        self.write(IncomingItem(feed=self.feed, sender=sender[:300], item_id=name_of(item)), item)
        return Reception.NEW

    def known_by_id(self, item: ArrivedItem, there: QuerySet[IncomingItem]) -> IncomingItem | None:
        return there.filter(item_id=name_of(item)).first() if item.item_id else None

    def seen(self, there: IncomingItem) -> Reception:
        IncomingItem.objects.filter(pk=there.pk).update(seen_at=self.now)
        return Reception.KNOWN

    def is_outdated(self, known: IncomingItem, item: ArrivedItem) -> bool:
        """Whether it is older than what its sender has said since: a feed may still have it."""
        if item.facts.is_before(SenderFacts.of(known.text.said)):
            return True
        last = against(known)
        return last is not None and last.is_against_use and is_before(item, last)

    def take_back(self, known: IncomingItem | None, item: ArrivedItem) -> Reception:
        """What its sender takes back waits no more; whoever has made use of it is told."""
        if known is None:
            return Reception.CANCELED
        self.seen(known)
        is_used = known.state == TAKEN or known.versions.exclude(article=None).exists()
        if known.state == ASIDE and not is_used:
            return Reception.KNOWN
        told = notify(known, item, Kind.CANCELED if item.is_canceled else Kind.WITHHELD, self.now)
        if known.state == WAITING:
            known.state = ASIDE
            known.save(update_fields={"state"})
        return Reception.CANCELED if told else Reception.KNOWN

    def put_back(self, known: IncomingItem, item: ArrivedItem) -> bool:
        """Whether it had been cancelled, and is sent again: then it waits as before."""
        if not sent_again(known, item, self.now):
            return False
        if known.state == ASIDE:
            known.state = WAITING
            known.save(update_fields={"state"})
        return True

    def note_facts(self, known: IncomingItem, item: ArrivedItem) -> bool:
        """Keep what is said now of the same words; whether there is another embargo on them."""
        text, now = known.text, self.facts_of(item)
        before = SenderFacts.of(text.said)
        is_out = before.embargo == APPEARING and not now.embargo and not before.is_open(self.now)
        if now == before or is_out:
            return False
        text.said = now.kept()
        is_other = (before.embargo, before.until) != (now.embargo, now.until)
        if is_other and text.typed:
            # Whoever reviews it is asked once more.
            until = now.until_moment
            shown = timezone.localtime(until).strftime("%Y-%m-%dT%H:%M") if until else ""
            text.typed = {**text.typed, "q-embargo": "", "embargoed_until": shown}
        text.save(update_fields={"said", "typed"})
        if is_other and known.state == TAKEN:
            kind = Kind.WITHHELD if now.embargo == HELD else Kind.EMBARGO
            notify(known, item, kind, self.now)
        return is_other

    def facts_of(self, item: ArrivedItem) -> SenderFacts:
        if item.facts.embargo or not (held := appearing(item.appears_at, self.now)):
            return item.facts
        return replace(item.facts, **held)

    def change(self, known: IncomingItem, item: ArrivedItem) -> None:
        """Put a new version in the place of the one that was there.

        What is set aside stays aside. What was taken waits again: its taker has the older text.
        """
        self.put_back(known, item)
        if known.state == TAKEN or known.versions.exclude(article=None).exists():
            is_held = item.facts.embargo == HELD
            notify(known, item, Kind.WITHHELD if is_held else Kind.VERSION, self.now)
        if known.state != TAKEN:
            known.text.state = ReceivedText.State.DROPPED
            known.text.save(update_fields={"state"})
        elif known.text.article_id:
            known.near = known.text.article
        known.version += 1
        if known.state == TAKEN:
            known.state = WAITING
        self.write(known, item)

    def write(self, row: IncomingItem, item: ArrivedItem) -> None:
        row.text = self.received(item)
        row.digest = item.digest
        row.headline = item.headline
        row.language = (self.feed.language if self.feed else "") or item.language
        row.address = item.address[:1000]
        row.published_at = item.published_at
        row.came_at = row.seen_at = self.now
        if row.near is None:
            row.near = self.alike.nearest(item.text, item.address, row.language)
        row.save()
        row.text.came_as = row
        row.text.save(update_fields={"came_as"})

    def received(self, item: ArrivedItem) -> ReceivedText:
        """The item as it came, and its text: nobody's until somebody takes it."""
        language = (self.feed.language if self.feed else "") or item.language
        file = ReceivedFile.objects.create(
            name=item.file_name,
            media_type=item.media_type,
            content=item.raw,
            checksum=hashlib.sha256(item.raw).hexdigest(),
            size=len(item.raw),
            warnings=[parse_remark(one) for one in item.warnings],
        )
        return file.texts.create(
            text=item.text,
            title=item.headline[:LONGEST_TITLE],
            language=language if Language.find(language) else "",
            sent_on=item.day,
            source=self.feed.source if self.feed else None,
            address=fitting(item.address),
            said=self.facts_of(item).kept(),
        )


def refuse_unfit(item: ArrivedItem) -> None:
    """Refuse what nobody could make an article of.

    Raises:
        WireError: there is no word in it, or far too many.
    """
    if not any(letter.isalpha() for letter in item.text):
        raise NoWordsError(_("There is not one word in it."))
    if len(item.text) > LONGEST_TEXT:
        raise WireError(_("The document is far longer than an article: it was not read."))


def name_of(item: ArrivedItem) -> str:
    """What its sender calls an item, short enough to be looked for."""
    name = " ".join(item.item_id.replace("\x00", "").split())
    return name if len(name) <= 500 else f"sha256:{hashlib.sha256(name.encode()).hexdigest()}"


def take(item: IncomingItem, by: User) -> ReceivedText | None:
    """Make a text that waits somebody's, who reviews it; nothing, where another was first."""
    waiting = IncomingItem.objects.filter(pk=item.pk, version=item.version).exclude(state=TAKEN)
    with transaction.atomic():
        if not waiting.update(state=TAKEN, taken_by=by):
            return None
        ReceivedFile.objects.filter(texts=item.text_id, sent_by=None).update(sent_by=by)
    return item.text


def set_aside(item: IncomingItem) -> bool:
    """Whether a text that waited is set aside."""
    waiting = IncomingItem.objects.filter(pk=item.pk, state=WAITING)
    return bool(waiting.update(state=ASIDE))


def put_back(item: IncomingItem) -> bool:
    """Whether a text that was set aside waits again."""
    aside = IncomingItem.objects.filter(pk=item.pk, state=ASIDE)
    return bool(aside.update(state=WAITING))


def forget_old(now: datetime) -> int:
    """Delete what nobody took, once its feed has not had it for long; how many."""
    old = IncomingItem.objects.filter(~Q(state=TAKEN), seen_at__lt=now - KEPT_FOR)
    # One of which an article was made may still be cancelled.
    used = ReceivedText.objects.filter(came_as=OuterRef("pk"), article__isnull=False)
    old = old.exclude(Exists(used))
    files = list(old.values_list("text__file", flat=True)[:1000])
    untaken = ReceivedFile.objects.filter(pk__in=files, sent_by=None, texts__article=None)
    untaken.delete()
    return len(files)
