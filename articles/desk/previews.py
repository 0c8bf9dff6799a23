"""Signed links to a text that is not published: in one language, until a moment, for anybody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.core import signing
from django.db.models import F
from django.urls import reverse
from django.utils import timezone, translation

from articles.languages import Language
from articles.models import Article, PreviewLink, User

SALT = "articles.preview"
DAYS = (1, 7, 30)
"""How long a link may be made to last."""
FRAMED_FOR = timedelta(hours=1)
"""How long the desk's own page may reload what it frames."""


class BadLinkError(Exception):
    """Not a link that we made for this article in this language."""


class OldLinkError(Exception):
    """A link whose time is over, or that the newsroom has taken back."""


@dataclass(frozen=True)
class Preview:
    """What a link opens."""

    article: Article
    language: Language
    until: datetime
    framed: bool
    """Whether it is the desk that looks, in a frame of its own page."""


def make_link(article: Article, language: Language, lasts: timedelta, *, by: User) -> str:
    """The path of a preview to give away; it is on record, and can be taken back by itself."""
    until = timezone.now() + lasts
    made = article.preview_links.create(language=language.code, until=until, made_by=by)
    return link(article, language, lasts, made=made)


def link(
    article: Article,
    language: Language,
    lasts: timedelta,
    *,
    framed: bool = False,
    made: PreviewLink | None = None,
) -> str:
    """The path of a preview that anybody may open for a time."""
    until = int((timezone.now() + lasts).timestamp())
    said = [article.key, language.code, article.preview_series, until, int(framed)]
    said += [made.key] if made else []
    token = signing.dumps(said, salt=SALT)
    with translation.override(language.code):
        return reverse("preview", args=[article.key, token])


def opened(key: str, token: str) -> Preview:
    """What a link to the article of this key, in the active language, opens.

    Raises:
        BadLinkError: it was altered, or is for another article or language.
        OldLinkError: it has expired or was taken back, or the article is gone.
    """
    try:
        signed_key, code, series, until, framed, *made = signing.loads(token, salt=SALT)
    except (signing.BadSignature, ValueError, TypeError):
        raise BadLinkError from None
    if (signed_key, code) != (key, Language.active().code):
        raise BadLinkError
    moment = datetime.fromtimestamp(until, UTC)
    article = Article.with_copies.filter(key=key).only("key", "preview_series").first()
    if article is None or moment <= timezone.now() or series != article.preview_series:
        raise OldLinkError
    if made and not article.preview_links.in_force().filter(key=made[0]).exists():
        raise OldLinkError
    return Preview(article, Language(code), moment, bool(framed))


def take_back_links(article: Article) -> None:
    """Let no preview link of an article work that was made until now."""
    Article.with_copies.filter(pk=article.pk).update(preview_series=F("preview_series") + 1)
    article.preview_links.in_force().update(taken_back_at=timezone.now())


def take_back(article: Article, key: str) -> bool:
    """Let one link of an article open nothing any more; says whether there was one."""
    links = article.preview_links.in_force().filter(key=key)
    return links.update(taken_back_at=timezone.now()) > 0


def languages_to_preview(article: Article) -> list[Language]:
    """Those in which something is written."""
    return [
        language
        for language in Language.all()
        if article.said("headline", language) or article.said("body", language)
    ]
