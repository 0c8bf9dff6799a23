"""The forms of a text that is reviewed: its facts, its people, its words, and what is asked."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.forms.formsets import BaseFormSet, formset_factory
from django.utils.translation import gettext_lazy as _

from articles.models import Event, Organization, Place, Quote, Record, Source, Speaker
from articles.models.date_fields import is_within_years

from .choices import NEW, NONE, RecordChoices
from .first_form import KEPT, ORGANIZATIONS, QUOTES, SPEAKERS, FormValues

MOST_ROWS = 200


def words(label: Any, *, most: int = 300, required: bool = False, rows: int = 1) -> forms.CharField:
    """A field of text, in whichever direction its words run."""
    shown: dict[str, Any] = {"dir": "auto"}
    widget = forms.Textarea({**shown, "rows": rows}) if rows > 1 else forms.TextInput(shown)
    return forms.CharField(label=label, max_length=most, required=required, widget=widget)


def day(label: Any) -> forms.DateField:
    return forms.DateField(
        label=label,
        required=False,
        validators=[is_within_years],
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d", "%d/%m/%Y"],
    )


class NamingForm(forms.Form):
    """A form in which names are tied to records."""

    tied: dict[str, type[Record]] = {}
    """The fields that are names, with what they are names of; the choice is in ``<field>_use``."""

    def __init__(self, *args: Any, choices: RecordChoices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, model in self.tied.items():
            use = self.use_of(name)
            find = f"{use.removesuffix('use')}find"
            self.fields[find] = words(_("Look for another by its name"), most=200)
            said, chosen, sought = (
                self.data.get(self.add_prefix(one), "") for one in (name, use, find)
            )
            field: Any = self.fields[use]
            field.choices = choices.of(model, said, chosen, sought)

    def use_of(self, name: str) -> str:
        return f"{name}_use"

    def clean(self) -> Any:
        cleaned: Any = super().clean()
        for name in self.tied:
            if cleaned.get(self.use_of(name)) == NEW and not cleaned.get(name):
                self.add_error(name, _("Say what it is called, or leave it out."))
        return cleaned


def use() -> forms.ChoiceField:
    return forms.ChoiceField(label=_("Is this the same as…"))


class FactsForm(NamingForm):
    """The article, but for its people and their words."""

    tied = {"place": Place, "source": Source, "event": Event}

    headline = words(_("headline"), required=True, rows=2)
    standfirst = words(_("standfirst"), most=2_000, rows=2)
    body = words(_("text"), most=400_000, required=True, rows=18)
    place = words(_("place of the dateline"), most=200)
    place_use = use()
    published_on = day(_("published by the source on"))
    source = words(_("source"))
    source_use = use()
    source_url = forms.URLField(
        label=_("address at the source"),
        max_length=500,
        required=False,
        widget=forms.URLInput({"dir": "ltr"}),
    )
    embargoed_until = forms.DateTimeField(
        label=_("embargoed until"),
        required=False,
        validators=[is_within_years],
        widget=forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )
    event = words(_("event"))
    event_use = use()
    event_starts_on = day(_("from"))
    event_ends_on = day(_("to"))
    event_place = words(_("place of the event"), most=200)

    def clean(self) -> Any:
        cleaned: Any = super().clean()
        starts, ends = cleaned.get("event_starts_on"), cleaned.get("event_ends_on")
        if starts and ends and ends < starts:
            self.add_error("event_ends_on", _("The event ends before it starts."))
        return cleaned


class FoundRowForm(NamingForm):
    """A row that may have been added and left empty: it is then passed over."""

    typed_fields: tuple[str, ...] = ("name",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.is_empty:
            self.fields["use"].required = False

    @property
    def is_empty(self) -> bool:
        said = (self.data.get(self.add_prefix(one), "") for one in self.typed_fields)
        return not any(one.strip() for one in said)

    def clean(self) -> Any:
        if not self.is_empty:
            return super().clean()
        self.cleaned_data["use"] = NONE
        return self.cleaned_data


class NamedRowForm(FoundRowForm):
    def use_of(self, name: str) -> str:
        return "use"


def has_short_acronym(name: str) -> None:
    """Refuse what stands in brackets behind the name of a body, and is no acronym.

    Raises:
        ValidationError: it is longer than any.
    """
    acronym = name.removesuffix(")").partition(" (")[2]
    MaxLengthValidator(Organization._meta.get_field("acronym").max_length)(acronym)


def body(label: Any) -> forms.CharField:
    field = words(label)
    field.validators.append(has_short_acronym)
    return field


class SpeakerForm(NamedRowForm):
    tied = {"name": Speaker}
    typed_fields = ("name", "position", "organization")

    name = words(_("name"))
    position = words(_("position"))
    organization = body(_("organization"))
    use = use()


class OrganizationForm(NamedRowForm):
    tied = {"name": Organization}

    name = body(_("name"))
    use = use()
    organizer = forms.BooleanField(label=_("organizes the event"), required=False)


class QuoteForm(FoundRowForm):
    typed_fields = ("text",)

    text = words(_("words"), most=10_000, rows=3)
    speaker = forms.ChoiceField(label=_("who said it"), required=False)
    kind = forms.ChoiceField(label=_("kind"), choices=Quote.Kind, required=False)
    use = forms.ChoiceField(
        label=_("keep it"), choices=[(KEPT, _("Keep")), (NONE, _("Leave it out"))]
    )

    def __init__(self, *args: Any, names: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["speaker"]
        field.choices = [("", _("Not known for sure")), *((one, one) for one in names)]


class Rows(BaseFormSet):
    """Rows of which each is sent whole, a new one too: no empty one is passed over."""

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        return {**super().get_form_kwargs(index), "empty_permitted": False}


def rows_of(form: type[forms.Form], prefix: str, data: FormValues, **kwargs: Any) -> BaseFormSet:
    made: Any = formset_factory(
        form, formset=Rows, extra=0, max_num=MOST_ROWS, absolute_max=MOST_ROWS
    )
    return made(data, prefix=prefix, form_kwargs=kwargs)


class ReviewForms:
    """All forms of one text, over what was typed so far."""

    def __init__(self, typed: FormValues, choices: RecordChoices) -> None:
        self.facts = FactsForm(typed, choices=choices)
        self.speakers = rows_of(SpeakerForm, SPEAKERS, typed, choices=choices)
        self.organizations = rows_of(OrganizationForm, ORGANIZATIONS, typed, choices=choices)
        names = [typed.get(f"{SPEAKERS}-{at}-name", "").strip() for at in range(MOST_ROWS)]
        said = list(dict.fromkeys(one for one in names if one))
        self.quotes = rows_of(QuoteForm, QUOTES, typed, choices=choices, names=said)

    def are_valid(self) -> bool:
        """Whether all of it can be saved; each is asked, so that each says what is wrong."""
        asked = (self.facts, self.speakers, self.organizations, self.quotes)
        faults = [one for one in asked if not one.is_valid()]
        return not faults

    def add_misquotes(self, is_said: Any) -> bool:
        """Say which very words do not stand in the text; whether there are any."""
        wrong = [
            form
            for form in self.quotes
            if form.cleaned_data["use"] == KEPT
            and form.cleaned_data["kind"] == Quote.Kind.DIRECT
            and not is_said(form.cleaned_data["text"])
        ]
        for form in wrong:
            said = ValidationError(_("These words do not stand in the body of the article."))
            form.add_error("text", said)
        return bool(wrong)
