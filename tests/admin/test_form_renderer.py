"""Fields that are written without a template are Django's, letter by letter."""

from datetime import date

import pytest
from django import forms
from django.contrib import admin
from django.forms.renderers import DjangoTemplates
from django.test import RequestFactory
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy

from newsroom.form_renderer import WRITERS, QuickRenderer
from tests.factories import ArticleFactory, EventFactory, SpeakerFactory

VALUES = [None, "", 'é « l’été » & <b>"mot" d\'or</b>', mark_safe("&amp;"), 0, 1234567, "\u061cقمة"]
ATTRS = {"class": 'a "b"', "required": True, "hidden": False, "data-x": None, "maxlength": 1200}
CHOICES = [
    ("", "—"),
    ("a", gettext_lazy("Topics")),
    ("Groupe <1>", [(1, mark_safe("<b>un</b>")), (2, 2000), (None, "rien")]),
]
WIDGETS = [
    forms.TextInput(),
    forms.HiddenInput(),
    forms.NumberInput(),
    forms.EmailInput(),
    forms.URLInput(),
    forms.PasswordInput(render_value=True),
    forms.DateInput(),
    forms.TimeInput(),
    forms.DateTimeInput(),
    forms.CheckboxInput(),
    forms.FileInput(),
    forms.ColorInput(),
    forms.SearchInput(),
    forms.TelInput(),
    forms.Textarea(),
    forms.Select(choices=CHOICES),
    forms.SelectMultiple(choices=CHOICES),
    forms.NullBooleanSelect(),
    forms.RadioSelect(choices=CHOICES),
]


def both(widget, value):
    """The widget as we write it, and as Django does."""
    ours, django = QuickRenderer(), DjangoTemplates()
    return [widget.render('na"me', value, dict(ATTRS), renderer=one) for one in (ours, django)]


@pytest.mark.parametrize("widget", WIDGETS, ids=lambda widget: type(widget).__name__)
def test_a_widget_is_written_as_django_writes_it(widget):
    for value in [*VALUES, date(2024, 7, 3)]:
        several = isinstance(widget, forms.SelectMultiple)
        ours, django = both(widget, [value, "a"] if several else value)
        assert ours == django


@pytest.mark.django_db
@pytest.mark.parametrize("factory", [ArticleFactory, EventFactory, SpeakerFactory])
def test_each_field_of_a_form_of_the_desk_is_written_as_django_writes_it(factory, admin_user):
    request = RequestFactory().get("/")
    request.user, record = admin_user, factory()
    site = admin.site.get_model_admin(type(record))
    wanting = {"original_language": "xx", "slug_fr": "<é>"}
    for sent in (None, wanting):
        form = site.get_form(request, record)(sent, instance=record)
        said = []
        for renderer in (QuickRenderer(), DjangoTemplates()):
            form.renderer = renderer
            form.full_clean()
            said.append(
                [
                    f"{part}"
                    for field in form
                    for part in (field, field.label_tag(attrs={"class": "x"}), field.errors)
                ]
            )
        assert said[0] == said[1]


def test_what_django_writes_with_a_template_is_one_that_it_has():
    for name in WRITERS:
        assert DjangoTemplates().get_template(name)
