"""The library of documents: files that readers are given, each with its title in every language."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import models
from django.http import FileResponse, Http404, HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from articles.admin.requests import person
from articles.desk.library.uses import shown_to
from articles.documents.kinds import ENDINGS, KINDS
from articles.documents.uploads import UploadedDocument, receive
from articles.models import Document, User
from articles.models.proposals import files_on_record

from ..editing.record_merging import RecordForm
from ..listing.number_labels import labelled_number
from .images import others_in_words, titled_link
from .record_admin import RecordAdmin
from .record_pages import RecordDeskPage, record_url


class DocumentUploadField(forms.FileField):
    """An upload that is known by its content, or is refused with the reason."""

    # The address of the file it has is the desk's own, and stands below.
    widget = forms.FileInput(attrs={"accept": ENDINGS})

    def to_python(self, data: Any) -> UploadedDocument | None:
        file = super().to_python(data)
        return receive(file, f"{file.name}") if file else None


class DocumentForm(RecordForm):
    # A name may be as long as file systems let it be.
    file = DocumentUploadField(
        label=capfirst(_("file")),
        help_text=_(
            "PDF, Word, Excel, PowerPoint, OpenDocument or CSV, up to 50 MB. A new file takes the "
            "place of the old one: its address stays."
        ),
    )
    user: User
    """Who is told of twins: of those documents only that they may see."""

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if isinstance(file, UploadedDocument):
            library = Document.objects.for_desk(self.user).filter(checksum=file.checksum)
            if twin := library.exclude(pk=self.instance.pk).first():
                raise ValidationError(
                    _("This document is already in the library: “%(document)s”."),
                    params={"document": twin},
                )
        return file


class KindFilter(admin.SimpleListFilter):
    title = _("kind")
    parameter_name = "kind"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(kind.ending[1:], kind.label) for kind in KINDS]

    def queryset(self, request: HttpRequest, queryset: models.QuerySet) -> models.QuerySet:
        found = next((kind for kind in KINDS if kind.ending[1:] == self.value()), None)
        return queryset.filter(media_type=found.media_type) if found else queryset


class DocumentFilePage(RecordDeskPage):
    """A file that a document has, had, or is to have: the desk compares them."""

    def get(self, request: HttpRequest, pk: int, name: str) -> FileResponse:
        document = self.seen_record(str(pk))
        names = files_on_record(document.key, "document") | {f"{document.file.name}"}
        path = next((one for one in names if one.rsplit("/", 1)[-1] == name), None)
        if path is None or not document.file.storage.exists(path):
            raise Http404
        return FileResponse(document.file.storage.open(path), as_attachment=True)


@admin.register(Document)
class DocumentAdmin(RecordAdmin):
    form = DocumentForm
    needed_first = ("file", "title", "language")
    list_display = ["__str__", "kind", "size_in_words", "language", "number_of_uses", "state"]
    list_filter = [KindFilter, "language", "is_withdrawn"]
    search_fields = ["title", "filename"]
    readonly_fields = ["facts", "used_in"]
    fieldsets = [
        (None, {"fields": ["file", "facts", "title", ("language", "is_withdrawn")]}),
        (pgettext_lazy("document", "Where it is used"), {"fields": ["used_in"]}),
    ]

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        library: Any = super().get_queryset(request)
        queryset = library.for_desk(person(request))
        page = request.resolver_match.url_name if request.resolver_match else None
        if page and page.endswith("_changelist"):
            return queryset.annotate(
                articles_with_it=models.Count(
                    "attachments",
                    filter=models.Q(attachments__article__working_copy_of=None),
                    distinct=True,
                )
            )
        return queryset

    def get_form(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        form: Any = super().get_form(request, obj, **kwargs)
        form.user = person(request)
        return form

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """The document, with whom its form is for."""
        document: Any = super().get_object(request, *args, **kwargs)
        if document is not None:
            document.looked_at_by = person(request)
        return document

    def get_urls(self) -> list[Any]:
        return [
            DocumentFilePage.at(self, "<int:pk>/files/<str:name>", "articles_document_file"),
            *super().get_urls(),
        ]

    @admin.display(description=_("kind"), ordering="media_type")
    def kind(self, document: Document) -> str:
        return document.kind_in_words

    @admin.display(description=pgettext_lazy("of a file", "size"), ordering="size")
    def size_in_words(self, document: Document) -> str:
        return document.size_in_words

    @admin.display(description=_("articles with it"), ordering="articles_with_it")
    def number_of_uses(self, document: Any) -> SafeString:
        return labelled_number(_("articles with it"), document.articles_with_it)

    @admin.display(description=_("state"), ordering="is_withdrawn")
    def state(self, document: Document) -> str:
        return gettext("withdrawn") if document.is_withdrawn else ""

    @admin.display(description=_("its file"))
    def facts(self, document: Document) -> str | SafeString:
        """Its kind, size and checksum, and the address that stays."""
        if not document.pk or not document.file:
            return gettext("Nothing yet.")
        name = f"{document.file.name}".rsplit("/", 1)[-1]
        return format_html(
            '<a href="{}"><bdi>{}</bdi></a> (<bdi>{}</bdi>, <bdi>{}</bdi>)<br>'
            'SHA-256: <bdi dir="ltr">{}</bdi><br>{} <bdi dir="ltr">{}</bdi>',
            record_url(document, "file", name),
            document.download_name,
            document.kind_in_words,
            document.size_in_words,
            document.checksum,
            gettext("Address for readers:"),
            document.get_absolute_url(),
        )

    @admin.display(description=pgettext_lazy("document", "used in"))
    def used_in(self, document: Any) -> str | SafeString:
        asked_by = getattr(document, "looked_at_by", None)
        if not document.pk or asked_by is None:
            return gettext("Nowhere yet.")
        uses = shown_to(asked_by, document)
        if not uses.owners and not uses.hidden:
            return gettext("Nowhere yet.")
        listed = format_html_join(
            "",
            "<li>{}</li>",
            (
                (titled_link(one._meta.verbose_name, record_url(one, "change"), one),)
                for one in uses.owners
            ),
        )
        if uses.hidden:
            listed += format_html("<li>{}</li>", others_in_words(uses.hidden))
        return format_html('<ul class="uses">{}</ul>', listed)
