"""The page on which a text is sent to journalists under its embargo, and what became of it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.desk.press_lists import embargoed
from articles.desk.press_lists.copies import is_under_embargo
from articles.desk.press_lists.embargo_changes import (
    NOTHING,
    holding_another_hour,
    without_a_schedule,
)
from articles.languages import Language
from articles.models import Article, EmbargoedCopy, PressList
from articles.models.phases import by_the_clock

from ..editing.drafts import forget_draft
from ..pages import ArticleDeskPage
from ..requests import number

LONGEST_NOTE = 5_000


class EmbargoedSendingPage(ArticleDeskPage):
    """First it shows who will get it; a second button sends."""

    template_name = "admin/articles/mailing/embargoed.html"
    is_done_once = True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.article, self.language = self.article_to_see(kwargs["pk"]), kwargs["language"]
        if not embargoed.may_send(self.article, self.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, pk: int, language: Language) -> HttpResponse:
        return self.page()

    def post(self, request: HttpRequest, pk: int, language: Language) -> HttpResponse:
        if "take_back_all" in request.POST:
            return self.taken_back(None) if "sure" in request.POST else self.page(ask_about="all")
        if one := request.POST.get("take_back"):
            return self.taken_back([one]) if "sure" in request.POST else self.page(ask_about=one)
        if "correct" in request.POST:
            return self.corrected()
        if "moved" in request.POST:
            return self.moved()
        lists = self.lists_chosen()
        if request.POST.get("do") == "send" and lists:
            return self.sent(lists)
        return self.page(lists)

    def lists_chosen(self) -> list[PressList]:
        keys = [pk for one in self.request.POST.getlist("list") if (pk := number(one))]
        return list(PressList.objects.filter(pk__in=keys).in_alphabet())

    def taken_back(self, keys: list[str] | None) -> HttpResponse:
        ended = embargoed.take_back(self.article, keys, by=self.user)
        told = ngettext(
            "%(count)d link opens nothing any more.",
            "%(count)d links open nothing any more.",
            ended,
        )
        return self.told(told, ended, _("It was taken back already."))

    def corrected(self) -> HttpResponse:
        number = embargoed.send_corrections(self.article, self.language, by=self.user)
        told = ngettext(
            "The correction goes to %(count)d journalist now.",
            "The correction goes to %(count)d journalists now.",
            number,
        )
        return self.told(told, number, _("They were sent the correction already."))

    def moved(self) -> HttpResponse:
        asks_for_nothing = self.request.POST["moved"] == NOTHING
        tell = embargoed.tell_nothing if asks_for_nothing else embargoed.tell_moved
        number = tell(self.article, self.language, by=self.user)
        told = ngettext(
            "%(count)d journalist is told now.", "%(count)d journalists are told now.", number
        )
        return self.told(told, number, _("They were told already."))

    def told(self, words: str, number: int, if_nobody: str) -> HttpResponse:
        """Say how many it was; who comes second, from another window, finds nobody left."""
        if number:
            messages.success(self.request, words % {"count": number})
        else:
            messages.info(self.request, if_nobody)
        return HttpResponseRedirect(self.request.get_full_path())

    def sent(self, lists: list[PressList]) -> HttpResponse:
        asked = set(self.request.POST.getlist("journalist"))
        will, __ = embargoed.to_get_it(lists, self.article, self.language)
        people = [one for one in will if one.key in asked]
        if not people:
            messages.warning(self.request, _("Nobody is chosen: nothing is sent."))
            return self.page(lists)
        if not is_under_embargo(self.article, self.language):
            messages.error(self.request, _("This text is under no embargo now: nothing is sent."))
            return HttpResponseRedirect(self.request.get_full_path())
        note = self.request.POST.get("note", "")[:LONGEST_NOTE]
        sent = embargoed.send(
            self.article, self.language, people, lists=lists, note=note, by=self.user
        )
        told = ngettext(
            "The text goes to %(count)d journalist now.",
            "The text goes to %(count)d journalists now.",
            sent,
        )
        if sent:
            messages.success(self.request, told % {"count": sent})
        else:
            messages.warning(
                self.request, _("A colleague has just sent it to everybody who was chosen.")
            )
        return forget_draft(self.request, HttpResponseRedirect(self.request.get_full_path()))

    def page(self, lists: list[PressList] | None = None, ask_about: str = "") -> HttpResponse:
        article, language = self.article, self.language
        ends = article.embargoed_until
        reached = Count("journalists", filter=Q(journalists__paused_at=None))
        to_be_told = embargoed.to_be_told(article, language)
        will, have = embargoed.to_get_it(lists, article, language) if lists else ([], [])
        return self.show(
            _("Sent under embargo") if article.is_live(language) else _("Send under embargo"),
            subtitle=str(article),
            original=article,
            shown=language,
            ends=by_the_clock(ends) if ends else "",
            may_be_sent=is_under_embargo(article, language),
            headline=article.said("headline", language),
            lists=PressList.objects.annotate(counted=reached).in_alphabet(),
            chosen=lists,
            will=[(one, one.reads(language)) for one in will],
            others=sum(not one.reads(language) for one in will),
            elsewhere=[
                (one, sending_url(article, one))
                for one in embargoed.languages_under_embargo(article)
                if one != language
            ],
            to_be_told=len({one.journalist_id for one, __ in to_be_told}),
            to_hear=how_many(holding_another_hour(article, language)),
            unscheduled=how_many(without_a_schedule(article, language)),
            have=have,
            note=self.request.POST.get("note", ""),
            copies=list(embargoed.copies_of(article)),
            ask_about=ask_about,
            **copies_asked_about(article, ask_about),
            told_elsewhere=[
                (one, sending_url(article, one))
                for one, _number in embargoed.number_to_be_told(article)
                if one != language
            ],
            is_published=article.is_live(language),
        )


def copies_asked_about(article: Article, ask_about: str) -> dict[str, Any]:
    """How many have it, and the copies of which the page asks whether to take them back."""
    found = list(embargoed.open_copies(article).select_related("journalist", "sending"))
    return {
        "having": len({one.journalist_id for one in found}),
        "links": len(found),
        "asked_about": [one for one in found if ask_about in {"all", one.key}],
    }


def embargoed_beside(submission: Any, page: dict[str, Any]) -> dict[str, Any]:
    """The ways to that page, beside the form of an article under embargo.

    Whoever was told another hour than the embargo has now is told of there.
    """
    article: Article | None = page["original"]
    user = submission.request.user
    if article is None or not embargoed.may_send(article, user):
        return {}
    sent = article.embargoed_sendings.values_list("language", flat=True).distinct().order_by()
    holders = [Language(code) for code in sent]
    told = {"embargo_told": told_otherwise(article, holders)}
    languages = embargoed.languages_under_embargo(article)
    is_over = not languages
    if is_over:
        languages = holders
    ways = [(one, sending_url(article, one)) for one in languages]
    return {"embargoed": ways, "embargo_is_over": is_over} | told


def told_otherwise(article: Article, languages: list[Language]) -> list[tuple[Any, ...]]:
    """In which languages journalists were told what holds no more: how many, and what it is."""
    found = list[tuple[Any, ...]]()
    for one in languages:
        why = "moved" if is_under_embargo(article, one) else "closed"
        if number := how_many(holding_another_hour(article, one)):
            found.append((one, number, why, sending_url(article, one)))
        if number := how_many(without_a_schedule(article, one)):
            found.append((one, number, "unscheduled", sending_url(article, one)))
    return found


def how_many(copies: QuerySet[EmbargoedCopy]) -> int:
    """How many journalists hold some copies."""
    return copies.order_by().values("journalist").distinct().count()


def sending_url(article: Article, language: Language) -> str:
    return reverse("admin:articles_article_embargoed", args=[article.pk, language.code])
