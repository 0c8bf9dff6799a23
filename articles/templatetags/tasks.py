"""Tasks of translation, for templates."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import template
from django.utils import timezone
from django.utils.translation import gettext

from articles.desk.translation.machine import is_there
from articles.desk.translation.tasks import Tasks, tasks_of
from articles.languages import Language
from articles.models.permissions import VIEW_ARTICLE

register = template.Library()


@register.simple_tag(takes_context=True)
def desk_tasks(context: dict[str, Any]) -> Tasks | None:
    """The translations that are the person's who looks; nothing for who may see no article."""
    user = context["request"].user
    return tasks_of(user) if user.has_perm(VIEW_ARTICLE) else None


@register.simple_tag
def due_words(due_at: datetime, is_overdue: bool = False) -> str:
    """« À rendre le 26 novembre à 18:00 »; what is late says so."""
    language, local = Language.active(), timezone.localtime(due_at)
    words = {"day": language.date(local), "time": language.time(local)}
    if is_overdue:
        return gettext("Overdue: it was due on %(day)s at %(time)s") % words
    return gettext("Due on %(day)s at %(time)s") % words


@register.simple_tag
def machine_is_there() -> bool:
    """Whether translators may ask a machine."""
    return is_there()
