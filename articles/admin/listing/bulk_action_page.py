"""The page that says, text by text, what becomes of many articles; and does it where it is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from itertools import groupby
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.desk.dashboard.queue_keys import languages_of
from articles.languages import Language
from articles.models import Article, Quote, Topic, Translation, User

from ..date_fields import DueField
from ..editing.notes import way_back
from ..pages import DeskPage
from ..publication.checks import change_url
from ..requests import number, person
from .bulk_actions import ACTS, Act, Cell, TextOutcome, attempt, may_be_given, seen_as
from .columns import LIST

MOST = 100
"""Articles with which something is done at once: each is locked, checked and kept by itself."""
TOLD = 20
"""Refusals told one by one; of more, the articles are named."""


class TogetherForm(forms.Form):
    """What an act asks for: only its own fields are in it."""

    reason = forms.CharField(
        label=gettext_lazy("Say why: the others will read it."), max_length=500
    )
    to = forms.ChoiceField(label=gettext_lazy("Assign to"))
    due_at = DueField(
        label=gettext_lazy("Due"),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}),
    )
    topic: Any = forms.ModelChoiceField(Topic.objects.none(), label=gettext_lazy("Topic"))

    def __init__(self, data: Any, *, act: Act, user: User) -> None:
        super().__init__(data)
        for name in {*self.fields} - {*act.asks}:
            del self.fields[name]
        self.people: dict[str, User] = {}
        if "to" in self.fields:
            self.people = {f"{one.pk}": one for one in who_may_write(languages_of(user), user)}
            field: Any = self.fields["to"]
            field.choices = [("", "–"), *self.people.items()]
        if "topic" in self.fields:
            chosen: Any = self.fields["topic"]
            chosen.queryset = Topic.objects.in_alphabet()

    def clean_to(self) -> User:
        return self.people[self.cleaned_data["to"]]

    def clean_due_at(self) -> datetime | None:
        due_at: datetime | None = self.cleaned_data["due_at"]
        if due_at is not None and not 2000 <= due_at.year <= 2100:
            raise ValidationError(_("This is no moment to finish a translation."))
        return due_at


def who_may_write(languages: Iterable[Language], asker: User) -> list[User]:
    """Those who may be given a translation into one of some languages."""
    wanted = [*languages]
    return [one for one in may_be_given(asker) if any(map(one.may_write, wanted))]


class BulkActionPage(DeskPage):
    """What will become of each text: what is ticked is done, each by itself."""

    template_name = "admin/articles/listing/together.html"
    is_done_once = True

    def post(self, request: HttpRequest, keys: list[int] | None = None) -> HttpResponse:
        act = ACTS.get(request.POST.get("act", ""))
        if act is None:
            raise Http404
        if not (self.site.has_view_permission(request) and act.is_offered_to(self.user)):
            raise PermissionDenied
        keys = keys or keys_in(request.POST.getlist("key"))
        is_sent = "_do" in request.POST
        form = TogetherForm(request.POST if is_sent else None, act=act, user=self.user)
        ticked = cells_in(request.POST.getlist("cell"), keys)
        if is_sent and ticked and form.is_valid():
            return self.carry_out(act, ticked, form.cleaned_data)
        if is_sent and not ticked:
            messages.warning(request, _("Nothing is ticked: nothing was done."))
        names = {f"{key}:{language or ''}" for key, language in ticked} if is_sent else None
        return self.page_before(act, keys, form, names)

    def page_before(
        self, act: Act, keys: list[int], form: TogetherForm, ticked: set[str] | None
    ) -> HttpResponse:
        """The page that says what will happen.

        Args:
            ticked: the names of what was ticked on it before.
        """
        articles = articles_chosen(self.user, keys)
        rows: list[dict[str, Any]] = [
            {"article": article, "seen": seen_as(article), "outcomes": outcomes}
            for article in articles
            if (outcomes := list(outcomes_of(act, article, self.user)))
        ]
        # What can be done comes first.
        rows.sort(key=lambda row: not any(one.goes for one in row["outcomes"]))
        every = [one for row in rows for one in row["outcomes"]]
        return self.show(
            str(act.label).rstrip("…"),
            status=422 if form.is_bound and not form.is_valid() else 200,
            act=act,
            form=form,
            rows=rows,
            keys=keys,
            gone=len(keys) - len(articles),
            ticked=ticked,
            going=sum(one.goes for one in every),
            staying=sum(not one.goes for one in every),
            back=way_back(self.request, reverse(LIST)),
        )

    def carry_out(self, act: Act, cells: list[Cell], said: dict[str, Any]) -> HttpResponse:
        seen = {one.partition(".")[0]: one for one in self.request.POST.getlist("seen")}
        do_each(self.request, act, cells, said, seen)
        return HttpResponseRedirect(way_back(self.request, reverse(LIST)))


def outcomes_of(act: Act, article: Article, user: User) -> Iterable[TextOutcome]:
    """What an act would make of an article; of what is not open to somebody, nothing."""
    if article.is_abridged or not article.is_open_to(user):
        why = _("It is a colleague’s, and not open to you: nothing is done to it.")
        return [TextOutcome(article, None, refused=[why])]
    return act.outcomes(article, user)


def articles_chosen(user: User, keys: list[int]) -> list[Article]:
    """The articles as this person finds them, in the order of the list."""
    translations = Translation.objects.defer("pairs").select_related("assignee")
    found: Any = Article.objects.for_desk(user)
    found = found.select_related("created_by", "source", "lead_image", "dateline", "event")
    found = found.select_related("working_copy").prefetch_related(
        Prefetch("translations", translations),
        Prefetch("quotes", Quote.objects.select_related("speaker")),
    )
    by_key = found.in_bulk(keys)
    return [by_key[key] for key in keys if key in by_key]


def keys_in(sent: list[str]) -> list[int]:
    """The keys that a form names, each once."""
    return list(dict.fromkeys(key for one in sent if (key := number(one))))[:MOST]


def cells_in(sent: list[str], keys: list[int]) -> list[Cell]:
    """What is ticked, of what the page had, in the order in which rows are locked."""
    found = []
    for one in dict.fromkeys(sent):
        key, _sign, code = one.partition(":")
        language = Language.find(code) if code else None
        if number(key) in keys and (language or not code):
            found.append((number(key), language))
    return sorted(found, key=lambda cell: (cell[0], str(cell[1])))


def do_each(
    request: HttpRequest,
    act: Act,
    cells: list[Cell],
    said: dict[str, Any],
    seen: dict[str, str],
) -> None:
    """Do it to each, and say to which not, and why."""
    user = person(request)
    articles = {one.pk: one for one in articles_chosen(user, [key for key, _language in cells])}
    refused: list[tuple[int, Language | None, str]] = []
    count = 0
    for key, of_key in groupby(cells, key=lambda cell: cell[0]):
        is_seen = seen.get(f"{key}", "")
        for _key, language in of_key:
            if key not in articles:
                refused.append((key, language, _("It is not there any more.")))
                break
            if why := attempt(act, (key, language), user, said, is_seen):
                refused.append((key, language, why))
            else:
                count += 1
                # What one language became is no change behind this person's back.
                is_seen = ""
    act.finish(user, said)
    if count:
        messages.success(request, str(act.done) % {"count": count})
    if refused:
        messages.error(request, refusals_said(articles, refused))


def refusals_said(
    articles: dict[int, Article], refused: list[tuple[int, Language | None, str]]
) -> Any:
    """Which texts it was not done to, by name, and why."""
    head = _("Not done (%(count)d):") % {"count": len(refused)}
    rows = (
        (
            change_url(articles[key]) if key in articles else "#",
            articles.get(key, _("an article")),
            f" ({Language.active().name_of(language)})" if language else "",
            why if place < TOLD else "…",
        )
        for place, (key, language, why) in enumerate(refused)
    )
    listed = format_html_join("", '<li><a href="{}"><bdi>{}</bdi></a>{} – {}</li>', rows)
    return format_html("{}<ul>{}</ul>", head, listed)


# The actions of Django's list.


def actions_for(user: User) -> dict[str, tuple[Any, str, str]]:
    """What this person may do with many, each as an action of the list."""
    return {
        name: (leading_to(act), name, str(act.label))
        for name, act in ACTS.items()
        if act.is_offered_to(user)
    }


def leading_to(act: Act) -> Callable[..., HttpResponse | None]:
    """The action that shows the page of an act; who says yes at once has it done."""

    def action(site: Any, request: HttpRequest, chosen: Any) -> HttpResponse | None:
        keys = list(chosen.values_list("pk", flat=True)[: MOST + 1])
        if len(keys) > MOST:
            site.message_user(
                request,
                _("Choose %d articles at most: what is done with each is checked by itself.")
                % MOST,
                messages.ERROR,
            )
            return None
        if request.POST.get("post") == "yes" and not act.asks:
            articles = articles_chosen(person(request), sorted(keys))
            cells = [
                (one.article.pk, one.language)
                for article in articles
                for one in outcomes_of(act, article, person(request))
                if one.is_ticked
            ]
            do_each(request, act, cells, {}, {})
            return HttpResponseRedirect(request.get_full_path())
        post: Any = request.POST.copy()
        post["act"], post["next"] = act.name, request.get_full_path()
        request.POST = post
        return BulkActionPage.answer(site, request, keys=keys)

    action.__name__ = act.name
    return action
