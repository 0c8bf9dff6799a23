"""Buttons above a list: what it shows as a file, and files of the same kind taken in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ERROR_FLAG
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.models.permissions import permission_to
from articles.models.rights import WriteLimits
from articles.wire.files import refuse_large

from ..base import NewsroomAdmin
from ..pages import DeskPage


class ExportRows(DeskPage):
    """What a list shows as a file; the list, where it would show all of it instead."""

    def get(self, request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
        site = self.site
        if not site.has_view_permission(request):
            raise PermissionDenied
        try:
            rows = site.get_changelist_instance(request).get_queryset(request).order_by("pk")
        except (IncorrectLookupParameters, OverflowError):
            listed = reverse(f"admin:articles_{site.opts.model_name}_changelist")
            return HttpResponseRedirect(f"{listed}?{ERROR_FLAG}=1")
        response = StreamingHttpResponse(site.lines(rows), content_type=site.media_type)
        response["Content-Disposition"] = f'attachment; filename="{site.file_name}"'
        return response

    post = get


class ImportRows(DeskPage):
    """Takes in a file of the kind that the export makes."""

    template_name = "admin/articles/exchange/import.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.site.may_import(request):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.import_page()

    def post(self, request: HttpRequest) -> HttpResponse:
        try:
            return self.import_page(report=self.taken_in())
        except ValidationError as refusal:
            return self.import_page(errors=refusal.messages)

    def import_page(self, report: Sequence[str] = (), errors: Sequence[str] = ()) -> HttpResponse:
        site = self.site
        return self.show(
            site.import_title,
            help=site.import_help,
            accept=site.file_kinds,
            report=report,
            errors=errors,
        )

    def taken_in(self) -> list[str]:
        """Take the file in, or none of it; returns what became of it, in sentences.

        Raises:
            ValidationError: there is none, or it cannot be read.
        """
        file: Any = self.request.FILES.get("file")
        if file is None:
            raise ValidationError(_("Choose a file."))
        refuse_large(file.size, self.site.largest)
        with transaction.atomic():
            return self.site.take(self.request, file)


class ExchangeAdmin(NewsroomAdmin):
    """An admin with the two buttons. It says what a file is, and what is written of one."""

    change_list_template = "admin/articles/exchange/change_list.html"
    import_title: Any = ""
    import_help: Any = ""
    file_kinds = ""
    """What the field for the file accepts."""
    file_name = ""
    media_type = ""
    largest = 50 * 1024 * 1024

    def write_limits(self, request: HttpRequest, obj: Any = None) -> WriteLimits:
        return WriteLimits(facts=False, languages=frozenset())

    def get_urls(self) -> list[Any]:
        name = f"articles_{self.opts.model_name}"
        return [
            ImportRows.at(self, "import/", f"{name}_import"),
            ExportRows.at(self, "export/", f"{name}_export"),
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

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        more = {
            "may_import": self.may_import(request),
            "export_query": request.GET.urlencode(),
            "import_page": f"admin:articles_{self.opts.model_name}_import",
            "export_page": f"admin:articles_{self.opts.model_name}_export",
        }
        return super().changelist_view(request, {**more, **(extra_context or {})})
