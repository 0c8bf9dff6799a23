"""A text under embargo, for the one journalist whose copy it is."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from articles.desk.press_lists.embargoed import (
    DeadLinkError,
    PublishedError,
    TakenBackCopyError,
    count_opening,
    opened_copy,
    same_in_others,
)
from articles.desk.publication.previews import Preview
from articles.languages import Language
from articles.models import EmbargoedCopy

from .media import let_see_documents_of_copy, let_see_pictures_of_copy, shows_pictures
from .pages import Alternate
from .previews import PreviewPage, private


class EmbargoedPage(PreviewPage):
    """The page of an article as its readers will have it; it says whose copy it is."""

    template_name = "articles/embargoed.html"
    copy: EmbargoedCopy

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            self.copy = opened_copy(kwargs["token"])
        except PublishedError as published:
            return private(redirect(published.url))
        except TakenBackCopyError:
            return dead(request, is_taken_back=True)
        except DeadLinkError:
            return dead(request)
        if request.method == "GET":
            count_opening(self.copy)
        return super().get(request, *args, **kwargs)

    def what_is_shown(self, **kwargs: Any) -> Preview:
        article = self.copy.sending.article
        return Preview(article, Language.active(), article.embargoed_until)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        active, found = Language.active(), same_in_others(self.copy)
        shown = {
            "journalist": self.copy.journalist,
            "others": [(one, active.name_of(one), url) for one, url in found],
        }
        return super().get_context_data(**kwargs) | shown

    def finished(self, response: HttpResponse) -> HttpResponse:
        if shows_pictures(self.object):
            let_see_pictures_of_copy(response, self.preview, self.kwargs["token"])
        if self.object.attachments.exists():
            let_see_documents_of_copy(response, self.preview, self.kwargs["token"])
        return response


def dead(request: HttpRequest, *, is_taken_back: bool = False) -> HttpResponse:
    """What a link says that opens nothing: not even whether it ever did."""
    context = {
        "is_taken_back": is_taken_back,
        "alternates": [Alternate(Language.active(), None)],
    }
    return private(render(request, "articles/embargoed_dead.html", context, status=410))
