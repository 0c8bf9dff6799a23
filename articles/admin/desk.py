"""One click on the desk page: a text takes a step towards its readers."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path, reverse
from django.views.decorators.http import require_POST

from articles.desk.today import ONWARD
from articles.languages import Language
from articles.models import Status
from articles.models.publication import MOVES

from .board import BoardMixin
from .checks import tell_warnings
from .machine import MachineMixin
from .publication import done
from .rights import person


class DeskMixin(BoardMixin, MachineMixin):
    """For the admin of articles: a move without opening the form, the board, the machine."""

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(require_POST(self.step_view))
        step = path("<int:pk>/step/<language:language>/", view, name="articles_article_step")
        return [step, *super().get_urls()]

    def step_view(self, request: HttpRequest, pk: int, language: Language) -> HttpResponse:
        """Make a move onward; what keeps it from being made is said in the article's form."""
        article = self.article_there_is(request, pk)
        to = request.POST.get("to", "")
        move = MOVES.get((article.status_in(language), to))
        if move is not None and move.verb not in ONWARD:
            raise Http404
        try:
            # Raises PermissionDenied for who may not: 403.
            article.move(language, Status(to), by=person(request))
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
            return HttpResponseRedirect(reverse("admin:articles_article_change", args=[pk]))
        except ValueError:
            raise Http404 from None
        messages.success(request, done(article, language))
        if to == Status.PUBLISHED:
            tell_warnings(request, article, language)
        return HttpResponseRedirect(reverse("admin:index"))
