"""Why something is not deleted: every refusal says it, and what can be done."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles.desk.publication.reader_messages import seen_in
from articles.models import Article


def readers_have_it(article: Article) -> str:
    """Why what readers have is not deleted, and what comes first."""
    why = _(
        "Readers have this article (%(seen_in)s): what they have is never deleted from under them."
    ) % {"seen_in": seen_in(article)}
    first = _(
        "Withdraw it first, in each of these languages and with a reason; then it can be deleted."
    )
    return f"{why} {first}"


def not_theirs() -> str:
    return _(
        "It is not deleted: your account may not delete this. Ask who may, in a note or by mail."
    )


def with_reason(refusal: PermissionDenied) -> PermissionDenied:
    """A refused deletion, with its reason where it gives none."""
    return refusal if str(refusal) else PermissionDenied(not_theirs())


def with_its_reason(record: Any, url: str, why: str) -> SafeString:
    """Something that is not deleted, with a link, and why."""
    named = format_html('<a href="{}"><bdi>{}</bdi></a>', url, record)
    return format_html(str(_("{kind}: {name}")), kind=named, name=why)
