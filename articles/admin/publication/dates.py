"""The dates of an article in its form: those that stay are shown, and what is typed is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import copy
from dataclasses import replace
from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles.desk.editing.working_copies import AtOnceError
from articles.languages import Language
from articles.models import Article, Phase, Status
from articles.models.dates import EMBARGO, WAITS, date_columns
from articles.models.permissions import PUBLISH_ARTICLE, WITHDRAW_ARTICLE
from articles.models.phases import Timetable, by_the_clock

from ..editing.article_submission import AT_ONCE, SaveOptions
from ..first_faults import FirstFaultForm


def frozen_for(article: Article, user: Any) -> dict[str, Promise | str]:
    """The dates that this person does not change in the form of an article, with the reason.

    Until when readers have a text is said in its working copy, by who may withdraw it.
    """
    live = article.working_copy_of
    frozen = (live or article).frozen_dates()
    if live is not None and user.has_perm(WITHDRAW_ARTICLE):
        for language in Language.all():
            if live.phase_in(language) == Phase.PUBLISHED:
                frozen.pop(language.field("live_until"), None)
    published = any((live or article).status_in(one) == Status.PUBLISHED for one in Language.all())
    if published and not user.has_perm(PUBLISH_ARTICLE):
        frozen.setdefault(EMBARGO, WAITS)
    return frozen


def writable(field: forms.Field) -> forms.Field:
    """A field as if it could be written: so it tells whether something else was typed."""
    field = copy(field)
    field.disabled = False
    return field


def is_sent(form: forms.BaseForm, name: str) -> bool:
    """Whether a form that was filled in says anything of a field; one not to write, it may not."""
    names = (name, f"{name}_0")
    return not form.fields[name].disabled or any(form.add_prefix(one) in form.data for one in names)


def to_the_second(moment: datetime | None) -> datetime | None:
    """A moment as a form has it."""
    return moment and moment.replace(microsecond=0)


def timetables(article: Article) -> dict[Language, Timetable]:
    """What readers are to have, and when, in each language, as it is stored."""
    if not article.pk:
        return {}
    live = article.working_copy_of or article
    return {language: live.timetable_in(language) for language in Language.all()}


def date_that_passed(article: Article, language: Language) -> datetime | None:
    """The date that is written for what no reader has had yet, where it is past already."""
    date = article.published_at_in(language)
    is_past = date is not None and date <= timezone.now()
    return date if is_past and not article.was_read_in(language) else None


def say_dated_of_now(
    request: HttpRequest, article: Article, language: Language, passed: datetime | None
) -> None:
    """Say that what was published is dated of now, and not of the date that was written.

    Args:
        passed: what ``date_that_passed`` found before it was published.
    """
    if passed is None or not article.is_live(language):
        return
    sentence = _("The date that was written, %(moment)s, has passed: the article is dated of now.")
    messages.warning(request, sentence % {"moment": by_the_clock(passed)})


def asks_at_once(languages: list[Language]) -> SafeString:
    """Why a date is not taken, with the box that takes it all the same."""
    return with_box(AtOnceError(languages), AT_ONCE, _("Readers have it at once"))


def with_box(refusal: ValidationError, name: str, label: str) -> SafeString:
    """Why something was not done, with the box that has it done all the same."""
    (why,) = refusal.messages
    return format_html(
        '{} <label><input type="checkbox" name="{}" value="1" data-unkept> {}</label>',
        why,
        name,
        label,
    )


class DatedForm(FirstFaultForm):
    """Takes no date that is not to change, and says so where one was typed."""

    frozen: Mapping[str, Promise | str] = {}
    """The dates that are only read, with the reason."""
    options = SaveOptions()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.timetables = timetables(self.instance)
        self.stored = {name: getattr(self.instance, name) for name in date_columns()}
        self.dates_of_now: dict[str, datetime | None] = {}
        self.published_now: list[Language] = []
        """The languages that readers have by the dates of this form."""
        for name, why in self.frozen.items():
            if name in self.fields:
                self.fields[name].disabled = True
                self.fields[name].help_text = str(why)

    def dates_not_taken(self) -> dict[str, Promise | str]:
        """Dates that were typed where none is to be changed: from before, or by force."""
        return {
            name: why
            for name, why in self.frozen.items()
            if name in self.fields
            and is_sent(self, name)
            and writable(self.fields[name]).has_changed(self[name].initial, self[name].data)
        }

    def refuse_dates(self) -> None:
        """Let nobody publish who thinks that readers get it on another day."""
        if not self.options.publishes_changes:
            return
        for name, why in self.dates_not_taken().items():
            self.add_error(name, str(why))
        if self.options.note:
            return
        for name in self.new_ends():
            why = _("Say why readers have it until then, in the note: the others will read it.")
            self.add_error(name, why)

    def refuse_at_once(self) -> None:
        """Let no date be saved that publishes at once, unless that is said too.

        What then is published is dated of now: no reader had it before. Until it is saved the
        article keeps its dates: a form that is refused stays one of what waits.
        """
        causes: dict[str, list[Language]] = {}
        now = timezone.now()
        for language, fields in [*self.published_by_date(now)]:
            for name in fields:
                causes.setdefault(name, []).append(language)
            self.dates_of_now[language.field("published_at")] = now
            self.published_now.append(language)
            if EMBARGO in fields:
                self.dates_of_now[EMBARGO] = self.cleaned_data.get(EMBARGO)
        for name in self.dates_of_now:
            setattr(self.instance, name, self.stored[name])
        if self.options.at_once:
            # The columns that are written are those that were changed.
            self.changed_data.extend({*self.dates_of_now} - {*self.changed_data})
            return
        for name, languages in causes.items():
            self.add_error(name, asks_at_once(languages))

    def published_by_date(self, now: datetime) -> Iterator[tuple[Language, list[str]]]:
        """The languages that wait, and by this form do so no more, with the fields that say it."""
        for language, before in self.timetables.items():
            column, until = language.field("published_at"), language.field("live_until")
            fields = [
                name
                for name in (column, EMBARGO, until)
                if name in self.changed_data and name not in self.errors
            ]
            after = replace(
                before,
                published_at=getattr(self.instance, column),
                embargoed_until=self.instance.embargoed_until,
                live_until=getattr(self.instance, until),
            )
            if fields and before.appears_by(after, now):
                yield language, fields

    def new_ends(self) -> list[str]:
        """The fields that say anew until when readers have what they have."""
        live: Any = self.instance.working_copy_of
        names = [
            language.field("live_until")
            for language in Language.all()
            if live is not None and live.phase_in(language) == Phase.PUBLISHED
        ]
        return [
            name
            for name in names
            if name in self.fields
            and name not in self.errors
            and to_the_second(getattr(self.instance, name)) != to_the_second(getattr(live, name))
        ]

    def tell_dates(self, request: HttpRequest) -> None:
        """Say which dates of a form were not taken, the rest of which is saved."""
        for name, why in self.dates_not_taken().items():
            sentence = _("%(field)s: %(sentence)s") % {
                "field": self.fields[name].label,
                "sentence": why,
            }
            messages.warning(request, sentence)
