"""The words of each table, for templates of lists and forms."""

from __future__ import annotations

from typing import Any

from django import template

from articles.desk.model_words import words_of

register = template.Library()


@register.filter
def words_to_add(opts: Any) -> str:
    """« Ajouter un lieu »."""
    return str(words_of(opts).add)
