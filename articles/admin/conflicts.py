"""Two people in one article: each sees the other, and neither save loses what was typed."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.forms import Script
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.desk import history, presence
from articles.desk.gone import GoneError
from articles.desk.snapshots import Content
from articles.models import Article, Revision

from .rebasing import Newest, Rebase
from .rights import number, person
from .sent_forms import sent_before
from .working_copies import brings_more

# What an unknown version held: nothing, so that all that was typed is shown against what is.
NOTHING: Content = {"fields": {}, "quotes": [], "mentions": [], "tagged": [], "corrections": []}


class ConflictMixin(admin.ModelAdmin):
    """For the admin of articles: a save on an older version is merged, or shown beside it."""

    class Media:
        js = [
            Script("admin-newsroom/presence.js", type="module"),
        ]

    keeps_revisions = True

    def left_by(self, request: HttpRequest) -> dict[str, Any]:
        saved: Any = getattr(request, "saved", None)
        article = saved and (saved if saved.pk else saved.working_copy_of)
        revision = article and article.revisions.values_list("pk", flat=True).first()
        return {"revision": f"{revision}"} if revision else {}

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(require_POST(self.presence_view))
        mine = path("<path:object_id>/presence/", view, name="articles_article_presence")
        return [mine, *super().get_urls()]

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        article = self.get_object(request, object_id) if object_id else None
        if article is None or not self.has_view_or_change_permission(request, article):
            return super().changeform_view(request, object_id, *args, **kwargs)
        if request.method != "POST":
            self.opened(request, article)
            return super().changeform_view(request, object_id, *args, **kwargs)
        with transaction.atomic():
            try:
                article = history.locked(article.pk)
            except GoneError:
                # A working copy published in this moment: its form goes on where it went.
                return self.changeform_view(request, object_id, *args, **kwargs)
            if article.is_live_somewhere and brings_more(request, article):
                # Published in this moment: the text goes to a working copy.
                return self.changeform_view(request, object_id, *args, **kwargs)
            self.rebase(request, article)
            return super().changeform_view(request, object_id, *args, **kwargs)

    def opened(self, request: HttpRequest, article: Article) -> None:
        """Keep what the form starts from, and note who has it open.

        The revision is named before the form reads the article: a save in between makes
        the form newer than it says, which is safe, never older.
        """
        if not self.has_change_permission(request, article):
            return
        if not history.is_kept(article):
            with transaction.atomic():
                history.catch_up(history.locked(article.pk))
        about: Any = request
        about.revision = article.revisions.values_list("pk", flat=True).first()
        presence.seen(article, person(request))

    def rebase(self, request: HttpRequest, article: Article) -> None:
        """Bring a POST up to what was saved since its form was opened.

        A POST that names no revision comes from no form: it is taken to know the newest.
        """
        now = history.catch_up(article)
        before = sent_before(request)
        # A page that is sent again starts from what it left.
        stated = before.left.get("revision", "") if before else request.POST.get("_revision", "")
        if not stated or stated == str(now.pk):
            return
        of_this = Q(article=article) | Q(article=article.working_copy_of_id or article)
        wanted = int(stated) if stated.isdecimal() and len(stated) < 19 else 0
        base = Revision.objects.filter(of_this, pk=wanted).first()
        started = base.content if base else NOTHING
        rebase = Rebase(self, request, article, started, Newest(now.content, str(now.pk)))
        request.POST = rebase.post
        about: Any = request
        about.conflicts, about.shown = rebase.conflicts, now
        if rebase.merged and not rebase.conflicts and "_shown" not in request.POST:
            name = now.made_by or _("the program")
            messages.info(
                request,
                _("%(name)s saved this article meanwhile. Both changes are kept.") % {"name": name},
            )

    def get_form(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        form: Any = super().get_form(request, obj, **kwargs)
        form.conflicts = getattr(request, "conflicts", [])
        return form

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        article = context.get("original")
        if article is not None:
            opened_on = getattr(request, "revision", None) or ""
            context |= {
                "conflicts": getattr(request, "conflicts", []),
                "shown": getattr(request, "shown", None),
                "revision": request.POST.get("_revision", opened_on),
                "presences": presence.sentences(article, person(request)),
            }
        return super().render_change_form(request, context, *args, **kwargs)

    def presence_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """A sign of life from an open form; the answer says who else is there."""
        article = get_object_or_404(self.get_queryset(request), pk=number(object_id))
        if not self.has_change_permission(request, article):
            raise PermissionDenied
        if "left" in request.POST:
            presence.left(article, person(request))
            return JsonResponse({"sentences": []})
        presence.seen(article, person(request))
        stated = request.POST.get("revision", "")
        since = article.revisions.filter(pk=number(stated)).first()
        return JsonResponse({"sentences": presence.sentences(article, person(request), since)})

    def response_change(self, request: HttpRequest, obj: Article) -> HttpResponse:
        presence.left(obj, person(request))
        return super().response_change(request, obj)
