"""The list of articles: its columns, and the filters by whom and on what they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from django.contrib import admin, messages
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property, lazy
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.admin.requests import number, person
from articles.desk.dashboard.queue_keys import keys_of
from articles.desk.dashboard.queues import QUEUES
from articles.desk.library.merging import where_it_went
from articles.languages import Language
from articles.models import (
    Article,
    Event,
    Mention,
    Phase,
    Quote,
    Speaker,
    Topic,
    TopicOfArticle,
    Translation,
    User,
)
from articles.models.permissions import EDIT_ANY_ARTICLE
from articles.models.rights import is_of

from .editing.working_copy_panel import link_to_changes
from .translation.links import translate_url
from .translation.translation_page import states_of as translations_of

TOLD = {
    Translation.State.IN_PROGRESS,
    Translation.State.TO_REVIEW,
    Translation.State.STALE,
}
"""States of a translation that a list says beside the state of its text."""


# Columns.


@admin.display(description=_("image"))
def picture(article: Article) -> SafeString:
    """The picture that leads it; it says nothing that the headline beside it does not."""
    image = article.lead_image
    if image is None or not image.file or image.unreadable:
        return format_html('<span class="{}"></span>', "no-picture")
    shown = image.shown("card")
    return format_html('<img class="small-picture" src="{}" alt="" loading="lazy">', shown.src)


@admin.display(description=_("headline"))
def headline(article: Article) -> SafeString | str:
    """Its headlines, that of the reader's language first."""
    written = [one for one in Language.active().then_others if article.said("headline", one)]
    if not written:
        return str(article)
    return format_html_join(
        "",
        '<span class="headline" lang="{}" dir="{}">{}</span>',
        ((one, one.direction, article.said("headline", one)) for one in written),
    )


def state_column(language: Language) -> Callable[[Article], SafeString | str]:
    """The column of one language: what its text is now, and whether its translation waits."""

    def column(article: Article) -> SafeString | str:
        # Of what is there for its readers only, the row says nothing of the others.
        if article.is_abridged and not article.is_live(language):
            return ""
        translation = next((one for one in translations_of(article) if one.into == language), None)
        standing = article.state_in(language)
        if (
            translation is not None
            and translation.state == Translation.State.MISSING
            and standing.phase == Phase.DRAFT
        ):
            return link_to_translation(translation, in_column=language)
        link = (
            link_to_translation(translation)
            if translation is not None and translation.state in TOLD
            else ""
        )
        return format_html(
            '<span class="of-language">{}</span><span class="state {}" title="{}">{}</span> {} {}',
            capfirst(Language.active().name_of(language)),
            standing.phase,
            standing.label,
            standing.phase.label,
            short_moment(standing.moment, with_time=True),
            link,
        )

    column.__name__ = f"states_{language.code.replace('-', '_')}"
    return admin.display(description=name_of_column(language), empty_value="")(column)


def in_words(language: Language) -> str:
    """« Arabe », in the language of who reads the list."""
    return str(capfirst(Language.active().name_of(language)))


name_of_column = lazy(in_words, str)


def link_to_translation(translation: Translation, in_column: Language | None = None) -> SafeString:
    called = capfirst(Language.active().name_of(in_column)) if in_column else ""
    name = format_html('<span class="of-language">{}</span>', called) if called else ""
    return format_html(
        '{}<a class="state translation-{}" href="{}">{}</a>',
        name,
        translation.state,
        translate_url(translation.article, translation.language),
        translation.get_state_display(),
    )


@admin.display(description=_("author"), ordering="created_by__username", empty_value="")
def author(article: Article) -> str:
    """Who began it; of what is there for its readers only, whom they read about."""
    if article.is_abridged:
        return article.byline_in()
    return str(article.created_by or "")


@admin.display(description=_("last change"), ordering="updated_at")
def last_change(article: Article) -> SafeString:
    return format_html("{} {}", short_moment(article.updated_at), link_to_changes(article))


@admin.display(description=_("event"), ordering="event", empty_value="")
def event(article: Article) -> SafeString | str:
    if article.event is None:
        return ""
    return format_html('<span class="two-lines">{}</span>', article.event)


def short_moment(value: datetime | None, *, with_time: bool = False) -> SafeString | str:
    """« 14:30 » today, « 26 nov. » on another day, with its year where that is another."""
    if value is None:
        return ""
    language, local = Language.active(), timezone.localtime(value)
    today = timezone.localdate()
    if local.date() == today:
        said = language.time(local)
    elif local.year == today.year:
        said = language.short_date(local)
    else:
        said = language.short_date(local, with_year=True)
    if with_time and local.date() != today:
        said = f"{said} {language.time(local)}"
    return format_html('<time datetime="{}">{}</time>', local.isoformat("T", "minutes"), said)


# Filters.


class UncountedFilter(admin.SimpleListFilter):
    """A filter whose choices are not counted: each count would be a query of its own."""

    def choices(self, changelist: Any) -> Iterator[Any]:
        for key, name in [("", _("All")), *self.lookup_choices]:
            query = {self.parameter_name: key} if key else {}
            yield {
                "selected": (self.value() or "") == key,
                "query_string": changelist.get_query_string(query, [self.parameter_name]),
                "display": name,
            }


class AuthorFilter(UncountedFilter):
    """Who began an article: everybody for who may edit everybody's, else oneself."""

    title = _("author")
    parameter_name = "author"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        user = person(request)
        if not user.has_perm(EDIT_ANY_ARTICLE):
            return [(f"{user.pk}", f"{user}")]
        offered: list[tuple[str, str]] = model_admin.offers.of(User)
        return offered

    def queryset(self, request: HttpRequest, queryset: Any) -> QuerySet[Any]:
        chosen, user = self.value(), person(request)
        if chosen not in {key for key, _name in self.lookup_choices}:
            return queryset
        found = queryset.filter(created_by=chosen)
        return found if user.has_perm(EDIT_ANY_ARTICLE) else found.filter(is_of(user))


class RecordFilter(UncountedFilter):
    """A record that articles name: some are offered, any may be asked for in an address.

    Of one that is gone, nothing is found, and that is said: a list without its filter would be a
    list of something else. One that was merged is asked for as the one that was kept.
    """

    model: Any

    def __init__(self, request: HttpRequest, params: Any, model: Any, model_admin: Any) -> None:
        self.offered = dict(model_admin.offers.of(self.model))
        self.read: dict[int, Any] = {}
        super().__init__(request, params, model, model_admin)

    def value(self) -> str | None:
        return self.asked

    @cached_property
    def asked(self) -> str | None:
        """The number that is asked for, as lists and their addresses go on after a merge."""
        asked: str | None = super().value()
        key = number(asked or "")
        if not key or f"{key}" in self.offered or self.record_of(key):
            return asked
        went = where_it_went(self.model, key)
        return f"{went[0].pk}" if went else asked

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        offered = self.offered
        key = number(self.value() or "")
        if key and f"{key}" not in offered:
            asked = self.record_of(key)
            offered = {f"{key}": str(asked or _("not there any more")), **offered}
            if asked is None:
                sentence = _("%(filter)s: what this list asks for is not there any more.")
                messages.warning(request, sentence % {"filter": capfirst(str(self.title))})
        return list(offered.items())

    def record_of(self, key: int) -> Any:
        """The record of a key, asked for once; nothing, where it is gone."""
        if key not in self.read:
            self.read[key] = self.model._base_manager.filter(pk=key).first()
        return self.read[key]

    def queryset(self, request: HttpRequest, queryset: Any) -> QuerySet[Any]:
        key = number(self.value() or "")
        return queryset.filter(self.names(key, person(request))) if key else queryset

    def names(self, key: int, user: User) -> Q:
        """The condition on an article to name the record."""
        raise NotImplementedError


def among_open(found: Q, user: User) -> Q:
    """A condition, on the articles alone of which a person may know what they say."""
    return found if user.has_perm(EDIT_ANY_ARTICLE) else found & is_of(user)


class EventFilter(RecordFilter):
    """The event that an article covers: the newest are offered."""

    title = _("event")
    parameter_name = "covers"
    model = Event

    def names(self, key: int, user: User) -> Q:
        return Q(event=key)


class SpeakerFilter(RecordFilter):
    """Who is quoted or named: those changed last are offered.

    Whom a text names that is not open to a person, no list tells them.
    """

    title = _("speaker")
    parameter_name = "speaker"
    model = Speaker

    def names(self, key: int, user: User) -> Q:
        quoted = Quote.objects.filter(speaker=key).values("article")
        named = Mention.objects.filter(speaker=key).values("article")
        return among_open(Q(pk__in=quoted) | Q(pk__in=named), user)


class TopicFilter(RecordFilter):
    """What articles are about: the topics changed last are offered."""

    title = _("topic")
    parameter_name = "topic"
    model = Topic

    def names(self, key: int, user: User) -> Q:
        about = TopicOfArticle.objects.filter(tag=key).values("content_object")
        return among_open(Q(pk__in=about), user)


class PictureFilter(UncountedFilter):
    """Whether a picture leads it."""

    title = _("image")
    parameter_name = "picture"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("with", gettext("with an image")), ("without", gettext("without an image"))]

    def queryset(self, request: HttpRequest, queryset: Any) -> QuerySet[Any]:
        if self.value() not in {"with", "without"}:
            return queryset
        return queryset.filter(lead_image__isnull=self.value() == "without")


class PileFilter(UncountedFilter):
    """A whole queue of the desk page, of which that page shows the first ones."""

    title = _("pile of the desk")
    parameter_name = "pile"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(name, str(label)) for name, label in QUEUES.items()]

    def queryset(self, request: HttpRequest, queryset: Any) -> QuerySet[Any]:
        chosen = self.value()
        if chosen not in QUEUES:
            return queryset
        keys = keys_of(chosen, person(request), timezone.now())
        return queryset.filter(pk__in={key for key, *_rest in keys})
