"""The desk page, for the template of the admin's index."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django import template
from django.utils.safestring import SafeString

from articles.desk.today import Today, today
from articles.languages import Language

from .newsroom import as_time

register = template.Library()


@register.simple_tag(takes_context=True)
def desk_today(context: dict[str, Any]) -> Today | None:
    """What waits for the person who looks; nothing for who may see no article."""
    user = context["request"].user
    return today(user) if user.has_perm("articles.view_article") else None


@register.simple_tag
def weekday(value: date) -> SafeString:
    """« mardi 24 novembre »."""
    return as_time(value.isoformat(), Language.active().day_of_the_week(value))


@register.simple_tag
def hour(value: datetime) -> str:
    """« 14:30 », in the newsroom's time."""
    return Language.active().time(value)
