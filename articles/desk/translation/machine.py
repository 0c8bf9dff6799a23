"""Suggestions by a machine: a plug. None is ever saved before somebody has read it.

The setting ``MACHINE_TRANSLATION`` names a class that keeps to ``Machine``; it is made without
arguments and takes what else it needs from the settings. Without it there are no suggestions.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from threading import BoundedSemaphore
from typing import Protocol

from django.conf import settings
from django.core.cache import cache
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from articles.desk.caches import if_there
from articles.languages import Language
from articles.models.fields import body_sanitizer
from articles.text.richtext.segments import Segment, inline, plain

LONGEST = 5_000
"""Characters of one paragraph that are sent."""
KEPT = 24 * 3600
"""Seconds for which an answer is not asked for again."""
ASKING = BoundedSemaphore(2)
"""Held by who waits for the machine: the other threads of a process are for everybody else."""


class MachineError(Exception):
    """No suggestion could be had; the message is for the translator."""


class Machine(Protocol):
    """Something that translates one paragraph."""

    @property
    def name(self) -> str:
        """What translators are told made the suggestion."""

    def translate(self, text: str, source: Language, into: Language, *, is_html: bool) -> str:
        """The text in the other language; what comes back is cleaned by who asks.

        Raises:
            MachineError: it cannot, or not in time.
        """


@dataclass(frozen=True)
class Suggestion:
    """What a machine made of a paragraph: mark-up that is safe to show and to insert."""

    html: str
    machine: str


def machine() -> Machine | None:
    """The one that the settings name.

    Raises:
        MachineError: there is none of that name.
    """
    if not settings.MACHINE_TRANSLATION:
        return None
    try:
        return import_string(settings.MACHINE_TRANSLATION)()
    except ImportError as error:
        raise MachineError(_("The settings name a machine that is not there.")) from error


def is_there() -> bool:
    """Whether the settings name one."""
    return bool(settings.MACHINE_TRANSLATION)


def suggest(segment: Segment, source: Language, into: Language) -> Suggestion | None:
    """What the machine makes of a paragraph; nothing where there is no machine or no text.

    Raises:
        MachineError: it gave no answer that can be used.
    """
    asked = machine()
    if asked is None or not segment.said:
        return None
    if len(segment.html) > LONGEST:
        raise MachineError(_("This paragraph is too long for the machine."))
    text = segment.value
    said = "\0".join([settings.MACHINE_TRANSLATION, asked.name, str(source), str(into), text])
    key = f"machine:{hashlib.sha256(said.encode()).hexdigest()}"
    answer = if_there(lambda: cache.get(key))
    if answer is None:
        if not ASKING.acquire(blocking=False):
            raise MachineError(_("The machine is busy: ask again in a moment."))
        try:
            answer = asked.translate(text, source, into, is_html=segment.is_body)
        finally:
            ASKING.release()
        if_there(lambda: cache.set(key, answer, KEPT))
    html = cleaned(segment, answer)
    if not html:
        raise MachineError(_("The machine gave an empty answer."))
    return Suggestion(html, asked.name)


def cleaned(segment: Segment, answer: str) -> str:
    """An answer as one line of mark-up: as safe as what people write."""
    if segment.is_body:
        return inline(body_sanitizer()(answer))
    return plain(segment.field, " ".join(answer.split())).html
