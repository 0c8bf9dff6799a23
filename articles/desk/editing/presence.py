"""Who has an article open, so that nobody is surprised by a colleague's save."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.languages import Language
from articles.models import Article, Presence, Reviewer, Revision, User

# Sooner, a further sign of life is not worth a write.
JUST_NOW = timedelta(seconds=20)


def note_presence(article: Article, by: User, at: datetime | None = None) -> None:
    """Note that somebody has the article open at a moment, now by default."""
    note_seen(Presence, at or timezone.now(), article=article, user=by)


def there_now(*articles: Article) -> list[Presence]:
    """Everybody who has the article open, or one of several."""
    return list(Presence.objects.now().filter(article__in=articles).select_related("user"))


def is_noted(there: Iterable[Presence], by: User, at: datetime | None = None) -> bool:
    """Whether it was noted just now that somebody is there."""
    since = (at or timezone.now()) - JUST_NOW
    return any(one.user_id == by.pk and one.seen_at >= since for one in there)


def note_seen(model: type[Presence | Reviewer], moment: datetime, **who: Any) -> None:
    """Note that somebody has something open, where that was not noted just now.

    Args:
        model: the table of who has such things open.
        who: the columns that say who, and what.
    """
    there = model._default_manager.filter(**who)
    if there.filter(seen_at__gte=moment - JUST_NOW).exists():
        return
    if not there.update(seen_at=moment):
        model._default_manager.get_or_create(**who, defaults={"seen_at": moment})


def forget_presence(article: Article, by: User) -> None:
    Presence.objects.filter(article=article, user=by).delete()


def others(article: Article, than: User) -> list[User]:
    """Who else has it open."""
    return but(there_now(article), than)


def but(there: Iterable[Presence], user: User) -> list[User]:
    return [one.user for one in there if one.user_id != user.pk]


def presence_sentences(article: Article, by: User, since: Revision | None = None) -> list[str]:
    """What somebody who has the article open should know of the others."""
    return [*who_is_there(others(article, by)), *who_saved(article, since)]


def who_is_there(colleagues: Iterable[User]) -> list[str]:
    said = []
    if there := [str(one) for one in colleagues]:
        names = Language.active().listed(there)
        said.append(
            ngettext(
                "%(names)s also has this article open.",
                "%(names)s also have this article open.",
                len(there),
            )
            % {"names": names}
        )
    return said


def who_saved(article: Article, since: Revision | None) -> list[str]:
    """Who saved it after that revision."""
    said = []
    last = article.revisions.select_related("made_by").first() if since else None
    if since and last and last.pk != since.pk and last.version > since.version:
        said.append(
            _(
                "%(name)s saved it at %(time)s. Your own text is safe; "
                "you will compare when you save."
            )
            % {
                "name": last.made_by or _("The program"),
                "time": Language.active().time(last.made_at),
            }
        )
    return said
