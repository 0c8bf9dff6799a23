"""The headings of forms and the buttons of rows, in the words of each table."""

from __future__ import annotations

import json
from copy import copy
from typing import Any

from django.contrib.admin.helpers import InlineAdminFormSet
from django.utils.translation import gettext_lazy as _

from articles.desk.model_words import words_of


def title_of_form(opts: Any, *, is_addition: bool, may_change: bool) -> str:
    words = words_of(opts)
    return str(words.add if is_addition else words.change if may_change else words.see)


def is_django_title(title: Any, opts: Any) -> bool:
    """Whether a form has the heading that Django gives it, and no page of ours another."""
    sentences = (_("Add %s"), _("Change %s"), _("View %s"))
    return title in {sentence % opts.verbose_name for sentence in sentences}


def words_of_form(site: Any, request: Any, page: dict[str, Any]) -> dict[str, Any]:
    """The heading of a form in the words of its table; and no button to save what is only read."""
    record, form = page.get("original"), page["adminform"].form
    is_written = bool(form.fields) or any(
        rows.has_add_permission or rows.has_change_permission or rows.has_delete_permission
        for rows in page["inline_admin_formsets"]
    )
    said: dict[str, Any] = {}
    if record is not None and not is_written:
        said = dict.fromkeys(("show_save", "show_save_and_continue"), False)
    if is_django_title(page.get("title"), site.opts):
        may_change = is_written and site.has_change_permission(request, record)
        said["title"] = title_of_form(site.opts, is_addition=record is None, may_change=may_change)
    return said


class WordedRows(InlineAdminFormSet):
    """Rows in a form, whose button says what it adds: « Ajouter une citation »."""

    def inline_formset_data(self) -> str:
        said = json.loads(super().inline_formset_data())
        words = getattr(self.opts, "words_to_add", "") or words_of(self.opts.opts).add
        said["options"]["addText"] = str(words)
        return json.dumps(said)


def with_words_to_add(rows: InlineAdminFormSet) -> InlineAdminFormSet:
    worded = copy(rows)
    worded.__class__ = WordedRows
    return worded
