"""Buttons above a list: what it shows as a file, and files of the same kind taken in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ERROR_FLAG
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _

from articles.models.permissions import permission_to
from articles.wire.files import refuse_large


class ExchangeMixin(admin.ModelAdmin):
    """Adds the two buttons. Whose admin it is says what a file is, and what is written of one."""

    change_list_template = "admin/articles/exchange/change_list.html"
    import_title: Any = ""
    import_help: Any = ""
    file_kinds = ""
    """What the field for the file accepts."""
    file_name = ""
    media_type = ""
    largest = 50 * 1024 * 1024

    def get_urls(self) -> list[Any]:
        wrap, name = self.admin_site.admin_view, f"articles_{self.opts.model_name}"
        return [
            path("import/", wrap(self.import_view), name=f"{name}_import"),
            path("export/", wrap(self.export_view), name=f"{name}_export"),
            *super().get_urls(),
        ]

    def may_import(self, request: HttpRequest) -> bool:
        """Whether this person may both add rows and change those that are there."""
        return all(
            request.user.has_perm(permission_to(verb, self.model)) for verb in ("add", "change")
        )

    def lines(self, rows: models.QuerySet) -> Iterator[str]:
        """The rows as a file, in pieces."""
        raise NotImplementedError

    def take(self, request: HttpRequest, file: UploadedFile) -> list[str]:
        """Write what a file has; returns what became of it, in sentences."""
        raise NotImplementedError

    def export_view(self, request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
        """What the list shows as a file; the list, where it would show all of it instead."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        try:
            rows = self.get_changelist_instance(request).get_queryset(request).order_by("pk")
        except (IncorrectLookupParameters, OverflowError):
            listed = reverse(f"admin:articles_{self.opts.model_name}_changelist")
            return HttpResponseRedirect(f"{listed}?{ERROR_FLAG}=1")
        response = StreamingHttpResponse(self.lines(rows), content_type=self.media_type)
        response["Content-Disposition"] = f'attachment; filename="{self.file_name}"'
        return response

    def import_view(self, request: HttpRequest) -> HttpResponse:
        if not self.may_import(request):
            raise PermissionDenied
        report: list[str] = []
        errors: list[str] = []
        if request.method == "POST":
            try:
                report = self.received(request)
            except ValidationError as refusal:
                errors = refusal.messages
        context = {
            **self.admin_site.each_context(request),
            "title": self.import_title,
            "help": self.import_help,
            "accept": self.file_kinds,
            "opts": self.opts,
            "report": report,
            "errors": errors,
        }
        return TemplateResponse(request, "admin/articles/exchange/import.html", context)

    def received(self, request: HttpRequest) -> list[str]:
        """Take the file in, or none of it.

        Raises:
            ValidationError: there is none, or it cannot be read.
        """
        file: Any = request.FILES.get("file")
        if file is None:
            raise ValidationError(_("Choose a file."))
        refuse_large(file.size, self.largest)
        with transaction.atomic():
            return self.take(request, file)

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        more = {
            "may_import": self.may_import(request),
            "export_query": request.GET.urlencode(),
            "import_page": f"admin:articles_{self.opts.model_name}_import",
            "export_page": f"admin:articles_{self.opts.model_name}_export",
        }
        return super().changelist_view(request, {**more, **(extra_context or {})})
