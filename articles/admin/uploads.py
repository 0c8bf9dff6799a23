"""Uploads of many pictures at once: each is kept or refused for itself, with a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views import View

from articles.desk.pictures import prepare
from articles.desk.sent_forms import key_for
from articles.models import Image
from articles.pictures.received import receive

from .rights import person
from .sent_forms import word_of


@dataclass(frozen=True)
class Result:
    """What became of one file."""

    filename: str
    message: str
    image: Image | None = None
    """The picture: the new one, or the one that was there already."""
    is_new: bool = False


class UploadMany(View):
    """A page with one field for many files; a script adds the dropping."""

    admin: admin.ModelAdmin | None = None

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.admin is None or not self.admin.has_add_permission(request):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)  # type: ignore[return-value]

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.page(request, [])

    def post(self, request: HttpRequest) -> HttpResponse:
        credit = request.POST.get("credit", "").strip()[:200]
        files = request.FILES.getlist("files")
        return self.page(request, [self.keep(request, file, credit) for file in files], asked=True)

    def keep(self, request: HttpRequest, file: UploadedFile, credit: str) -> Result:
        name = file.name or ""
        try:
            received = receive(file, name)
        except ValidationError as refusal:
            return Result(name, " ".join(refusal.messages))
        library = Image.objects.for_desk(person(request))
        if twin := library.filter(checksum=received.checksum).first():
            return Result(name, _("This picture is already in the library."), twin)
        image = Image(file=received)
        if word := word_of(request):
            image.key = key_for(person(request), word, received.checksum)
        image.fill_from(received.told)
        image.credit = image.credit or credit
        try:
            with transaction.atomic():
                image.save()
                assert self.admin is not None  # noqa: S101 - dispatch has seen to it
                self.admin.log_addition(request, image, [{"added": {}}])
                prepare(image)
        except IntegrityError:
            # The same form, sent twice at once.
            image.original.storage.delete(image.original.name)
            twin = Image.objects.filter(key=image.key).first()
            return Result(name, _("This picture is already in the library."), twin)
        return Result(name, _("Added to the library."), image, is_new=True)

    def page(
        self, request: HttpRequest, results: list[Result], asked: bool = False
    ) -> HttpResponse:
        assert self.admin is not None  # noqa: S101
        context = {
            **self.admin.admin_site.each_context(request),
            "title": _("Upload pictures"),
            "opts": Image._meta,
            "results": results,
            "nothing": asked and not results,
        }
        return TemplateResponse(request, "admin/articles/image/upload.html", context)
