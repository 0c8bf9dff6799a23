"""Rows that are added without a script: the page is shown again with more, and saves nothing."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse

from .submission import Next, Submission

MORE_ROWS = "more_rows"
"""The button, whose value is the kind of rows."""
MORE = 3


def add_rows(submission: Submission, go_on: Next) -> HttpResponse:
    """Have a page with some more rows than were sent, where its button asks for them."""
    post: Any = submission.request.POST
    total = f"{post.get(MORE_ROWS, '')}-TOTAL_FORMS"
    if (count := post.get(total, "")).isdecimal() and len(count) < 5:
        post = post.copy()
        post[total] = f"{int(count) + MORE}"
        submission.rewrite(post)
    return go_on(submission)
