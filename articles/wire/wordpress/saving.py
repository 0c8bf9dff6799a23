"""Posts as articles: only here is anything written; twice brings in what once does."""

from __future__ import annotations

import hashlib
import logging
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.utils import timezone
from django.utils.formats import localize
from django.utils.translation import gettext as _

from articles.languages import Language
from articles.models import Article, FormerAddress, Status, Topic, TopicOfArticle, User
from articles.models.body_pictures import keep_body_pictures
from articles.text.analysis.names import fold
from articles.text.scripts import language_of

from .export import PAGE, Post, WordpressSite, former_address, path_of
from .html import words_of
from .library import PictureLibrary
from .pictures import BodyReader, PostBody
from .shortcodes import CODE

logger = logging.getLogger(__name__)

PUBLISHED, FUTURE = "publish", "future"
LEFT_OUT = {"trash", "auto-draft", "inherit"}
NO_TOPIC = {"non classé", "uncategorized", "غير مصنف", "غير مصنّف"}


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
    left_out: Counter[str] = field(default_factory=Counter)
    """What within the texts has no place here, by its name."""
    bodies: dict[str, PostBody] = field(default_factory=dict)
    """Of the posts at hand: each is read once."""
    new_topics: list[str] = field(default_factory=list)
    """Those that came with the post at hand."""

    def __post_init__(self) -> None:
        host = (urlsplit(self.site.address).hostname or self.site.address).removeprefix("www.")
        self.prefix = f"wp-{hashlib.sha256(host.encode()).hexdigest()[:10]}"
        self.reader = BodyReader(self.site, self.prefix)
        self.library = PictureLibrary(f"{self.prefix}-picture")
        self.topics = topics_by_name()
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
            # What it brought was undone with it.
            for key in self.new_topics:
                del self.topics[key]
        self.new_topics.clear()
        self.outcomes[fate] += 1
        self.bodies.pop(post.number, None)
        return fate

    def prepare(self, post: Post) -> None:
        """Have the pictures of a post: while its site answers, nothing is locked.

        Those that could not be had in an earlier run are asked for again.
        """
        language = None if self.is_dry or not self.with_pictures else self.language(post)
        if language is None or post.status in LEFT_OUT:
            return
        wanted = dict(self.body(post).pictures)
        picture = self.site.pictures.get(post.picture)
        if picture is not None and not self.is_known(post, language):
            wanted[self.reader.key(picture)] = picture
        brought = [
            self.library.bring(key, one, language, partial(self.remark, post))
            for key, one in wanted.items()
        ]
        if any(brought) and self.is_known(post, language):
            for article in Article.objects.filter(key=self.key_of(post)):
                keep_body_pictures(article)

    def body(self, post: Post) -> PostBody:
        if post.number not in self.bodies:
            self.bodies[post.number] = self.reader.read(post)
        return self.bodies[post.number]

    def remark(self, post: Post, told: str) -> None:
        self.remarks.append(f"{post.number} “{post.title[:80]}”: {told}")

    def brought(self, post: Post) -> Fate:
        if post.status in LEFT_OUT or not (post.title or post.content.strip()):
            told = _("It is left out: it was no text there (%(status)s).")
            self.remark(post, told % {"status": post.status or "–"})
            return Fate.LEFT_OUT
        language = self.language(post)
        if language is None:
            self.remark(post, _("It is in no language of the newsroom."))
            return Fate.LEFT_OUT
        if self.is_known(post, language):
            self.keep_addresses(post, language)
            return Fate.KNOWN
        article = self.article_of(post)
        is_new = article.pk is None
        self.write(article, post, language)
        is_published = self.may_be_read(article, post, language)
        if self.is_dry:
            return Fate.PUBLISHED if is_published else Fate.DRAFT
        fate = self.saved_as(article, post, language, is_published=is_published)
        for one in self.topics_of(post, language):
            if is_new:
                TopicOfArticle.objects.create(tag=one, content_object=article)
            else:
                TopicOfArticle.objects.get_or_create(tag=one, content_object=article)
        self.keep_addresses(post, language)
        self.written.setdefault(article.key, set()).add(language.code)
        return fate

    def language(self, post: Post) -> Language | None:
        if post.language:
            return Language.find(post.language)
        words = words_of(CODE.sub("", f"{post.title}. {post.content[:30_000]}"))
        return Language.find(language_of(words) or "")

    def article_of(self, post: Post) -> Article:
        """The article of a post or of its translation, else a new one."""
        key = self.key_of(post)
        if key in self.written:
            return Article.objects.get(key=key)
        return Article(key=key, created_by=self.by, own_reporting=True)

    def write(self, article: Article, post: Post, language: Language) -> None:
        body = self.body(post)
        name = self.site.authors.get(post.author, post.author)[:200]
        texts = {
            "headline": (words_of(post.title) or words_of(body.html)[:120])[:300],
            "standfirst": words_of(post.excerpt),
            "body": body.html,
            "local_byline": name,
        }
        for column, said in texts.items():
            setattr(article, language.field(column), said)
        if article.pk is None:
            article.original_language = language.code
            article.byline = name
            if post.at:
                article.created_at = post.at
        picture = self.site.pictures.get(post.picture)
        if picture is not None and article.lead_image_id is None:
            article.lead_image_id = self.library.there.get(self.reader.key(picture))
        self.left_out += body.left_out

    def may_be_read(self, article: Article, post: Post, language: Language) -> bool:
        """Whether readers get it at once; why not, where they had it there, is said."""
        if post.has_password:
            self.remark(post, _("It stays a draft: it had a password there."))
            return False
        if post.status == FUTURE and post.at:
            told = _("It stays a draft: it was to be published on %(day)s.")
            self.remark(post, told % {"day": localize(timezone.localtime(post.at))})
        if not is_for_readers(post) or post.at is None or (self.by is None and not self.is_dry):
            return False
        article.fill_slugs()
        wrong = article.promises_broken(language)
        wrong.pop(language.field("published_at"), None)
        if wrong:
            told = " ".join(
                f"{column_label(column)} – {one}"
                for column, reasons in wrong.items()
                for one in reasons
            )
            self.remark(post, _("It stays a draft: %(why)s") % {"why": told})
        return not wrong

    def saved_as(
        self, article: Article, post: Post, language: Language, *, is_published: bool
    ) -> Fate:
        """Put before the readers what they had there, with its date; a draft stays one."""
        is_new = article.pk is None
        if not is_published or self.by is None or post.at is None:
            article.save()
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
            made = Topic()
            setattr(made, language.field("name"), name)
            made.save()
            self.topics[key] = made
            self.new_topics.append(key)
        return self.topics[key]

    def keep_addresses(self, post: Post, language: Language) -> None:
        """Have the addresses that readers know lead to the article: its last one, and before."""
        if self.is_dry or post.status != PUBLISHED:
            return
        before = (former_address(post.address, name) for name in post.former_names)
        for address in (post.address, *before):
            self.keep_address(post, path_of(address), language)

    def keep_address(self, post: Post, path: str, language: Language) -> None:
        key = self.key_of(post)
        if not path or len(path) > 500:
            return
        if path not in self.paths:
            FormerAddress.objects.create(path=path, language=language.code, record_key=key)
            self.paths[path] = key
        elif self.paths[path] != key:
            self.remark(post, _("Its address leads to another article: %(path)s") % {"path": path})


def column_label(column: str) -> str:
    """What a column is called on the page of an article."""
    return str(getattr(Article._meta.get_field(column), "verbose_name", column))


def is_for_readers(post: Post) -> bool:
    """Whether readers get it at once; a page, which is of no day, waits for somebody to see it."""
    return post.status == PUBLISHED and post.kind != PAGE


def topics_by_name() -> dict[str, Topic]:
    """The topics that there are, by each name that a language has for them."""
    found: dict[str, Topic] = {}
    topics: list[Any] = list(Topic.objects.order_by("pk"))
    for topic in topics:
        for language in Language.all():
            if name := topic.said("name", language):
                found.setdefault(fold(name), topic)
    return found


def no_topics() -> set[str]:
    return {fold(one) for one in NO_TOPIC}
