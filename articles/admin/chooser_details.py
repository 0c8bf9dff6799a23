"""What a chooser says beside the name of a record: what tells it from others of that name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.desk.directions import left_to_right
from articles.languages import Language
from articles.models import (
    Affiliation,
    Article,
    Event,
    Image,
    Organization,
    Place,
    Speaker,
    Status,
)

from .library.sent_names import sent_names


def tell_apart(records: Sequence[Any], answers: Sequence[dict[str, Any]]) -> None:
    """Add to the answers for some records of one kind what tells each apart, in a fixed number of
    questions.
    """
    if not records or type(records[0]) not in TOLD:
        return
    told = TOLD[type(records[0])](records)
    pictures = [*map(picture_of, records)]
    for answer, said, picture in zip(answers, told, pictures, strict=True):
        answer["told"] = [f"{one}" for one in said if one]
        if picture:
            answer["picture"] = reverse("admin:articles_image_thumbnail", args=[picture])


def picture_of(record: Any) -> int | None:
    """The key of the picture that is seen with a record."""
    if isinstance(record, Image):
        return record.pk
    return record.lead_image_id if isinstance(record, Article) else None


def of_images(images: Sequence[Any]) -> list[list[str]]:
    """How each looks is seen; its file, its size."""
    names = sent_names(images)
    return [[names.get(one.pk, ""), left_to_right(f"{one.width} × {one.height}")] for one in images]


def of_events(events: Sequence[Any]) -> list[list[str]]:
    prefetch_related_objects(events, "place", "parent")
    return [[one.period, f"{one.place or ''}", part_of(one)] for one in events]


def part_of(event: Any) -> str:
    """« Session de … »; of an event in a process, what it is."""
    if event.parent is None:
        return f"{event.get_kind_display()}"
    if not event.is_session:
        return f"{event.parent}"
    return _("Session of: %(parent)s") % {"parent": event.parent}


def of_speakers(speakers: Sequence[Any]) -> list[list[str]]:
    held = Affiliation.objects.select_related("organization")
    prefetch_related_objects(speakers, Prefetch("affiliations", held))
    return [[one.said_anyhow("honorific"), position_today(one)] for one in speakers]


def position_today(speaker: Any) -> str:
    now = [one for one in speaker.affiliations.all() if not one.is_over()]
    if not now:
        return ""
    said = (now[0].said_anyhow("position"), f"{now[0].organization or ''}")
    return Language.active().comma.join(part for part in said if part)


def of_organizations(bodies: Sequence[Any]) -> list[list[str]]:
    return [[one.said_anyhow("acronym"), one.get_kind_display()] for one in bodies]


def of_places(places: Sequence[Any]) -> list[list[str]]:
    return [[one.country_name] for one in places]


def of_articles(articles: Sequence[Any]) -> list[list[str]]:
    return [state_and_day(one) for one in articles]


def state_and_day(article: Any) -> list[str]:
    """The state of a text and its day; of a colleague's, where readers have it."""
    for language in Language.active().then_others:
        if not article.said("headline", language):
            continue
        if article.is_abridged and not article.is_live(language):
            continue
        published = article.published_at_in(language)
        day = Language.active().date(published) if published else ""
        return [day, f"{Status(article.status_in(language)).label}"]
    return []


TOLD: dict[type, Any] = {
    Article: of_articles,
    Event: of_events,
    Image: of_images,
    Organization: of_organizations,
    Place: of_places,
    Speaker: of_speakers,
}
