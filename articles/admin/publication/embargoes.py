"""What a text received says of an embargo, in the form until somebody has looked at it."""

from __future__ import annotations

from typing import Any

from articles.models import Article

from ..editing.submission import Submission

LINE, END = "embargo_line", "embargoed_until"


def with_embargo_line(fieldsets: Any, article: Article | None) -> Any:
    """The fieldsets, where the line stands above the embargo that it asks for."""
    if article is None or not article.embargo_line:
        return fieldsets
    return [
        (title, {**options, "fields": with_line(options["fields"])}) for title, options in fieldsets
    ]


def settle_embargo_line(_submission: Submission, form: Any) -> None:
    """Who sets the embargo has read the line that asks for it."""
    if END in form.changed_data and LINE not in form.changed_data:
        form.instance.embargo_line = ""
        # The columns that are written are those that were changed.
        form.changed_data.append(LINE)


def with_line(fields: Any) -> list[Any]:
    found: list[Any] = []
    for name in fields:
        found += [LINE, name] if name == END else [name]
    return found
