"""How pages speak of people: as of a woman, of a man, or in a form that is neither's.

Nobody's gender is guessed from a name. Of several people of whom one is a man, or of whom it is not
known, sentences speak as each language does of a group.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext, npgettext, pgettext, pgettext_lazy

from articles.models import (
    Appearance,
    Event,
    Organization,
    PageRecord,
    Participation,
    Quote,
    Speaker,
)
from articles.text.folding import Level, folded

register = template.Library()

FEMININE, MASCULINE = Speaker.Gender.FEMININE, Speaker.Gender.MASCULINE
UNKNOWN = ""
CHAIR, SPEAKER, PANELIST = Appearance.Role

ROLES: dict[tuple[str, str], Promise] = {
    (FEMININE, CHAIR): pgettext_lazy("feminine", "chair"),
    (MASCULINE, CHAIR): pgettext_lazy("masculine", "chair"),
    (UNKNOWN, CHAIR): pgettext_lazy("office", "chair"),
    (FEMININE, SPEAKER): pgettext_lazy("feminine", "speaker"),
    (MASCULINE, SPEAKER): pgettext_lazy("masculine", "speaker"),
    (UNKNOWN, SPEAKER): pgettext_lazy("office", "speaker"),
    (FEMININE, PANELIST): pgettext_lazy("feminine", "panelist"),
    (MASCULINE, PANELIST): pgettext_lazy("masculine", "panelist"),
    (UNKNOWN, PANELIST): pgettext_lazy("office", "panelist"),
}

# An organization has no gender: its part in an event is named by the office.
PARTS: dict[str, Promise] = {
    Participation.Role.ORGANIZER: pgettext_lazy("office", "organizer"),
    Participation.Role.HOST: pgettext_lazy("office", "host"),
    Participation.Role.PARTNER: pgettext_lazy("office", "partner"),
    Participation.Role.PARTICIPANT: pgettext_lazy("office", "participant"),
}

# Of some people; how many there are decides too.
type Sentences = dict[str, Callable[[int], str]]
SAID: Sentences = {
    FEMININE: lambda n: npgettext("feminine", "She said it", "They said it", n),
    MASCULINE: lambda n: npgettext("masculine", "He said it", "They said it", n),
    UNKNOWN: lambda n: gettext("What was said"),
}
TO_COME: Sentences = {
    FEMININE: lambda n: npgettext("feminine", "Speaker to come", "Speakers to come", n),
    MASCULINE: lambda n: npgettext("masculine", "Speaker to come", "Speakers to come", n),
    UNKNOWN: lambda n: gettext("Who is to speak"),
}
GOING_ON: Sentences = {
    FEMININE: lambda n: npgettext("feminine", "Speaker", "Speakers", n),
    MASCULINE: lambda n: npgettext("masculine", "Speaker", "Speakers", n),
    UNKNOWN: lambda n: gettext("Who speaks"),
}
OVER: Sentences = {
    FEMININE: lambda n: npgettext("feminine", "She spoke", "They spoke", n),
    MASCULINE: lambda n: npgettext("masculine", "He spoke", "They spoke", n),
    UNKNOWN: lambda n: gettext("Who spoke"),
}

# The headings of one person's page.
HEADINGS: dict[str, dict[str, Callable[[], str]]] = {
    "to come": {
        FEMININE: lambda: pgettext("feminine", "Expected at"),
        MASCULINE: lambda: pgettext("masculine", "Expected at"),
        UNKNOWN: lambda: gettext("Expected at"),
    },
    "over": {
        FEMININE: lambda: pgettext("feminine", "Spoke at"),
        MASCULINE: lambda: pgettext("masculine", "Spoke at"),
        UNKNOWN: lambda: gettext("Spoke at"),
    },
    "said": {
        FEMININE: lambda: gettext("What she said"),
        MASCULINE: lambda: gettext("What he said"),
        UNKNOWN: lambda: gettext("Words and quotations"),
    },
    "named": {
        FEMININE: lambda: pgettext("feminine", "Named in"),
        MASCULINE: lambda: pgettext("masculine", "Named in"),
        UNKNOWN: lambda: gettext("Named in"),
    },
}


def of_some(sentences: Sentences, speakers: Iterable[Speaker | None]) -> str:
    """A sentence about some people, each counted once."""
    people = {one for one in speakers if one is not None}
    genders = {one.gender for one in people}
    if len(genders) == 1 and (len(people) == 1 or genders == {FEMININE}):
        return sentences[genders.pop()](len(people))
    return sentences[MASCULINE](len(people))


@register.simple_tag
def heading_of(speaker: Speaker, part: str) -> str:
    """The heading of a part of somebody's page: « Ce qu’elle a dit »."""
    return HEADINGS[part][speaker.gender]()


@register.simple_tag
def said_by(quotes: list[Quote]) -> str:
    """« Elle l’a dit », « Ils l’ont dit »: the heading over quotations."""
    return of_some(SAID, (one.speaker for one in quotes))


@register.simple_tag
def speakers_of(event: Event, appearances: list[Appearance]) -> str:
    """« Intervenantes attendues », « Ils ont pris la parole »: by the day, over those who speak."""
    sentences = OVER if event.is_over() else GOING_ON if event.has_begun() else TO_COME
    return of_some(sentences, (one.speaker for one in appearances))


@register.simple_tag
def kind_of(record: PageRecord) -> str:
    """What a page is about: « intervenante », of a woman; « organisation internationale ».

    Nothing where the name says it: « Association des cinémas ».
    """
    if isinstance(record, Speaker) and record.gender:
        return str(ROLES[record.gender, SPEAKER])
    kind = str(record._meta.verbose_name)
    if isinstance(record, Organization | Event) and record.kind != record.Kind.OTHER:
        kind = record.get_kind_display()
    in_name = folded(str(record), Level.LETTERS).split()
    return "" if folded(kind, Level.LETTERS).split()[0] in in_name else kind


@register.simple_tag
def role_of(part: Appearance | Participation) -> str:
    """What somebody does at an event: « présidente »; « présidence », of whom it is not known."""
    if isinstance(part, Participation):
        return str(PARTS[part.role])
    return str(ROLES[part.speaker.gender, part.role])
