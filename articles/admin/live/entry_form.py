"""The form of one entry: its words in each language that this person writes, and its moment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import ForeignKey, Q
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from articles.desk.publication.corrections import ANOTHERS
from articles.desk.publication.correctors import correctors
from articles.desk.publication.live import FACTS, WORDS, publishes
from articles.desk.publication.live_requests import is_told_to_readers, may_correct
from articles.languages import Language
from articles.models import Image, LiveEntry
from articles.text.characters import if_seen
from articles.text.richtext.paragraphs import plain_text

from ..base import NewsroomAdmin
from ..choosers import NewestPictures
from ..requests import person


class EntryFields(NewsroomAdmin):
    """What the desk's forms know of fields: directions, editors, clocks. It has no pages."""

    def formfield_for_foreignkey(
        self, db_field: ForeignKey, request: HttpRequest, **kwargs: Any
    ) -> Any:
        kwargs["widget"] = NewestPictures(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return []


class EntryDesk:
    """One entry, new or there, and what a person may do with it."""

    def __init__(self, request: HttpRequest, entry: LiveEntry) -> None:
        self.request, self.entry, self.user = request, entry, person(request)
        self.fields = EntryFields(LiveEntry, admin.site)

    @cached_property
    def languages(self) -> list[Language]:
        """Those in which this person writes it."""
        return [
            language
            for language in Language.active().then_others
            if self.entry.may_be_written_by(self.user, language)
        ]

    @cached_property
    def publishable(self) -> list[Language]:
        """Those in which this person may give it to readers, once it has words."""
        return [
            language
            for language in self.languages
            if not self.entry.is_before_readers(language)
            and publishes(self.entry.article, self.user, [language])
        ]

    @property
    def writes_facts(self) -> bool:
        """Whether its moment and its marks are theirs: of what readers have, who may publish."""
        had = any(self.entry.is_before_readers(one) for one in Language.all())
        return bool(self.languages) and (not had or self.may_publish)

    @property
    def may_correct(self) -> bool:
        return may_correct(self.entry.article, self.user)

    @property
    def may_publish(self) -> bool:
        return publishes(self.entry.article, self.user)

    @property
    def columns(self) -> list[str]:
        facts = [name for name in FACTS if name != "is_pinned" or self.may_publish]
        return [
            *(language.field(name) for name in WORDS for language in self.languages),
            *(facts if self.writes_facts else []),
        ]

    def form(
        self,
        data: Mapping[str, Any] | None = None,
        proposed: Mapping[str, str] | None = None,
    ) -> Any:
        """The form; sent, with what was typed; else with what a colleague proposes."""
        kind = self.fields.get_form(
            self.request, self.entry, change=True, fields=self.columns, form=LiveEntryForm
        )
        return kind(data, instance=self.entry, desk=self, initial={**(proposed or {})})


class LiveEntryForm(forms.ModelForm):
    """It checks; what is saved of it, and for whom, ``desk/publication/live.py`` says."""

    asks_after_end = False
    """Whether it asks if this is to be published, though its coverage has ended."""

    def __init__(self, *args: Any, desk: EntryDesk, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.desk, self.is_new = desk, desk.entry.pk is None
        if "at" in self.fields and self.is_new:
            self.fields["at"].required = False
            self.initial["at"] = None
            self.fields["at"].help_text = _("Empty: now.")
        pictures: Any = self.fields.get("image")
        if pictures is not None and desk.entry.image_id:
            # What is chosen stays, though this person may not find it in the library.
            found, chosen = pictures.queryset.values("pk"), desk.entry.image_id
            pictures.queryset = Image.objects.filter(Q(pk__in=found) | Q(pk=chosen))
        told = is_told_to_readers(desk.entry.article, desk.user)
        for language in desk.languages:
            if told and not self.is_new and desk.entry.is_before_readers(language):
                self.fields[f"note_{language}"] = note_field(language, corrects=desk.may_correct)

    def clean_at(self) -> Any:
        return self.cleaned_data.get("at") or self.instance.at

    def clean(self) -> dict[str, Any]:
        """A body in which there is nothing to read is none."""
        cleaned = super().clean() or self.cleaned_data
        for language in self.desk.languages:
            name = language.field("body")
            if not if_seen(plain_text(cleaned.get(name) or "")):
                cleaned[name] = ""
        return cleaned

    def _update_errors(self, errors: ValidationError) -> None:
        """Say what is missing at a field that this person has, whichever language asks for it."""
        if hasattr(errors, "error_dict"):
            placed: dict[str, list[ValidationError]] = {}
            for name, faults in errors.error_dict.items():
                placed.setdefault(self.place_of(name), []).extend(faults)
            errors = ValidationError(placed)
        super()._update_errors(errors)

    def place_of(self, name: str) -> str:
        """The field at which a fault is said: the first of their languages, for another's."""
        if name in self.fields:
            return name
        of = next((one for one in WORDS if name in fields_of(one)), None)
        mine = [language.field(of) for language in self.desk.languages] if of else []
        return next((one for one in mine if one in self.fields), NON_FIELD_ERRORS)

    @property
    def rows(self) -> list[dict[str, Any]]:
        """Its fields, a column for each language."""
        return [
            {
                "language": language,
                "is_live": self.desk.entry.article.is_live(language),
                "fields": [self[name] for name in names_in(language) if name in self.fields],
            }
            for language in self.desk.languages
        ]

    @property
    def facts(self) -> list[Any]:
        return [self[name] for name in FACTS if name in self.fields]

    def values(self) -> dict[str, Any]:
        """What was typed, by column."""
        return {name: self.cleaned_data[name] for name in self.desk.columns}

    def notes(self) -> dict[str, str]:
        return {
            language.code: self.cleaned_data.get(f"note_{language}", "")
            for language in self.desk.languages
        }

    def proposed(self) -> dict[str, str]:
        """What of it is not as the entry is stored: for a colleague, who fills the form with it."""
        names = [name for name in self.changed_data if name not in FACTS]
        return {name: self.cleaned_data[name] for name in names if name in self.cleaned_data}

    @property
    def needs_a_corrector(self) -> bool:
        """Whether it was refused since somebody else writes such a correction, who is there."""
        is_anothers = self.is_bound and self.has_error(NON_FIELD_ERRORS, ANOTHERS)
        return is_anothers and bool(correctors(self.desk.entry.article))

    def refuse(self, told: Any) -> None:
        """Say at its field what readers are owed, where there is one."""
        errors = getattr(told, "error_dict", {})
        for column, faults in errors.items():
            name = column.replace("reader_note_", "note_")
            self.add_error(name if name in self.fields else None, faults)
        if not errors:
            self.add_error(None, told)


def fields_of(word: str) -> set[str]:
    return {language.field(word) for language in Language.all()}


def names_in(language: Language) -> list[str]:
    return [*(language.field(name) for name in WORDS), f"note_{language}"]


def note_field(language: Language, *, corrects: bool) -> forms.CharField:
    told = _("Readers read it below the entry. Not needed for a misprint.")
    if not corrects:
        told += " " + _(
            "Where a number, a name or somebody’s words were wrong, save: you can then ask those "
            "who write corrections."
        )
    return forms.CharField(
        label=_("What was changed (%(language)s)")
        % {"language": Language.active().name_of(language)},
        required=False,
        max_length=1000,
        widget=forms.Textarea(
            attrs={"rows": 2, "lang": language.code, "dir": language.direction, "class": "note"}
        ),
        help_text=told,
    )
