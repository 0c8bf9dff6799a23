"""Why something was refused, for people: each sentence once, with its field and language."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, FieldDoesNotExist, ValidationError
from django.utils.translation import gettext as _

from articles.models import Article

from .editing.differences import label_of


def sentences_of(refusal: ValidationError) -> list[str]:
    """« Texte (arabe) : un article publié doit l’avoir. », one for each thing that is wrong."""
    if not hasattr(refusal, "error_dict"):
        return list(dict.fromkeys(refusal.messages))
    found = [
        with_field(name, sentence)
        for name, errors in refusal.error_dict.items()
        for sentence in ValidationError(errors).messages
    ]
    return list(dict.fromkeys(found))


def with_field(name: str, sentence: str) -> str:
    if name == NON_FIELD_ERRORS:
        return sentence
    try:
        column: Any = Article._meta.get_field(name)
    except FieldDoesNotExist:
        return sentence
    if column.is_relation and not column.concrete:
        # Rows of the article: the sentence says which.
        return sentence
    return _("%(field)s: %(sentence)s") % {"field": label_of(column), "sentence": sentence}
