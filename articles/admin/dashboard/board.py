"""The board of translations in the admin: what is where, whose task it is, and until when."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from articles.admin.requests import person
from articles.desk.dashboard.queue_keys import languages_of
from articles.desk.translation.assignments import AS_IT_IS, Unchanged, assign, may_assign, people
from articles.desk.translation.board import BoardFilter, DueWithin, board
from articles.languages import Language
from articles.models import Article, Event, Topic, TopicOfArticle, Translation, User
from articles.search.desk_search import search_for_user

from ..choosers import RecordSelect
from ..date_fields import DueField
from ..editing.notes import way_back
from ..pages import DeskPage

MOST_CELLS = 500
NOBODY = "none"


class BoardFilterForm(forms.Form):
    """What to show of the board; what makes no sense is left out."""

    q = forms.CharField(label=gettext_lazy("Words"), required=False, max_length=200)
    state = forms.ChoiceField(label=gettext_lazy("State"), required=False)
    language = forms.ChoiceField(label=gettext_lazy("Language"), required=False)
    assignee = forms.ChoiceField(label=gettext_lazy("Assigned to"), required=False)
    due = forms.ChoiceField(
        label=gettext_lazy("Due"),
        required=False,
        choices=[
            ("", pgettext_lazy("due", "at any time")),
            (DueWithin.OVERDUE, pgettext_lazy("due", "overdue")),
            (DueWithin.DAY, pgettext_lazy("due", "in 24 hours")),
            (DueWithin.WEEK, pgettext_lazy("due", "in seven days")),
        ],
    )
    event: Any = forms.ModelChoiceField(
        Event.objects.all(),
        label=gettext_lazy("Event"),
        required=False,
        widget=RecordSelect(Article._meta.get_field("event"), admin.site),
    )
    topic: Any = forms.ModelChoiceField(
        Topic.objects.all(),
        label=gettext_lazy("Topic"),
        required=False,
        widget=RecordSelect(TopicOfArticle._meta.get_field("tag"), admin.site),
    )

    def __init__(
        self, data: QueryDict, *, languages: list[Language], assignable: list[User]
    ) -> None:
        super().__init__(with_keys_only(data))
        self.people = {str(one.pk): one for one in assignable}
        every: Any = ("", _("All"))
        choices: dict[str, list[Any]] = {
            "state": [every, *Translation.State.choices],
            "language": [every, *((one.code, one.name) for one in languages)],
            "assignee": [every, (NOBODY, _("nobody")), *self.people.items()],
        }
        for name, some in choices.items():
            field: Any = self.fields[name]
            field.choices = some

    def wanted(self, user: User) -> BoardFilter:
        self.is_valid()
        said = self.cleaned_data
        words = said.get("q", "").strip()
        language, event, topic = said.get("language"), said.get("event"), said.get("topic")
        return BoardFilter(
            state=said.get("state", ""),
            language=Language(language) if language else None,
            assignee=self.people.get(said.get("assignee", "")),
            unassigned=said.get("assignee") == NOBODY,
            due=DueWithin(said["due"]) if said.get("due") else None,
            event=event.pk if event else None,
            topic=topic.pk if topic else None,
            among=search_for_user(Article, words, user) if words else None,
        )


class TaskForm(forms.Form):
    """Whose the chosen translations are, and until when; what is left empty stays as it is."""

    to = forms.ChoiceField(label=gettext_lazy("Assign to"), required=False)
    due_at = DueField(
        label=gettext_lazy("Due"),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}),
    )
    no_due = forms.BooleanField(label=gettext_lazy("No due time"), required=False)

    def __init__(self, *args: Any, assignable: list[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(one.pk): one for one in assignable}
        field: Any = self.fields["to"]
        field.choices = [
            ("", _("as it is")),
            (NOBODY, _("nobody")),
            *self.people.items(),
        ]

    def clean_due_at(self) -> datetime | None:
        due_at: datetime | None = self.cleaned_data["due_at"]
        if due_at is not None and not 2000 <= due_at.year <= 2100:
            raise ValidationError(_("This is no moment to finish a translation."))
        return due_at

    @property
    def assignee(self) -> User | Unchanged | None:
        to = self.cleaned_data["to"]
        return None if to == NOBODY else self.people.get(to, AS_IT_IS)

    @property
    def due(self) -> datetime | Unchanged | None:
        if self.cleaned_data["no_due"]:
            return None
        return self.cleaned_data["due_at"] or AS_IT_IS


class BoardPage(DeskPage):
    """The board: what is where, whose task it is, and until when."""

    template_name = "admin/articles/board/board.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        if not self.site.has_view_permission(request):
            raise PermissionDenied
        user = self.user
        languages = languages_of(user)
        assignable = people(languages)
        form = BoardFilterForm(request.GET, languages=languages, assignable=assignable)
        shown = board(user, form.wanted(user), before=key_in(request.GET.get("before", "")))
        return self.show(
            _("Translations"),
            form=form,
            board=shown,
            may_assign=may_assign(user),
            task_form=TaskForm(assignable=assignable),
            further=further(request.GET, shown.next),
            is_first="before" not in request.GET,
            from_start=without(request.GET, "before"),
            media=form.media,
            user=user,
        )


class AssignTranslations(DeskPage):
    """Give what was ticked to somebody, say until when, or both."""

    def post(self, request: HttpRequest) -> HttpResponse:
        if not may_assign(self.user):
            raise PermissionDenied
        names = request.POST.getlist("cell")
        form = TaskForm(request.POST, assignable=people(languages_of(self.user)))
        if not names:
            messages.warning(request, _("Tick the translations that you mean."))
        elif not form.is_valid():
            for refusals in form.errors.values():
                messages.error(request, " ".join(str(one) for one in refusals))
        elif form.assignee is AS_IT_IS and form.due is AS_IT_IS:
            messages.warning(request, _("Say whose they are, or until when."))
        else:
            assign_cells(request, names, to=form.assignee, due_at=form.due)
        return HttpResponseRedirect(back_to_board(request))


class TakeTranslation(DeskPage):
    """Take one translation, or give it back."""

    def post(self, request: HttpRequest) -> HttpResponse:
        name, leaves = request.POST.get("cell", ""), "leave" in request.POST
        assign_cells(request, [name], to=None if leaves else self.user)
        return HttpResponseRedirect(back_to_board(request))


def assign_cells(request: HttpRequest, names: list[str], **wanted: Any) -> None:
    try:
        changed = assign(cells_named(names, person(request)), by=person(request), **wanted)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
        return
    messages.success(
        request,
        ngettext(
            "%(count)d translation was changed.",
            "%(count)d translations were changed.",
            len(changed),
        )
        % {"count": len(changed)},
    )


def cells_named(names: list[str], user: User) -> list[tuple[Article, Language]]:
    """The cells that a form names, of the articles that are open to this person.

    Raises:
        Http404: one of them is not there.
        PermissionDenied: one is in a language that is not theirs.
    """
    parts = [name.partition(":")[::2] for name in names[:MOST_CELLS]]
    mine = {one.code: one for one in languages_of(user)}
    keys = {int(key) for key, _code in parts if key.isdecimal() and len(key) < 19}
    seen = Article.with_copies.open_to(user).select_related("working_copy_of")
    articles = seen.in_bulk(keys)
    found = []
    for key, code in parts:
        if Language.find(code) is None or not key.isdecimal():
            raise Http404
        if code not in mine:
            raise PermissionDenied
        if int(key) not in articles:
            raise Http404
        found.append((articles[int(key)], mine[code]))
    return found


def with_keys_only(asked: QueryDict) -> QueryDict:
    """The query without what is no key where one is asked for: its field could not be shown."""
    query = asked.copy()
    for name in ("event", "topic"):
        if key_in(query.get(name, "")) is None:
            query.pop(name, None)
    return query


def key_in(value: str) -> int | None:
    """A key in an address; what is none is not looked at."""
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 19 else None


def further(asked: QueryDict, key: int | None) -> str:
    """The query of the next page."""
    if key is None:
        return ""
    query = asked.copy()
    query["before"] = str(key)
    return query.urlencode()


def without(asked: QueryDict, name: str) -> str:
    query = asked.copy()
    query.pop(name, None)
    return query.urlencode()


def back_to_board(request: HttpRequest) -> str:
    return way_back(request, reverse("admin:articles_translations"))
