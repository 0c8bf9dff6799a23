"""A form that names what goes while it is saved: it is shown once more, and says so at the field.

PostgreSQL asks only at the end of a transaction whether what is named is there, when nobody
catches what it says. It is asked as soon as all is written.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import IntegrityError, connection, transaction
from django.http import HttpRequest, HttpResponse

from .submission import Next, Submission


def save_or_show_again(submission: Submission, go_on: Next) -> HttpResponse:
    """Save the form; show it once more where the database, or somebody faster, refuses it.

    The second time, validation sees what has become of what it names, and says so at its field.
    """
    return save_or(submission, go_on, (IntegrityError,), lambda _refusal: submission)


def save_or[Sent: Submission](
    submission: Sent,
    go_on: Next,
    refusals: tuple[type[Exception], ...],
    again: Callable[[Exception], Sent],
) -> HttpResponse:
    """Save a form; undo what is refused, and go on once more.

    Args:
        submission: the form.
        go_on: the steps that follow.
        refusals: what says that it cannot be saved.
        again: the form to go on with, by what was refused.
    """
    if not submission.is_sent:
        # On SQLite a transaction waits for who writes.
        return go_on(submission)
    try:
        with transaction.atomic():
            return go_on(submission)
    except refusals as refusal:
        rewind(submission.request)
        return go_on(again(refusal))


def rewind(request: HttpRequest) -> None:
    """Let the uploads of a request be read again."""
    for name in request.FILES:
        for upload in request.FILES.getlist(name):
            upload.seek(0)


def ask_for_references(_submission: Submission, _form: Any) -> None:
    """Have the database ask now whether all that was written names what is there.

    What is named is then held until the form is saved. On SQLite nobody else writes meanwhile.

    Raises:
        IntegrityError: something is gone.
    """
    if connection.vendor == "postgresql":
        connection.check_constraints()
