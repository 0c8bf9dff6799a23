"""One form of the desk on its way: what it is, and the steps that it goes through."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.contrib.admin import ModelAdmin
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse, QueryDict

from articles.models import SentForm


@dataclass
class Outcome:
    """What has become of a form, written down while Django saves it."""

    saved: Any = None
    """The record that was saved."""
    is_unchanged: bool = False
    """Whether the form said what was stored already."""
    is_told: bool = False
    """Whether a step has said what became of it: that it was saved goes without saying."""


@dataclass(frozen=True)
class Submission:
    """One form of the desk, as it was opened or sent; a step hands on another one.

    Attributes:
        site: the admin whose form it is.
        arguments: what Django gives a view of a form beside the record's key.
        sent_before: the same page's form, where it was sent before with other words.
        made_before: what the form for adding made when it was sent before.
        conflicts: what two people wrote differently.
        newest: the save that the conflicts are shown against.
        is_addition: whether it makes a record; known when it is saved.
    """

    site: Any
    request: HttpRequest
    object_id: str | None = None
    arguments: Sequence[Any] = ()
    sent_before: SentForm | None = None
    made_before: Any = None
    conflicts: Sequence[Any] = ()
    newest: Any = None
    is_addition: bool = False
    outcome: Outcome = field(default_factory=Outcome)
    read: dict[str, Any] = field(default_factory=dict)
    """The records that steps and hooks asked for while it is opened, by their keys: each is read
    once for all of them."""

    @property
    def is_sent(self) -> bool:
        """Whether it was sent, not opened."""
        return self.request.method == "POST"

    @property
    def admin(self) -> Any:
        """The admin as it is for this form: its hooks read here what the steps found."""
        return self.site.serving(self)

    def read_again(self) -> None:
        """Have the record read anew by whoever asks next: it was written since."""
        self.read.clear()

    def rewrite(self, post: QueryDict, files: Any = None) -> None:
        """Have everything that follows read this in the place of what was sent."""
        sent: Any = self.request
        sent.POST = post
        if files is not None:
            sent._files = files


NOTHING_SENT = Submission(None, HttpRequest())
"""What an admin that serves no form in particular answers its hooks with."""


type Next = Callable[[Any], HttpResponse]
"""The steps that follow, as one: they take the submission, and answer."""
type Arrival = Callable[[Any, Next], HttpResponse]
"""A step around all that follow it."""
type Act = Callable[[Any, Any], None]
"""A step that is given the submission and its valid form."""


class SaveStage(StrEnum):
    """When Django's admin comes to a step."""

    ARRIVED = "the form has come, and is not read yet"
    VALID = "the form is valid, and its values are on the record"
    WRITES = "the record is written"
    WRITTEN = "the record and its rows are written"


@dataclass(frozen=True)
class SaveStep:
    stage: SaveStage
    act: Callable[..., Any]

    @property
    def name(self) -> str:
        return self.act.__name__


def on_arrival(*acts: Arrival) -> list[SaveStep]:
    return [SaveStep(SaveStage.ARRIVED, act) for act in acts]


def once_valid(*acts: Act) -> list[SaveStep]:
    return [SaveStep(SaveStage.VALID, act) for act in acts]


def on_writing(*acts: Act) -> list[SaveStep]:
    return [SaveStep(SaveStage.WRITES, act) for act in acts]


def once_written(*acts: Act) -> list[SaveStep]:
    return [SaveStep(SaveStage.WRITTEN, act) for act in acts]


class SaveSteps:
    """Steps in the order in which a form goes through them.

    Raises:
        ImproperlyConfigured: one is there twice, or stands after one of a later stage.
    """

    def __init__(self, *groups: Sequence[SaveStep]) -> None:
        self.steps = [step for group in groups for step in group]
        for name, number in Counter(step.name for step in self.steps).items():
            if number > 1:
                raise ImproperlyConfigured(f"The step “{name}” is registered {number} times.")
        order = list(SaveStage)
        for before, after in zip(self.steps, self.steps[1:], strict=False):
            if order.index(before.stage) > order.index(after.stage):
                raise ImproperlyConfigured(
                    f"The step “{after.name}” stands after “{before.name}”, but comes before it: "
                    f"{after.stage}."
                )

    def then(self, *groups: Sequence[SaveStep]) -> SaveSteps:
        """These steps, and at their end some more."""
        return SaveSteps(self.steps, *groups)

    def at(self, stage: SaveStage) -> list[Callable[..., Any]]:
        return [step.act for step in self.steps if step.stage == stage]

    def answer(self, submission: Any, *, after: Arrival | None = None) -> HttpResponse:
        """Go through the steps around a form, and answer at last with Django's own view of it.

        Args:
            after: the step after which to begin; from the first on, where it is not said.
        """
        acts = self.at(SaveStage.ARRIVED)
        return go_through(submission, acts[acts.index(after) + 1 if after else 0 :])

    def carry_out(self, stage: SaveStage, submission: Any, form: Any) -> None:
        """Take each step of a stage, in order.

        Args:
            stage: at which Django is.
            submission: the form.
            form: the same, valid.
        """
        for act in self.at(stage):
            act(submission, form)


def go_through(submission: Any, acts: Sequence[Arrival]) -> HttpResponse:
    if not acts:
        return answer_form(submission)
    first, *others = acts
    return first(submission, lambda newer: go_through(newer, others))


def answer_form(submission: Submission) -> HttpResponse:
    """Answer with Django's own view of a form."""
    view: Any = ModelAdmin.changeform_view
    return view(submission.admin, submission.request, submission.object_id, *submission.arguments)
