"""What goes with what is deleted, by the names that the person who deletes may read."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.options import EMPTY_VALUE_STRING
from django.contrib.admin.utils import NestedObjects, display_for_value, quote
from django.db import router
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles.desk.library.names import name_for

from .requests import person


def deleted_objects(
    records: Any, request: HttpRequest, site: Any
) -> tuple[list[Any], dict[Any, int], set[Any], list[Any]]:
    """What Django's function of this kind returns, with the names that the person may read."""
    if not len(records):
        return [], {}, set(), []
    collector: Any = NestedObjects(
        using=router.db_for_write(records[0]._meta.model), origin=records
    )
    collector.collect(records)
    kept: set[Any] = set()

    def shown(record: Any) -> str | SafeString:
        model, name = type(record), name_for(person(request), record)
        kind = capfirst(model._meta.verbose_name)
        if not site.is_registered(model):
            return str(_("{kind}: {name}")).format(kind=kind, name=name)
        # What hangs on an article goes by the right to delete that: nobody deletes a note alone.
        hangs_on = getattr(record, "article", None)
        is_asked = hangs_on is None or hangs_on not in collector.data.get(type(hangs_on), ())
        may = site.get_model_admin(model).has_delete_permission
        if is_asked and not may(request, record):
            kept.add(model._meta.verbose_name)
        page = f"{site.name}:{model._meta.app_label}_{model._meta.model_name}_change"
        try:
            url = reverse(page, args=[quote(record.pk)])
        except NoReverseMatch:
            return str(_("{kind}: {name}")).format(kind=kind, name=name)
        words = display_for_value(name, EMPTY_VALUE_STRING)
        link = format_html('<a href="{}">{}</a>', url, words)
        return format_html(str(_("{kind}: {name}")), kind=kind, name=link)

    nested = collector.nested(shown)
    counts = {
        model._meta.verbose_name_plural: len(rows) for model, rows in collector.model_objs.items()
    }
    return nested, counts, kept, [shown(one) for one in collector.protected]
