"""What became of an article for its readers, in words: said after every move, save and publication.

Readers are never said to see what they do not: each sentence is read from the phase of the
moment.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from babel.lists import format_list
from django.utils.translation import gettext as _
from modeltranslation.fields import TranslationField

from articles.languages import Language
from articles.models import Article, Phase
from articles.models.phases import by_the_clock, in_words

from .snapshots import CHILDREN, content_fields
from .working_copies import changes

COMING = {Phase.SCHEDULED, Phase.EMBARGOED}


def what_readers_have(article: Article, language: Language) -> str:
    """Whether readers of a language see it, from when, until when; without naming the language."""
    standing = article.standing_in(language)
    moment = by_the_clock(standing.moment) if standing.moment else ""
    if standing.phase == Phase.PUBLISHED and moment:
        return _("Readers see it now, until %(moment)s.") % {"moment": moment}
    if standing.phase == Phase.PUBLISHED:
        return _("Readers see it now.")
    if standing.phase in COMING and article.was_read_in(language):
        sentence = _(
            "Readers will see it again on %(moment)s; until then its page says that it was "
            "withdrawn."
        )
        return sentence % {"moment": moment}
    if standing.phase in COMING:
        return _("Readers will see it on %(moment)s.") % {"moment": moment}
    if article.was_read_in(language):
        return _("No reader sees it any more: its page says that it was withdrawn.")
    return _("No reader sees it yet.")


def seen_in(article: Article) -> str:
    """The languages in which readers see an article now: « français et arabe »."""
    active = Language.active()
    seen = [one for one in Language.all() if article.is_live(one)]
    return format_list([active.name_of(one) for one in seen], locale=active.locale)


def after_a_save(article: Article) -> list[str]:
    """What readers have of an article that was saved, or of the one it is the working copy of."""
    live = article.working_copy_of
    if live is not None and live.is_live_somewhere:
        return [_("Readers keep the text they have until the changes are published.")]
    return [*told(live or article, Language.all())] or [_("No reader sees it yet.")]


def after_changes(article: Article, languages: Iterable[Language]) -> list[str]:
    """What readers have once the changes of a working copy are in the article."""
    live = [language for language in languages if article.is_live(language)]
    seen = [in_words(language, _("Readers see the changes now.")) for language in live]
    return [*seen, *told(article, (one for one in languages if one not in live))]


def told(article: Article, languages: Iterable[Language]) -> Iterator[str]:
    """A sentence for each language that readers have, had or will have."""
    for language in languages:
        coming = article.phase_in(language) in COMING
        if coming or article.was_read_in(language):
            yield in_words(language, what_readers_have(article, language))


def languages_changed(copy: Article) -> list[Language]:
    """The languages whose readers the changes of a working copy are for."""
    changed = changes(copy)
    columns: list[Any] = [one for one in content_fields(Article) if one.name in changed["fields"]]
    own = {one.language for one in columns if isinstance(one, TranslationField)}
    for_all = any(kind in changed for kind in CHILDREN) or any(
        not isinstance(one, TranslationField) for one in columns
    )
    return [
        language
        for language in Language.all()
        if (for_all or language.code in own) and copy.said("headline", language)
    ]
