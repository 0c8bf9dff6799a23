"""Who else has a text open that somebody reviews."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.desk.databases import if_writable
from articles.desk.editing.presence import note_seen
from articles.languages import Language
from articles.models import ReceivedText, Reviewer, User

from .sender_notices import waiting_of

PRESENT_FOR = timedelta(minutes=2)
"""An open page gives a sign of life every half minute."""


def note_reviewer(text: ReceivedText, by: User) -> None:
    """Note that somebody has a text open; where nothing can be written now, nothing is."""
    if_writable(lambda: note_seen(Reviewer, timezone.now(), text=text, user=by))


def forget_reviewer(text: ReceivedText, by: User) -> None:
    if_writable(lambda: Reviewer.objects.filter(text=text, user=by).delete())


def sentences(text: ReceivedText, by: User) -> list[str]:
    """What somebody who reviews a text should know of the others, and of its sender."""
    there = Reviewer.objects.filter(text=text, seen_at__gte=timezone.now() - PRESENT_FOR)
    others = there.exclude(user=by).select_related("user").order_by("pk")
    names = [str(one.user) for one in others]
    said = [one.sentence for one in waiting_of(text)]
    if names:
        told = ngettext(
            "%(names)s also reviews this text now.",
            "%(names)s also review this text now.",
            len(names),
        )
        said.append(told % {"names": Language.active().listed(names)})
    if text.typed_by_id and text.typed_by_id != by.pk and text.typed_at:
        told = _("%(name)s typed in it last, at %(time)s.")
        at = Language.active().time(text.typed_at)
        said.append(told % {"name": text.typed_by, "time": at})
    return said
