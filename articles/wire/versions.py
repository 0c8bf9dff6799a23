"""Copy that has come before: the same text again, or another version of it."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.models import Article
from articles.text.analysis.names import fold
from articles.text.comparison.diffs import GONE, NEW, Span, paragraphs_changed
from articles.text.comparison.similarity import compared, likeness
from articles.text.folding import Level, say_the_same
from articles.text.richtext.paragraphs import as_html

from .copy import WireCopy
from .layout.unwrapping import lay_out
from .markup import without_markup

LOOKED_AT = 200
"""Articles, the newest, among which one that a text corrects is looked for."""
ALIKE = 60
"""Percent of the words that a text has in common with the one that it corrects."""
MOST = 12
"""Changes that are said."""
NUMBER_BEGUN = re.compile(r"\d{1,3}(?:[ \u00a0\u202f.]\d{3})*[ \u00a0\u202f.]$")
"""The groups of a number before its last."""


@dataclass(frozen=True)
class EarlierVersion:
    """The article that a text has become before, and what is new in it now."""

    article: Article
    differences: list[str] = field(default_factory=list)

    @property
    def is_same(self) -> bool:
        return not self.differences


def digest(text: str) -> str:
    """What a text is recognised by: SHA-256 of its characters, blank ends aside."""
    return hashlib.sha256(text.strip().encode()).hexdigest()


def earlier(copy: WireCopy) -> EarlierVersion | None:
    """The article that a text is again: the same words, or another version of them."""
    same = Article.objects.filter(source_digest=digest(copy.text)).first()
    if same is not None:
        return EarlierVersion(same)
    for article in from_its_address(copy):
        if not article.source_text or say_the_same(article.source_text, copy.text, Level.WORDS):
            return EarlierVersion(article)
    before = from_its_address(copy).first() or (
        find_corrected_article(copy) if copy.correction else None
    )
    return EarlierVersion(before, differences(before.source_text, copy.text)) if before else None


def earlier_or_alike(copy: WireCopy) -> EarlierVersion | None:
    """The same for a text that a person reviews: one that is nearly the same is told as well.

    A person is asked. A program by itself would take two reports of one day for one.
    """
    return earlier(copy) or nearly_the_same(copy)


def nearly_the_same(copy: WireCopy) -> EarlierVersion | None:
    """The newest article that came as a text with most of its words in common with this one."""
    received = Article.objects.filter(original_language=copy.language).exclude(source_text="")
    words = set(copy.text.casefold().split())
    for article in received.order_by("-pk")[:LOOKED_AT]:
        others = set(article.source_text.casefold().split())
        # Words are compared in their order, which takes long, where most are the same.
        if len(words & others) < max(len(words), len(others)) * ALIKE / 100:
            continue
        if likeness(compared(article.source_text), compared(copy.text)) >= ALIKE:
            return EarlierVersion(article, differences(article.source_text, copy.text))
    return None


def from_its_address(copy: WireCopy) -> QuerySet[Article]:
    """The articles from the same address, the newest first."""
    if not copy.source_url:
        return Article.objects.none()
    return Article.objects.filter(source_url=copy.source_url).order_by("-pk")


def find_corrected_article(copy: WireCopy) -> Article | None:
    """The article that a text says it corrects: the one most like it, if any is."""
    received = Article.objects.filter(original_language=copy.language).exclude(source_text="")
    words = compared(copy.text)
    best, most = None, ALIKE
    for article in received.order_by("-pk")[:LOOKED_AT]:
        alike = likeness(compared(article.source_text), words)
        if copy.headline and fold(copy.headline) == fold(article.said("headline", copy.language)):
            alike = max(alike, ALIKE)
        if alike >= most and (best is None or alike > most):
            best, most = article, alike
    return best


def differences(then: str, now: str) -> list[str]:
    """What a text has that its earlier version had not, in sentences.

    What stands around either, a letterhead, contacts, is told only where nothing else differs.
    """
    within = said_of(body_lines(then), body_lines(now))
    return bounded(within or said_of(text_lines(then), text_lines(now)))


def differences_of(then: list[str], now: list[str]) -> list[str]:
    """What lines have that earlier ones had not, in sentences."""
    return bounded(said_of(then, now))


def said_of(then: list[str], now: list[str]) -> list[str]:
    found: list[str] = []
    for spans in paragraphs_changed(as_html(then), as_html(now)):
        found += changes(whole_numbers(spans))
    return list(dict.fromkeys(found))


def bounded(said: list[str]) -> list[str]:
    """As many as anybody reads, and how many there are besides."""
    if len(said) <= MOST:
        # Something differs, be it a sign alone: it is never called the same.
        return said or [_("Only signs and spaces differ.")]
    left = len(said) - MOST
    more = ngettext("And %(count)d other difference.", "And %(count)d other differences.", left)
    return [*said[:MOST], more % {"count": left}]


def text_lines(text: str) -> list[str]:
    return [line for one in text.splitlines() if (line := one.strip())]


def body_lines(text: str) -> list[str]:
    """The lines of a text without its letterhead, its mail, its contacts."""
    return [line for one in lay_out(text).lines if (line := without_markup(one))]


def whole_numbers(spans: list[Span]) -> list[Span]:
    """Spans of which none parts a number: « 1 217 » became « 1 271 », not « 217 » « 271 »."""
    found = list(spans)
    for at in range(1, len(found)):
        before, here = found[at - 1], found[at]
        head = NUMBER_BEGUN.search(before.text) if before.kind not in {GONE, NEW} else None
        if head is None or here.kind not in {GONE, NEW} or not here.text[:1].isdigit():
            continue
        found[at - 1] = Span(before.kind, before.text[: head.start()])
        for changed in range(at, min(at + 2, len(found))):
            if found[changed].kind in {GONE, NEW}:
                found[changed] = Span(found[changed].kind, head[0] + found[changed].text)
    return found


def changes(spans: list[Span]) -> list[str]:
    """The changes of a paragraph: each phrase that went, with what came in its place."""
    said: list[str] = []
    gone = ""
    for span in [*spans, Span("", "")]:
        if span.kind == GONE:
            gone = span.text.strip()
        elif span.kind == NEW and span.text.strip():
            came = span.text.strip()
            if gone:
                words = {"then": shortened(gone), "now": shortened(came)}
                said.append(_("“%(then)s” has become “%(now)s”.") % words)
            else:
                said.append(_("New: “%s”.") % shortened(came))
            gone = ""
        elif gone:
            said.append(_("Not there any more: “%s”.") % shortened(gone))
            gone = ""
    return said


def shortened(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 120 else f"{words[:119].rstrip()}…"
