"""What readers are told when a text they have read is changed.

A change is a misprint put right, an update, or a correction, in each language whose readers had the
text that changed. Who publishes it says which, within what the newsroom lets editors say
(``CHANGES_BY_EDITORS``) and what ``articles/text/comparison/substantive_change.py`` finds: where
numbers, names or somebody's words changed, readers are owed a correction.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from copy import copy as copied
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Exists, OuterRef, prefetch_related_objects
from django.utils import timezone, translation
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.desk.editing.snapshots import Content, comparable, snapshot
from articles.desk.notes import leave_note
from articles.languages import Language
from articles.models import Article, Correction, Quote, User
from articles.models.declarations import ARTICLE, QUOTE
from articles.models.permissions import (
    CHANGE_ARTICLE,
    CORRECT_ARTICLE,
    EDIT_ANY_ARTICLE,
    PUBLISH_ARTICLE,
    SomeRights,
)
from articles.text.comparison.substantive_change import Verdict, heaviest, judge
from articles.text.typography.direction import END, ISOLATE

ATTRIBUTION = ("speaker", "kind")
"""Whose words these are, and whether they are."""
REPORTED = ("byline", "dateline", "source")
"""What its page says in every language of where it is from. Where nothing was, it is added."""

Kind = Correction.Kind
KINDS = {"misprint": Kind.TYPOGRAPHICAL, "update": Kind.UPDATE, "correction": Kind.SUBSTANCE}
"""What the settings call each kind, from the lightest on."""

WHY: Mapping[Verdict, Promise] = {
    Verdict.ADDED: _("Sentences were added; what was said stands."),
    Verdict.WORDS: _("Words came, went, or became others."),
    Verdict.SENSE: _("A word or a sign on which the sense turns changed."),
    Verdict.NAME: _("A name changed."),
    Verdict.NUMBER: _("A number, a sum or a day changed."),
    Verdict.QUOTE: _("Words that somebody said changed."),
}


@dataclass(frozen=True)
class OwedCorrection:
    """A language whose readers are to be told, and the heaviest thing that changed."""

    language: Language
    verdict: Verdict

    @property
    def why(self) -> str:
        return str(WHY.get(self.verdict, ""))

    @property
    def kinds(self) -> list[Kind]:
        """What the change can be called, from the lightest on."""
        lighter = [
            *([] if self.verdict.is_substance else [Kind.TYPOGRAPHICAL]),
            *([] if self.verdict.insists else [Kind.UPDATE]),
        ]
        return [*lighter, Kind.SUBSTANCE]

    @property
    def proposed(self) -> Kind:
        """What the program would call it."""
        if not self.verdict.is_substance:
            return Kind.TYPOGRAPHICAL
        return Kind.UPDATE if self.verdict == Verdict.ADDED else Kind.SUBSTANCE

    @property
    def may_be_typographical(self) -> bool:
        return Kind.TYPOGRAPHICAL in self.kinds

    @property
    def name(self) -> str:
        """What the language is called by who reads this."""
        return Language.active().name_of(self.language)


@dataclass(frozen=True)
class CorrectionAnswers:
    """What the person who publishes says of the changes."""

    corrections: Mapping[str, str] = field(default_factory=dict)
    """A correction to add, by the code of its language."""
    typographical: bool = False
    updates: Mapping[str, str] = field(default_factory=dict)
    """What is new, by the code of its language."""
    misprints: Collection[str] = ()
    """The codes of languages in which only misprints are put right; ``typographical``: all."""

    def is_misprint(self, language: Language) -> bool:
        return self.typographical or language.code in self.misprints


NOTHING_TOLD = CorrectionAnswers()


def readers_of(live: Article) -> list[Language]:
    """The languages in which readers have the article now."""
    return [language for language in Language.all() if live.is_live(language)]


def owed(
    live: Article, readers: list[Language], before: Content, after: Content
) -> list[OwedCorrection]:
    """The languages whose readers are to be told of a change; a static page has its date."""
    return [] if live.is_site_page else changed_for(live, readers, before, after)


def changed_for(
    live: Article, readers: list[Language], before: Content, after: Content
) -> list[OwedCorrection]:
    """The languages whose readers see their text change from one state to another."""
    names = list(names_in(live))
    found = []
    for language in readers:
        verdict = heaviest(verdicts_on(language, before, after, names))
        if verdict != Verdict.NONE:
            found.append(OwedCorrection(language, verdict))
    return found


def names_in(article: Article) -> Iterator[str]:
    """Whom and what an article is about, in every language."""
    named: set[Any] = {article.dateline, article.event, article.source}
    named |= {quote.speaker for quote in rows_of(article, "quotes", "speaker")}
    for one in rows_of(article, "mentions", "speaker", "organization"):
        named |= {one.speaker, one.organization}
    for record in named - {None}:
        yield from (record.said("name", language) for language in Language.all())


def rows_of(article: Article, kind: str, *named: str) -> Any:
    """The rows of a kind with whom they name: as they were read with the article, or from it."""
    rows = getattr(article, kind)
    is_read = kind in vars(article).get("_prefetched_objects_cache", {})
    return rows.all() if is_read else rows.select_related(*named)


def verdicts_on(
    language: Language, before: Content, after: Content, names: list[str]
) -> Iterator[Verdict]:
    for name in ARTICLE.having("owed").names:
        column = language.field(name)
        was, is_now = (one["fields"].get(column) or "" for one in (before, after))
        yield judge(was, is_now, names)
    for name in REPORTED:
        was, is_now = (one["fields"].get(name) for one in (before, after))
        if was and comparable(was) != comparable(is_now):
            yield Verdict.NAME
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
        is_verbatim = was.get("kind") == Quote.Kind.DIRECT
        if any(comparable(was.get(name)) != comparable(is_now.get(name)) for name in ATTRIBUTION):
            yield Verdict.QUOTE
        for name in QUOTE.having("owed").names:
            column = language.field(name)
            if was.get(column):
                words = is_now.get(column) or ""
                yield judge(was[column], words, names, is_quotation=is_verbatim and name == "text")


# Who may call it what.


def kinds_for(article: Article, user: User) -> set[Kind]:
    """What this person may call a change: who may correct, anything."""
    return set(Kind) if article.may_be_corrected_by(user) else kinds_of_editors(user)


def may_say(user: User) -> set[Kind]:
    """What this person may call a change of an article that is open to them."""
    return set(Kind) if user.has_perm(CORRECT_ARTICLE) else kinds_of_editors(user)


def kinds_of_editors(user: User) -> set[Kind]:
    chosen = settings.CHANGES_BY_EDITORS if user.has_perm(PUBLISH_ARTICLE) else []
    return {kind for name, kind in KINDS.items() if name in chosen}


DECIDE = frozenset({CORRECT_ARTICLE, CHANGE_ARTICLE, EDIT_ANY_ARTICLE})
"""The rights by which an article is somebody's to correct."""


def correctors(*articles: Article) -> list[User]:
    """Those who may write a correction of each of these articles, with their groups."""
    people = corrected_by(*articles)
    prefetch_related_objects(people, "groups")
    return people


def corrected_by(*articles: Article) -> list[User]:
    """``correctors``, in one question: each with the rights that decide."""
    people = User.with_right(CORRECT_ARTICLE).filter(is_staff=True, is_active=True)
    decide = {f"decides_{number}": right for number, right in enumerate(sorted(DECIDE))}
    found = people.annotate(
        **{
            name: Exists(User.with_right(right).filter(pk=OuterRef("pk")).order_by())
            for name, right in decide.items()
        }
    )
    named: list[User] = []
    for one in found:
        held = {right for name, right in decide.items() if getattr(one, name)}
        asked: Any = copied(one)
        asked._perm_cache = SomeRights(held, asked=DECIDE)
        if all(article.may_be_corrected_by(asked) for article in articles):
            named.append(one)
    return named


def ask(copy: Article, whom: Iterable[User], words: str, *, by: User) -> None:
    """Send a working copy to who may write the correction that it needs: a note, and a mail."""
    live: Any = copy.working_copy_of
    text = words.strip() or gettext(
        "The changes that wait beside this article need a correction, which I may not write. "
        "Please look at them."
    )
    leave_note(live, text, by=by, to=whom, asks_correction=True)


# What was said of it.


def settle_corrections(
    live: Article,
    readers: list[Language],
    before: Content,
    told: CorrectionAnswers,
    *,
    by: User,
) -> None:
    """Keep the record of what readers had, and add to it what the changes ask for.

    ``live`` is changed already; ``readers`` had it as it was before.

    Raises:
        PermissionDenied: ``by`` calls it what they may not.
        ValidationError: a language lacks what it is owed, or what was said before was touched.
    """
    after = snapshot(live)
    refuse_rewriting(readers, before, after)
    known = {row["key"] for row in before["corrections"]}
    fresh = [one for one in live.corrections.all() if one.key not in known]
    may = kinds_for(live, by)
    for kind, said in ((Kind.SUBSTANCE, told.corrections), (Kind.UPDATE, told.updates)):
        texts = {code: text.strip() for code, text in said.items() if text.strip()}
        if texts and kind not in may:
            raise PermissionDenied(gettext("You may not say this to readers: %s.") % kind.label)
        if texts:
            fresh.append(added(live, texts, kind))
    for one in fresh:
        # It is of the day on which readers get it.
        if one.made_on != timezone.localdate():
            one.made_on = timezone.localdate()
            one.save(update_fields=["made_on"])
    shown = [
        (one.kind, language.code)
        for one in fresh
        for language in Language.all()
        if one.public and one.said("text", language).strip()
    ]
    remaining = [one for one in owed(live, readers, before, after) if not is_told(one, shown)]
    refuse(live, remaining, told, may)
    if remaining:
        added(live, fixes(remaining), Kind.TYPOGRAPHICAL)
    if live.is_site_page:
        date_page(live, [one.language for one in changed_for(live, readers, before, after)])


def is_told(one: OwedCorrection, shown: Iterable[tuple[str, str]]) -> bool:
    """Whether readers are told what they are owed, by the kinds and languages they are told in."""
    told = {kind for kind, code in shown if code == one.language.code}
    return bool(told & set(one.kinds))


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


def added(live: Article, texts: Mapping[str, str], kind: Correction.Kind) -> Correction:
    columns = {Language.get(code).field("text"): text for code, text in texts.items()}
    return live.corrections.create(kind=kind, **columns)


def date_page(page: Article, languages: Iterable[Language]) -> None:
    """Note that readers have another text of a page: one mark a language, of its last day."""
    for language in languages:
        column = language.field("text")
        marks = page.corrections.filter(kind=Kind.TYPOGRAPHICAL, **{f"{column}__gt": ""})
        mark = marks.first() or Correction(article=page, kind=Kind.TYPOGRAPHICAL)
        with translation.override(language.code):
            setattr(mark, column, gettext("The page was changed."))
        mark.made_on = timezone.localdate()
        mark.save()


def fixes(remaining: Iterable[OwedCorrection]) -> dict[str, str]:
    """What the mark of a typographical fix says, in each language."""
    said = {}
    for one in remaining:
        with translation.override(one.language.code):
            said[one.language.code] = gettext("Misprints were put right.")
    return said


ANOTHERS = "anothers"
"""The code of what is refused because the person may not call the change what it is."""

INSISTS = _(
    "Readers have this text in %(language)s. %(why)s That is no misprint: "
    "write a correction in %(language)s, public, beside the changes."
)
ASKS = _(
    "Readers have this text in %(language)s. %(why)s That is no misprint: "
    "say in %(language)s what is new, or write a correction."
)
OFFERS = _(
    "Readers have this text in %(language)s. Say that only misprints are "
    "put right, or write a correction in %(language)s."
)
# For who may not write a correction: what they may say.
IS_ANOTHERS = _(
    "Readers have this text in %(language)s. %(why)s That is a correction, which somebody else "
    "writes."
)
ASKS_NEWS = _(
    "Readers have this text in %(language)s. %(why)s That is no misprint: say in %(language)s "
    "what is new."
)
OFFERS_MISPRINTS = _(
    "Readers have this text in %(language)s. Say that only misprints are put right."
)
OFFERS_NEWS = _("Readers have this text in %(language)s. Say in %(language)s what is new.")
OFFERS_BOTH = _(
    "Readers have this text in %(language)s. Say that only misprints are put right, or say in "
    "%(language)s what is new."
)


def asked_of(one: OwedCorrection, may: set[Kind]) -> Any:
    """What somebody is asked to say of a change, of the kinds that are theirs to say."""
    mine = may & set(one.kinds)
    if Kind.SUBSTANCE in mine:
        sentence = INSISTS if one.verdict.insists else ASKS
        return OFFERS if one.may_be_typographical else sentence
    if not mine:
        return IS_ANOTHERS
    if not one.may_be_typographical:
        return ASKS_NEWS
    if Kind.TYPOGRAPHICAL not in mine:
        return OFFERS_NEWS
    return OFFERS_BOTH if Kind.UPDATE in mine else OFFERS_MISPRINTS


def refuse(
    live: Article, remaining: list[OwedCorrection], told: CorrectionAnswers, may: set[Kind]
) -> None:
    """Say what the changes still lack, language by language.

    Raises:
        ValidationError: something.
    """
    lacking = [
        one
        for one in remaining
        if not (
            one.may_be_typographical
            and told.is_misprint(one.language)
            and Kind.TYPOGRAPHICAL in may
        )
    ]
    sentences: list[Any] = []
    for one in lacking:
        params = {"language": one.name, "why": one.why, "owed": one.language.code}
        code = "correction" if may & set(one.kinds) else ANOTHERS
        sentences.append(ValidationError(asked_of(one, may), code=code, params=params))
    if lacking and Kind.SUBSTANCE not in may:
        sentences.append(ValidationError(who_may(live), code="correction"))
    if sentences:
        raise ValidationError(sentences)


def who_may(*articles: Article, people: Iterable[User] | None = None) -> str:
    """Names those who may write a correction, for somebody who may not.

    Args:
        people: them, where they are known.
    """
    found = corrected_by(*articles) if people is None else people
    names = Language.active().listed(f"{ISOLATE}{one}{END}" for one in found)
    if not names:
        return gettext("Nobody here may write a correction: ask an administrator.")
    return gettext("A correction is written by somebody who may: %(names)s.") % {"names": names}


def still_owed(copy: Article, before: Content, after: Content) -> list[OwedCorrection]:
    """What publishing a working copy would still lack, for who is about to."""
    live: Any = copy.working_copy_of
    known = {row["key"] for row in before["corrections"]}
    shown = [
        (row["kind"], language.code)
        for row in after["corrections"]
        for language in Language.all()
        if row["key"] not in known
        and row["public"]
        and (row.get(language.field("text")) or "").strip()
    ]
    found = owed(live, readers_of(live), before, after)
    return [one for one in found if not is_told(one, shown)]
