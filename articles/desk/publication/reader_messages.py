"""What became of an article for its readers, in words: said after every move, save and publication.

Readers are never said to see what they do not: each sentence is read from the phase of the
moment.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime, timedelta
from math import ceil
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from modeltranslation.fields import TranslationField

from articles.desk.editing.snapshots import (
    CHILDREN,
    Content,
    child_fields,
    comparable,
    content_fields,
)
from articles.desk.editing.waiting_changes import WaitingChanges
from articles.languages import Language
from articles.models import Article, Event, Phase
from articles.models.phases import LanguageState, by_the_clock, in_words
from articles.models.translations import is_written

COMING = {Phase.SCHEDULED, Phase.EMBARGOED}


def soon() -> str:
    """When at the latest a change has reached every reader: caches keep what they were given.

    What comes or goes at a date that was known comes and goes on time: no cache keeps a page
    longer than until then.
    """
    minutes = ceil(settings.KEPT_BY_CACHES / timedelta(minutes=1))
    if not minutes:
        return _("at once")
    return ngettext(
        "within a minute at the latest", "within %(count)d minutes at the latest", minutes
    ) % {"count": minutes}


def readers_have_it() -> str:
    """Said of a change that was made just now."""
    return _("Readers have it, %(soon)s.") % {"soon": soon()}


def what_readers_have(article: Article, language: Language, *, just_now: bool = False) -> str:
    """Whether readers of a language see it, from when, until when; without naming the language.

    Args:
        just_now: somebody has made it so this moment, and caches do not know it yet.
    """
    language_state = article.state_in(language)
    moment = by_the_clock(language_state.moment) if language_state.moment else ""
    if just_now and (sentence := made_just_now(article, language_state)):
        return sentence
    if language_state.phase == Phase.PUBLISHED and moment:
        return _("Readers see it now, until %(moment)s.") % {"moment": moment}
    if language_state.phase == Phase.PUBLISHED:
        return _("Readers see it now.")
    if language_state.phase in COMING:
        again = _(
            "Readers will see it again on %(moment)s; until then its page says that it was "
            "withdrawn."
        )
        first = _("Readers will see it on %(moment)s.")
        return (again if article.was_read_in(language) else first) % {"moment": moment}
    if article.was_read_in(language):
        return _("No reader sees it any more: its page says that it was withdrawn.")
    return _("No reader sees it yet.")


def made_just_now(article: Article, language_state: LanguageState) -> str:
    """What has been made of a text this moment, where caches may still tell readers otherwise."""
    if language_state.phase == Phase.PUBLISHED and language_state.moment:
        return _("Readers have it, %(soon)s, until %(moment)s.") % {
            "soon": soon(),
            "moment": by_the_clock(language_state.moment),
        }
    if language_state.phase == Phase.PUBLISHED:
        return readers_have_it()
    if language_state.phase not in COMING and article.was_read_in(language_state.language):
        sentence = _(
            "No reader has it any more, %(soon)s: its page then says that it was withdrawn."
        )
        return sentence % {"soon": soon()}
    return ""


def seen_in(article: Article) -> str:
    """The languages in which readers see an article now: « français et arabe »."""
    seen = [one for one in Language.all() if article.is_live(one)]
    return Language.active().names_of(seen)


def after_a_save(article: Article, made_now: Collection[Language] = ()) -> list[str]:
    """What readers have of an article that was saved, or of the one it is the working copy of.

    Args:
        made_now: the languages that this save has put before them.
    """
    live = article.working_copy_of
    if live is not None and live.is_live_somewhere:
        return [_("Readers keep the text they have until the changes are published.")]
    unread = _("No reader sees it yet.")
    said = [
        sentence
        for one in Language.all()
        for sentence in reader_sentences(live or article, [one], just_now=one in made_now)
    ]
    if not said:
        return [unread]
    # One language is with readers: of the others it is said that they are not.
    waiting = [
        one
        for one in article.never_published
        if is_written(article, one) and article.phase_in(one) not in COMING
    ]
    return [*said, *(in_words(one, unread) for one in waiting)]


def after_changes(
    article: Article, languages: Iterable[Language], had: Iterable[Language]
) -> list[str]:
    """What readers have once the changes of a working copy are in the article.

    Args:
        had: the languages in which readers had it until then.
    """
    live = [language for language in languages if article.is_live(language)]
    sentence = _("Readers have the changes, %(soon)s.") % {"soon": soon()}
    seen = [in_words(language, sentence) for language in live]
    others = [one for one in languages if one not in live]
    taken = [one for one in others if one in had]
    kept = [one for one in others if one not in taken]
    return [
        *seen,
        *reader_sentences(article, taken, just_now=True),
        *reader_sentences(article, kept),
    ]


def reader_sentences(
    article: Article, languages: Iterable[Language], *, just_now: bool = False
) -> Iterator[str]:
    """A sentence for each language that readers have, had or will have."""
    for language in languages:
        coming = article.phase_in(language) in COMING
        if coming or article.was_read_in(language):
            said = what_readers_have(article, language, just_now=just_now)
            yield in_words(language, said)


def languages_changed(waiting: WaitingChanges) -> list[Language]:
    """The languages whose readers the changes of a working copy are for."""
    return languages_of_changes(waiting.copy, waiting.changed, waiting.opened.content)


def languages_of_changes(copy: Article, changed: dict[str, Any], opened: Content) -> list[Language]:
    """The languages whose readers some of the changes are for, since a working copy was opened."""
    columns: list[Any] = [one for one in content_fields(Article) if one.name in changed["fields"]]
    codes = set(languages_of(columns))
    for kind in CHILDREN:
        if kind in changed:
            codes |= languages_of_rows(kind, opened.get(kind, []), changed[kind])
    return [
        language
        for language in Language.all()
        if language.code in codes and copy.said("headline", language)
    ]


def languages_of(columns: Iterable[Any]) -> Iterator[str]:
    """The codes of the languages whose readers columns are for: what is no text is for all."""
    for column in columns:
        if isinstance(column, TranslationField):
            yield column.language
        else:
            yield from (language.code for language in Language.all())


def languages_of_rows(kind: str, before: list[Content], after: list[Content]) -> set[str]:
    """The languages whose readers see a difference between two states of an article's rows.

    A row that was added or taken away counts for each language in which it says something.
    """
    columns, codes = child_fields(kind), set[str]()
    old, new = ({row["key"]: row for row in rows} for rows in (before, after))
    for key in {*old, *new}:
        was, is_now = old.get(key, {}), new.get(key, {})
        if was and is_now:
            differ = [
                one
                for one in columns
                if comparable(was.get(one.name)) != comparable(is_now.get(one.name))
            ]
        else:
            row = was or is_now
            texts = [one for one in columns if isinstance(one, TranslationField)]
            differ = [one for one in texts if row.get(one.name)] or columns
        codes |= {*languages_of(differ)}
    return codes


# Records.


def what_readers_know(record: Any) -> list[str]:
    """What readers of each language in which a record has a name find of it, and from when."""
    said = [
        in_words(language, known_in(record, language))
        for language in Language.all()
        if record.said("name", language)
    ]
    if said and isinstance(record, Event) and record.waits_for_a_day and record.starts_on:
        sentence = _("It is postponed: it stays on %(day)s until its new first day is given.")
        said.append(sentence % {"day": Language.active().date(record.starts_on)})
    return said


def known_in(record: Any, language: Language) -> str:
    if record.has_page_in(language):
        return _("Readers find its page, as it is now, %(soon)s.") % {"soon": soon()}
    if isinstance(record, Event) and record.is_hidden(language):
        return _("No reader hears of it: it is not public.")
    if isinstance(record, Event) and record.starts_on is None:
        return _("No reader hears of it as long as its first day is not known.")
    embargo = getattr(record, "embargoed_until", None)
    if embargo is None or embargo <= timezone.now():
        return _("No reader finds its page: it is public while something published needs it.")
    moment = {"moment": by_the_clock(embargo)}
    if is_known_at(record, language, embargo):
        return _("Readers will find its page on %(moment)s.") % moment
    sentence = _(
        "No reader hears of it before %(moment)s; from then on it is public while something "
        "published needs it."
    )
    return sentence % moment


def is_known_at(record: Any, language: Language, moment: datetime) -> bool:
    """Whether readers of a language find a page of it from a moment to come on, as things are."""
    rows: Any = type(record)._default_manager
    return rows.public(language, moment).filter(pk=record.pk).exists()
