"""The inbox: what feeds and mails brought, to be taken, or set aside."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.desk.library.names import name_for
from articles.languages import Language
from articles.models import IncomingFeed, IncomingItem, ReceivedText, User
from articles.models.permissions import permission_to
from articles.wire.incoming.inbox import put_back, set_aside, take
from articles.wire.incoming.reading import read_now

from ..requests import number
from .pages import ImportingPage, review_url

ON_A_PAGE = 50
BY_MAIL = "mail"
STATES = IncomingItem.State
FILTERS = ("state", "feed", "language", "page")


@dataclass(frozen=True)
class InboxRow:
    """One text of the inbox, as one person sees it."""

    item: IncomingItem
    user: User

    @property
    def language(self) -> Language | None:
        return Language.find(self.item.language)

    @property
    def near(self) -> str:
        """The article that is like it, by as much of its name as this person may see."""
        return name_for(self.user, self.item.near) if self.item.near else ""

    @property
    def near_url(self) -> str:
        if self.item.near is None or not self.item.near.is_open_to(self.user):
            return ""
        return reverse("admin:articles_article_change", args=[self.item.near.pk])

    @property
    def notices(self) -> list[str]:
        """What its sender has said of it since, and nobody has dealt with."""
        waiting = [one for one in self.item.notices.all() if one.settled_at is None]
        return [one.sentence for one in waiting]

    @property
    def review_url(self) -> str:
        """Where its taker goes on."""
        text = self.item.text
        is_open = text.state == ReceivedText.State.WAITING and self.item.taken_by == self.user
        return review_url(text) if is_open else ""


class InboxPage(ImportingPage):
    """Lists what came in, the newest first; a button of each row says what becomes of it."""

    template_name = "admin/articles/importing/inbox.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        page, counts = self.rows(), self.counts()
        feeds = list(IncomingFeed.objects.only("pk", "name", "key", "is_read", "error"))
        return self.show(
            _("Inbox"),
            page=page,
            rows=[InboxRow(item, self.user) for item in page],
            state=self.state,
            states=[(value, label, counts.get(value, 0)) for value, label in STATES.choices],
            feeds=feeds,
            failing=[one for one in feeds if one.is_read and one.error],
            chosen={name: request.GET.get(name, "") for name in FILTERS},
            by_mail=BY_MAIL,
            languages=Language.all(),
            query=urlencode({name: self.asked(name) for name in FILTERS[:3] if self.asked(name)}),
            may_see_feeds=self.user.has_perm(permission_to("view", IncomingFeed)),
        )

    def post(self, request: HttpRequest) -> HttpResponse:
        if "read" in request.POST:
            return self.read()
        for name, act in (("take", self.take), ("aside", self.aside), ("back", self.back)):
            item = self.item(request.POST.get(name, ""))
            if item is not None:
                return act(item)
        return self.again()

    def asked(self, name: str) -> str:
        return self.request.GET.get(name, "")

    @cached_property
    def state(self) -> str:
        asked = self.asked("state")
        return asked if asked in STATES.values else STATES.WAITING

    def rows(self) -> Page:
        items = IncomingItem.objects.filter(state=self.state)
        if self.asked("feed") == BY_MAIL:
            items = items.filter(feed=None)
        elif feed := number(self.asked("feed")):
            items = items.filter(feed=feed)
        if language := Language.find(self.asked("language")):
            items = items.filter(language=language.code)
        items = items.select_related("feed", "near", "taken_by", "text").defer("text__text")
        items = items.prefetch_related("notices")
        return Paginator(items, ON_A_PAGE).get_page(self.asked("page"))

    def counts(self) -> dict[str, int]:
        found: QuerySet[Any] = IncomingItem.objects.order_by().values_list("state")
        return dict(found.annotate(Count("pk")))

    def item(self, sent: str) -> IncomingItem | None:
        items = IncomingItem.objects.select_related("text").defer("text__text")
        return items.filter(pk=number(sent)).first() if sent else None

    def again(self) -> HttpResponse:
        return HttpResponseRedirect(self.request.get_full_path())

    # What the buttons do.

    def read(self) -> HttpResponse:
        feeds = IncomingFeed.objects.filter(is_read=True)
        for key in feeds.values_list("pk", flat=True):
            read_now.enqueue(key)
        messages.info(self.request, _("The feeds are being read: what is new stands here soon."))
        return self.again()

    def take(self, item: IncomingItem) -> HttpResponse:
        """Have the text to oneself, on the page on which it is reviewed."""
        text = take(item, self.user)
        if text is None and item.taken_by_id == self.user.pk:
            text = item.text
        if text is None:
            messages.warning(self.request, _("A colleague has just taken this text."))
            return self.again()
        return HttpResponseRedirect(review_url(text))

    def aside(self, item: IncomingItem) -> HttpResponse:
        if set_aside(item):
            said = _("Set aside: “%(headline)s”. It can be put back.")
            messages.success(self.request, said % {"headline": item})
        return self.again()

    def back(self, item: IncomingItem) -> HttpResponse:
        if put_back(item):
            said = _("It waits again: “%(headline)s”.")
            messages.success(self.request, said % {"headline": item})
        return self.again()
