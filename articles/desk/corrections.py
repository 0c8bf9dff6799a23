"""What readers are told when a text they have read is changed.

A change of substance needs a public correction, of its day, in each language whose readers had
the text that changed. A misprint needs somebody to say that it is one, and is marked as such.
``articles/text/substance.py`` judges which of the two a change can be.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone, translation
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.languages import Language
from articles.models import Article, Correction, User
from articles.text.substance import Verdict, judge

from .snapshots import Content, comparable, snapshot

TEXTS = ("headline", "standfirst", "body")
"""What an article says in one language."""
REPORTED = ("byline", "dateline", "source")
"""What its page says in every language of where it is from. Where nothing was, it is added."""
QUOTED = ("text", "position")

WHY: Mapping[Verdict, Promise] = {
    Verdict.NUMBER: _("A number, a sum or a day changed."),
    Verdict.NAME: _("A name changed."),
    Verdict.SENSE: _("A word or a sign on which the sense turns changed."),
    Verdict.WORDS: _("Words came, went, or became others."),
}


@dataclass(frozen=True)
class Owed:
    """A language whose readers are to be told, and the heaviest thing that changed."""

    language: Language
    verdict: Verdict

    @property
    def why(self) -> str:
        return str(WHY.get(self.verdict, ""))

    @property
    def may_be_typographical(self) -> bool:
        return not self.verdict.is_substance

    @property
    def name(self) -> str:
        """What the language is called by who reads this."""
        return Language.active().name_of(self.language)


@dataclass(frozen=True)
class Told:
    """What the person who publishes says of the changes."""

    corrections: Mapping[str, str] = field(default_factory=dict)
    """A correction to add, by the code of its language."""
    typographical: bool = False


NOTHING_TOLD = Told()


def readers_of(live: Article) -> list[Language]:
    """The languages in which readers have the article now."""
    return [language for language in Language.all() if live.is_live(language)]


def owed(live: Article, readers: list[Language], before: Content, after: Content) -> list[Owed]:
    """The languages whose readers see their text change from one state to another."""
    names = list(names_in(live))
    found = []
    for language in readers:
        verdicts = verdicts_on(language, before, after, names)
        heaviest = max(verdicts, key=list(Verdict).index, default=Verdict.NONE)
        if heaviest != Verdict.NONE:
            found.append(Owed(language, heaviest))
    return found


def names_in(article: Article) -> Iterator[str]:
    """Whom and what an article is about, in every language."""
    named: set[Any] = {article.dateline, article.event, article.source}
    named |= {quote.speaker for quote in article.quotes.select_related("speaker")}
    for one in article.mentions.select_related("speaker", "organization"):
        named |= {one.speaker, one.organization}
    for record in named - {None}:
        yield from (record.said("name", language) for language in Language.all())


def verdicts_on(
    language: Language, before: Content, after: Content, names: list[str]
) -> Iterator[Verdict]:
    for name in TEXTS:
        column = language.field(name)
        was, is_now = (one["fields"].get(column) or "" for one in (before, after))
        yield judge(was, is_now, names)
    for name in REPORTED:
        was, is_now = (one["fields"].get(name) for one in (before, after))
        if was and comparable(was) != comparable(is_now):
            yield Verdict.WORDS
    yield from verdicts_on_quotes(language, before, after, names)


def verdicts_on_quotes(
    language: Language, before: Content, after: Content, names: list[str]
) -> Iterator[Verdict]:
    """A quotation that is added says whose words of the text are; the others say it anew."""
    now = {row["key"]: row for row in after["quotes"]}
    for was in before["quotes"]:
        if not was.get(language.field("text")) or not was["speaker"]:
            # One of nobody stands in no list: readers have had its words in the body alone.
            continue
        is_now = now.get(was["key"], {})
        if comparable(was["speaker"]) != comparable(is_now.get("speaker")):
            yield Verdict.WORDS
        for name in QUOTED:
            column = language.field(name)
            if was.get(column):
                yield judge(was[column], is_now.get(column) or "", names)


# What was said of it.


def settle(
    live: Article,
    readers: list[Language],
    before: Content,
    told: Told,
    *,
    by: User,
) -> None:
    """Keep the record of what readers had, and add to it what the changes ask for.

    ``live`` is changed already; ``readers`` had it as it was before.

    Raises:
        PermissionDenied: ``by`` adds a correction and may not.
        ValidationError: a language lacks its correction, or an older one was touched.
    """
    after = snapshot(live)
    refuse_rewriting(readers, before, after)
    known = {row["key"] for row in before["corrections"]}
    fresh = [one for one in live.corrections.all() if one.key not in known]
    texts = {code: text.strip() for code, text in told.corrections.items() if text.strip()}
    if texts:
        if not live.may_be_corrected_by(by):
            raise PermissionDenied(gettext("You may not write corrections."))
        fresh.append(added(live, texts, Correction.Kind.SUBSTANCE))
    for one in fresh:
        # A correction is of the day on which readers get it.
        if one.made_on != timezone.localdate():
            one.made_on = timezone.localdate()
            one.save(update_fields=["made_on"])
    remaining = [
        one for one in owed(live, readers, before, after) if not said_in(one.language, fresh)
    ]
    refuse(remaining, told)
    if remaining:
        added(live, fixes(remaining), Correction.Kind.TYPOGRAPHICAL)


def refuse_rewriting(readers: list[Language], before: Content, after: Content) -> None:
    """Refuse to take back, to hide or to reword what readers have as a correction.

    Raises:
        ValidationError: somebody did.
    """
    now = {row["key"]: row for row in after["corrections"]}
    for was in before["corrections"]:
        columns = [one.field("text") for one in readers if was.get(one.field("text"))]
        if not was["public"] or not columns:
            continue
        is_now = now.get(was["key"], {"public": False})
        kept = is_now["public"] and is_now["made_on"] == was["made_on"]
        if not kept or any(
            judge(was[column], is_now.get(column) or "").is_substance for column in columns
        ):
            raise ValidationError(
                gettext("A correction that readers have stays as it is. Write a further one.")
            )


def said_in(language: Language, corrections: Iterable[Correction]) -> bool:
    return any(one.public and one.said("text", language).strip() for one in corrections)


def added(live: Article, texts: Mapping[str, str], kind: Correction.Kind) -> Correction:
    columns = {Language.get(code).field("text"): text for code, text in texts.items()}
    return live.corrections.create(kind=kind, **columns)


def fixes(remaining: Iterable[Owed]) -> dict[str, str]:
    """What the mark of a typographical fix says, in each language."""
    said = {}
    for one in remaining:
        with translation.override(one.language.code):
            said[one.language.code] = gettext("Misprints were put right.")
    return said


def refuse(remaining: list[Owed], told: Told) -> None:
    """Say what the changes still lack, language by language.

    Raises:
        ValidationError: something.
    """
    sentences: list[Any] = []
    for one in remaining:
        if not one.may_be_typographical:
            sentences.append(
                ValidationError(
                    _(
                        "Readers have this text in %(language)s. %(why)s That is no misprint: "
                        "write a correction in %(language)s, public, beside the changes."
                    ),
                    code="correction",
                    params={"language": one.name, "why": one.why},
                )
            )
        elif not told.typographical:
            sentences.append(
                ValidationError(
                    _(
                        "Readers have this text in %(language)s. Say that only misprints are "
                        "put right, or write a correction in %(language)s."
                    ),
                    code="correction",
                    params={"language": one.name},
                )
            )
    if sentences:
        raise ValidationError(sentences)


def still_owed(copy: Article, before: Content, after: Content) -> list[Owed]:
    """What publishing a working copy would still lack, for who is about to."""
    live: Any = copy.working_copy_of
    known = {row["key"] for row in before["corrections"]}
    fresh = [row for row in after["corrections"] if row["key"] not in known and row["public"]]
    return [
        one
        for one in owed(live, readers_of(live), before, after)
        if not any((row.get(one.language.field("text")) or "").strip() for row in fresh)
    ]
