"""One click on the desk page: a text takes a step towards its readers, who get it read."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path, reverse
from django.views.decorators.http import require_POST

from articles.desk.refusals import sentences_of
from articles.desk.today import ONWARD
from articles.desk.translations import unfinished_rows
from articles.languages import Language
from articles.models import Status
from articles.models.publication import MOVES, SUBMIT

from .board import BoardMixin
from .labels import LabelsMixin
from .machine import MachineMixin
from .open_paragraphs import asks_as_it_is
from .publication import done
from .publishing import PublishMixin, publish_url
from .rights import person
from .translations import translate_url


class DeskMixin(PublishMixin, LabelsMixin, BoardMixin, MachineMixin):
    """For the admin of articles: a move without opening the form, the board, the machine."""

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(require_POST(self.step_view))
        step = path("<int:pk>/step/<language:language>/", view, name="articles_article_step")
        return [step, *super().get_urls()]

    def step_view(self, request: HttpRequest, pk: int, language: Language) -> HttpResponse:
        """Make a move onward; what keeps it from being made is said in the article's form.

        What publishes a text leads to the page where it is read.
        """
        article = self.article_there_is(request, pk)
        to = request.POST.get("to", "")
        move = MOVES.get((article.phase_in(language), to))
        if move is not None and move.verb not in ONWARD:
            raise Http404
        may = to in article.moves(language, by=person(request))
        if may and to == Status.PUBLISHED:
            return HttpResponseRedirect(publish_url(article, language))
        if move == SUBMIT and may and (number := unfinished_rows(article, language)):
            messages.warning(request, asks_as_it_is(number, "translation"))
            return HttpResponseRedirect(translate_url(article, language))
        try:
            # Raises PermissionDenied for who may not: 403.
            article.move(language, Status(to), by=person(request))
        except ValidationError as refusal:
            messages.error(request, " ".join(sentences_of(refusal)))
            return HttpResponseRedirect(reverse("admin:articles_article_change", args=[pk]))
        except ValueError:
            raise Http404 from None
        messages.success(request, done(article, language))
        return HttpResponseRedirect(reverse("admin:index"))
