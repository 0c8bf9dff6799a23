"""One click on the desk page: a text takes a step towards its readers, who get it read."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from articles.desk.dashboard.overview import ONWARD
from articles.desk.refusals import sentences_of
from articles.languages import Language
from articles.models import Status
from articles.models.workflow import MOVES, SUBMIT

from ..pages import ArticleDeskPage
from ..publication.moves import state_sentence
from ..publication.publish_page import publish_url
from ..translation.links import translate_url
from ..translation.open_paragraphs import asks_as_it_is, say_open


class StepPage(ArticleDeskPage):
    """Make a move onward; what keeps it from being made is said in the article's form.

    What publishes a text leads to the page where it is read.
    """

    def post(self, request: HttpRequest, pk: int, language: Language) -> HttpResponse:
        article = self.article_there_is(pk)
        to = request.POST.get("to", "")
        move = MOVES.get((article.phase_in(language), to))
        if move is not None and move.verb not in ONWARD:
            raise Http404
        may = to in article.moves(language, by=self.user)
        if may and to == Status.PUBLISHED:
            return HttpResponseRedirect(publish_url(article, language))
        if move == SUBMIT and may and (said := say_open(article, language)):
            messages.warning(request, asks_as_it_is(said, "translation"))
            return HttpResponseRedirect(translate_url(article, language))
        try:
            # Raises PermissionDenied for who may not: 403.
            article.move(language, Status(to), by=self.user)
        except ValidationError as refusal:
            messages.error(request, " ".join(sentences_of(refusal)))
            return HttpResponseRedirect(reverse("admin:articles_article_change", args=[pk]))
        except ValueError:
            raise Http404 from None
        messages.success(request, state_sentence(article, language))
        return HttpResponseRedirect(reverse("admin:index"))
