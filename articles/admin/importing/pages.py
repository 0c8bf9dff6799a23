"""The page on which texts are pasted or dropped, with those that wait; and each file as it came."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import QuerySet
from django.db.models.functions import Length
from django.db.models.lookups import GreaterThan
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from articles.languages import Language
from articles.models import Article, IncomingItem, ReceivedFile, ReceivedText
from articles.models.permissions import ADD_ARTICLE
from articles.wire.batches import AT_ONCE, BatchProgress, keep_for_later, read_files
from articles.wire.documents.kinds import ENDINGS, KINDS
from articles.wire.fetch import WireError
from articles.wire.incoming.pages import page_at
from articles.wire.receiving import ReadAhead, Upload, of_bytes, receive
from articles.wire.remarks import PASTED

from ..editing.drafts import forget_draft
from ..pages import DeskPage
from ..requests import number, person

NOT_FOUND = "admin/articles/importing/not_found.html"
MOST = 50
"""Texts that wait, of those on the page: the newest."""
MOST_BESIDE = 20
"""Texts that were dropped, and files that were not read: the newest."""


class NotFoundError(Exception):
    """There is nothing here that this person may see: the page says so in the desk's own dress."""


class ImportingPage(DeskPage):
    """A page for who may add articles, and for nobody else."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not person(request).has_perm(ADD_ARTICLE):
            raise PermissionDenied
        self.read_ahead()
        try:
            return super().dispatch(request, *args, **kwargs)
        except NotFoundError:
            return self.show(_("Page not found"), template_name=NOT_FOUND, status=404)

    def read_ahead(self) -> None:
        """Do what takes long before anything is locked."""


class NoSuchPage(ImportingPage):
    """Any other address below the importer’s, which the admin would take for that of an article."""

    def get(self, request: HttpRequest, rest: str) -> HttpResponse:
        raise NotFoundError

    post = get


@dataclass(frozen=True)
class Chunks:
    """An uploaded file, piece by piece, as often as it is read."""

    file: UploadedFile

    def __iter__(self) -> Iterator[bytes]:
        return self.file.chunks()


class ReceivePage(ImportingPage):
    """Takes in what is pasted, dropped or chosen, and lists what waits."""

    template_name = "admin/articles/importing/receive.html"
    is_done_once = True

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.page()

    def read_ahead(self) -> None:
        if self.request.method != "POST":
            return
        sent = [(one, "") for one in self.sent()]
        self.refusal, self.later = "", []
        if len(sent) > AT_ONCE:
            self.later, sent = [one for one, __ in sent], []
        if self.address:
            try:
                sent.insert(0, page_at(self.address))
            except WireError as refusal:
                self.refusal = str(refusal)
                return
        self.ahead = [(upload, place, ReadAhead.of(upload)) for upload, place in sent]

    def post(self, request: HttpRequest) -> HttpResponse:
        if self.refusal:
            return self.page(refusal=self.refusal, address=self.address, pasted=self.pasted)
        if not self.ahead and not self.later:
            return self.page(nothing=True)
        said = Language.find(request.POST.get("language", ""))
        language = said.code if said else ""
        if self.later:
            return self.keep_for_later(language)
        files = [
            file
            for upload, place, ahead in self.ahead
            for file in receive(upload, self.user, language, address=place, ahead=ahead)
        ]
        texts = ReceivedText.objects.filter(file__in=files, state=ReceivedText.State.WAITING)
        if len(files) == 1 and len(texts) == 1:
            return forget_draft(request, HttpResponseRedirect(review_url(texts[0])))
        if any(one.refusal and one.name == PASTED for one in files):
            # What was pasted is given back: it may be in no file.
            return self.page(sent=files, pasted=self.pasted)
        sent = urlencode({"sent": ",".join(str(one.pk) for one in files)})
        page = f"{reverse('admin:articles_import')}?{sent}"
        return forget_draft(request, HttpResponseRedirect(page))

    def keep_for_later(self, language: str) -> HttpResponse:
        """Keep very many files; the page that follows says how many of them are read."""
        batch = secrets.token_hex(12)
        for upload in self.later:
            keep_for_later(upload, self.user, language, batch)
        transaction.on_commit(read_files.enqueue)
        page = f"{reverse('admin:articles_import')}?{urlencode({'batch': batch})}"
        return forget_draft(self.request, HttpResponseRedirect(page))

    @property
    def address(self) -> str:
        return self.request.POST.get("address", "").strip()

    @property
    def pasted(self) -> str:
        return self.request.POST.get("text", "")

    def sent(self) -> list[Upload]:
        """What was pasted and the files that were chosen."""
        pasted = self.pasted
        uploads = [of_bytes(PASTED, pasted.encode())] if pasted.strip() else []
        files = self.request.FILES.getlist("files")
        return [*uploads, *(Upload(one.name or "", one.size or 0, Chunks(one)) for one in files)]

    def page(
        self, *, sent: Sequence[ReceivedFile] = (), pasted: str = "", **said: Any
    ) -> HttpResponse:
        """The page.

        Args:
            sent: the files that it answers.
            pasted: a text that is given back.
            said: what else its template reads: ``nothing`` sent, an ``address``, its ``refusal``.
        """
        keys = [number(one) for one in self.request.GET.get("sent", "").split(",")[:MOST]]
        keys += [one.pk for one in sent]
        mine = self.files()
        waiting = self.waiting(mine)
        return self.show(
            _("Import"),
            progress=BatchProgress.of(self.request.GET.get("batch", "")[:32], self.user),
            all_waiting=waiting.count(),
            sent=mine.filter(pk__in=keys, sent_by=self.user).prefetch_related("texts"),
            pasted=pasted,
            waiting=waiting[:MOST],
            dropped=self.texts(mine, ReceivedText.State.DROPPED)[:MOST_BESIDE],
            taken_over=self.taken_over(),
            unread=self.unread(mine),
            languages=Language.active().then_others,
            kinds=KINDS,
            endings=ENDINGS,
            megabytes=settings.IMPORT_MEGABYTES,
            in_inbox=in_inbox().filter(state=IncomingItem.State.WAITING).count(),
            **said,
        )

    def files(self) -> QuerySet[ReceivedFile]:
        found = ReceivedFile.objects.open_to(self.user).defer("content").order_by("pk")
        return found.annotate(is_kept=GreaterThan(Length("content"), 0))

    def waiting(self, files: QuerySet[ReceivedFile]) -> QuerySet[ReceivedText]:
        return self.texts(files, ReceivedText.State.WAITING)

    def texts(
        self, files: QuerySet[ReceivedFile], state: ReceivedText.State
    ) -> QuerySet[ReceivedText]:
        """The texts of files in a state, the newest first."""
        texts = ReceivedText.objects.open_to(self.user).filter(state=state, file__in=files)
        texts = texts.exclude(incoming_items__in=in_inbox())
        return texts.select_related("file", "file__sent_by").defer("file__content").order_by("-pk")

    def taken_over(self) -> QuerySet[ReceivedText]:
        """What this person sent and colleagues made drafts of, which are not open to them."""
        sent = ReceivedText.objects.filter(file__sent_by=self.user, article__isnull=False)
        seen = Article.objects.for_desk(self.user).order_by().values("pk")
        found = sent.exclude(article__in=seen).select_related("file", "typed_by")
        return found.defer("file__content", "text", "typed").order_by("-pk")[:MOST_BESIDE]

    def unread(self, files: QuerySet[ReceivedFile]) -> QuerySet[ReceivedFile]:
        """The files that were not read: some are kept all the same."""
        found = files.exclude(refusal="").order_by("-pk").select_related("sent_by")
        return found[:MOST_BESIDE]


class ReceivedFilePage(DeskPage):
    """A file as it came, for the desk alone: to be saved, and never opened in the browser."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        if not self.site.has_view_or_change_permission(request):
            raise PermissionDenied
        file = ReceivedFile.objects.open_to(self.user).filter(pk=pk).first()
        if file is None or not file.is_read or not file.content:
            raise Http404
        response = HttpResponse(bytes(file.content), content_type="application/octet-stream")
        response["Content-Disposition"] = content_disposition_header(True, file.name) or ""
        response["X-Content-Type-Options"] = "nosniff"
        response["Cache-Control"] = "private, no-store"
        return response


def in_inbox() -> QuerySet[IncomingItem]:
    """What nobody has taken yet."""
    return IncomingItem.objects.order_by().exclude(state=IncomingItem.State.TAKEN)


def review_url(text: ReceivedText) -> str:
    return reverse("admin:articles_import_review", args=[text.pk])
