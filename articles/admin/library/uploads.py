"""Uploads of many pictures at once: each is kept or refused for itself, with a sentence."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from articles.desk.databases import keeps_no_files
from articles.desk.editing.sent_forms import key_for
from articles.desk.library.pictures import prepare
from articles.models import Image
from articles.pictures.uploads import receive

from ..editing.sent_forms import token_of
from ..pages import DeskPage
from .sent_names import keep_sent_name

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class UploadResult:
    """What became of one file."""

    filename: str
    message: str
    image: Image | None = None
    """The picture: the new one, or the one that was there already."""
    is_new: bool = False


class UploadMany(DeskPage):
    """A page with one field for many files; a script adds the dropping."""

    template_name = "admin/articles/image/upload.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.site.has_add_permission(request):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.page([])

    def post(self, request: HttpRequest) -> HttpResponse:
        credit = request.POST.get("credit", "").strip()[:200]
        files = request.FILES.getlist("files")
        return self.page([self.keep(file, credit) for file in files], asked=True)

    def keep(self, file: UploadedFile, credit: str) -> UploadResult:
        """Add one file to the library, and say what became of it: one refused stops no other."""
        name = file.name or ""
        try:
            received = receive(file, name)
        except ValidationError as refusal:
            return UploadResult(name, " ".join(refusal.messages))
        library = Image.objects.for_desk(self.user)
        if twin := library.filter(checksum=received.checksum).first():
            return UploadResult(name, _("This picture is already in the library."), twin)
        image = Image(file=received)
        if word := token_of(self.request):
            image.key = key_for(self.user, word, received.checksum)
        image.fill_from(received.told)
        image.credit = image.credit or credit
        try:
            with transaction.atomic():
                image.save()
                entry = self.site.log_addition(self.request, image, [{"added": {}}])
                keep_sent_name(entry, name)
                prepare(image)
        except IntegrityError:
            # The same form, sent twice at once.
            image.original.storage.delete(image.original.name)
            twin = Image.objects.filter(key=image.key).first()
            return UploadResult(name, _("This picture is already in the library."), twin)
        except OSError as error:
            if not keeps_no_files(error):
                raise
            logger.exception("A picture could not be kept.")
            return UploadResult(
                name, _("The server cannot keep files at this moment: its disk is full or closed.")
            )
        said = [_("Added to the library."), *received.remarks]
        return UploadResult(name, " ".join(said), image, is_new=True)

    def page(self, results: list[UploadResult], asked: bool = False) -> HttpResponse:
        nothing = asked and not results
        return self.show(_("Upload pictures"), results=results, nothing=nothing)
