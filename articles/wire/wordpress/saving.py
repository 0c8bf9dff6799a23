"""Posts as articles: only here is anything written; twice brings in what once does."""

from __future__ import annotations

import hashlib
import logging
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import DatabaseError, transaction
from django.utils.translation import gettext as _

from articles.languages import Language
from articles.models import Article, FormerAddress, Image, Status, Topic, TopicOfArticle, User
from articles.text.analysis.names import fold
from articles.text.scripts import language_of

from ..fetch import WireError
from ..incoming.download import download
from ..save import record_named
from .export import LibraryPicture, Post, WordpressSite, path_of
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

    site: WordpressSite
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
        self.written = {key: set(codes) for key, *codes in self.written_before()}
        self.paths = dict(FormerAddress.objects.values_list("path", "record_key"))

    def written_before(self) -> Iterator[tuple[str, ...]]:
        """The key of each article of this site, and in which languages it is written."""
        columns = [one.field("headline") for one in Language.all()]
        rows = Article.objects.filter(key__startswith=f"{self.prefix}-").order_by()
        for key, *headlines in rows.values_list("key", *columns):
            said = zip(Language.all(), headlines, strict=True)
            yield (key, *(one.code for one, headline in said if headline))

    def key_of(self, post: Post) -> str:
        """By which a post, or what it is a translation of, is found again."""
        return f"{self.prefix}-{post.translations or post.number}"[:100]

    def is_known(self, post: Post, language: Language) -> bool:
        return language.code in self.written.get(self.key_of(post), ())

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
        if not post.picture or language is None or post.status in LEFT_OUT:
            return
        if not self.is_known(post, language):
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
        if self.is_known(post, language):
            self.keep_address(post, language)
            return Fate.KNOWN
        if self.is_dry:
            return Fate.PUBLISHED if post.status == PUBLISHED else Fate.DRAFT
        article = self.article_of(post)
        is_new = article.pk is None
        self.write(article, post, language)
        fate = self.saved_as(article, post, language)
        for one in self.topics_of(post, language):
            if is_new:
                TopicOfArticle.objects.create(tag=one, content_object=article)
            else:
                TopicOfArticle.objects.get_or_create(tag=one, content_object=article)
        self.keep_address(post, language)
        self.written.setdefault(article.key, set()).add(language.code)
        return fate

    def language(self, post: Post) -> Language | None:
        if post.language:
            return Language.find(post.language)
        words = words_of(f"{post.title}. {body_of(post.content)[0]}"[:30_000])
        return Language.find(language_of(words) or "")

    def article_of(self, post: Post) -> Article:
        """The article of a post or of its translation, else a new one."""
        key = self.key_of(post)
        if key in self.written:
            return Article.objects.get(key=key)
        return Article(key=key, created_by=self.by, own_reporting=True)

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
        if pictures:
            told = _("Pictures within the text were left out: %(count)d.")
            self.remark(post, told % {"count": pictures})

    def saved_as(self, article: Article, post: Post, language: Language) -> Fate:
        """Put before the readers what they had there, with its date; a draft stays one."""
        is_new = article.pk is None
        if post.status != PUBLISHED or post.at is None or self.by is None:
            article.save()
            return Fate.DRAFT
        article.fill_slugs()
        if wrong := article.promises_broken(language):
            wrong.pop(language.field("published_at"), None)
        if wrong:
            article.save()
            told = " ".join(str(one) for reasons in wrong.values() for one in reasons)
            self.remark(post, _("It stays a draft: %(why)s") % {"why": told})
            return Fate.DRAFT
        note = _("Brought in from %(site)s.") % {"site": self.site.address}
        if not is_new:
            article.save()
            article.publish(language, by=self.by, at=post.at, made_at=post.at, note=note)
            return Fate.PUBLISHED
        # What ``publish`` does, in one step: an archive has ten thousand of them.
        setattr(article, language.field("status"), Status.PUBLISHED)
        setattr(article, language.field("published_at"), post.at)
        article.save(by_move=True)
        article.transitions.create(
            language=language.code,
            from_status=Status.DRAFT,
            to_status=Status.PUBLISHED,
            made_by=self.by,
            made_at=post.at,
            note=note,
        )
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

    def keep_address(self, post: Post, language: Language) -> None:
        """Have the address that readers know lead to the article."""
        path, key = path_of(post.address), self.key_of(post)
        if self.is_dry or post.status != PUBLISHED or not path or len(path) > 500:
            return
        if path not in self.paths:
            FormerAddress.objects.create(path=path, language=language.code, record_key=key)
            self.paths[path] = key
        elif self.paths[path] != key:
            self.remark(post, _("Its address leads to another article: %(path)s") % {"path": path})

    def image(self, post: Post, language: Language) -> None:
        """Have the picture of a post, once for all posts that show it."""
        picture = self.site.pictures.get(post.picture)
        if picture is not None and picture.number not in self.images:
            key = f"{self.prefix}-picture-{picture.number}"[:100]
            there = Image.objects.filter(key=key).first()
            self.images[picture.number] = there or self.downloaded(post, picture, key, language)

    def downloaded(
        self, post: Post, picture: LibraryPicture, key: str, language: Language
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

    def saved(self, picture: LibraryPicture, key: str, language: Language) -> Image:
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
