"""What a form has no input for is written by no POST either."""

from __future__ import annotations

import re
from typing import Any

from django.core.exceptions import PermissionDenied
from django.forms.models import _get_foreign_key
from django.http import HttpRequest, HttpResponse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles.admin.requests import posted_names
from articles.desk.editing.differences import label_of
from articles.languages import Language

from ..languages import LanguageColumns
from .submission import Next, Submission


def refuse_forged(submission: Submission, go_on: Next) -> HttpResponse:
    """Refuse a POST with values for columns that this person's form does not have.

    Raises:
        PermissionDenied: there are some.
    """
    request, object_id, site = submission.request, submission.object_id, submission.admin
    record = site.get_object(request, object_id) if submission.is_sent and object_id else None
    if not submission.is_sent or (object_id and record is None):
        return go_on(submission)
    posted = posted_names(request)
    read_only = site.read_only_columns(request, record) & posted
    forged = {label_of(site.model._meta.get_field(name)) for name in read_only}
    for inline in site.get_inline_instances(request, record):
        if isinstance(inline, LanguageColumns):
            forged |= forged_rows(inline, site.model, request, record, posted)
    if forged:
        names = Language.active().listed(sorted(forged))
        raise PermissionDenied(_("You may not write this: %s.") % names)
    return go_on(submission)


def forged_rows(
    inline: Any, parent: Any, request: HttpRequest, record: Any, posted: set[str]
) -> set[str]:
    """What a POST says in rows that has no input in an inline, as pages call it.

    Args:
        inline: whose rows they are.
        parent: the model of the form.
        record: the record of the form, where there is one.
        posted: all names in the POST.
    """
    owner = _get_foreign_key(parent, inline.model, fk_name=inline.fk_name)
    kept = inline.read_only_columns(request, record) - {"id", owner.name}
    row = re.compile(rf"{re.escape(str(owner.remote_field.related_name))}-\d+-(\w+)")
    title = str(capfirst(inline.model._meta.verbose_name))
    columns = {match[1] for name in posted if (match := row.fullmatch(name))} & kept
    return {
        _("%(row)s: %(field)s")
        % {"row": title, "field": label_of(inline.model._meta.get_field(name))}
        for name in columns
    }
