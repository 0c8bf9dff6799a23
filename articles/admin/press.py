"""The press room at the desk: whom journalists may ask, and the kits that they are given."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.forms import ModelForm, Script
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from articles.languages import Language
from articles.models import Article, KitArticle, KitDocument, KitPicture, MediaKit, PressContact
from articles.models.press import is_international, spoken_languages

from .base import NewsroomAdmin
from .editing.record_merging import RecordForm
from .editing.submission import SaveSteps, on_arrival, once_written
from .fieldsets import ADDRESS, BESIDE, FOLDED
from .kit_publication import kit_for_readers, publish_kit, say_what_lacks, say_who_has_it
from .kit_rows import KitRowForm, KitRows, SavedPicture
from .listing.number_labels import labelled_number
from .requests import person


class SpokenField(forms.MultipleChoiceField):
    """Languages to tick; kept as their codes in one line."""

    widget = forms.CheckboxSelectMultiple

    def prepare_value(self, value: Any) -> Any:
        return value.split() if isinstance(value, str) else value

    def clean(self, value: Any) -> str:
        return " ".join(super().clean(value))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), data)


class PressContactForm(RecordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "telephone" in self.fields:
            # Before it is refused, not after.
            self.fields["telephone"].help_text = is_international.message

    spoken = SpokenField(
        label=capfirst(_("languages spoken")),
        choices=spoken_languages,
        required=False,
        help_text=_("In which languages one may ask."),
    )


@admin.register(PressContact)
class PressContactAdmin(NewsroomAdmin):
    form = PressContactForm
    list_display = ["__str__", "role", "telephone", "mail", "until", "order"]
    list_filter = ["topics"]
    search_fields = ["name", "role", "mail", "telephone"]
    autocomplete_fields = ["topics"]
    fieldsets = [
        (None, {"fields": ["name", "role", "hours"]}),
        (_("How to reach them"), {"fields": [("telephone", "mail"), "spoken"]}),
        (
            _("Where they are shown"),
            {"fields": ["topics", "order", "until"], "classes": [BESIDE]},
        ),
    ]


class KitPictureForm(KitRowForm):
    chooses = "image"
    saved = SavedPicture


class KitPictureInline(KitRows):
    model = KitPicture
    form = KitPictureForm
    fields = ["order", "image"]
    autocomplete_fields = ["image"]


class KitDocumentForm(KitRowForm):
    chooses = "document"


class KitDocumentInline(KitRows):
    model = KitDocument
    form = KitDocumentForm
    fields = ["order", "document"]
    autocomplete_fields = ["document"]


class KitArticleForm(KitRowForm):
    chooses = "article"


class KitArticleInline(KitRows):
    model = KitArticle
    form = KitArticleForm
    fields = ["order", "article"]
    autocomplete_fields = ["article"]

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        """Those that this person may know of: the others stay as they are."""
        open_to = Article.objects.for_desk(person(request))
        rows = super().get_queryset(request).filter(article__in=open_to)
        return rows.select_related("article")


@admin.register(MediaKit)
class MediaKitAdmin(NewsroomAdmin):
    list_display = ["__str__", "seen_in", "number_of_pictures", "number_of_documents"]
    search_fields = ["name", "description"]
    autocomplete_fields = ["speakers", "organizations", "events"]
    fieldsets = [
        (None, {"fields": ["name", "description"]}),
        (_("Publication"), {"fields": ["published_at"], "classes": [BESIDE]}),
        (
            _("People, organizations, events"),
            {"fields": ["speakers", "organizations", "events"], "classes": [BESIDE]},
        ),
        (ADDRESS, {"fields": ["slug"], "classes": [FOLDED]}),
    ]
    inlines = [KitArticleInline, KitPictureInline, KitDocumentInline]
    steps = SaveSteps(on_arrival(publish_kit), NewsroomAdmin.steps.steps).then(
        once_written(say_who_has_it, say_what_lacks)
    )
    panels = (*NewsroomAdmin.panels, kit_for_readers)
    change_form_template = "admin/articles/mediakit/change_form.html"

    class Media:
        js = [Script("admin-newsroom/order.js", type="module")]

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        kits = super().get_queryset(request)
        page = request.resolver_match.url_name if request.resolver_match else None
        if page and page.endswith("_changelist"):
            return kits.annotate(
                pictures_in_it=models.Count("pictures", distinct=True),
                documents_in_it=models.Count("documents", distinct=True),
            )
        return kits

    def save_formset(
        self, request: HttpRequest, form: ModelForm, formset: Any, change: bool
    ) -> None:
        super().save_formset(request, form, formset, change)
        # Taking a row away changes the page as much as adding one.
        form.instance.save()

    @admin.display(description=_("readers have it in"))
    def seen_in(self, kit: MediaKit) -> str:
        seen = [one for one in Language.all() if kit.is_public_by_itself(one)]
        return Language.active().listed([Language.active().name_of(one) for one in seen])

    @admin.display(description=_("pictures"), ordering="pictures_in_it")
    def number_of_pictures(self, kit: Any) -> SafeString:
        return labelled_number(_("pictures"), kit.pictures_in_it)

    @admin.display(description=_("documents"), ordering="documents_in_it")
    def number_of_documents(self, kit: Any) -> SafeString:
        return labelled_number(_("documents"), kit.documents_in_it)
