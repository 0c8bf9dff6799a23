"""A newer version of a text, written into the article that is here: as a change to look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from django.core.exceptions import PermissionDenied
from django.db import transaction

from articles.desk.editing import history
from articles.desk.editing.working_copies import place_of
from articles.languages import Language
from articles.models import Article, Quote, Speaker, User
from articles.text.comparison.similarity import compared, likeness
from articles.text.folding import Level, folded
from articles.text.richtext.paragraphs import as_html
from articles.text.richtext.segments import Segment, body_from, segments_of_body

ALIKE = 50
"""Percent of the words of two paragraphs of which one is the other, changed."""


class WordsThereError(Exception):
    """Somebody has written in this language meanwhile."""


def has_no_words(article: Article, language: Language) -> bool:
    """Whether neither an article nor its working copy says anything in a language."""
    origin = article.working_copy_of or article
    rows = [origin, *Article.with_copies.filter(working_copy_of=origin)]
    return not any(row.said(name, language) for row in rows for name in ("headline", "body"))


def may_update(article: Article, language: Language | str, user: User) -> bool:
    """Whether this person may write a language of an article, here or in its working copy."""
    return article.is_open_to(user) and article.may_edit(user, language)


def put_into(
    article: Article,
    language: Language,
    texts: Mapping[str, str],
    *,
    by: User,
    note: str,
    then: Callable[[Article], None] | None = None,
    is_new: bool = False,
) -> Article:
    """Write texts into an article: into its working copy, where readers have it.

    Args:
        article: the one that is here.
        language: of the texts.
        texts: by their fields.
        by: who writes them.
        note: for the history.
        then: writes what hangs on the row.
        is_new: whether it may have no words of this language yet, which none are written over.

    Raises:
        WordsThereError: it has some by now.
        GoneError: it was deleted meanwhile.
        PermissionDenied: it is not theirs to write.
    """
    with transaction.atomic():
        article = history.locked(article.pk)
        if not may_update(article, language, by):
            raise PermissionDenied
        row = history.locked(place_of(article, language, by=by).pk)
        if is_new and not has_no_words(row, language):
            raise WordsThereError
        history.catch_up(row)
        for name, text in texts.items():
            setattr(row, language.field(name), text)
        row.save()
        if then is not None:
            then(row)
        history.keep_if_changed(row, by=by, note=note)
        return row


def updated_headline(now: str, before: str, new: str) -> str:
    """The headline after an update: the newsroom's own stays, where the sender's is as it was."""
    is_same = folded(before, Level.WORDS) == folded(new, Level.WORDS)
    return now if before and is_same else new


def updated_body(now: str, before: Sequence[str], new: Sequence[str]) -> str:
    """The body after an update: what the newsroom made of a paragraph stays while that stays.

    Args:
        now: the article's body.
        before: the paragraphs of the version that it was made from, where that is known.
        new: those of the version that came in.
    """
    left = segments_of_body(now)
    known = {folded(one, Level.WORDS) for one in before}
    written: list[Segment] = []
    for paragraph in new:
        key = folded(paragraph, Level.WORDS)
        kept = next((one for one in left if folded(one.text, Level.WORDS) == key), None)
        if kept is None and key in known:
            kept = most_alike(paragraph, left)
        if kept is not None:
            left.remove(kept)
        written += [kept] if kept is not None else segments_of_body(as_html([paragraph]))
    return body_from(with_right_joints(with_own(written, left, now, before)))


def with_own(
    written: list[Segment], left: Sequence[Segment], now: str, before: Sequence[str]
) -> list[Segment]:
    """The lines with those that the newsroom added: subheadings, and what never came in."""
    whole, found = segments_of_body(now), list(written)
    for one in left:
        came = [paragraph for paragraph in before if most_alike(paragraph, [one])]
        if came or (not before and one.tag == "p"):
            continue
        above = whole[: whole.index(one)]
        at = next((found.index(seg) + 1 for seg in reversed(above) if seg in found), 0)
        found.insert(at, one)
    return found


def most_alike(paragraph: str, left: Sequence[Segment]) -> Segment | None:
    """What the newsroom has made of a paragraph that came as it was before."""
    words = compared(paragraph)
    found = [(likeness(compared(one.text), words), at) for at, one in enumerate(left)]
    best, at = max(found, default=(0, 0))
    return left[at] if best >= ALIKE else None


def with_right_joints(segments: Sequence[Segment]) -> list[Segment]:
    """Segments that stand in a new order, each in elements that are opened before it."""
    found: list[Segment] = []
    for one in segments:
        before = found[-1].path if found else ()
        joined = min(one.joined, len(before), len(one.path))
        if one.path[:joined] != before[:joined]:
            joined = 0
        found.append(Segment(one.field, one.html, one.path, joined))
    return found


def give_quotations_their_words(
    row: Article, language: Language, came: Iterable[tuple[Speaker | None, str]]
) -> int:
    """Give the quotations of an article their words in another language, person by person.

    Where somebody has as many of them here as there, they are those, in their order.

    Args:
        row: the article, or its working copy; its text in that language is written already.
        language: of the words.
        came: who said what, in the order of the text.

    Returns:
        how many were given none, or are in the text alone.
    """
    words, there = (
        defaultdict[int | None, list[str]](list),
        defaultdict[int | None, list[Quote]](list),
    )
    for speaker, said in came:
        words[speaker.pk if speaker else None].append(said)
    for quote in row.quotes.order_by("order", "pk"):
        there[quote.speaker_id].append(quote)
    left = 0
    for speaker_id in {*words, *there}:
        quotes, texts = there[speaker_id], words[speaker_id]
        is_written = any(one.said("text", language) for one in quotes)
        if speaker_id is None or is_written or len(quotes) != len(texts):
            left += max(len(quotes), len(texts))
            continue
        for quote, said in zip(quotes, texts, strict=True):
            setattr(quote, language.field("text"), said)
            quote.save()
    return left
