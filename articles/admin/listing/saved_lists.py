"""Lists that are kept under a name: the chips over the list, the page where they change."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest, PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.models import SavedList
from articles.models.desk_habits import LONGEST_QUESTION

from ..editing.drafts import forget_draft
from ..editing.notes import way_back
from ..pages import DeskPage
from ..requests import number, person
from .columns import LIST

NO_FILTER = {"p", "o", "e", "all", "_facets", "_popup", "_to_field", "_changelist_filters"}
"""What an address of a list says beside its words and filters."""
MOST_LISTS = 40
"""Lists that one person keeps."""


@dataclass(frozen=True)
class Chip:
    """One saved list over the list of articles."""

    name: str
    owner: str
    """Whose it is, where that is somebody else."""
    url: str
    is_here: bool
    is_shared: bool


def question_of(asked: QueryDict) -> str:
    """The words and filters of an address, in one order, so that two that ask the same are one."""
    parts = QueryDict(mutable=True)
    for name in sorted(asked):
        values = [one for one in asked.getlist(name) if one.strip()]
        if name.strip() and name not in NO_FILTER and values:
            parts.setlist(name, values)
    return parts.urlencode()


def chips(request: HttpRequest) -> list[Chip]:
    """The lists of this person, and those that colleagues share."""
    user, here = person(request), question_of(request.GET)
    address = reverse(LIST)
    saved = list(SavedList.objects.for_person(user).select_related("owner"))
    return [
        Chip(
            one.name,
            f"{one.owner}" if one.owner_id != user.pk else "",
            f"{address}?{one.question}",
            one.question == here,
            one.is_shared,
        )
        for one in saved
    ]


class SavedListsPage(DeskPage):
    """The lists of a person: saved, named otherwise, shared, given up."""

    template_name = "admin/articles/listing/saved.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.site.has_view_permission(request):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        saved = list(SavedList.objects.for_person(self.user).select_related("owner"))
        return self.show(
            _("Saved lists"),
            mine=[one for one in saved if one.may_be_changed_by(self.user)],
            others=[one for one in saved if not one.may_be_changed_by(self.user)],
        )

    def post(self, request: HttpRequest) -> HttpResponse:
        key = number(request.POST.get("list", ""))
        try:
            if not key:
                return self.keep(request)
            saved = SavedList.objects.for_person(self.user).filter(pk=key).first()
            if saved is None:
                messages.error(request, _("This list is not there any more."))
            elif not saved.may_be_changed_by(self.user):
                raise PermissionDenied
            elif "_delete" in request.POST:
                saved.delete()
                messages.success(request, _("“%(name)s” is given up.") % {"name": saved})
            else:
                self.change(saved)
                messages.success(request, _("“%(name)s” is saved.") % {"name": saved})
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
            return HttpResponseRedirect(way_back(request, reverse("admin:articles_lists")))
        done = HttpResponseRedirect(way_back(request, reverse("admin:articles_lists")))
        return forget_draft(request, done)

    def keep(self, request: HttpRequest) -> HttpResponse:
        """Save what the list shows; under a name that this person has already, in its place."""
        question = question_asked(request.POST.get("question", ""))
        name = name_typed(request.POST.get("name", ""))
        values = {"question": question, "is_shared": "shared" in request.POST}
        if SavedList.objects.filter(owner=self.user).exclude(name=name).count() >= MOST_LISTS:
            raise ValidationError(_("You have %d lists: give one up first.") % MOST_LISTS)
        _saved, is_new = SavedList.objects.update_or_create(
            owner=self.user, name=name, defaults=values
        )
        sentence = (
            _("“%(name)s” is saved.")
            if is_new
            else _("“%(name)s” was there: it now shows this list.")
        )
        messages.success(request, sentence % {"name": name})
        return forget_draft(request, HttpResponseRedirect(f"{reverse(LIST)}?{question}"))

    def change(self, saved: SavedList) -> None:
        saved.name = name_typed(self.request.POST.get("name", ""))
        saved.is_shared = "shared" in self.request.POST
        try:
            with transaction.atomic():
                saved.save()
        except IntegrityError:
            raise ValidationError(_("There is a list of this name already.")) from None


def question_asked(typed: str) -> str:
    """The words and filters that a form sends.

    Raises:
        ValidationError: there are none, or more than is kept.
    """
    try:
        question = question_of(QueryDict(typed[: LONGEST_QUESTION * 2]))
    except (BadRequest, ValueError):
        question = ""
    if not question:
        raise ValidationError(_("Choose filters or words first: all articles are a list already."))
    if len(question) > LONGEST_QUESTION:
        raise ValidationError(_("These filters are too long to be kept."))
    return question


def name_typed(typed: str) -> str:
    """A name as it is kept.

    Raises:
        ValidationError: it is none, or too long.
    """
    column: Any = SavedList._meta.get_field("name")
    name: str = column.to_python(typed)
    if not name:
        raise ValidationError(_("Give the list a name."))
    if len(name) > column.max_length:
        raise ValidationError(_("A name has at most %d letters.") % column.max_length)
    return name


def names_twice(shown: list[Chip]) -> set[str]:
    """The names that more than one of the lists has: whose each is, is said beside it."""
    return {name for name, count in Counter(one.name for one in shown).items() if count > 1}


def saved_beside(request: HttpRequest) -> dict[str, Any]:
    """What the list of articles shows of saved lists."""
    shown = chips(request)
    question = question_of(request.GET)
    return {
        "chips": shown,
        "twice": names_twice(shown),
        "question": question,
        "is_saved": any(one.is_here for one in shown),
    }
