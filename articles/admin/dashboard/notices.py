"""The page of what concerns a person; each is read by opening it, or marked so."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from articles.desk.databases import if_writable
from articles.desk.notices.concerning import (
    MOST,
    mark_all_read,
    mark_read,
    occurrences,
    with_read,
)
from articles.desk.notices.sentences import notices_of

from ..pages import DeskPage

NOTICES = "admin:articles_notices"
MOST_NAMES = 200


class NoticesPage(DeskPage):
    """All that concerned a person within a month, the newest first."""

    template_name = "admin/articles/listing/notices.html"

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if not self.site.has_view_permission(request):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        if name := request.GET.get("open", ""):
            return self.open_one(name)
        some = with_read(self.user, occurrences(self.user)[:MOST])
        notices = notices_of(self.user, some)
        return self.show(
            _("What concerns you"),
            notices=notices,
            unread=sum(not one.is_read for one in notices),
            until=max((one.at for one in some), default=timezone.now()).isoformat(),
        )

    def open_one(self, name: str) -> HttpResponse:
        """Lead to what happened; it is read then."""
        some = [one for one in occurrences(self.user) if one.name == name]
        found = notices_of(self.user, some)
        if not found:
            raise Http404
        if_writable(lambda: mark_read(self.user, [name]))
        return HttpResponseRedirect(found[0].url)

    def post(self, request: HttpRequest) -> HttpResponse:
        if "_all" in request.POST:
            mark_all_read(self.user, moment_in(request.POST.get("until", "")))
        else:
            mark_read(self.user, request.POST.getlist("notice")[:MOST_NAMES])
        return HttpResponseRedirect(reverse(NOTICES))


def moment_in(typed: str) -> datetime:
    """A moment as the page wrote it; now, for what is none."""
    try:
        moment = parse_datetime(typed)
    except ValueError:
        moment = None
    if moment is None or timezone.is_naive(moment):
        return timezone.now()
    return moment
