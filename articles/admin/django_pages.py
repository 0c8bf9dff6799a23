"""Pages of Django's admin in the words of the desk: deletions, and histories of who did what."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from .deletion_names import counts_told, left_unnamed
from .history_words import done_in_words


def words_of_deletion(context: dict[str, Any]) -> dict[str, Any]:
    """What the page that asks before a deletion says, of the values that Django gives it."""
    record = context["object"]
    _itself, *hanging = context["deleted_objects"] or [record]
    return {
        "title": _("Delete: %(record)s") % {"record": record},
        "original": record,
        "counts": counts_told(context["model_count"], f"{record._meta.verbose_name_plural}"),
        "with_it": hanging[0] if hanging else [],
        "unnamed": counts_told(left_unnamed(record).items()),
    }


def with_counts(answer: Any) -> Any:
    """The page that asks before many are deleted; any other answer as it is."""
    context = getattr(answer, "context_data", None) or {}
    if "model_count" in context:
        context["counts"] = counts_told(context["model_count"])
    return answer


def with_heading(answer: Any, media: Any) -> Any:
    """A history whose heading and trail are as everywhere; any other answer as it is."""
    context = getattr(answer, "context_data", None) or {}
    if record := context.get("object"):
        context |= {"original": record, "media": media}
        context["title"] = _("History: %(article)s") % {"article": record}
        for one in context["action_list"]:
            one.done = done_in_words(one)
    return answer
