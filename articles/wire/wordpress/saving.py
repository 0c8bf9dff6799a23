"""Posts as articles: only here is anything written; twice brings in what once does."""

from __future__ import annotations

import hashlib
import logging
from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from urllib.parse import urlsplit

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import ContentFile
from django.db import DatabaseError, transaction
from django.utils.translation import gettext as _

from articles.languages import Language
from articles.models import Article, FormerAddress, Image, Topic, TopicOfArticle, User
from articles.text.analysis.names import fold
from articles.text.scripts import language_of

from ..fetch import WireError
from ..incoming.download import download
from ..save import record_named
from .export import Picture, Post, Site, path_of
from .html import body_of, words_of

logger = logging.getLogger(__name__)

PUBLISHED = "publish"
LEFT_OUT = {"trash", "auto-draft", "inherit"}
NO_TOPIC = {"non classé", "uncategorized", "غير مصنف", "غير مصنّف"}
MOST_FAILURES = 3
"""So often a site may fail to give a picture before it is asked for no more."""


class Fate(StrEnum):
    """What became of a post."""

    PUBLISHED = "published"
    DRAFT = "draft"
    KNOWN = "known"
    LEFT_OUT = "left out"
    REFUSED = "refused"


@dataclass
class WordpressImporter:
    """Brings in the posts of one site, in the name of one person."""

    site: Site
    by: User | None
    with_pictures: bool = True
    is_dry: bool = False
    remarks: list[str] = field(default_factory=list)
    outcomes: Counter[Fate] = field(default_factory=Counter)
    topics: dict[str, Topic] = field(default_factory=dict)
    images: dict[str, Image | None] = field(default_factory=dict)
    failures: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        host = (urlsplit(self.site.address).hostname or self.site.address).removeprefix("www.")
        self.prefix = f"wp-{hashlib.sha256(host.encode()).hexdigest()[:10]}"

    def take(self, post: Post) -> Fate:
        """Bring in one post: all of it, or nothing; one that is broken stops no other."""
        try:
            with transaction.atomic():
                fate = self.brought(post)
        except (ValidationError, DatabaseError, ValueError, TypeError) as error:
            told = "; ".join(error.messages) if isinstance(error, ValidationError) else str(error)
            self.remark(post, told)
            logger.warning("A post was not brought in: %s", post.number, exc_info=True)
            fate = Fate.REFUSED
        self.outcomes[fate] += 1
        return fate

    def prepare(self, post: Post) -> None:
        """Have the picture of a post that is new: while its site answers, nothing is locked."""
        language = None if self.is_dry or not self.with_pictures else self.language(post)
        if post.picture and language and post.status not in LEFT_OUT:
            article = self.article_of(post)
            if article.pk is None or not article.said("headline", language):
                self.image(post, language)

    def remark(self, post: Post, told: str) -> None:
        self.remarks.append(f"{post.number} “{post.title[:80]}”: {told}")

    def brought(self, post: Post) -> Fate:
        if post.status in LEFT_OUT or not (post.title or post.content.strip()):
            return Fate.LEFT_OUT
        language = self.language(post)
        if language is None:
            self.remark(post, _("It is in no language of the newsroom."))
            return Fate.LEFT_OUT
        article = self.article_of(post)
        if article.pk and article.said("headline", language):
            self.keep_address(post, article, language)
            return Fate.KNOWN
        if self.is_dry:
            return Fate.PUBLISHED if post.status == PUBLISHED else Fate.DRAFT
        self.write(article, post, language)
        self.keep_address(post, article, language)
        return self.published(article, post, language)

    def language(self, post: Post) -> Language | None:
        if post.language:
            return Language.find(post.language)
        words = words_of(f"{post.title}. {body_of(post.content)[0]}"[:30_000])
        return Language.find(language_of(words) or "")

    def article_of(self, post: Post) -> Article:
        """The article of a post or of its translation, else a new one."""
        name = post.translations or post.number
        key = f"{self.prefix}-{name}"[:100]
        there = Article.objects.filter(key=key).first()
        return there or Article(key=key, created_by=self.by, own_reporting=True)

    def write(self, article: Article, post: Post, language: Language) -> None:
        body, pictures = body_of(post.content)
        name = self.site.authors.get(post.author, post.author)[:200]
        texts = {
            "headline": (words_of(post.title) or words_of(body)[:120])[:300],
            "standfirst": words_of(post.excerpt),
            "body": body,
            "local_byline": name,
        }
        for column, said in texts.items():
            setattr(article, language.field(column), said)
        if article.pk is None:
            article.original_language = language.code
            article.byline = name
            if post.at:
                article.created_at = post.at
        article.lead_image = article.lead_image or self.images.get(post.picture)
        article.save()
        for one in self.topics_of(post, language):
            TopicOfArticle.objects.get_or_create(tag=one, content_object=article)
        if pictures:
            told = _("Pictures within the text were left out: %(count)d.")
            self.remark(post, told % {"count": pictures})

    def published(self, article: Article, post: Post, language: Language) -> Fate:
        """Put before the readers what they had there, with its date; a draft stays one."""
        if post.status != PUBLISHED or post.at is None or self.by is None:
            return Fate.DRAFT
        try:
            with transaction.atomic():
                note = _("Brought in from %(site)s.") % {"site": self.site.address}
                article.publish(language, by=self.by, at=post.at, made_at=post.at, note=note)
        except (ValidationError, PermissionDenied) as refusal:
            told = refusal.messages if isinstance(refusal, ValidationError) else [str(refusal)]
            self.remark(post, _("It stays a draft: %(why)s") % {"why": " ".join(told)})
            return Fate.DRAFT
        return Fate.PUBLISHED

    # What hangs on a post.

    def topics_of(self, post: Post, language: Language) -> list[Topic]:
        names = dict.fromkeys(words_of(one)[:300] for one in post.categories)
        return [self.topic(one, language) for one in names if fold(one) not in no_topics()]

    def topic(self, name: str, language: Language) -> Topic:
        key = fold(name)
        if key not in self.topics:
            found = record_named(Topic, name)
            if found is None:
                found = Topic()
                setattr(found, language.field("name"), name)
                found.save()
            self.topics[key] = found
        return self.topics[key]

    def keep_address(self, post: Post, article: Article, language: Language) -> None:
        """Have the address that readers know lead to the article."""
        path = path_of(post.address)
        if self.is_dry or post.status != PUBLISHED or not path or len(path) > 500:
            return
        kept, is_new = FormerAddress.objects.get_or_create(
            path=path, defaults={"language": language.code, "record_key": article.key}
        )
        if not is_new and kept.record_key != article.key:
            self.remark(post, _("Its address leads to another article: %(path)s") % {"path": path})

    def image(self, post: Post, language: Language) -> None:
        """Have the picture of a post, once for all posts that show it."""
        picture = self.site.pictures.get(post.picture)
        if picture is not None and picture.number not in self.images:
            key = f"{self.prefix}-picture-{picture.number}"[:100]
            there = Image.objects.filter(key=key).first()
            self.images[picture.number] = there or self.downloaded(post, picture, key, language)

    def downloaded(
        self, post: Post, picture: Picture, key: str, language: Language
    ) -> Image | None:
        """The picture from where it is, if that answers; else it is said."""
        host = urlsplit(picture.address).hostname or ""
        if self.failures[host] >= MOST_FAILURES:
            told = _("its site does not answer")
        else:
            try:
                return self.saved(picture, key, language)
            except WireError as refusal:
                self.failures[host] += 1
                told = str(refusal)
            except ValidationError as refusal:
                told = " ".join(refusal.messages)
        words = {"address": picture.address, "why": told}
        self.remark(post, _("Without its picture %(address)s: %(why)s") % words)
        return None

    def saved(self, picture: Picture, key: str, language: Language) -> Image:
        """Have a picture and keep it.

        Raises:
            WireError: it cannot be had.
            ValidationError: it is no picture.
        """
        data = download(picture.address, accept="image/*").data
        host = urlsplit(picture.address).hostname or ""
        self.failures[host] = 0
        image = Image(key=key)
        setattr(image, language.field("alt"), words_of(picture.alt)[:300])
        setattr(image, language.field("caption"), words_of(picture.caption)[:500])
        name = urlsplit(picture.address).path.rpartition("/")[2][-100:] or "picture.jpg"
        image.file.save(name, ContentFile(data), save=False)
        image.save()
        return image


def no_topics() -> set[str]:
    return {fold(one) for one in NO_TOPIC}
