"""Signed links to a text that is not published: in one language, until a moment, for anybody.

A link is of the person who made it. It opens nothing once they may not show the text any more.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.core import signing
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from articles.languages import Language
from articles.models import Article, PreviewLink, User

SALT = "articles.preview"
DAYS = (1, 7, 30)
"""How long a link may be made to last."""


class BadLinkError(Exception):
    """Not a link that we made for this article in this language."""


class OldLinkError(Exception):
    """A link whose time is over, or that the newsroom has taken back, or whose maker has left."""


class TakenBackError(OldLinkError):
    """A link that the newsroom has taken back."""


@dataclass(frozen=True)
class Preview:
    """What is looked at before readers have it."""

    article: Article
    language: Language
    until: datetime | None = None
    """When the link stops working; the desk's own view has no end but the session's."""


def may_share(article: Article, language: Language, user: User) -> bool:
    """Whether this person makes links to a language, sees those there are, and takes them back."""
    return article.may_edit(user, language)


def make_link(article: Article, language: Language, lasts: timedelta, *, by: User) -> str:
    """The path of a preview to give away; it is on record, and can be taken back by itself.

    Raises:
        PermissionDenied: the text is not theirs to write.
    """
    require(article, language, by)
    until = timezone.now() + lasts
    made = article.preview_links.create(language=language.code, until=until, made_by=by)
    said = [article.key, language.code, article.preview_series, int(until.timestamp()), 0, made.key]
    token = signing.dumps(said, salt=SALT)
    with translation.override(language.code):
        return reverse("preview", args=[article.key, token])


def require(article: Article, language: Language, by: User) -> None:
    if not may_share(article, language, by):
        raise PermissionDenied(_("Who may write a text shares it: this one is not yours to write."))


# Opening one.


def open_preview(key: str, token: str) -> Preview:
    """What a link to the article of this key, in the active language, opens.

    Raises:
        BadLinkError: it was altered, or is for another article or language.
        TakenBackError: it was taken back.
        OldLinkError: it has expired, its maker may not show the text any more,
            or the article is gone.
    """
    said = said_by(token)
    if said[:2] != [key, Language.active().code]:
        raise BadLinkError
    series, until, framed, *made = said[2:]
    moment = datetime.fromtimestamp(until, UTC)
    articles = Article.with_copies.select_related("working_copy_of")
    article = articles.filter(key=key).first()
    # Those for the desk's frame, and those of which nobody is on record, were made before this.
    is_ours = bool(made) and not framed
    if article is None or not is_ours or moment <= timezone.now():
        raise OldLinkError
    ours = article.preview_links.filter(language=Language.active().code, key=made[0]).first()
    if ours is not None and ours.taken_back_at:
        raise TakenBackError
    links = links_in_force(article, Language.active())
    if series != article.preview_series or made[0] not in [one.key for one in links]:
        raise OldLinkError
    return Preview(article, Language.active(), moment)


def said_by(token: str) -> list[Any]:
    """What a token says: key, language, series, moment, frame, and the link's own key.

    Raises:
        BadLinkError: we have not signed it.
    """
    try:
        said = signing.loads(token, salt=SALT)
    except (signing.BadSignature, ValueError, TypeError):
        raise BadLinkError from None
    kinds: list[type] = [str, str, int, int, int, str]
    is_list = isinstance(said, list) and len(said) in {len(kinds) - 1, len(kinds)}
    if not is_list or not all(isinstance(*pair) for pair in zip(said, kinds, strict=False)):
        raise BadLinkError
    return said


def links_in_force(article: Article, language: Language) -> list[PreviewLink]:
    """The links to a language that open something: their makers may still show it."""
    found = article.preview_links.in_force().filter(language=language.code)
    makers = {one.pk: one for one in User.objects.filter(pk__in=found.values("made_by"))}
    theirs = {pk for pk, one in makers.items() if is_still_theirs(article, language, one)}
    links = [one for one in found if one.made_by_id in theirs]
    for one in links:
        one.made_by = makers[one.made_by_id or 0]
    return links


def is_still_theirs(article: Article, language: Language, maker: User) -> bool:
    """Whether the account stands, and the text is its to write. The state of the text may pass."""
    is_here = maker.is_active and maker.is_staff
    return is_here and article.is_written_by(maker, language)


# Taking them back.


def take_back_links(article: Article, language: Language, *, by: User) -> None:
    """Let no link to a language of an article work that was made until now.

    Raises:
        PermissionDenied: the text is not theirs to write.
    """
    require(article, language, by)
    end(article.preview_links.in_force().filter(language=language.code))


def take_back(article: Article, language: Language, key: str, *, by: User) -> bool:
    """Let one link open nothing any more; says whether there was one.

    Raises:
        PermissionDenied: the text is not theirs to write.
    """
    require(article, language, by)
    return end(article.preview_links.in_force().filter(language=language.code, key=key)) > 0


def end(links: QuerySet[PreviewLink]) -> int:
    return links.update(taken_back_at=timezone.now())


def languages_to_preview(article: Article) -> list[Language]:
    """Those in which something is written."""
    return [
        language
        for language in Language.all()
        if article.said("headline", language) or article.said("body", language)
    ]
